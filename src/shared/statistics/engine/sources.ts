import { ok, type Result } from '../../contract/errors.ts'
import type { Month } from '../../time/day.ts'
import { findBreakdown } from '../catalogue/breakdowns.ts'
import type { Filter, StatisticQuery } from '../definition.ts'
import type { TallyRow } from '../rows.ts'
import type { StatisticContext, StatisticFrameRows } from './context.ts'
import type { CountRequest, RecordCounter } from './counter.ts'
import { coverageOf } from './coverage.ts'
import { planQuery, type QueryPlan } from './plan.ts'
import { begunMonths, isOver, type Slice, slicesOf, wholeYear } from './slices.ts'
import { requestFor, tallyMonths, type Workspace, workspaceOf } from './workspace.ts'

/** What one party told of one month that a number rests on. */
export interface MonthSource {
  readonly party: string
  readonly month: Month
  readonly state: 'checked' | 'unchecked' | 'tally' | 'missing'
}

/** Where one cell of a result comes from (算出根拠): the records to look for, entered values, and reports. */
export interface CellSources {
  readonly plan: QueryPlan
  /** Records of the cell; its codes stand among the conditions. */
  readonly request: CountRequest
  readonly tallies: readonly TallyRow[]
  readonly months: readonly MonthSource[]
  /** Parties with the same form that 計上ルール leaves out of the number. */
  readonly otherParties: readonly string[]
}

/**
 * The sources of a row of a query (`keys` as in its result), or of its total (no keys). Errors: those of
 * `planQuery`. Quotients have none of their own: those of their parts are asked for.
 */
export function sourcesOfCell(
  query: StatisticQuery,
  keys: readonly string[],
  rows: StatisticFrameRows,
  counter: RecordCounter,
  context: StatisticContext,
): Result<CellSources> {
  const planned = planQuery(query, rows, context)
  if (!planned.ok) return planned
  const plan = planned.value
  const keyOf = (breakdown: string): string | null => keys[query.by.indexOf(breakdown)] ?? null
  const total = keys.length === 0
  const own = workspaceOf(
    plan,
    rows,
    counter,
    context,
    total ? [] : plan.keys.map((row) => row.code),
    () => false,
  )
  const work: Workspace = total ? { ...own, plan: { ...plan, byParty: false, time: null } } : own
  const party = plan.byParty ? keyOf('party') : null
  const parties = party === null ? plan.parties : [party]
  const slice = sliceOf(plan, plan.time === null ? null : keyOf(plan.time))
  const codes = total ? [] : plan.keys.map((row) => keyOf(row.code) ?? '')
  const where: readonly Filter[] = total
    ? []
    : plan.keys.map((row, index) => ({ field: row.code, operator: 'is', codes: [codes[index] ?? ''] }))
  const request = requestFor(work, parties, { keys: [], whole: true })
  const inSlice = new Set(slice.months)
  return ok({
    plan,
    request: {
      ...request,
      months: slice.months,
      included: new Map(
        [...request.included].map(([code, months]) => [
          code,
          new Set([...months].filter((month) => inSlice.has(month))),
        ]),
      ),
      where: [...request.where, ...where],
    },
    tallies: talliesOf(work, parties, slice, codes),
    months: monthsOf(work, parties, slice),
    otherParties: otherParties(work, slice),
  })
}

function sliceOf(plan: QueryPlan, key: string | null): Slice {
  const whole: Slice = { code: '', months: plan.months }
  if (key === null) return whole
  return (
    slicesOf(plan.query.frame.period, plan.time).find((slice) => slice.code === key) ?? {
      code: key,
      months: [],
    }
  )
}

/** Entered values that make the cell: those of its months, or the year's own where that was told. */
function talliesOf(
  work: Workspace,
  parties: readonly string[],
  slice: Slice,
  codes: readonly string[],
): readonly TallyRow[] {
  const { plan, rows, context } = work
  if (plan.where.length > 0) return []
  const { asOf } = plan.query.frame
  const year = wholeYear(slice.months, asOf)
  const own = rows.tallies.filter(
    (row) => row.statistic === plan.definition.code && row.adopted && cutAs(row, plan, codes, context),
  )
  return parties.flatMap((party) => {
    const months =
      plan.source.kind === 'entered'
        ? slice.months.filter((month) => isOver(month, asOf))
        : tallyMonths(work, party, slice)
    const ofParty = own.filter((row) => row.party === party)
    const ofYear = ofParty.filter((row) => row.month === null && row.fiscalYear === year)
    const ofMonths = ofParty.filter((row) => row.month !== null && months.includes(row.month))
    if (months.length === 0 && plan.source.kind !== 'entered') return []
    const yearCounts = plan.definition.measure === 'persons' || ofMonths.length === 0
    return ofYear.length > 0 && yearCounts ? ofYear : ofMonths
  })
}

/** Whether an entered value stands under these codes; one without a cut stands under 不明 alone. */
function cutAs(row: TallyRow, plan: QueryPlan, codes: readonly string[], context: StatisticContext): boolean {
  if (codes.length === 0) return Object.keys(row.keys).length === 0
  return plan.keys.every(({ code }, index) => {
    const written = row.keys[code]
    const list = findBreakdown(code)?.list ?? code
    return written !== undefined && context.codes.canonical(list, written) === codes[index]
  })
}

function monthsOf(work: Workspace, parties: readonly string[], slice: Slice): readonly MonthSource[] {
  const { coverage, plan } = work
  const { asOf } = plan.query.frame
  return begunMonths(slice.months, asOf).flatMap((month) =>
    parties.flatMap((party): readonly MonthSource[] => {
      const mode = coverage.modeOf(party, month)
      if (mode === 'unlisted') return []
      if (mode === 'records') {
        return [{ party, month, state: coverage.checked(party, month) ? 'checked' : 'unchecked' }]
      }
      if (!isOver(month, asOf)) return []
      const there = (work.entered.month(party, month, [])?.parts.reported ?? 0) > 0
      return [{ party, month, state: there ? 'tally' : 'missing' }]
    }),
  )
}

/** Parties that report the same form in these months, but do not make this number. */
function otherParties({ rows, plan }: Workspace, slice: Slice): readonly string[] {
  if (plan.query.party !== null) return []
  const coverage = coverageOf(rows, plan.definition.form)
  return rows.parties
    .map((party) => party.code)
    .filter((party) => !plan.parties.includes(party))
    .filter((party) => slice.months.some((month) => coverage.modeOf(party, month) !== 'unlisted'))
}
