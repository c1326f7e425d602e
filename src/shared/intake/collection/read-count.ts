import { type EntryReading, readEntry } from '../../monthly/read-entry.ts'
import { cellStateWords } from '../../words/cell.ts'
import type { SheetCell } from '../book.ts'
import { cellText, isBlankCell } from '../cell-text.ts'
import type { RefusalCode } from '../problems.ts'
import type { Reading, StagedTally } from '../staged.ts'

export type CountReading =
  | {
      readonly ok: true
      readonly state: StagedTally['state']
      readonly value: number | null
      readonly flags: StagedTally['flags']
      readonly text: string
      /** Words beside the number: 「12（オンラインを含む）」. */
      readonly remark: string
      readonly took: Reading['took']
    }
  | {
      readonly ok: false
      readonly code: RefusalCode
      readonly text: string
      readonly parameters: Readonly<Record<string, string>>
    }

/**
 * A count in a cell of a collection book. Its instructions say what the signs mean, so nothing is asked: 「－」
 * is 該当項目なし, an empty cell 未記入; numbers in brackets, fractions and negative numbers are refused.
 */
export function readCount(cell: SheetCell | null, unit: string): CountReading {
  if (cell === null || isBlankCell(cell)) {
    return { ok: true, state: 'blank', value: null, flags: [], text: '', remark: '', took: 'plain' }
  }
  const text = cellText(cell)
  const refused = (code: RefusalCode, parameters: Readonly<Record<string, string>> = {}): CountReading => ({
    ok: false,
    code,
    text,
    parameters,
  })
  if (cell.kind === 'formula') return refused('formulaWithoutValue')
  if (cell.kind === 'error') return refused('errorCell')
  // 「4/3」 typed into a cell of counts becomes a day, 「50%」 a part of one.
  const isCount = cell.kind === 'text' || (cell.kind === 'number' && cell.percent !== true)
  if (!isCount) return refused('numberUnreadable', { reason: 'notANumber' })
  const reading: EntryReading = readEntry(text, unit, 'import', { dash: 'notApplicable' })
  if (reading.outcome === 'refused') return refused('numberUnreadable', { reason: reading.why })
  if (reading.outcome === 'unread') {
    if (reading.reading.outcome === 'ask' && reading.reading.question.code === 'brackets') {
      return refused('bracketsAsked')
    }
    const reason = reading.reading.outcome === 'refused' ? reading.reading.reason : 'notANumber'
    return refused('numberUnreadable', { reason })
  }
  const { state, value, flags } = reading.entry
  if (value !== null && value < 0) return refused('negativeCount')
  const took = cell.kind === 'number' && cell.computed === true ? 'computed' : 'plain'
  return { ok: true, state, value, flags, text, remark: reading.remark, took }
}

/** What was typed beside what it was taken for; none where both are the same digits. */
export function countReading(
  reading: Extract<CountReading, { ok: true }>,
  place: Reading['place'],
  field: string,
): readonly Reading[] {
  const { state, value, text, took } = reading
  const as = state === 'value' ? String(value) : cellStateWords[state]
  return text === '' || (text === as && took === 'plain') ? [] : [{ place, field, text, as, took }]
}
