import { type CodeLists, findList, itemsOn, labelOf } from '../../codes/code-list.ts'
import type { SheetLine } from '../../monthly/lines.ts'
import { isYearEntered } from '../../monthly/year-total.ts'
import { isAdditive } from '../../statistics/algebra.ts'
import type { FormCode } from '../../statistics/rows.ts'
import { monthParts } from '../../time/calendar.ts'
import type { Day, Month } from '../../time/day.ts'
import { formatMonthOnly } from '../../time/format.ts'
import { collectionWords as words } from '../../words/collection.ts'
import { consultationColumns, sessionColumns, sessionKinds } from './columns.ts'
import type { CollectionContent, CollectionSheet, RecordColumn, TallyLine } from './content.ts'

/** What a book is made from. */
export interface CollectionFacts {
  readonly form: FormCode
  readonly mode: 'records' | 'tally'
  /** Of one fiscal year, in order. */
  readonly months: readonly Month[]
  /** The lines of the party's monthly sheet, as `layoutLines` orders them. */
  readonly lines: readonly SheetLine[]
  readonly codes: CodeLists
  readonly venues: readonly { readonly code: string; readonly label: string }[]
  /** Drop-downs hold what may be chosen on this day. */
  readonly day: Day
}

/**
 * What a party is asked for: a grid of items × months, or sheets for its records with drop-downs; beside
 * records a grid of what no record tells (登録者数, 実人数). The year's own values are asked for only in a
 * book that reaches its March.
 */
export function layoutCollection(facts: CollectionFacts): CollectionContent {
  const { mode, form, months } = facts
  const lines = (mode === 'tally' ? facts.lines : facts.lines.filter(({ entered }) => entered)).flatMap(
    (line) => tallyLine(line, months),
  )
  const records = mode === 'records' ? recordSheets(form, months) : []
  const grid: readonly CollectionSheet[] =
    lines.length === 0
      ? []
      : [
          {
            kind: 'tally',
            key: 'tally',
            name: mode === 'tally' ? words.sheets.tally : words.sheets.entered,
            months: [...months],
            lines,
          },
        ]
  const columns = {
    consultations: records.some(({ kind }) => kind === 'consultations') ? consultationColumns() : [],
    sessions: records.some(({ kind }) => kind === 'sessions')
      ? sessionColumns(sessionKinds(form), (group) => labelOf(facts.codes, 'attendanceGroup', group))
      : [],
  }
  return {
    version: 1,
    sheets: [...records, ...grid],
    columns,
    lists: listsOf([...columns.consultations, ...columns.sessions], facts),
  }
}

function tallyLine(line: SheetLine, months: readonly Month[]): readonly TallyLine[] {
  const { id, statistic, keys, label, unit, depth } = line
  const monthly = !line.yearOnly
  const yearly = isYearEntered(line) && months.some((month) => monthParts(month).month === 3)
  if (!monthly && !yearly) return []
  const summed = monthly && months.length > 1 && isAdditive(line.measure, 'months')
  return [{ id, statistic, keys: { ...keys }, label, unit, depth, monthly, yearly, summed }]
}

/** Contacts stand on a sheet a month, so that a day alone says when; sessions are few. */
function recordSheets(form: FormCode, months: readonly Month[]): readonly CollectionSheet[] {
  if (form === 'consultation') {
    return months.map((month) => ({
      kind: 'consultations',
      key: `consultations-${month}`,
      name: formatMonthOnly(month),
      month,
    }))
  }
  const kinds = [...sessionKinds(form)]
  return [{ kind: 'sessions', key: 'sessions', name: words.sheets.sessions, months: [...months], kinds }]
}

function listsOf(columns: readonly RecordColumn[], facts: CollectionFacts): CollectionContent['lists'] {
  const wanted = new Set(columns.flatMap(({ list }) => (list === null ? [] : [list])))
  return Object.fromEntries([...wanted].map((name) => [name, [...listOf(name, facts)]]))
}

/** States that a session can be reported with: what was planned is no report. */
const reportedStates: readonly string[] = ['held', 'cancelled', 'postponed']

function listOf(name: string, facts: CollectionFacts): CollectionContent['lists'][string] {
  if (name === 'claim') {
    return [
      { code: 'new', label: words.claims.new },
      { code: 'continuing', label: words.claims.continuing },
    ]
  }
  if (name === 'venue') return facts.venues.map(({ code, label }) => ({ code, label }))
  const list = findList(facts.codes, name)
  const items = list === null ? [] : itemsOn(list, facts.day).map(({ code, label }) => ({ code, label }))
  if (name === 'activityState') return items.filter(({ code }) => reportedStates.includes(code))
  if (name === 'activityKind') return items.filter(({ code }) => sessionKinds(facts.form).includes(code))
  // Every referral has a depth: what nobody knows is asked again, not noted as 不明.
  return name === 'depth' ? items.filter(({ code }) => code !== 'unknown') : items
}
