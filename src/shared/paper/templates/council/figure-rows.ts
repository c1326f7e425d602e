import { findStatistic, versionIn } from '../../../statistics/catalogue/catalogue.ts'
import type { Filter } from '../../../statistics/definition.ts'
import type { FiscalYear } from '../../../time/day.ts'

/** A line of 「取組の実績」: a statistic, how it is called here and how deep it stands. */
export interface FigureRow {
  readonly statistic: string
  readonly where: readonly Filter[]
  readonly label: string
  readonly indent: 0 | 1
}

const row = (
  statistic: string,
  label: string,
  indent: 0 | 1 = 0,
  where: readonly Filter[] = [],
): FigureRow => ({
  statistic,
  where,
  label,
  indent,
})

/** In the order of ①–⑤. The re-cut to the old ages stands under the number that it explains (参考). */
export const figureRows: readonly FigureRow[] = [
  row('consultation.events', '相談延べ件数'),
  row('consultation.visits', '（再掲）訪問（アウトリーチ）', 1),
  row('consultation.accompanied', '（再掲）同行支援', 1),
  row('consultation.events', '（再掲）30歳以上', 1, [{ field: 'age', operator: '>=', age: 30 }]),
  row('consultation.events', '（参考）29歳以下', 1, [{ field: 'age', operator: '<=', age: 29 }]),
  row('consultation.persons', '相談実人数'),
  row('consultation.new', '新規', 1),
  row('consultation.continuing', '継続', 1),
  row('referral.events', 'つなぎ件数'),
  row('place.sessions', '居場所　開催回数'),
  row('place.attendance', '居場所　参加延べ人数'),
  row('network.meetings', '連絡会議　開催回数'),
  row('family.sessions', '家族会・家族セミナー　開催回数'),
  row('outreach.visitors', '普及啓発　来場者延べ人数'),
]

/** Cuts by age say something only since the scope has no upper age. */
export function figureRowsIn(fiscalYear: FiscalYear): readonly FigureRow[] {
  const definition = findStatistic('consultation.events')
  const open = definition !== null && versionIn(definition, fiscalYear)?.ages.high === null
  return figureRows.filter((row) => open || row.where.length === 0)
}
