import { describe, expect, test } from 'vitest'
import { findBreakdown } from '../../../../src/shared/statistics/catalogue/breakdowns.ts'
import {
  breakBetween,
  catalogue,
  findSource,
  findStatistic,
  referenceBetween,
  versionIn,
} from '../../../../src/shared/statistics/catalogue/catalogue.ts'
import type { StatisticDefinition } from '../../../../src/shared/statistics/definition.ts'

function statistic(code: string): StatisticDefinition {
  const found = findStatistic(code)
  if (found === null) throw new Error(`no statistic ${code}`)
  return found
}

describe('catalogue', () => {
  test('has every statistic of domain §3', () => {
    const wanted = [
      ...['events', 'visits', 'accompanied', 'persons', 'new', 'continuing', 'households'].map(
        (name) => `consultation.${name}`,
      ),
      ...['coordination.events', 'referral.events', 'case.registered', 'case.opened', 'case.closed'],
      ...['place.sessions', 'place.attendance', 'place.persons'],
      ...['meetings', 'agencies', 'casesDiscussed', 'sharedUsers'].map((name) => `network.${name}`),
      ...['sessions', 'attendance', 'persons', 'capacity', 'satisfaction'].map((name) => `family.${name}`),
      ...['events', 'lectures', 'visitors', 'leaflets'].map((name) => `outreach.${name}`),
      ...['survey.sample', 'survey.responses', 'survey.responseRate', 'dialogue.sessions'],
      ...['training.sessions', 'training.completed', 'population', 'budget.initial', 'budget.settled'],
      ...['outcome.connectedToWorkPrep', 'outcome.socialParticipation'],
    ]
    expect(wanted.filter((code) => findStatistic(code) === null)).toEqual([])
    expect(findStatistic('consultation')).toBeNull()
  })

  test('is consistent: codes, parts, quotients, breakdowns and sources', () => {
    const codes = catalogue.map((entry) => entry.definition.code)
    expect(new Set(codes).size).toBe(codes.length)
    for (const { definition, source } of catalogue) {
      const { code, quotient, measure } = definition
      expect(
        definition.breakdowns.filter((by) => findBreakdown(by) === null),
        code,
      ).toEqual([])
      expect(new Set(definition.breakdowns).size, code).toBe(definition.breakdowns.length)
      if (definition.partOf !== null) expect(findStatistic(definition.partOf), code).not.toBeNull()
      expect(quotient !== null, code).toBe(['ratio', 'mean', 'rate'].includes(measure))
      expect(source.kind === 'quotient', code).toBe(quotient !== null)
      if (quotient !== null) {
        // A cut of the quotient needs the same cut of both parts.
        for (const part of [quotient.numerator, quotient.denominator]) {
          const missing = definition.breakdowns.filter((by) => !statistic(part).breakdowns.includes(by))
          expect(missing, `${code}: ${part}`).toEqual([])
          expect(findSource(part)?.kind, code).not.toBe('quotient')
        }
      }
      expect(definition.versions.map((version) => version.validFrom)).toEqual(
        definition.versions.map((version) => version.validFrom).sort((a, b) => a - b),
      )
      for (const version of definition.versions) {
        expect(version.text, code).not.toBe('')
        expect(version.breakNote === '', code).toBe(version.comparability === 'comparable')
      }
    }
  })

  test('the break of 令和6 stands between FY2023 and FY2024 for persons served, not for sessions', () => {
    const events = statistic('consultation.events')
    expect(breakBetween(events, 2023, 2024)?.validFrom).toBe(2024)
    expect(breakBetween(events, 2024, 2023)?.validFrom).toBe(2024)
    expect(breakBetween(events, 2020, 2026)?.validFrom).toBe(2024)
    expect(breakBetween(events, 2022, 2023)).toBeNull()
    expect(breakBetween(events, 2024, 2025)).toBeNull()
    expect(referenceBetween(events, 2014, 2015)?.validFrom).toBe(2015)
    expect(breakBetween(statistic('place.sessions'), 2023, 2024)).toBeNull()
    expect(versionIn(events, 2007)).toBeNull()
    expect(versionIn(events, 2023)?.ages).toEqual({ low: 14, high: 29 })
    expect(versionIn(events, 2030)?.ages).toEqual({ low: null, high: null })
  })
})
