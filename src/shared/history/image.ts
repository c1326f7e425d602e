/** What SQLite stores in a column of the ledger. */
export type ImageValue = string | number | null

/** A whole row with its child rows as history keeps it, by names, brought to today's columns. */
export interface NamedImage {
  readonly columns: Readonly<Record<string, ImageValue>>
  /** Child rows by their table, in their order. */
  readonly children: Readonly<Record<string, readonly Readonly<Record<string, ImageValue>>[]>>
}

/** Names of what an image refers to by key or code, as they were on a day; the code itself where there is none. */
export interface HistoryNames {
  readonly code: (list: string, code: string) => string
  /** The code of a breakdown of a statistic: 「男性」 of `sex`. */
  readonly breakdown: (breakdown: string, code: string) => string
  readonly party: (key: number, on: string | null) => string
  readonly venue: (key: number, on: string | null) => string
  readonly programme: (key: number, on: string | null) => string
  /** The case's code: 「H077」. */
  readonly caseCode: (key: number) => string
  /** The list that a code item belongs to: 「相談方法」. */
  readonly codeList: (key: number) => string
  /** A list by its code, and an item of a list or of the list of its groups. */
  readonly listLabel: (code: string) => string
  readonly codeBeside: (listKey: number, code: string) => string
  /** A party or programme by its code. */
  readonly byCode: (table: 'party' | 'programme', code: string) => string
}
