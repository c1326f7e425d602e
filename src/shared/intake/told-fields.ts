import type { Book } from './book.ts'
import type { BookProfile } from './profile.ts'
import type { StagedRecordRow, StagedRow } from './staged.ts'
import { ruleOf } from './understand.ts'

/** Column of a book → the fields of a record that it tells. */
const fieldsByColumn: Readonly<Record<string, readonly string[]>> = {
  age: ['ageLow', 'ageHigh'],
  // 「同行」 as a method is 支援内容 同行支援 by the channel 訪問.
  method: ['method', 'supports'],
  support: ['supports'],
  supportMark: ['supports'],
  companion: ['companions'],
  mainTopic: ['mainTopic', 'topics'],
  topic: ['topics'],
  topicMark: ['mainTopic', 'topics'],
  factor: ['factors'],
  factorMark: ['factors'],
  destination: ['referrals'],
  depth: ['referrals'],
  remark: ['reason', 'content'],
  attendanceOfAll: ['attendance'],
}

/** What a row always tells: without it, it would be none. */
const always: Readonly<Record<'consultation' | 'session', readonly string[]>> = {
  consultation: ['day', 'caseCode', 'method'],
  session: ['date', 'state', 'reason', 'attendance'],
}

/**
 * The fields that the columns of a row's sheet tell. Of the others a book says nothing, though the reader filled
 * them with 不明: what the ledger has there stays. Null (all) for tallies and indicators.
 */
export function toldFields(
  book: Book,
  profile: BookProfile,
  rows: readonly StagedRow[],
): (row: StagedRecordRow) => ReadonlySet<string> | null {
  const hasOthers = rows.some(
    (row) =>
      row.outcome === 'record' &&
      row.record.kind === 'consultation' &&
      Object.keys(row.record.others).length > 0,
  )
  const bySheet = new Map<string, ReadonlySet<string> | null>()
  return ({ place, record }) => {
    if (record.kind === 'tally' || record.kind === 'indicator') return null
    const known = bySheet.get(place.sheet)
    if (known !== undefined) return known
    const sheet = book.sheets.find(({ name }) => name === place.sheet)
    const rule = sheet === undefined ? null : ruleOf(profile, sheet, book)
    const told =
      rule === null
        ? null
        : new Set([
            ...always[record.kind],
            ...rule.columns.flatMap(({ field }) => fieldsByColumn[field] ?? [field]),
            ...(hasOthers ? ['others'] : []),
          ])
    bySheet.set(place.sheet, told)
    return told
  }
}
