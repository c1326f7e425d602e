import type { FormCode } from '../statistics/rows.ts'
import type { Day, Month } from '../time/day.ts'
import { formatDay, formatMonth } from '../time/format.ts'
import { formWords } from '../words/checks.ts'
import { letterWords } from '../words/confirming.ts'

interface Sender {
  readonly city: string
  /** The office in charge; empty where none is named. */
  readonly office: string
  /** The day that the text bears. */
  readonly today: Day
}

export interface LetterInput extends Sender {
  readonly party: string
  readonly form: FormCode
  readonly month: Month
  /** What is to be mended, one sentence each: the reason, the findings, the rows that were refused. */
  readonly points: readonly string[]
  readonly replyBy: Day | null
}

const lines = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null).join('\n')

/** 依頼文 of a 差戻し, ready to be sent: to whom, which report, what is to be mended, until when. */
export function letterText(input: LetterInput): string {
  const { form, replyBy } = input
  const month = formatMonth(input.month)
  const points = [...new Set(input.points.map((point) => point.trim()).filter((point) => point !== ''))]
  return lines(
    formatDay(input.today),
    '',
    letterWords.to(input.party),
    '',
    letterWords.from(input.city, input.office),
    '',
    `　${letterWords.subject(month, formWords[form])}`,
    '',
    letterWords.greeting,
    letterWords.lead(month, formWords[form]),
    '',
    letterWords.points,
    '',
    ...(points.length === 0
      ? [letterWords.noPoints]
      : points.map((point, index) => `${index + 1}　${point}`)),
    '',
    replyBy === null ? null : letterWords.replyBy(formatDay(replyBy, { weekday: true })),
    letterWords.sign,
    '',
    letterWords.end,
    '',
  )
}

export interface DunningInput extends Sender {
  readonly party: string
  readonly reports: readonly {
    readonly form: FormCode
    readonly month: Month
    readonly sentBack: boolean
    readonly dueOn: Day
    readonly daysLate: number
  }[]
}

/** 督促 of all that a party has not handed in. */
export function dunningText(input: DunningInput): string {
  const { dunning } = letterWords
  return lines(
    formatDay(input.today),
    '',
    letterWords.to(input.party),
    '',
    letterWords.from(input.city, input.office),
    '',
    `　${dunning.subject}`,
    '',
    letterWords.greeting,
    dunning.lead,
    '',
    letterWords.points,
    '',
    ...input.reports.map(({ form, month, sentBack, dueOn, daysLate }, index) => {
      const words = sentBack
        ? dunning.sentBack(formatMonth(month), formWords[form])
        : dunning.line(formatMonth(month), formWords[form], formatDay(dueOn), String(daysLate))
      return `${index + 1}　${words}`
    }),
    '',
    letterWords.sign,
    '',
    letterWords.end,
    '',
  )
}
