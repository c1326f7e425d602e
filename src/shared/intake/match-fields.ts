import type { IndicatorCell, StagedIndicator, StagedRecord } from './staged.ts'

/** A field of a record with its value in a form that can be compared: text, number, null, or a sorted list. */
export type FieldValue = string | number | boolean | null | readonly FieldValue[]

export type FieldValues = Readonly<Record<string, FieldValue>>

const sorted = (values: readonly string[]): readonly string[] =>
  values.length < 2 ? values : [...values].sort()

/**
 * The fields of a record that a book can correct, by name; where the record belongs (party, month) is none of
 * them. Lists are sorted: in which order choices were ticked says nothing.
 */
export function fieldsOf(record: StagedRecord): FieldValues {
  switch (record.kind) {
    case 'consultation': {
      const { kind, party, month, referrals, others, supports, companions, topics, factors, ...plain } =
        record
      return {
        ...plain,
        note: plain.note.trim(),
        supports: sorted(supports),
        companions: sorted(companions),
        topics: sorted(topics),
        factors: sorted(factors),
        referrals: sorted(referrals.map(({ destination, depth }) => `${destination} ${depth}`)),
        others: sorted(
          Object.entries(others).flatMap(([list, text]) => (text === '' ? [] : `${list} ${text}`)),
        ),
      }
    }
    case 'session': {
      const { kind, party, month, activityKind, date, attendance, content, ...plain } = record
      return {
        ...plain,
        date: JSON.stringify(date),
        attendance: sorted(attendance.map(({ group, count }) => `${group} ${count}`)),
        content: content.trim(),
      }
    }
    case 'tally': {
      const { state, value, flags } = record
      return { cell: state === 'value' ? value : state, estimate: flags.includes('estimate') }
    }
    case 'indicator': {
      const { indicatorKind, unit, direction, baselineYear, baseline, targets, actuals } = record
      const years = (rows: typeof targets) =>
        sorted(
          rows.flatMap(({ fiscalYear, cell }) => (isBlank(cell) ? [] : `${fiscalYear} ${cellText(cell)}`)),
        )
      return {
        indicatorKind,
        unit,
        direction,
        baseline: `${baselineYear ?? ''} ${cellText(baseline)}`,
        targets: years(targets),
        actuals: years(actuals),
      }
    }
  }
}

const isBlank = (cell: IndicatorCell): boolean => cell.kind === 'none' && cell.reason === 'blank'

/** 「88.2（30/34）」 as one comparable text. */
function cellText(cell: IndicatorCell): string {
  switch (cell.kind) {
    case 'number': {
      const parts = cell.parts === null ? '' : ` ${cell.parts.numerator}/${cell.parts.denominator}`
      return `${cell.value} ${cell.bound ?? ''}${parts}`.trim()
    }
    case 'stage':
      return cell.stage
    case 'none':
      return cell.reason
  }
}

/** An indicator as it is to be: the book's words and the years that it tells, the ledger's other years. */
export function overlayIndicator(before: StagedIndicator, told: StagedIndicator): StagedIndicator {
  const keepsBaseline = isBlank(told.baseline)
  return {
    ...told,
    baselineYear: keepsBaseline ? before.baselineYear : told.baselineYear,
    baseline: keepsBaseline ? before.baseline : told.baseline,
    targets: overlayYears(before.targets, told.targets),
    actuals: overlayYears(before.actuals, told.actuals),
  }
}

/**
 * A record as it is to be: what the book tells over what the ledger has. `told` null: the book tells all.
 */
export function overlay(
  before: StagedRecord,
  after: StagedRecord,
  told: ReadonlySet<string> | null,
): StagedRecord {
  if (before.kind === 'indicator' && after.kind === 'indicator') return overlayIndicator(before, after)
  if (told === null) return after
  const given = Object.fromEntries(Object.entries(after).filter(([field]) => told.has(field)))
  return { ...before, ...given } as StagedRecord
}

type Years = StagedIndicator['targets']

function overlayYears(before: Years, told: Years): Years {
  const years = new Map(before.map((row) => [row.fiscalYear, row]))
  for (const row of told) if (!isBlank(row.cell)) years.set(row.fiscalYear, row)
  return [...years.values()].toSorted((a, b) => a.fiscalYear - b.fiscalYear)
}

/** A field whose value differs. */
export interface FieldChange {
  readonly field: string
  readonly before: FieldValue
  readonly after: FieldValue
}

/** The told fields in which two records of a kind differ. */
export function changesBetween(before: FieldValues, after: FieldValues): readonly FieldChange[] {
  return Object.keys(after).flatMap((field) => {
    const [old = null, young = null] = [before[field], after[field]]
    return sameValue(old, young) ? [] : { field, before: old, after: young }
  })
}

const sameValue = (a: FieldValue, b: FieldValue): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b)
