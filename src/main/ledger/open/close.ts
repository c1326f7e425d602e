import { asWriter, readerInternals } from '../internals.ts'
import { wipeKeys } from '../keys/derive.ts'
import type { LedgerReader } from '../ledger.ts'

/**
 * Closes a ledger or reader: tidies the write-ahead log away, frees the seat, wipes the keys. Closing
 * twice does nothing. Whatever fails on the way, the seat is freed.
 */
export function closeLedger(reader: LedgerReader): void {
  const { connection, keys } = readerInternals(reader)
  if (!connection.open) return
  const writer = asWriter(reader)
  try {
    if (writer !== null && !connection.inTransaction) {
      writer.anchor.settle()
      connection.pragma('wal_checkpoint(TRUNCATE)')
    }
  } finally {
    try {
      connection.close()
    } finally {
      wipeKeys(keys)
      writer?.anchor.close()
      writer?.seat.release()
    }
  }
}
