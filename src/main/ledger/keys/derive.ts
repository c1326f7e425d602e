import { hkdfSync } from 'node:crypto'

/** Length of a ledger's key in bytes. */
export const ledgerKeyBytes = 32

/** Keys derived from the ledger's one key, each for one purpose (trust, Nothing gets lost §2). */
export interface DerivedKeys {
  /** Encrypts `ledger.db`. */
  readonly cipher: Buffer
  /** SQLCipher's salt: with the plain header there is no place for it in the file. */
  readonly cipherSalt: Buffer
  /** MACs of the history chain. */
  readonly history: Buffer
  readonly anchor: Buffer
  readonly manifest: Buffer
}

export function deriveKeys(ledgerKey: Uint8Array, ledgerId: string): DerivedKeys {
  const derive = (purpose: string, length: number): Buffer =>
    Buffer.from(hkdfSync('sha256', ledgerKey, ledgerId, `fukushi-daicho ${purpose}`, length))
  return {
    cipher: derive('cipher', 32),
    cipherSalt: derive('cipher salt', 16),
    history: derive('history', 32),
    anchor: derive('anchor', 32),
    manifest: derive('manifest', 32),
  }
}

/** Overwrites keys that are no longer needed. */
export function wipeKeys(keys: DerivedKeys): void {
  for (const key of Object.values(keys)) key.fill(0)
}

/** A copy with a life of its own: closing one ledger wipes its keys. */
export function copyKeys(keys: DerivedKeys): DerivedKeys {
  return {
    cipher: Buffer.from(keys.cipher),
    cipherSalt: Buffer.from(keys.cipherSalt),
    history: Buffer.from(keys.history),
    anchor: Buffer.from(keys.anchor),
    manifest: Buffer.from(keys.manifest),
  }
}
