import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { fieldLabel, fieldsOf } from '../../../shared/history/fields.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import { historyWords, wordsOf } from '../../../shared/words/history.ts'
import { type EntityTable, entityTables, isEntityTable } from '../../ledger/history/entities.ts'
import { NamedImages } from '../../ledger/history/named-images.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import {
  type ActionRow,
  actingStaff,
  actionById,
  actionKinds,
  latestActions,
  latestInstant,
  searchActions,
} from '../../ledger/repositories/history-actions.ts'
import {
  entriesOfAction,
  entriesOfRow,
  type HistoryEntryRow,
} from '../../ledger/repositories/history-entries.ts'
import type { ReaderContext, ReaderHandlers } from '../contexts.ts'
import { HistoryTeller } from './describe.ts'
import { historyNames } from './names.ts'
import { rowsMeant } from './search-rows.ts'
import { blocksOf } from './undo-blocks.ts'
import { isStep, redoIsOpen, stateOf } from './undo-state.ts'

/** The clock of a PC is set by hand now and then: less than this says nothing. */
const clockToleranceMs = 5 * 60_000

const tellerOf = ({ ledger, now }: ReaderContext) =>
  new HistoryTeller(ledger, historyNames(ledger, dayInJapan(now())))

function entityTable(table: string): EntityTable {
  if (isEntityTable(table)) return table
  throw new AppFailure(appError('notFound', { table, id: '' }))
}

export function requiredAction(ledger: LedgerReader, id: string): ActionRow {
  const action = actionById(ledger, id)
  if (action === null) throw new AppFailure(appError('notFound', { table: 'action', id }))
  return action
}

/** 値の履歴 and 変更履歴: who, when, what, before → after, why; and what 元に戻す would do. */
export const historyScreenReader = {
  'history.ofRow': ({ table: name, id, field, before, limit }, context) => {
    const { ledger } = context
    const table = entityTable(name)
    const teller = tellerOf(context)
    const { entries, next } = entriesWithField(ledger, table, id, field, before, limit, teller)
    const image = new NamedImages(ledger).current(table, id)
    const spec =
      image === null || field === null
        ? undefined
        : fieldsOf(table, image).find((candidate) => candidate.field === field)
    const names = historyNames(ledger, dayInJapan(context.now()))
    const newest = entries[0]
    const items = entries.map((entry) => {
      const item = teller.item(entry)
      return field === null
        ? item
        : { ...item, changes: item.changes.filter((change) => change.field === field) }
    })
    return {
      subject: newest === undefined ? '' : teller.subject(newest),
      label: field === null ? null : fieldLabel(table, field),
      current: image === null || spec === undefined ? null : spec.show(image, names),
      revision: image === null ? null : Number(image.columns.revision),
      items,
      next,
    }
  },
  'history.action': ({ actionId, after, limit }, context) => {
    const { ledger } = context
    const teller = tellerOf(context)
    const action = requiredAction(ledger, actionId)
    const entries = entriesOfAction(ledger, action, after, limit)
    const last = entries.at(-1)
    return {
      action: teller.action(action),
      items: entries.map((entry) => teller.item(entry)),
      next: last === undefined || last.sequence >= action.lastSequence ? null : last.sequence,
    }
  },
  'history.search': (input, context) => {
    const { ledger } = context
    const teller = tellerOf(context)
    const words = input.text.trim()
    const found = searchActions(ledger, {
      who: input.who,
      kinds: input.kinds,
      table: input.table,
      from: input.from === null ? null : startOf(input.from),
      until: input.to === null ? null : endOf(input.to),
      text: words === '' ? null : { words, rows: rowsMeant(ledger, words) },
      before: input.before,
      limit: input.limit,
    })
    const last = found.at(-1)
    return {
      actions: found.map((action) => teller.action(action)),
      next: last === undefined || found.length < input.limit ? null : last.key,
    }
  },
  'history.facets': (_input, { ledger }) => ({
    who: [...actingStaff(ledger)],
    kinds: actionKinds(ledger).map((kind) => ({ kind, words: wordsOf(historyWords.actions, kind) })),
    tables: entityTables.map((table) => ({ table, words: wordsOf(historyWords.tables, table) })),
  }),
  'history.undoList': (_input, context) => {
    const { ledger } = context
    const teller = tellerOf(context)
    const { undo, redo } = nextSteps(ledger)
    const shown = latestActions(ledger, 60)
      .filter((action) => !isStep(action.kind) && stateOf(ledger, action).state !== 'fixed')
      .slice(0, 20)
    return {
      undo: undo === null ? null : teller.action(undo),
      redo: redo === null ? null : teller.action(redo),
      actions: shown.map((action) => teller.action(action)),
    }
  },
  'history.undoBlocks': ({ of }, context) => {
    const action = requiredAction(context.ledger, of)
    const { count, blocks } = blocksOf(context.ledger, action, tellerOf(context), 50)
    return { name: tellerOf(context).name(action), count, blocks: [...blocks] }
  },
  'history.clock': (_input, { ledger, now }) => {
    const latest = latestInstant(ledger)
    const current = now()
    const behind = latest !== null && Date.parse(latest) - current.getTime() > clockToleranceMs
    return { behind: behind ? { now: current.toISOString(), latest } : null }
  },
} satisfies Partial<ReaderHandlers>

/** The first instant of a day in Japan, and of the day after it (no summer time there). */
const startOf = (day: string): string => new Date(`${day}T00:00:00+09:00`).toISOString()
const endOf = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00+09:00`) + 86_400_000).toISOString()

/** The newest action that stands, and the one whose undo is the newest step, while redo is open. */
function nextSteps(ledger: LedgerReader): {
  readonly undo: ActionRow | null
  readonly redo: ActionRow | null
} {
  let redo: ActionRow | null = null
  let newestStep = 0
  let before: number | null = null
  for (;;) {
    const page = latestActions(ledger, 50, before)
    for (const action of page) {
      if (isStep(action.kind)) continue
      const { state, carrier } = stateOf(ledger, action)
      if (state === 'undone' && carrier.key > newestStep && redoIsOpen(ledger, carrier)) {
        redo = action
        newestStep = carrier.key
      }
      if (state === 'done') return { undo: action, redo }
    }
    const last = page.at(-1)
    if (last === undefined) return { undo: null, redo }
    before = last.key
  }
}

/** Entries of a row; with a field only those that changed it, looked for page by page. */
function entriesWithField(
  ledger: LedgerReader,
  table: EntityTable,
  id: string,
  field: string | null,
  before: number | null,
  limit: number,
  teller: HistoryTeller,
): { readonly entries: readonly HistoryEntryRow[]; readonly next: number | null } {
  const entries: HistoryEntryRow[] = []
  let from = before
  for (;;) {
    const page = entriesOfRow(ledger, table, id, from, limit)
    for (const entry of page) {
      if (field !== null && !teller.changes(entry).some((change) => change.field === field)) continue
      entries.push(entry)
      if (entries.length === limit) return { entries, next: entry.sequence }
    }
    const last = page.at(-1)
    if (last === undefined || page.length < limit) return { entries, next: null }
    from = last.sequence
  }
}
