import { readFileSync } from 'node:fs'
import { readBook } from '../../../../src/main/intake/read-book.ts'
import type { Book } from '../../../../src/shared/intake/book.ts'

const folder = new URL('../../../../../shared/samples/', import.meta.url)

export const sampleNames = {
  register: '相談受付簿_令和６年度.xlsx',
  place: '居場所_実施報告_令和６年度.xlsx',
  tally: '就労準備支援_月次報告_令和６年度.csv',
  indicators: '指標管理表_第５期計画.xlsx',
} as const

/** A sample as the reader of books hands it on. */
export const sampleBook = (name: string): Book => readBook(readFileSync(new URL(name, folder)), name)
