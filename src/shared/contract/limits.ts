/** Upper bounds that hold at every door; they keep hostile input small before anything looks at it. */
export const limits = {
  /** A whole request as JSON, in bytes (the HTTP host refuses before reading more). */
  requestBytes: 1_000_000,
  /** Codes and ids. */
  code: 100,
  /** Names, titles, labels. */
  name: 200,
  /** A paragraph of a paper, a comment. */
  text: 20_000,
  path: 1_024,
  passphrase: 1_000,
  /** Entries of a list inside a request. */
  list: 200,
  /** Rows of one page of an answer. */
  page: 500,
} as const
