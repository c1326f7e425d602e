import { readNumber } from '../cell/read-number.ts'
import type { BracketMeaning, DashMeaning, NumberFinding, NumberReading } from '../cell/reading.ts'
import type { Entry } from './entry.ts'

/** Why a text that may be a number is not taken into a cell of counts. */
export type EntryRefusal = 'notWhole' | 'notExact' | 'suppressed' | 'brackets'

/** Answers given once for a whole paste. */
export interface EntryAnswers {
  readonly dash?: DashMeaning
  readonly brackets?: BracketMeaning
}

export type EntryReading =
  | {
      readonly outcome: 'entry'
      readonly entry: Entry
      /** Words that stood beside the number and become the comment where there is none. */
      readonly remark: string
      readonly reading: NumberReading
    }
  /** A question that must be answered, or a refusal of the reader itself. */
  | { readonly outcome: 'unread'; readonly reading: NumberReading }
  | { readonly outcome: 'refused'; readonly why: EntryRefusal; readonly reading: NumberReading }

/**
 * What a text means in a cell of the sheet (domain §2): counts are whole numbers; 秘匿 is never typed. On
 * screen a lone dash is the key of 該当項目なし; pasted it is asked, as in a book.
 */
export function readEntry(
  text: string,
  unit: string,
  door: 'screen' | 'import' = 'screen',
  answers: EntryAnswers = {},
): EntryReading {
  const reading = readNumber(text, { unit: unitOf(unit), door, ...answers })
  if (reading.outcome === 'ask' || reading.outcome === 'refused') return { outcome: 'unread', reading }
  const remark = remarkOf(reading.findings)
  if (reading.outcome === 'state') {
    if (reading.state === 'suppressed') return { outcome: 'refused', why: 'suppressed', reading }
    const entry: Entry = { state: reading.state, value: null, flags: [], adopted: true, comment: '' }
    return { outcome: 'entry', entry, remark, reading }
  }
  const { quantity } = reading
  if (quantity.kind === 'fraction') return { outcome: 'refused', why: 'notWhole', reading }
  if (quantity.kind === 'range') return { outcome: 'refused', why: 'notExact', reading }
  // 「(12)」: what stands alone in brackets is not the figure itself.
  if (reading.bracket !== null && /^[\s　]*[(（]/.test(text)) {
    return { outcome: 'refused', why: 'brackets', reading }
  }
  const flags = [...reading.flags]
  const entry: Entry = { state: 'value', value: quantity.integer, flags, adopted: true, comment: '' }
  return { outcome: 'entry', entry, remark, reading }
}

/** 「％」 is the only unit that changes a number; counts take theirs as written. */
const unitOf = (unit: string): string => unit.normalize('NFKC')

function remarkOf(findings: readonly NumberFinding[]): string {
  return findings.flatMap((finding) => (finding.code === 'remark' ? [finding.text] : [])).join('、')
}

/** `m` walks through what may have become of a month's activity (domain §2). */
export function nextNotHeld(state: Entry['state']): Entry['state'] {
  if (state === 'cancelled') return 'postponed'
  return state === 'postponed' ? 'notDone' : 'cancelled'
}

/** An entry of a state without a number. */
export const stateEntry = (state: Exclude<Entry['state'], 'value'>, comment = ''): Entry => ({
  state,
  value: null,
  flags: [],
  adopted: true,
  comment,
})
