import type { SheetLayout } from '../../../shared/contract/schemas/intake.ts'
import type { Book, Sheet } from '../../../shared/intake/book.ts'
import { cellText, quoted } from '../../../shared/intake/cell-text.ts'
import { columnChoices } from '../../../shared/intake/column-choices.ts'
import { type FieldsOfKinds, fieldsOfKinds } from '../../../shared/intake/heads/field-of.ts'
import { layoutOf } from '../../../shared/intake/layout/sheet-layout.ts'
import type { BookProfile } from '../../../shared/intake/profile.ts'
import { sheetPattern } from '../../../shared/intake/time-words.ts'
import { ruleOf } from '../../../shared/intake/understand.ts'
import type { IntakeHandlers } from '../contexts.ts'
import { readIntakeFacts } from './facts.ts'

/** So many rows and columns show what a sheet is. */
const previewRows = 40
const previewColumns = 60

/** What the sheets and columns of an open book are, before a row of them is read. */
export const intakeLayout = {
  'intake.layout': ({ session, profile }, context) => {
    const { book, fiscalYear } = context.books.get(session)
    const facts = readIntakeFacts(context.ledger, fiscalYear)
    return {
      sheets: layoutOfBook(book, profile as BookProfile, fieldsOfKinds(facts)),
      choices: [...columnChoices(facts)],
    }
  },
  'intake.preview': ({ session, sheet: name }, { books, ledger }) => {
    const { book, fiscalYear } = books.get(session)
    const sheet = book.sheets.find((one) => one.name === name)
    if (sheet === undefined) return emptyPreview
    return previewOf(sheet, layoutOf(sheet, fieldsOfKinds(readIntakeFacts(ledger, fiscalYear)), null))
  },
} satisfies Pick<IntakeHandlers, 'intake.layout' | 'intake.preview'>

const emptyPreview = { columns: 0, rows: [], merges: [], hiddenColumns: [] }

/** Each sheet by the profile's rule for it; a sheet without a rule is not read. */
export function layoutOfBook(book: Book, profile: BookProfile, fields: FieldsOfKinds): SheetLayout[] {
  return book.sheets.slice(0, 300).map((sheet) => {
    const rule = ruleOf(profile, sheet, book)
    const use = rule?.use ?? false
    const layout = layoutOf(sheet, fields, rule)
    const kind = rule?.kind ?? layout?.kind ?? null
    return {
      name: sheet.name,
      hidden: sheet.hidden,
      rows: sheet.rows.length,
      pattern: rule?.sheet ?? sheetPattern(sheet.name),
      use,
      kind,
      headRows: [...(layout?.head.rows ?? [])],
      columns: (layout?.columns ?? []).map(({ column, head, keys, fate, field, code }) => ({
        column,
        head,
        key: keys[0] ?? head,
        fate,
        field,
        code,
      })),
      why: whyNot(sheet, use, layout === null),
    }
  })
}

function whyNot(sheet: Sheet, use: boolean, noHead: boolean): SheetLayout['why'] {
  if (sheet.rows.length === 0) return 'empty'
  if (noHead) return 'noHead'
  return use ? null : 'notChosen'
}

/** The first rows; below the head a column is left out that holds who a person is. */
function previewOf(sheet: Sheet, layout: ReturnType<typeof layoutOf>) {
  const rows = sheet.rows.slice(0, previewRows)
  const columns = layout?.columns ?? []
  const dropped = new Set(columns.filter(({ fate }) => fate === 'dropped').map(({ column }) => column - 1))
  const lastHead = layout?.head.rows.at(-1) ?? 0
  return {
    columns: Math.min(sheet.columnCount, previewColumns),
    rows: rows.map(({ number, hidden, cells }) => ({
      number,
      hidden,
      cells: cells
        .slice(0, previewColumns)
        .map((cell, index) => (number > lastHead && dropped.has(index) ? null : quoted(cellText(cell)))),
    })),
    merges: sheet.merges
      .filter(({ fromRow }) => fromRow <= (rows.at(-1)?.number ?? 0))
      .slice(0, 400)
      .map(({ fromRow, fromColumn, toRow, toColumn }) => ({ fromRow, fromColumn, toRow, toColumn })),
    hiddenColumns: sheet.hiddenColumns.slice(0, 400),
  }
}
