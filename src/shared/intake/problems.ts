import { quoted } from './cell-text.ts'
import type { BookPlace, RowProblem } from './staged.ts'

/** Why a row or a cell is refused; the words are in `words/intake.ts`. */
export const refusalCodes = [
  /** {reason}: of `readDay`. */
  'dayUnreadable',
  'dayMissing',
  /** The day lies in another fiscal year than the book. {fiscalYear} */
  'outsideYear',
  'ageUnreadable',
  /** A word that is in no list. {list} */
  'notInList',
  'partyUnknown',
  /** More than one word where one belongs. */
  'severalValues',
  /** The value is not shown: it may be a name. */
  'notACaseCode',
  'caseMissing',
  'dittoWithoutAbove',
  /** {reason}: of `readNumber` or `readEntry`. */
  'numberUnreadable',
  /** 「45（12）」 before the question was answered. */
  'bracketsAsked',
  'negativeCount',
  'formulaWithoutValue',
  'errorCell',
  /** A label that is no statistic. */
  'unknownItem',
  /** Neither the sheet nor the row says the month. */
  'monthMissing',
  'stateUnreadable',
  'indicatorUnreadable',
  'tooLong',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** Taken, but to be looked at. */
export const warningCodes = [
  /** {written, actual} */
  'wrongWeekday',
  /** {era} */
  'eraEnded',
  'eraNotBegun',
  /** A time of day beside a date: not read. */
  'timeIgnored',
  /** The day lies outside its sheet's month. {from, to} */
  'outsideMonth',
  /** A lone dash was taken for blank. */
  'dashBlank',
  /** Read as 不明: no period can be made of it. */
  'durationUnreadable',
  'claimUnreadable',
  'caseAnonymous',
  /** The same day, case and channel stands in another row. {row, sheet} */
  'duplicateContact',
  /** The case has another sex in another row. {row, sheet} */
  'caseOtherSex',
  /** The case's age differs by more than a year or two. {row, sheet} */
  'caseOtherAge',
  /** {kinds}: what it seems to hold. The text is not shown. */
  'privateTextLeftOut',
  'privateTextKept',
  'unknownVenue',
  /** つなぎの段階 is in no list: taken for 紹介 (collection books). */
  'depthUnreadable',
  /** {written, expected} */
  'unitDiffers',
  'remarkBesideNumber',
  /** 計 of the row differs from its parts. {written, counted} */
  'rowTotalDiffers',
  /** The formula of 計 skips a part that is typed as text: 「４」. {written, counted} */
  'rowTotalSkipsText',
  /** Attendance at a session that was cancelled is left out. */
  'attendanceAtCancelled',
  'attendanceBlank',
  'moneyAssumed',
] as const
export type RowWarningCode = (typeof warningCodes)[number]

/** About a sheet or the whole book. */
export const findingCodes = [
  'otherYear',
  'yearAssumed',
  /** {stated, counted}: the title says another year than the days. */
  'yearContradicts',
  /** {stated, counted}: the sheet's name says another month than most of its days. */
  'monthContradicts',
  'hiddenRows',
  'hiddenColumns',
  'hiddenSheet',
  /** A column is not taken over: no field fits. */
  'columnNotUsed',
  /** Two columns for one field; the first is read. */
  'columnTwice',
  'sheetNotInProfile',
  'noHead',
  'noCaseColumn',
  /** 計 {written} of the sheet, rows {counted}. */
  'sheetTotalDiffers',
  /** 計 of a line differs from its months. {item, written, counted} */
  'lineTotalDiffers',
  /** Σ of 実人数 is not the year's. {item, written} */
  'personsSummed',
  /** A derived row (前月比) that contradicts. {item} */
  'derivedContradicts',
  /** 実人数 > 延べ件数. {month, persons, events} */
  'personsOverEvents',
  /** A 再掲 above what it is part of. {month, item, part, whole} */
  'partOverWhole',
  'duplicateItem',
] as const
export type IntakeFindingCode = (typeof findingCodes)[number]

export type ProblemCode = RefusalCode | RowWarningCode | IntakeFindingCode

type Parameters = RowProblem['parameters']

/** A doubt about a value, before its place is known. */
export interface Doubt {
  readonly code: RowWarningCode
  readonly parameters: Parameters
}

export const doubt = (code: RowWarningCode, parameters: Parameters = {}): Doubt => ({ code, parameters })

/** A problem at its place, the value cut to what may be shown. */
export function problem(
  code: ProblemCode,
  place: BookPlace,
  column: string,
  value: string,
  parameters: Parameters = {},
): RowProblem {
  return { code, place, column, value: quoted(value), parameters }
}
