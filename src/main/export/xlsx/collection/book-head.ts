import type { CollectionContent } from '../../../../shared/intake/collection/content.ts'

/** What stands over every sheet of a book, in words. */
export interface BookHead {
  readonly mark: string
  /** 「居場所」. */
  readonly form: string
  readonly party: string
  /** 「令和６年４月から９月まで」. */
  readonly months: string
  /** Party and months in one line. */
  readonly line: string
  /** 「令和６年10月10日」. */
  readonly due: string
  readonly sendTo: string
  readonly mode: 'records' | 'tally'
}

export interface CollectionBookInput {
  readonly content: CollectionContent
  readonly head: BookHead
  /** ISO instant: all dates inside the file. */
  readonly clock: string
}
