/** What is too much in a book that comes in, for the error `bookTooLarge`; `{limit}` is the number. */
export const bookLimitWords = {
  fileBytes: 'ファイルの大きさは{limit}MBまで',
  zipEntries: '中のファイルは{limit}個まで',
  inflatedBytes: '開いた後の大きさは{limit}MBまで',
  sheets: 'シートは{limit}枚まで',
  places: 'セルは空きを含めて{limit}個まで',
  cells: '値のあるセルは{limit}個まで',
  merges: '結合は{limit}か所まで',
  styles: '書式は{limit}種類まで',
  sharedStrings: '文字列は{limit}個まで',
  recordCharacters: '一行は{limit}文字まで',
} as const

export type BookLimit = keyof typeof bookLimitWords
