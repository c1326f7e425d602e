import type { DefinitionVersion, MeasureType, StatisticDefinition } from '../definition.ts'
import type { FormCode } from '../rows.ts'
import { oneVersion } from './versions.ts'

/**
 * Where a statistic's numbers come from while a party reports by records. A tally needs no source: it is
 * entered under the statistic's code. `entered` has no records at all, whatever the party reports by.
 */
export type Source =
  | {
      readonly kind: 'contacts'
      readonly count: 'events' | 'persons' | 'new' | 'continuing' | 'households'
      /** Only contacts with this code: visits, accompanied support. */
      readonly only: { readonly breakdown: 'method' | 'support'; readonly code: string } | null
    }
  | { readonly kind: 'coordinations' }
  | { readonly kind: 'referrals' }
  | { readonly kind: 'episodes'; readonly count: 'registered' | 'opened' | 'closed' }
  | { readonly kind: 'sessions'; readonly activityKinds: readonly string[] }
  | { readonly kind: 'attendance'; readonly activityKinds: readonly string[] }
  /** Σ of a count noted on activities (`ActivityRow.measures`), less another one where it is given. */
  | { readonly kind: 'measures'; readonly statistic: string; readonly less: string | null }
  | { readonly kind: 'entered' }
  | { readonly kind: 'quotient' }

/** A definition and its source, as the catalogue keeps them. */
export interface CatalogueEntry {
  readonly definition: StatisticDefinition
  readonly source: Source
}

interface Draft {
  readonly code: string
  readonly label: string
  readonly unit: string
  readonly measure: MeasureType
  readonly source: Source
  readonly breakdowns: readonly string[]
  readonly text: string
  readonly partOf?: string
  readonly quotient?: StatisticDefinition['quotient']
}

/** Entries of one form and category; `versionsOf` makes the versions from the text. */
export function family(
  form: FormCode,
  category: StatisticDefinition['category'],
  drafts: readonly Draft[],
  versionsOf: (text: string) => readonly DefinitionVersion[] = oneVersion,
): readonly CatalogueEntry[] {
  return drafts.map(({ source, text, partOf, quotient, ...draft }) => ({
    source,
    definition: {
      ...draft,
      category,
      form,
      partOf: partOf ?? null,
      versions: versionsOf(text),
      quotient: quotient ?? null,
    },
  }))
}

/** Σnumerator ÷ Σdenominator × per. */
export const quotientSource: Source = { kind: 'quotient' }
export const entered: Source = { kind: 'entered' }
export const sessionsOf = (...activityKinds: readonly string[]): Source => ({
  kind: 'sessions',
  activityKinds,
})
export const attendanceOf = (...activityKinds: readonly string[]): Source => ({
  kind: 'attendance',
  activityKinds,
})
export const measured = (statistic: string, less: string | null = null): Source => ({
  kind: 'measures',
  statistic,
  less,
})
