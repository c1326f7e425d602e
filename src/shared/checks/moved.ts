import type { FormCode } from '../statistics/rows.ts'
import type { FiscalYear, Month } from '../time/day.ts'
import { type Check, finding } from './finding.ts'

/** A number that stands fixed somewhere, and is another one when it is counted now. */
export interface MovedValue {
  /** 確定, or a paper or sheet that was printed, with its title. */
  readonly fixedBy: { readonly kind: 'confirmed' } | { readonly kind: 'printed'; readonly paper: string }
  readonly party: string | null
  readonly form: FormCode | null
  readonly statistic: string
  readonly fiscalYear: FiscalYear
  /** Null: the year's. */
  readonly month: Month | null
  /** Codes of the cut as in `codesOfTally`; '' for the total. */
  readonly codes: string
  readonly before: number | null
  readonly now: number | null
}

/** 確定後の差異, and papers whose numbers moved (domain §7, §8): findings, never a silent new number. */
export const checkMoved: Check = (rows, frame) =>
  (rows.moved ?? []).flatMap(({ fixedBy, party, form, statistic, fiscalYear, month, codes, before, now }) => {
    if (fiscalYear !== frame.fiscalYear || before === now) return []
    if (month !== null && (month < frame.period.from || month > frame.period.to)) return []
    const place = { party, form, statistic, fiscalYear, month }
    const values = { before: before ?? '', now: now ?? '', codes }
    if (fixedBy.kind === 'confirmed') return [finding('movedSinceConfirmed', place, values)]
    return [finding('movedSincePrinted', place, { ...values, paper: fixedBy.paper })]
  })
