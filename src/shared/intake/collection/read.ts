import type { CodeLists } from '../../codes/code-list.ts'
import type { Book } from '../book.ts'
import type { Answers } from '../profile.ts'
import type { StagedRow } from '../staged.ts'
import type { CollectionSheet } from './content.ts'
import { readMark } from './identity.ts'
import type { CollectionIssue } from './issue.ts'
import { type LocatedSheet, locateSheets } from './locate.ts'
import { collectionProblem, refusal } from './problems.ts'
import { readRecordSheet } from './read-record.ts'
import { readContact, readSession } from './read-records.ts'
import { readTallySheet } from './read-tally.ts'

export interface CollectionReadingFacts {
  readonly codes: CodeLists
  readonly answers: Pick<Answers, 'privateText'>
}

/**
 * Reads a collection book back: sheets, rows and columns are found by their hidden keys, so that inserted
 * rows, moved columns and renamed sheets read as before; party, form and months are those of the issue. What
 * lost its key, or stands twice, is said and not guessed. Sheets without keys (記入要領, the party's own) are
 * left alone.
 */
export function readCollection(
  book: Book,
  issue: CollectionIssue,
  facts: CollectionReadingFacts,
): readonly StagedRow[] {
  const located = locateSheets(book)
  const taken = new Map<string, LocatedSheet>()
  const rows: StagedRow[] = []
  for (const one of located) {
    const place = { sheet: one.sheet.name, row: one.keyRow, column: null }
    const first = taken.get(one.key)
    if (!isOfIssue(one, issue)) rows.push(refusal(collectionProblem('collectionSheetForeign', place)))
    else if (first !== undefined) {
      const parameters = { sheet: first.sheet.name }
      rows.push(refusal(collectionProblem('collectionSheetTwice', place, '', '', parameters)))
    } else taken.set(one.key, one)
  }
  for (const sheet of issue.content.sheets) {
    const found = taken.get(sheet.key)
    if (found !== undefined) rows.push(...readSheet(found, sheet, issue, facts))
    else {
      const place = { sheet: book.sheets[0]?.name ?? sheet.name, row: 1, column: null }
      rows.push(refusal(collectionProblem('collectionSheetMissing', place, '', '', { sheet: sheet.name })))
    }
  }
  return rows
}

function isOfIssue({ mark }: LocatedSheet, issue: CollectionIssue): boolean {
  const reading = readMark(mark)
  return reading.ok && reading.issue === issue.id
}

function readSheet(
  located: LocatedSheet,
  sheet: CollectionSheet,
  issue: CollectionIssue,
  facts: CollectionReadingFacts,
): readonly StagedRow[] {
  const { content } = issue
  switch (sheet.kind) {
    case 'tally':
      return readTallySheet(located, sheet, issue)
    case 'consultations':
      return readRecordSheet(located, content.columns.consultations, { content, ...facts }, (row) =>
        readContact(row, sheet, issue),
      )
    case 'sessions':
      return readRecordSheet(located, content.columns.sessions, { content, ...facts }, (row) =>
        readSession(row, sheet, issue),
      )
  }
}
