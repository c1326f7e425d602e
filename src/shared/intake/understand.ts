import { formOfActivity } from '../activities/kinds.ts'
import { findList } from '../codes/code-list.ts'
import type { FormCode } from '../statistics/rows.ts'
import type { Book, Sheet } from './book.ts'
import type { IntakeFacts } from './facts.ts'
import { fieldsOfKinds } from './heads/field-of.ts'
import { activityKindIn } from './layout/find-activity.ts'
import { findParty, type PartyGuess } from './layout/find-party.ts'
import { findYear, type YearGuess } from './layout/find-year.ts'
import { layoutOf, type SheetLayout } from './layout/sheet-layout.ts'
import type { BookProfile, SheetRule } from './profile.ts'
import type { BookKind } from './staged.ts'
import { sheetPattern } from './time-words.ts'

/** A sheet with what it was taken for; `layout` null: nothing in it looks like a table that can be read. */
export interface UnderstoodSheet {
  readonly sheet: Sheet
  readonly rule: SheetRule | null
  readonly layout: SheetLayout | null
}

export interface UnderstoodBook {
  readonly sheets: readonly UnderstoodSheet[]
  readonly kind: BookKind | null
  readonly year: YearGuess
  readonly party: PartyGuess
}

/** What a book is, by a profile or, without one, by the words that stand in it. */
export function understandBook(book: Book, profile: BookProfile | null, facts: IntakeFacts): UnderstoodBook {
  const fields = fieldsOfKinds(facts)
  const sheets = book.sheets.map((sheet): UnderstoodSheet => {
    const rule = profile === null ? null : ruleOf(profile, sheet, book)
    const layout = rule?.use === false ? null : layoutOf(sheet, fields, rule)
    return { sheet, rule, layout: layout === null ? null : withActivity(layout, book, facts) }
  })
  const layouts = sheets.flatMap(({ layout }) => layout ?? [])
  const kind = mostOf(layouts.map((layout) => layout.kind))
  const year = findYear(layouts, book.name)
  const forms =
    kind === 'consultations'
      ? (['consultation'] as const)
      : kind === 'sessions'
        ? formsOf(layouts, facts)
        : []
  const party = findParty(
    layouts,
    book.name,
    kind ?? 'consultations',
    forms,
    profile?.fiscalYear ?? year.fiscalYear,
    facts,
  )
  return { sheets, kind, year, party }
}

/** The rule of a sheet by its name, else by the pattern of its name; a lone sheet by the lone rule. */
export function ruleOf(profile: BookProfile, sheet: Sheet, book: Book): SheetRule | null {
  const [only] = profile.sheets
  if (only !== undefined && profile.sheets.length === 1 && book.sheets.length === 1) return only
  const pattern = sheetPattern(sheet.name)
  return (
    profile.sheets.find((rule) => rule.sheet === sheet.name) ??
    profile.sheets.find((rule) => rule.sheet === pattern) ??
    null
  )
}

function withActivity(layout: SheetLayout, book: Book, facts: IntakeFacts): SheetLayout {
  if (layout.kind !== 'sessions' || layout.activityKind !== null) return layout
  const near = activityKindIn([layout.sheet.name, ...layout.preface], facts)
  return { ...layout, activityKind: near ?? activityKindIn([book.name], facts) }
}

function formsOf(layouts: readonly SheetLayout[], facts: IntakeFacts): readonly FormCode[] {
  const kinds = findList(facts.codes, 'activityKind')?.items.map(({ code }) => code) ?? []
  const found = layouts.flatMap(({ activityKind }) =>
    activityKind !== null && kinds.includes(activityKind) ? [activityKind] : [],
  )
  return [...new Set(found.map((kind) => formOfActivity({ kind, category: 2 })))]
}

function mostOf(kinds: readonly BookKind[]): BookKind | null {
  const counts = new Map<BookKind, number>()
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
