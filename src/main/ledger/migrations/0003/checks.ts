/** Findings that someone looked into: 確認済（理由あり）. */
export const checks = ``
