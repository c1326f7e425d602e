import { AppFailure, appError, type Result } from '../../shared/contract/errors.ts'
import { systemEnvironment } from '../ledger/environment.ts'
import type { Ledger, LedgerReader, OpeningNotice } from '../ledger/ledger.ts'
import { closeLedger } from '../ledger/open/close.ts'
import { openUnlocked, openUnlockedReader } from '../ledger/open/open.ts'

export interface LedgerKey {
  readonly path: string
  readonly key: Uint8Array
}

/** The place of a worker thread for its one connection. */
export class LedgerSlot {
  readonly environment = systemEnvironment()
  #reader: LedgerReader | null = null
  #writer: Ledger | null = null

  /** @throws AppFailure `noLedgerOpen`. */
  reader(): LedgerReader {
    if (!this.#reader) throw new AppFailure(appError('noLedgerOpen'))
    return this.#reader
  }

  /** @throws AppFailure `noLedgerOpen`. */
  writer(): Ledger {
    if (!this.#writer) throw new AppFailure(appError('noLedgerOpen'))
    return this.#writer
  }

  /** @param withoutAnchor reads what is whole of a ledger whose end cannot be told (see `openLedger`). */
  openReader({ path, key, withoutAnchor }: LedgerKey & { readonly withoutAnchor: boolean }): void {
    this.close()
    try {
      this.#reader = unwrap(
        openUnlockedReader({ path, key, mode: 'read', withoutAnchor, environment: this.environment }),
      )
    } finally {
      key.fill(0)
    }
  }

  openWriter({ path, key, owner }: LedgerKey & { readonly owner: string }): readonly OpeningNotice[] {
    this.close()
    try {
      this.#writer = unwrap(openUnlocked({ path, key, owner, mode: 'write', environment: this.environment }))
      return this.#writer.notices
    } finally {
      key.fill(0)
    }
  }

  /** Whether it opens for reading as it should; what is wrong is told when it is opened. */
  opensWhole({ path, key }: LedgerKey): boolean {
    const opened = openUnlockedReader({ path, key, mode: 'read', environment: this.environment })
    key.fill(0)
    if (opened.ok) closeLedger(opened.value)
    return opened.ok
  }

  close(): void {
    const open = this.#writer ?? this.#reader
    this.#writer = null
    this.#reader = null
    if (open) closeLedger(open)
  }
}

export function unwrap<T>(result: Result<T>): T {
  if (!result.ok) throw new AppFailure(result.error)
  return result.value
}
