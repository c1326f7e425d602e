/** Words that the renderers add to a paper; everything else stands in the report model. */
export const exportWords = {
  product: '福祉台帳',
  /** A number field without a value, as the model writes it. */
  missingValue: '値なし',
  labelColon: '：',
  legendMark: '記号',
  sourceMark: '出典',
  period: '対象期間',
  unit: (unit: string): string => (/^[（(]/u.test(unit) ? unit : `（${unit}）`),
  /** The part of a wide table that had to be split: 「（２／３）」. */
  tablePart: (part: string, parts: string): string => `（${part}／${parts}）`,
  tableContinued: '（続き）',
  provisional: 'p',
  pageOf: (page: string, pages: string): string => `${page} / ${pages}`,
  textSheet: '本文',
  chartTableCategory: '区分',
  printPage: '&P / &N',
} as const
