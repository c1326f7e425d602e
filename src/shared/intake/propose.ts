import type { FiscalYear } from '../time/day.ts'
import type { Book } from './book.ts'
import type { IntakeFacts } from './facts.ts'
import type { PartyGuess } from './layout/find-party.ts'
import type { YearGuess } from './layout/find-year.ts'
import type { Confidence, SheetLayout } from './layout/sheet-layout.ts'
import type { BookProfile, ColumnRule, SheetRule } from './profile.ts'
import type { BookKind } from './staged.ts'
import { sheetPattern } from './time-words.ts'
import { type UnderstoodSheet, understandBook } from './understand.ts'

export interface ProposedColumn {
  /** 1-based. */
  readonly column: number
  readonly head: string
  /** Its name in a profile (`ColumnRule.head`). */
  readonly key: string
  readonly fate: 'taken' | 'ignored' | 'twice' | 'dropped'
  readonly field: string
  readonly code: string | null
}

/** Why a sheet is taken for what it is; the words are in `words/intake.ts`. */
export interface ProposalReason {
  readonly code:
    | 'headNames'
    | 'noHead'
    | 'sheetHidden'
    | 'exampleSheet'
    | 'monthOfSheetName'
    | 'monthOfTitle'
    | 'monthOfColumn'
    | 'monthOfHeads'
    | 'monthOfDays'
    | 'yearOfTitle'
    | 'activityOfTitle'
  readonly parameters: Readonly<Record<string, string | number>>
}

export interface ProposedSheet {
  readonly name: string
  readonly use: boolean
  /** Null: nothing in it can be read. */
  readonly kind: BookKind | null
  readonly headRows: readonly number[]
  readonly columns: readonly ProposedColumn[]
  readonly fiscalYear: FiscalYear | null
  readonly months: readonly number[]
  readonly confidence: Confidence
  readonly reasons: readonly ProposalReason[]
}

export interface Proposal {
  /** Null: the user says what the book is. */
  readonly kind: BookKind | null
  readonly profile: BookProfile | null
  readonly sheets: readonly ProposedSheet[]
  readonly party: PartyGuess
  readonly year: YearGuess
}

/** Examples and lists of codes are no records. */
const exampleSheet = /記入例|記載例|見本|サンプル|凡例|コード表|選択肢|マスタ|入力規則|表紙/

/**
 * What a book is, as the tool proposes it: sheets, head rows, columns, party, year and where the months come
 * from, each with its reason (issue 取込). The profile is what `readBookRows` reads by.
 */
export function proposeProfile(book: Book, facts: IntakeFacts): Proposal {
  const understood = understandBook(book, null, facts)
  const { kind, party, year } = understood
  const sheets = understood.sheets.map((one) => proposeSheet(one))
  const byColumn = understood.sheets.some(({ layout }) =>
    layout?.columns.some(({ field, fate }) => field === 'party' && fate === 'taken'),
  )
  const profile: BookProfile | null =
    kind === null
      ? null
      : {
          version: 1,
          kind,
          party: kind === 'indicators' || (byColumn && party.confidence === 'unsure') ? null : party.party,
          fiscalYear: null,
          sheets: rulesOf(understood.sheets, sheets),
          values: {},
          answers: {},
        }
  return { kind, profile, sheets, party, year }
}

function proposeSheet({ sheet, layout }: UnderstoodSheet): ProposedSheet {
  const example = exampleSheet.test(sheet.name)
  const use = layout !== null && !sheet.hidden && !example
  const reasons: ProposalReason[] = [
    ...(sheet.hidden ? [reason('sheetHidden')] : []),
    ...(example ? [reason('exampleSheet')] : []),
    ...(layout === null ? [reason('noHead')] : reasonsOf(layout)),
  ]
  return {
    name: sheet.name,
    use,
    kind: layout?.kind ?? null,
    headRows: layout?.head.rows ?? [],
    columns: (layout?.columns ?? []).map(({ column, head, keys, fate, field, code }) => ({
      column,
      head,
      key: keys[0] ?? head,
      fate,
      field,
      code,
    })),
    fiscalYear: layout?.fiscalYear ?? null,
    months: layout?.months ?? [],
    confidence: layout?.confidence ?? 'unsure',
    reasons,
  }
}

const reason = (
  code: ProposalReason['code'],
  parameters: ProposalReason['parameters'] = {},
): ProposalReason => ({
  code,
  parameters,
})

function reasonsOf(layout: SheetLayout): readonly ProposalReason[] {
  const taken = layout.columns.filter(({ fate }) => fate === 'taken')
  const has = (field: string): boolean => taken.some((column) => column.field === field)
  const months: ProposalReason['code'] | null = has('cell')
    ? 'monthOfHeads'
    : layout.monthsFrom === 'sheetName'
      ? 'monthOfSheetName'
      : layout.monthsFrom === 'title'
        ? 'monthOfTitle'
        : has('month')
          ? 'monthOfColumn'
          : has('day')
            ? 'monthOfDays'
            : null
  const heads = taken.filter(({ field }) => field !== 'cell').map(({ head }) => head)
  return [
    reason('headNames', { heads: heads.slice(0, 4).join('、'), count: taken.length }),
    ...(months === null
      ? []
      : [reason(months, { months: layout.months.map((month) => `${month}月`).join('、') })]),
    ...(layout.fiscalYear === null ? [] : [reason('yearOfTitle', { fiscalYear: layout.fiscalYear })]),
    ...(layout.activityKind === null
      ? []
      : [reason('activityOfTitle', { activityKind: layout.activityKind })]),
  ]
}

/** One rule a pattern of names: twelve sheets of months are one rule with all their heads. */
function rulesOf(
  understood: readonly UnderstoodSheet[],
  proposed: readonly ProposedSheet[],
): readonly SheetRule[] {
  const rules = new Map<string, SheetRule>()
  understood.forEach(({ sheet, layout }, index) => {
    const pattern = sheetPattern(sheet.name)
    const use = proposed[index]?.use ?? false
    const rule: SheetRule = {
      sheet: pattern,
      use,
      kind: layout?.kind ?? null,
      columns: columnRules(layout),
      activityKind: layout?.activityKind ?? null,
    }
    const known = rules.get(pattern)
    if (known === undefined) rules.set(pattern, rule)
    else if (known.kind === rule.kind && known.use === rule.use) rules.set(pattern, joined(known, rule))
    else rules.set(sheet.name, { ...rule, sheet: sheet.name })
  })
  return [...rules.values()]
}

function columnRules(layout: SheetLayout | null): readonly ColumnRule[] {
  return (layout?.columns ?? [])
    .filter(({ fate, field }) => fate === 'taken' && field !== 'cell')
    .map(({ keys, head, field, code }) => ({ head: keys[0] ?? head, field, code }))
}

function joined(known: SheetRule, added: SheetRule): SheetRule {
  const heads = new Set(known.columns.map(({ head }) => head))
  return { ...known, columns: [...known.columns, ...added.columns.filter(({ head }) => !heads.has(head))] }
}
