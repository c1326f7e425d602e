import type { BookKind } from './staged.ts'

export const bookKinds = [
  'consultations',
  'sessions',
  'tally',
  'indicators',
] as const satisfies readonly BookKind[]

/** What cannot be known from a book, with the choices; each is asked once per profile (domain §2). */
export const answerChoices = {
  /** A lone 「－」 or 「なし」 where a number is expected. Unanswered: blank, with a finding. */
  dash: ['zero', 'notApplicable', 'blank'],
  /** 「45（12）」, 「(12)」: never a negative number. Whatever it is, the figure is the 45. Unanswered: refused. */
  brackets: ['included', 'repeated', 'previousYear'],
  /** Amounts without a unit. Unanswered: the statistic's own unit, with a finding. */
  money: ['yen', 'thousandYen'],
  /** Free text that seems to hold names, telephone numbers or addresses. Unanswered: the text is left out. */
  privateText: ['leaveOut', 'keep'],
  /** A contact without a case number. Unanswered: anonymous, with a warning. */
  emptyCase: ['anonymous', 'refuse'],
} as const

export type AnswerCode = keyof typeof answerChoices
export const answerCodes = Object.keys(answerChoices) as readonly AnswerCode[]
export type Answers = { readonly [Code in AnswerCode]?: (typeof answerChoices)[Code][number] }
