import { createCipheriv, createDecipheriv, type ScryptOptions, scrypt } from 'node:crypto'
import type { Environment } from '../environment.ts'
import type { KeySlot, SlotCost } from './key-file.ts'
import { normalisePassphrase } from './passphrase.ts'

/** N=2^17, r=8, p=1: about half a second and 128 MiB for each guess (trust, Nobody gets in §1). */
export const standardCost: SlotCost = { N: 2 ** 17, r: 8, p: 1 }

function stretch(passphrase: string, salt: Uint8Array, cost: SlotCost): Promise<Buffer> {
  // Node refuses more than 32 MiB unless told: scrypt needs 128·N·r bytes and a little.
  const options: ScryptOptions = { ...cost, maxmem: 128 * cost.N * cost.r + 32 * 1024 * 1024 }
  return new Promise((resolve, reject) => {
    scrypt(normalisePassphrase(passphrase), salt, 32, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}

/** What a slot's seal covers beside the key: a slot moved to another ledger or renamed does not open. */
function associatedData(ledgerId: string, slot: Pick<KeySlot, 'id' | 'kind' | 'label' | 'cost'>): Buffer {
  return Buffer.from(JSON.stringify([ledgerId, slot.id, slot.kind, slot.label, slot.cost]))
}

/** Wraps the ledger's key under a passphrase. */
export async function sealSlot(
  ledgerId: string,
  ledgerKey: Uint8Array,
  about: { kind: KeySlot['kind']; label: string; passphrase: string; cost: SlotCost },
  environment: Environment,
): Promise<KeySlot> {
  const salt = environment.randomBytes(32)
  const nonce = environment.randomBytes(12)
  const head = { id: environment.newId(), kind: about.kind, label: about.label, cost: about.cost }
  const stretched = await stretch(about.passphrase, salt, about.cost)
  try {
    const cipher = createCipheriv('aes-256-gcm', stretched, nonce)
    cipher.setAAD(associatedData(ledgerId, head))
    const sealed = Buffer.concat([cipher.update(ledgerKey), cipher.final(), cipher.getAuthTag()])
    return {
      ...head,
      salt: Buffer.from(salt).toString('base64'),
      nonce: Buffer.from(nonce).toString('base64'),
      sealed: sealed.toString('base64'),
    }
  } finally {
    stretched.fill(0)
  }
}

/** The ledger's key, or null when the passphrase does not fit this slot. */
export async function openSlot(ledgerId: string, slot: KeySlot, passphrase: string): Promise<Buffer | null> {
  const stretched = await stretch(passphrase, Buffer.from(slot.salt, 'base64'), slot.cost)
  const sealed = Buffer.from(slot.sealed, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', stretched, Buffer.from(slot.nonce, 'base64'))
    decipher.setAAD(associatedData(ledgerId, slot))
    decipher.setAuthTag(sealed.subarray(-16))
    return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
  } catch {
    // GCM's only failure here is that the tag does not fit: another passphrase.
    return null
  } finally {
    stretched.fill(0)
  }
}
