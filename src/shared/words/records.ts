/** Words of the exported records. */
export const recordsWords = {
  fictional: '架空の数値',
  /** `count` 2 and more: files of that name are there already. */
  fileName: (day: string, fictional: boolean, count: number): string =>
    `${day}_相談記録${fictional ? '_架空の数値' : ''}${count > 1 ? `_${count}` : ''}.csv`,
} as const
