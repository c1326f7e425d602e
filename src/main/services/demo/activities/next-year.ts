import { type ActivityPlan, activity, inMonths, planned } from './activity.ts'

/** 令和７年度の取組方針 ①–⑥ as the council paper words them: all planned, nothing more is known. */
export function nextYearActivities(): readonly ActivityPlan[] {
  return policies.map(({ category, title, venue }) =>
    activity({
      fiscalYear: 2025,
      category,
      kind: 'policy',
      title,
      party: 'division',
      venue,
      planned: inMonths('2025-04', '2026-03'),
      states: [planned('2024-11-29')],
    }),
  )
}

const policies = [
  { category: 1, title: '自立相談支援事業と連携した相談支援及びコーディネート機能の強化充実', venue: null },
  { category: 2, title: '谷戸高齢者在宅サービスセンター跡地における居場所の実施', venue: 'yato-site' },
  { category: 3, title: 'ひきこもり支援に関する関係機関、関係団体との連携強化', venue: null },
  { category: 4, title: 'ひきこもり家族セミナーの定期的な実施', venue: null },
  { category: 5, title: '住民向け講演会、フォーラム等の実施', venue: null },
  { category: 6, title: 'その他、ひきこもり支援の推進に繋がる取組', venue: null },
] as const
