/** Words of readings: what a text was taken for. */
export const readingWords = {
  asAbove: '上の行と同じ',
  hidden: '（表示しません）',
  unknown: '不明',
  anonymous: '匿名',
  age: (low: number | null, high: number | null, open: boolean): string =>
    low === high ? `${low ?? ''}歳` : open ? `${low ?? 0}歳以上` : `${low ?? 0}～${high ?? ''}歳`,
} as const
