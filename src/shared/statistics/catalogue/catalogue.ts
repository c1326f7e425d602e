import type { FiscalYear } from '../../time/day.ts'
import type { DefinitionVersion, StatisticDefinition } from '../definition.ts'
import { familyStatistics, networkStatistics, outreachStatistics, placeStatistics } from './activities.ts'
import { consultationStatistics, outcomeStatistics } from './consultation.ts'
import type { CatalogueEntry, Source } from './define.ts'
import { cityStatistics, otherStatistics } from './other.ts'

/** Every statistic that the tool knows, in printing order (domain §3, catalogue). */
export const catalogue: readonly CatalogueEntry[] = [
  ...consultationStatistics,
  ...placeStatistics,
  ...networkStatistics,
  ...familyStatistics,
  ...outreachStatistics,
  ...otherStatistics,
  ...outcomeStatistics,
  ...cityStatistics,
]

/** The definitions alone: what the screens and the contract show. */
export const statistics: readonly StatisticDefinition[] = catalogue.map((entry) => entry.definition)

const byCode: ReadonlyMap<string, CatalogueEntry> = new Map(
  catalogue.map((entry) => [entry.definition.code, entry]),
)

/** The statistic with this code, or null. */
export function findStatistic(code: string): StatisticDefinition | null {
  return byCode.get(code)?.definition ?? null
}

/** Where the records of a statistic are, or null for an unknown code. */
export function findSource(code: string): Source | null {
  return byCode.get(code)?.source ?? null
}

/** The version valid in a fiscal year: the last one that began by then; null before the first. */
export function versionIn(definition: StatisticDefinition, fiscalYear: FiscalYear): DefinitionVersion | null {
  return definition.versions.findLast((version) => version.validFrom <= fiscalYear) ?? null
}

/**
 * The version that breaks the series between two fiscal years (不可), or null when they may be compared.
 * The order of the years does not matter.
 */
export function breakBetween(
  definition: StatisticDefinition,
  one: FiscalYear,
  other: FiscalYear,
): DefinitionVersion | null {
  return versionBetween(definition, one, other, 'broken')
}

/** The version that makes a comparison between two fiscal years 参考 only, or null. */
export function referenceBetween(
  definition: StatisticDefinition,
  one: FiscalYear,
  other: FiscalYear,
): DefinitionVersion | null {
  return versionBetween(definition, one, other, 'reference')
}

function versionBetween(
  definition: StatisticDefinition,
  one: FiscalYear,
  other: FiscalYear,
  comparability: DefinitionVersion['comparability'],
): DefinitionVersion | null {
  const [from, to] = one < other ? [one, other] : [other, one]
  return (
    definition.versions.find(
      (version) =>
        version.comparability === comparability && version.validFrom > from && version.validFrom <= to,
    ) ?? null
  )
}
