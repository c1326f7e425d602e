import type { FiscalYear } from '../../time/day.ts'
import { fiscalYearOf } from '../../time/fiscal-year.ts'
import type { Sheet } from '../book.ts'
import { cellText } from '../cell-text.ts'
import type { FieldsOfKinds } from '../heads/field-of.ts'
import { type ColumnField, ignoredField } from '../heads/fields.ts'
import { isPrivateHead } from '../heads/private-heads.ts'
import { bookKinds, type SheetRule } from '../profile.ts'
import type { BookKind } from '../staged.ts'
import { fiscalYearIn, monthIn, monthsNamed } from '../time-words.ts'
import { findHead, type HeadColumn, type SheetHead } from './find-head.ts'

export interface LayoutColumn extends HeadColumn {
  /**
   * `dropped`: it holds who a person is, and is never read. `ignored`: no field fits, or the user said so.
   * `twice`: another column of the same field stands left of it.
   */
  readonly fate: 'taken' | 'ignored' | 'twice' | 'dropped'
  readonly field: string
  readonly code: string | null
}

export type Confidence = 'certain' | 'likely' | 'unsure'

/** What a sheet is and where things stand in it. */
export interface SheetLayout {
  readonly sheet: Sheet
  readonly kind: BookKind
  readonly head: SheetHead
  readonly columns: readonly LayoutColumn[]
  /** The texts above the head, one a row. */
  readonly preface: readonly string[]
  /** As the title or the sheet's name says. */
  readonly fiscalYear: FiscalYear | null
  /** Month numbers that the sheet's name, else its title, names; empty: none. */
  readonly months: readonly number[]
  readonly monthsFrom: 'sheetName' | 'title' | null
  readonly confidence: Confidence
  readonly activityKind: string | null
}

/** Understands a sheet; with a rule of a profile as it says, else by the dictionaries. Null: no head of any kind. */
export function layoutOf(sheet: Sheet, fields: FieldsOfKinds, rule: SheetRule | null): SheetLayout | null {
  const kinds = rule?.kind == null ? bookKinds : [rule.kind]
  const found = kinds
    .map((kind) => readAs(sheet, kind, fields, rule))
    .filter((layout) => layout !== null)
    .toSorted((a, b) => b.head.score - a.head.score)
  return found[0] ?? null
}

function readAs(
  sheet: Sheet,
  kind: BookKind,
  fields: FieldsOfKinds,
  rule: SheetRule | null,
): SheetLayout | null {
  const taught = new Map((rule?.columns ?? []).map(({ head, field, code }) => [head, { field, code }]))
  const fieldOf = (keys: readonly string[]): ColumnField | null => {
    const told = keys.map((key) => taught.get(key)).find((field) => field !== undefined)
    return told ?? fields[kind](keys)
  }
  const head = findHead(sheet, fieldOf)
  if (head === null) return null
  const columns = columnsOf(head, fieldOf, kind)
  const preface = sheet.rows
    .filter(({ number }) => number < (head.rows[0] ?? 0))
    .map(({ cells }) =>
      cells
        .map(cellText)
        .filter((text) => text !== '')
        .join('　'),
    )
  const named = monthsNamed(sheet.name)
  const titled = named.length > 0 ? named : monthsNamed(preface.join('　'))
  const confidence = judge(kind, columns, titled)
  if (confidence === null && rule?.kind !== kind) return null
  return {
    sheet,
    kind,
    head,
    columns,
    preface,
    fiscalYear: yearIn([sheet.name, ...preface]),
    months: titled,
    monthsFrom: titled.length === 0 ? null : named.length > 0 ? 'sheetName' : 'title',
    confidence: confidence ?? 'unsure',
    activityKind: rule?.activityKind ?? null,
  }
}

/** Each column with its field; of two columns for one field the first is read. */
function columnsOf(
  head: SheetHead,
  fieldOf: (keys: readonly string[]) => ColumnField | null,
  kind: BookKind,
): readonly LayoutColumn[] {
  const met = new Set<string>()
  return head.columns.map((column): LayoutColumn => {
    if (kind !== 'tally' && kind !== 'indicators' && column.keys.some(isPrivateHead)) {
      return { ...column, fate: 'dropped', field: ignoredField, code: null }
    }
    const found = fieldOf(column.keys)
    const name = `${found?.field ?? ''}/${found?.code ?? ''}`
    if (found === null || found.field === ignoredField) {
      return { ...column, fate: 'ignored', field: ignoredField, code: null }
    }
    if (met.has(name)) return { ...column, fate: 'twice', ...found }
    met.add(name)
    return { ...column, fate: 'taken', ...found }
  })
}

/** Whether these columns make a sheet of the kind. Null: they do not. */
function judge(
  kind: BookKind,
  columns: readonly LayoutColumn[],
  months: readonly number[],
): Confidence | null {
  const taken = columns.filter(({ fate }) => fate === 'taken')
  const has = (...fields: readonly string[]): number =>
    taken.filter(({ field }) => fields.includes(field)).length
  switch (kind) {
    case 'consultations': {
      const own = has('method', 'caller', 'caseCode', 'mainTopic', 'route', 'age', 'newClaim', 'destination')
      if (has('day') === 0 || own < 2) return null
      return own >= 4 ? 'certain' : 'likely'
    }
    case 'sessions': {
      const own = has('attendance', 'venue', 'hours', 'attendanceOfAll', 'total', 'title', 'state')
      if (has('day') + has('month') === 0 || own < 1) return null
      return own >= 3 ? 'certain' : own >= 2 ? 'likely' : 'unsure'
    }
    case 'tally': {
      const cells = has('cell')
      if (cells >= 3) return cells >= 6 || has('item') > 0 ? 'certain' : 'likely'
      if (has('month') > 0 && has('statistic') > 0) return 'likely'
      return has('item') > 0 && has('value') > 0 && months.length === 1 ? 'unsure' : null
    }
    case 'indicators':
      if (has('name') === 0 || has('target', 'actual') === 0) return null
      return has('baseline', 'kind', 'direction') > 0 ? 'certain' : 'likely'
  }
}

function yearIn(texts: readonly string[]): FiscalYear | null {
  for (const text of texts) {
    const year = fiscalYearIn(text)
    const month = year === null ? monthIn(text) : null
    if (year !== null) return year
    if (month !== null) return fiscalYearOf(month)
  }
  return null
}
