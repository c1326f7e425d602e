import type { StoredRecord } from '../../../shared/intake/match.ts'
import type { IndicatorCell, StagedIndicator } from '../../../shared/intake/staged.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import type { NewRow, RowChange } from '../history/entities.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { IndicatorYearTable } from '../tables/indicators.ts'
import type { LedgerWriter } from '../writer.ts'

type YearColumns = Omit<IndicatorYearTable, 'indicator_key' | 'position' | 'origin' | 'note'>

/** The plan that covers a fiscal year, else the latest one. Null without any plan. */
export function planKeyOf(reader: LedgerReader, fiscalYear: FiscalYear): number | null {
  const plans = reader.all(
    build.selectFrom('plan').select(['key', 'from_year', 'to_year']).orderBy('from_year'),
  )
  const covering = plans.findLast((plan) => plan.from_year <= fiscalYear && fiscalYear <= plan.to_year)
  return (covering ?? plans.at(-1))?.key ?? null
}

/** The indicators of a plan as a book tells them. */
export function storedIndicators(reader: LedgerReader, planKey: number): readonly StoredRecord[] {
  const years = Map.groupBy(
    reader.all(
      build
        .selectFrom('indicator_year as y')
        .innerJoin('indicator as i', 'i.key', 'y.indicator_key')
        .selectAll('y')
        .where('i.plan_key', '=', planKey)
        .orderBy('y.indicator_key')
        .orderBy('y.position'),
    ),
    ({ indicator_key }) => indicator_key,
  )
  const rows = reader.all(
    build.selectFrom('indicator').selectAll().where('plan_key', '=', planKey).orderBy('position'),
  )
  return rows.map((row): StoredRecord => {
    const own = years.get(row.key) ?? []
    const of = (role: IndicatorYearTable['role']) =>
      own
        .filter((year) => year.role === role)
        .flatMap((year) =>
          year.fiscal_year === null ? [] : [{ fiscalYear: year.fiscal_year, cell: cellOf(year) }],
        )
    const baseline = own.find((year) => year.role === 'baseline')
    return {
      id: row.id,
      revision: row.revision,
      record: {
        kind: 'indicator',
        goalMark: row.goal_mark,
        measure: row.measure,
        name: row.name,
        indicatorKind: row.kind,
        unit: row.unit,
        direction: row.direction,
        baselineYear: row.baseline_year,
        baseline: baseline === undefined ? { kind: 'none', reason: 'blank' } : cellOf(baseline),
        targets: of('target'),
        actuals: of('actual'),
      },
    }
  })
}

function cellOf(row: YearColumns): IndicatorCell {
  if (row.kind === 'stage') return { kind: 'stage', stage: row.stage ?? '' }
  if (row.kind === 'none') return { kind: 'none', reason: row.missing ?? 'blank' }
  const parts =
    row.numerator === null || row.denominator === null
      ? null
      : { numerator: row.numerator, denominator: row.denominator }
  return { kind: 'number', value: row.value ?? '', bound: row.bound, parts }
}

/** A new indicator at the end of its plan, at the node whose text is its measure's, where there is one. */
export function insertIndicator(write: LedgerWriter, planKey: number, told: StagedIndicator): string {
  const last = write.get(
    build
      .selectFrom('indicator')
      .select((of) => of.fn.max('position').as('position'))
      .where('plan_key', '=', planKey),
  )
  const row: NewRow<'indicator'> = {
    ...columnsOf(told),
    plan_key: planKey,
    node_key: nodeOf(write, planKey, told.measure),
    keep_low: null,
    keep_high: null,
    accumulation: 'year',
    source: null,
    stages: null,
    department_key: null,
    position: (last?.position ?? 0) + 1,
    retired_on: null,
  }
  return write.insert('indicator', row).id
}

/** Writes what a book tells of an indicator; its place, source and rest stay. `seen`: the revision. */
export function updateIndicator(write: LedgerWriter, id: string, seen: number, told: StagedIndicator): void {
  write.update('indicator', id, seen, columnsOf(told))
}

function columnsOf(told: StagedIndicator) {
  const years: RowChange<'indicator'>['indicator_year'] = [
    ...(isBlank(told.baseline) ? [] : [yearRow('baseline', told.baselineYear, told.baseline)]),
    ...told.targets.flatMap(({ fiscalYear, cell }) =>
      isBlank(cell) ? [] : [yearRow('target', fiscalYear, cell)],
    ),
    ...told.actuals.flatMap(({ fiscalYear, cell }) =>
      isBlank(cell) ? [] : [yearRow('actual', fiscalYear, cell)],
    ),
  ]
  return {
    goal_mark: told.goalMark,
    measure: told.measure,
    name: told.name,
    kind: told.indicatorKind,
    unit: told.unit,
    decimals: decimalsOf(told),
    direction: told.direction,
    baseline_year: told.baselineYear,
    indicator_year: years,
  }
}

const isBlank = (cell: IndicatorCell): boolean => cell.kind === 'none' && cell.reason === 'blank'

function yearRow(
  role: IndicatorYearTable['role'],
  fiscal_year: FiscalYear | null,
  cell: IndicatorCell,
): YearColumns {
  const parts = cell.kind === 'number' ? cell.parts : null
  return {
    role,
    fiscal_year,
    kind: cell.kind,
    value: cell.kind === 'number' ? cell.value : null,
    bound: cell.kind === 'number' ? cell.bound : null,
    numerator: parts?.numerator ?? null,
    denominator: parts?.denominator ?? null,
    stage: cell.kind === 'stage' ? cell.stage : null,
    missing: cell.kind === 'none' ? cell.reason : null,
  }
}

/** As many places behind the point as any of its numbers has. */
function decimalsOf({ baseline, targets, actuals }: StagedIndicator): number {
  const cells = [baseline, ...targets.map(({ cell }) => cell), ...actuals.map(({ cell }) => cell)]
  return Math.max(
    0,
    ...cells.map((cell) => (cell.kind === 'number' ? (cell.value.split('.')[1] ?? '').length : 0)),
  )
}

function nodeOf(reader: LedgerReader, planKey: number, measure: string): number | null {
  const nodes = reader.all(
    build
      .selectFrom('plan_node')
      .select('key')
      .where('plan_key', '=', planKey)
      .where('text', '=', measure)
      .orderBy('depth', 'desc'),
  )
  return nodes[0]?.key ?? null
}
