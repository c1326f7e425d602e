/** Words of 集計・統計表. */

/** Conditions in words, for captions, chips and sentences. */
export const filterPhrases = {
  age: (operator: '>=' | '<=', age: number) => `${age}歳${operator === '>=' ? '以上' : '以下'}`,
  codes: (field: string, labels: readonly string[], is: boolean) =>
    `${field}：${labels.join('・')}${is ? '' : '以外'}`,
} as const

/** What stands in the table beside the words of papers. */
export const exploreTable = {
  growthOf: (year: string) => `${year}の増減`,
  samePeriod: '（前年同期比）',
  notCompared: '比べない',
  monthDifference: '前年同月との差',
  recut: (age: number) => `（参考）旧対象年齢（${age}歳以下）に限る`,
  recutNote:
    '（参考）は、令和５年度までの対象年齢に限って数え直したものである。経済状況等の条件はそろえていないため、増減は出さない。',
  provisional: (year: string, part: string, parts: string) =>
    `p は速報値。${year}は${part === '' ? '' : `${part}の数で、`}${parts}。`,
  checked: (reported: number, expected: number) => `確認済みは ${reported}/${expected} か月分`,
  allChecked: 'すべての月が確認済み',
  samePeriodNote: (period: string) => `増減は、前年同期（${period}）との比較である。`,
  noSum: {
    persons:
      '実人数のため、月の数を足しても期間計にならない。期間計は、期間を通して同じ人を重ねずに数えたもの。',
    parties: '報告元の間で同じ人を重ねて数えている場合があるため、内訳を足しても総数にならない。',
    multiple: '複数に当てはまるものを重ねて数えているため、内訳を足しても総数にならない。',
    snapshot: '時点の数のため、足せない。期間計の欄は、最後の時点の数。',
    quotient: '割合・平均は、足すことも平均することもできない。期間計は、分子の計を分母の計で割ったもの。',
  },
  chartTop: (count: number) => `図は、総数と多いものから${count}区分。`,
  overTime: (label: string) => `${label}の推移`,
  byMonth: (label: string) => `${label}（月別）`,
  by: (label: string, breakdown: string) => `${label}（${breakdown}別）`,
  crossed: (label: string, down: string, across: string) => `${label}（${down} × ${across}）`,
  inYear: (year: string, title: string) => `${year}　${title}`,
  withConditions: (title: string, conditions: readonly string[]) =>
    conditions.length === 0 ? title : `${title}［${conditions.join('、')}］`,
  missing: '値なし',
} as const
