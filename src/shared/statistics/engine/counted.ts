import type { Cell } from '../../cell/cell.ts'
import { stateCell } from '../../cell/construct.ts'
import type { StatisticResult, StatisticRow } from '../definition.ts'
import { addNotes } from './add-notes.ts'
import { cellAt } from './cells.ts'
import type { StatisticContext, StatisticFrameRows } from './context.ts'
import { type Counts, countKey, type RecordCounter, splitCountKey } from './counter.ts'
import type { QueryPlan } from './plan.ts'
import { rowCodes } from './row-codes.ts'
import { type Slice, slicesOf } from './slices.ts'
import { type Excluded, requestFor, type Workspace, workspaceOf } from './workspace.ts'

/** A statistic that is counted or entered; `excluded` months of parties are left out of a quotient's part. */
export function evaluateCounted(
  plan: QueryPlan,
  rows: StatisticFrameRows,
  counter: RecordCounter,
  context: StatisticContext,
  excluded: Excluded,
): StatisticResult {
  const keys = plan.keys.map((row) => row.code)
  const work = workspaceOf(plan, rows, counter, context, keys, excluded)
  const total = totalOf({ ...work, tallies: work.entered })
  const made = plan.query.by.length === 0 ? [] : makeRows(work, keys)
  addNotes(work, total)
  return { query: plan.query, total, rows: made, notes: work.notes.list() }
}

function totalOf(work: Workspace): Cell {
  const { plan, counter, context } = work
  const slice: Slice = { code: '', months: plan.months }
  const whole: Workspace = { ...work, plan: { ...plan, byParty: false, time: null } }
  const request = requestFor(whole, plan.parties, { keys: [], whole: true })
  if (severalStrata(whole, plan.parties, [])(slice, [])) return strataCell(work)
  const counted = counter.count(request, context).get(countKey('', []))
  return cellAt(whole, { slice, parties: plan.parties, codes: [], counted })
}

function makeRows(work: Workspace, keys: readonly string[]): readonly StatisticRow[] {
  const { plan, counter, context } = work
  const slices = slicesOf(plan.query.frame.period, plan.time)
  const groups: readonly PartyGroup[] = plan.byParty
    ? plan.parties.map((party) => ({ code: party, parties: [party] }))
    : [{ code: '', parties: plan.parties }]
  const counted = groups.map((group) =>
    counter.count(requestFor(work, group.parties, { keys, whole: false }), context),
  )
  const shown = groups.flatMap((group, index) => {
    const counts = counted[index]
    return counts !== undefined && (!plan.byParty || isShown(work, group.code, counts))
      ? [{ ...group, counts, strata: severalStrata(work, group.parties, keys) }]
      : []
  })
  const columns = plan.keys.map((breakdown, position) => rowCodes(work, breakdown, position, counted))
  const combinations = columns.reduce<readonly (readonly string[])[]>(
    (before, codes) => before.flatMap((one) => codes.map((code) => [...one, code])),
    [[]],
  )
  const made = shown.flatMap((group) =>
    slices.flatMap((slice) =>
      combinations.map((codes) => ({
        slice,
        group,
        codes,
        cell: group.strata(slice, codes)
          ? strataCell(work)
          : cellAt(work, {
              slice,
              parties: group.parties,
              codes,
              counted: group.counts.get(countKey(slice.code, codes)),
            }),
      })),
    ),
  )
  const place = new Map(made.map((row, index) => [row, index]))
  const ordered = plan.query.by[0] === 'party' ? made : inQueryOrder(plan, made, slices, columns, place)
  return ordered.map(({ slice, group, codes, cell }) => ({
    keys: keysInOrder(plan, slice.code, group.code, codes),
    cell,
  }))
}

interface PartyGroup {
  readonly code: string
  readonly parties: readonly string[]
}

interface MadeRow {
  readonly slice: Slice
  readonly group: PartyGroup
  readonly codes: readonly string[]
  readonly cell: Cell
}

/** Sorts by the first breakdown, then the second; the rows come party by party, slice by slice. */
function inQueryOrder<Row extends MadeRow>(
  plan: QueryPlan,
  rows: readonly Row[],
  slices: readonly Slice[],
  columns: readonly (readonly string[])[],
  place: ReadonlyMap<Row, number>,
): readonly Row[] {
  const first = plan.query.by[0]
  const rank = (row: Row): number => {
    if (first === plan.time) return slices.indexOf(row.slice)
    const position = plan.keys.findIndex((key) => key.code === first)
    return columns[position]?.indexOf(row.codes[position] ?? '') ?? 0
  }
  return rows.toSorted((a, b) => rank(a) - rank(b) || (place.get(a) ?? 0) - (place.get(b) ?? 0))
}

function keysInOrder(
  plan: QueryPlan,
  slice: string,
  party: string,
  codes: readonly string[],
): readonly string[] {
  return plan.query.by.map((code) => {
    if (code === plan.time) return slice
    if (code === 'party') return party
    return codes[plan.keys.findIndex((key) => key.code === code)] ?? ''
  })
}

/** A party has a row when it was asked for the form, entered something, or has records. */
function isShown(work: Workspace, party: string, counts: Counts): boolean {
  return (
    counts.size > 0 ||
    work.tallies.parties.has(party) ||
    work.plan.months.some((month) => work.coverage.modeOf(party, month) !== 'unlisted')
  )
}

/** Strata of a survey are never added: says where more than one would be (worked case 7). */
function severalStrata(
  work: Workspace,
  parties: readonly string[],
  keys: readonly string[],
): (slice: Slice, codes: readonly string[]) => boolean {
  const { plan, counter, context } = work
  const stratified = plan.definition.breakdowns.includes('stratum') && !keys.includes('stratum')
  if (!stratified) return () => false
  const counts = counter.count(
    requestFor(work, parties, { keys: [...keys, 'stratum'], whole: false }),
    context,
  )
  const strata = new Map<string, number>()
  for (const key of counts.keys()) {
    const [slice = '', ...codes] = splitCountKey(key)
    const place = countKey(slice, codes.slice(0, -1))
    strata.set(place, (strata.get(place) ?? 0) + 1)
  }
  return (slice, codes) => (strata.get(countKey(slice.code, codes)) ?? 0) > 1
}

function strataCell(work: Workspace): Cell {
  work.notes.add('strataNotSummed')
  return stateCell('notApplicable', { parts: { reported: 0, expected: 0 } })
}
