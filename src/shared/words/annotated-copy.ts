/** Words that the tool writes into the copy of a user's file. */
export const annotatedCopyWords = {
  /** Author of the comments. */
  author: '福祉台帳',
  verdict: '判定',
  reason: '理由',
  tones: { refused: '取り込めません', warning: '確認してください', note: 'お知らせ' },
} as const
