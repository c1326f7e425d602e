/** Words of 設定 and 年度更新. */
export const modeWords = { records: '一件ずつの記録', tally: '月報の件数' } as const

/** Why an item can be neither merged nor deleted. */
export const heldWords = {
  state: '「不明」と「その他」は、どの区分にも要ります',
  needed: '統計項目がこの項目を数えています',
  fixed: '台帳の仕組みがこの区分を使っています',
} as const
