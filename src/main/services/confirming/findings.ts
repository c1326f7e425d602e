import type { FormCode } from '../../../shared/statistics/rows.ts'
import type { Day, FiscalYear, Month } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { type CheckResult, check, checkDay, isOpen } from '../check.ts'

/** What 点検 says of a period. */
export interface PeriodFindings {
  readonly errors: readonly CheckResult[]
  /** 警告 without a reason. */
  readonly warnings: readonly CheckResult[]
  readonly acknowledged: number
}

/**
 * 点検 by party and form for a month, or for a year: of a year those of its months too, since they are its own.
 * Read once for all places.
 */
export function findingsIn(
  reader: LedgerReader,
  period: { readonly fiscalYear: FiscalYear; readonly month: Month | null },
  today: Day,
): (party: string, form: FormCode) => PeriodFindings {
  const inside = check(reader, checkDay(reader, today), today).filter(({ place }) =>
    period.month === null ? place.fiscalYear === period.fiscalYear : place.month === period.month,
  )
  return (party, form) => {
    const own = inside.filter(({ place }) => place.party === party && place.form === form)
    const open = own.filter(isOpen)
    return {
      // An エラー forbids 確定 whatever reason stands beside it.
      errors: own.filter(({ severity }) => severity === 'error'),
      warnings: open.filter(({ severity }) => severity === 'warning'),
      acknowledged: own.filter((one) => one.severity === 'warning' && !isOpen(one)).length,
    }
  }
}
