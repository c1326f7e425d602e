import { readerInternals } from '../../internals.ts'
import type { LedgerReader } from '../../ledger.ts'

interface Known {
  readonly version: number
  readonly values: Map<string, unknown>
}

const known = new WeakMap<LedgerReader, Known>()
/** Values that a reader keeps: the lists that a screen scrolls and sorts through, and what judges them. */
const keptValues = 12

/**
 * What `make` answers, kept until another connection changes the ledger: scrolling asks for window after
 * window of one list. For reading connections only: a writer's own changes would not be seen.
 */
export function kept<T>(reader: LedgerReader, name: string, make: () => T): T {
  if (reader.mode !== 'read') return make()
  const version = Number(readerInternals(reader).connection.pragma('data_version', { simple: true }))
  let own = known.get(reader)
  if (own === undefined || own.version !== version) {
    own = { version, values: new Map() }
    known.set(reader, own)
  }
  if (own.values.has(name)) return own.values.get(name) as T
  const value = make()
  const oldest = own.values.keys().next().value
  if (own.values.size >= keptValues && oldest !== undefined) own.values.delete(oldest)
  own.values.set(name, value)
  return value
}
