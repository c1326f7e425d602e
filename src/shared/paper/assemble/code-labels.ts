import { houseDigits } from '../../cell/digits.ts'
import { findBreakdown } from '../../statistics/catalogue/breakdowns.ts'
import { isMonth } from '../../time/calendar.ts'
import { formatFiscalYear, formatMonthOnly } from '../../time/format.ts'
import type { PaperFacts } from '../template.ts'

/** The printed name of a code of a breakdown; a code without a label prints as it is. */
export function codeLabel(facts: Pick<PaperFacts, 'codes'>, breakdown: string, code: string): string {
  const timeLabel = labelOfTime(code)
  if (findBreakdown(breakdown)?.kind === 'time' && timeLabel !== null) return timeLabel
  return facts.codes[breakdown]?.find((entry) => entry.code === code)?.label ?? code
}

/** `2024-04` → 「４月」, `2024-Q1` → 「第１四半期」, `2024-H2` → 「下半期」, `2024` → 「令和６年度」. */
function labelOfTime(code: string): string | null {
  if (isMonth(code)) return formatMonthOnly(code)
  const part = /^\d{4}-([QH])([1-4])$/.exec(code)
  if (part?.[1] === 'Q') return `第${houseDigits(part[2] ?? '')}四半期`
  if (part?.[1] === 'H') return part[2] === '1' ? '上半期' : '下半期'
  return /^\d{4}$/.test(code) ? formatFiscalYear(Number(code)) : null
}

/** 「相談方法」. */
export const breakdownLabel = (breakdown: string): string => findBreakdown(breakdown)?.label ?? breakdown
