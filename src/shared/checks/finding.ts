import { findStatistic } from '../statistics/catalogue/catalogue.ts'
import type { ConsultationRow, FormCode, LedgerRows } from '../statistics/rows.ts'
import type { Day, FiscalYear, Month, TimeFrame } from '../time/day.ts'
import type { MovedValue } from './moved.ts'
import { type CheckRule, checkRules } from './rules.ts'

export type { CheckRule } from './rules.ts'

/** Where a finding stands; what does not apply is null. */
export interface FindingPlace {
  readonly party: string | null
  /** The form with which the party reports it; null where it is of no one form. */
  readonly form: FormCode | null
  readonly statistic: string | null
  /** A month, or null for the year's own value. */
  readonly month: Month | null
  readonly fiscalYear: FiscalYear
  readonly day: Day | null
  /** The row in the ledger, where one row is meant. */
  readonly rowId: string | null
}

/** エラー cannot be 確定; 警告 must be looked at (要確認). The words are in `words/checks.ts`. */
export interface CheckFinding {
  readonly rule: CheckRule
  readonly severity: 'error' | 'warning'
  readonly place: FindingPlace
  readonly parameters: Readonly<Record<string, string | number>>
  /** The place as a stable name: the same cell or record in every later run, whatever its values. */
  readonly placeKey: string
  /** The values that the rule saw: while they stay, it would find the same. */
  readonly fingerprint: string
}

/** What a check reads of a contact. */
export type CheckedContact = Pick<
  ConsultationRow,
  'id' | 'day' | 'party' | 'caseId' | 'newClaim' | 'method' | 'ageLow' | 'ageHigh' | 'household'
>

/**
 * The rows that checks read. Of contacts those may be missing that no check has anything to say of: neither in
 * a month told by tally, nor marked 新規 beside another of the same person, nor the same twice, nor of someone
 * who grew younger, nor 8050, nor the first of a party on a closed day; and cases that no contact has.
 */
export interface CheckRows
  extends Pick<
    LedgerRows,
    'parties' | 'partyForms' | 'reports' | 'cases' | 'activities' | 'tallies' | 'recordingSince'
  > {
  readonly consultations: readonly CheckedContact[]
  /** Today: what is told of a later month is told ahead. Without it nothing is. */
  readonly today?: Day
  /** Day of the following month until which parties report (締切); 10 unless it is set. */
  readonly dueDay?: number
  /** Age from which a household may be 8050; 40 unless it is set. */
  readonly minimumAge8050?: number
  /** Numbers that were fixed (確定, printed) and have moved since. */
  readonly moved?: readonly MovedValue[]
}

/** One check: pure, over rows, within a frame. */
export type Check = (rows: CheckRows, frame: TimeFrame) => readonly CheckFinding[]

type Seen = readonly (string | number | null)[]

/**
 * A finding of a rule. `seen` are the values that it was made from, where the parameters tell more than
 * that (an estimate moves with every month that comes in) or less; a form follows from the statistic.
 */
export function finding(
  rule: CheckRule,
  place: Partial<FindingPlace> & Pick<FindingPlace, 'fiscalYear'>,
  parameters: CheckFinding['parameters'] = {},
  seen: Seen = Object.keys(parameters)
    .sort()
    .map((name) => parameters[name] ?? null),
): CheckFinding {
  const { severity, about } = checkRules[rule]
  const form = about === 'consultation' ? 'consultation' : formOf(place.statistic ?? null)
  const whole = { party: null, form, statistic: null, month: null, day: null, rowId: null, ...place }
  return {
    rule,
    severity,
    place: whole,
    parameters,
    placeKey: placeKeyOf(whole, about === 'tally', parameters),
    fingerprint: JSON.stringify(seen),
  }
}

const formOf = (statistic: string | null): FormCode | null =>
  statistic === null ? null : (findStatistic(statistic)?.form ?? null)

/** A cell is named by what it counts (its row may be made anew), a record by its id. */
function placeKeyOf(place: FindingPlace, isCell: boolean, parameters: CheckFinding['parameters']): string {
  const { party, form, statistic, month, fiscalYear, rowId } = place
  if (!isCell && rowId !== null) return rowId
  const cut = parameters.codes ?? parameters.breakdown ?? ''
  return [party, form, statistic, month ?? fiscalYear, cut].map((part) => part ?? '').join(' ')
}
