import { type CodeLists, findList } from '../codes/code-list.ts'
import { formatFiscalYear } from '../time/format.ts'
import { columnFieldWords, columnItemWords } from '../words/intake-columns.ts'
import type { IntakeFacts } from './facts.ts'
import { groupHeads } from './heads/session-heads.ts'
import { bookKinds } from './profile.ts'
import type { BookKind } from './staged.ts'

export interface OfferedColumn {
  readonly kind: BookKind
  readonly field: string
  readonly code: string | null
  readonly label: string
}

const monthsOfYear = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3] as const
/** A plan runs five years, its survey some years before. */
const yearsBefore = 6
const yearsAfter = 8

/** What the columns of each kind can be, in the order in which they are offered. */
export function columnChoices(facts: IntakeFacts): readonly OfferedColumn[] {
  return bookKinds.flatMap((kind) => [
    ...Object.entries(columnFieldWords[kind]).map(([field, label]) => ({ kind, field, code: null, label })),
    ...itemColumns(kind, facts),
  ])
}

function itemColumns(kind: BookKind, facts: IntakeFacts): readonly OfferedColumn[] {
  switch (kind) {
    case 'consultations':
      return (
        [
          ['topicMark', 'topic'],
          ['factorMark', 'factor'],
          ['supportMark', 'support'],
        ] as const
      ).flatMap(([field, list]) =>
        itemsOf(facts.codes, list).map(({ code, label }) => ({
          kind,
          field,
          code,
          label: columnItemWords[field](label),
        })),
      )
    case 'sessions':
      return Object.entries(groupHeads).map(([code, [first = code]]) => ({
        kind,
        field: 'attendance',
        code,
        label: columnItemWords.attendance(first),
      }))
    case 'tally':
      return [
        ...monthsOfYear.map((month) => ({
          kind,
          field: 'cell',
          code: String(month),
          label: columnItemWords.month(month),
        })),
        ...facts.statistics.map(({ code, label }) => ({
          kind,
          field: 'statistic',
          code,
          label: columnItemWords.statistic(label),
        })),
      ]
    case 'indicators':
      return (['baselineOf', 'target', 'actual'] as const).flatMap((field) =>
        Array.from({ length: yearsBefore + yearsAfter + 1 }, (_, index) => {
          const year = facts.fiscalYear - yearsBefore + index
          return { kind, field, code: String(year), label: columnItemWords[field](formatFiscalYear(year)) }
        }),
      )
  }
}

const itemsOf = (lists: CodeLists, list: string) =>
  (findList(lists, list)?.items ?? []).filter(({ mergedInto }) => mergedInto === null)
