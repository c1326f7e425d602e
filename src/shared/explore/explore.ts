import { crossPage } from './cross-page.ts'
import { monthsPage } from './months-page.ts'
import type { ExploreMaterial, ExplorePage } from './page.ts'
import { yearPage } from './year-page.ts'

/**
 * The tables and charts of the choices, from answers of the engine alone: no number is made here that the
 * engine did not give, but differences, rates and shares, each by its one rule (documents §3).
 */
export function explorePages(material: ExploreMaterial): readonly ExplorePage[] {
  const { plan } = material
  if (plan.across !== null) return plan.years.flatMap((one) => crossPage(material, one) ?? [])
  return [plan.down === 'month' ? monthsPage(material) : yearPage(material)]
}
