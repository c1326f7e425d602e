import type { StatisticDefinition } from '../statistics/definition.ts'
import type { FiscalYear } from '../time/day.ts'

/** The oldest age of the scope before the last break by a year, or null where no ages were limited (worked case 6). */
export function recutAge(definition: StatisticDefinition, year: FiscalYear): number | null {
  const broken = definition.versions.findLastIndex(
    (version) => version.comparability === 'broken' && version.validFrom <= year,
  )
  return broken < 1 ? null : (definition.versions[broken - 1]?.ages.high ?? null)
}
