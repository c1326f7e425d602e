/** Words that the renderers add to a paper; everything else stands in the report model. */
export const exportWords = {
  product: '福祉台帳',
  labelColon: '：',
  sourceMark: '出典',
  period: '対象期間',
  unit: (unit: string): string => (/^[（(]/u.test(unit) ? unit : `（${unit}）`),
  /** The part of a wide table that had to be split: 「（２／３）」. */
  tablePart: (part: string, parts: string): string => `（${part}／${parts}）`,
  tableContinued: '（続き）',
  provisional: 'p',
  pageOf: (page: string, pages: string): string => `${page} / ${pages}`,
  textSheet: '本文',
  category: '区分',
  /** In the text sheet, where a table or chart stood. */
  onSheet: (title: string, sheet: string): string => `${title}（シート「${sheet}」）`,
  /** File names (documents §5) drop what every title ends with. */
  titleTail: /(の取組|の取り組み|の状況)?について$/u,
} as const
