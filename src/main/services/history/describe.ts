import type {
  FieldChangeWords,
  HistoryAction,
  HistoryItem,
} from '../../../shared/contract/schemas/history.ts'
import { changedFields, type FieldChange } from '../../../shared/history/field-diff.ts'
import type { HistoryNames } from '../../../shared/history/image.ts'
import { subjectOf } from '../../../shared/history/subject.ts'
import { historyWords, wordsOf } from '../../../shared/words/history.ts'
import {
  actionName,
  mainTables,
  operationWords,
  rowsWords,
  undoWords,
} from '../../../shared/words/history-actions.ts'
import { countEntries } from '../../ledger/history/count-entries.ts'
import type { EntityTable } from '../../ledger/history/entities.ts'
import { NamedImages } from '../../ledger/history/named-images.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { type ActionRow, actionById } from '../../ledger/repositories/history-actions.ts'
import { firstEntryOf, type HistoryEntryRow } from '../../ledger/repositories/history-entries.ts'
import { isPossible, stateOf } from './undo-state.ts'

const longest = 2_000
const clipped = (text: string, at = longest): string =>
  text.length > at ? `${text.slice(0, at - 1)}…` : text
const title = (text: string): string => clipped(text, 200)

const toldChange = ({ field, label, before, after }: FieldChange): FieldChangeWords => ({
  field,
  label,
  before: before === null ? null : clipped(before),
  after: after === null ? null : clipped(after),
})

/** Entries and actions in words: reads images of any schema, and names what they refer to. */
export class HistoryTeller {
  readonly #ledger: LedgerReader
  readonly #images: NamedImages
  readonly #names: HistoryNames

  constructor(ledger: LedgerReader, names: HistoryNames) {
    this.#ledger = ledger
    this.#images = new NamedImages(ledger)
    this.#names = names
  }

  changes(entry: Pick<HistoryEntryRow, 'table' | 'before' | 'after'>): readonly FieldChange[] {
    const { table } = entry
    return changedFields(
      table,
      this.#images.of(table, entry.before),
      this.#images.of(table, entry.after),
      this.#names,
    )
  }

  subject(entry: Pick<HistoryEntryRow, 'table' | 'before' | 'after'>): string {
    const image = this.#images.of(entry.table, entry.after ?? entry.before)
    return title(
      image === null ? wordsOf(historyWords.tables, entry.table) : subjectOf(entry.table, image, this.#names),
    )
  }

  /** The subject of a row that is stored now. */
  subjectOfRow({ table, key }: { readonly table: EntityTable; readonly key: number }): string {
    const image = this.#images.stored(table, key)
    return title(image === null ? wordsOf(historyWords.tables, table) : subjectOf(table, image, this.#names))
  }

  item(entry: HistoryEntryRow): HistoryItem {
    return {
      sequence: entry.sequence,
      at: entry.at,
      who: entry.who,
      action: entry.action,
      actionWords: wordsOf(historyWords.actions, entry.action),
      actionId: entry.actionId,
      change: entry.change,
      table: entry.table,
      rowId: entry.rowId,
      subject: this.subject(entry),
      reason: entry.reason,
      changes: this.changes(entry).slice(0, 200).map(toldChange),
      disposed: entry.disposed,
    }
  }

  /** An action as one line of the history, with its name in the undo list. */
  action(action: ActionRow): HistoryAction {
    const told = this.#told(action)
    const { carrier, state } = stateOf(this.#ledger, action)
    return {
      actionId: action.id,
      sequence: action.lastSequence,
      at: action.at,
      who: action.who,
      action: action.kind,
      reason: action.reason,
      ...told,
      state,
      possible: isPossible(this.#ledger, { state, carrier }),
    }
  }

  /** 「相談 No.349 の入力」. */
  name(action: ActionRow): string {
    return this.#told(action).name
  }

  #told(action: ActionRow): Told {
    const cache = cacheOf(this.#ledger)
    const known = cache.get(action.id)
    if (known !== undefined) return known
    const told = this.#tell(action)
    if (cache.size >= 2_000) cache.clear()
    cache.set(action.id, told)
    return told
  }

  #tell(action: ActionRow): Told {
    const counts = countEntries(this.#ledger, action)
    const sum = (change: string): number =>
      counts.filter((row) => row.change === change).reduce((total, { count }) => total + count, 0)
    const changed = { inserted: sum('insert'), updated: sum('update'), deleted: sum('delete') }
    const main = mainTableOf(counts.map(({ table }) => table))
    const count = counts.filter(({ table }) => table === main).reduce((total, row) => total + row.count, 0)
    // What makes or replaces a ledger writes a little of everything.
    if (main === null || main === '' || count === 0 || action.kind.startsWith('ledger.')) {
      return { ...changed, ...this.#named(action, null), change: null, fields: 0 }
    }
    if (count > 1) {
      const subject = rowsWords(main, count)
      return { ...changed, ...this.#named(action, { table: main, count, subject }), change: null, fields: 0 }
    }
    const entry = firstEntryOf(this.#ledger, action, main)
    const subject = entry === null ? rowsWords(main, 1) : this.subject(entry)
    const changes = entry === null ? [] : this.changes(entry)
    const first = changes[0]
    return {
      ...changed,
      ...this.#named(action, { table: main, count, subject }),
      change: first === undefined ? null : toldChange(first),
      fields: changes.length,
    }
  }

  #named(
    action: ActionRow,
    rows: Parameters<typeof actionName>[1],
  ): Pick<Told, 'name' | 'operation' | 'subject'> {
    if (action.of !== null) {
      const base = actionById(this.#ledger, action.of)
      const of = base === null ? '' : this.name(base)
      const name = action.kind === 'history.redo' ? undoWords.redid(of) : undoWords.undid(of)
      return { name: title(name), operation: operationWords(action.kind), subject: title(of) }
    }
    return {
      name: title(actionName(action.kind, rows)),
      operation: title(operationWords(action.kind)),
      subject: title(rows?.subject ?? ''),
    }
  }
}

type Told = Pick<
  HistoryAction,
  'name' | 'operation' | 'subject' | 'change' | 'fields' | 'inserted' | 'updated' | 'deleted'
>

/** What an action wrote never changes; its entries may be many. One cache a connection, for its life. */
const caches = new WeakMap<LedgerReader, Map<string, Told>>()
function cacheOf(ledger: LedgerReader): Map<string, Told> {
  const known = caches.get(ledger)
  if (known !== undefined) return known
  const made = new Map<string, Told>()
  caches.set(ledger, made)
  return made
}

function mainTableOf(tables: readonly string[]): string | null {
  return mainTables.find((table) => tables.includes(table)) ?? tables[0] ?? null
}
