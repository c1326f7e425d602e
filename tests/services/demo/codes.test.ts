import { expect, test } from 'vitest'
import codeLists from '../../../resources/code-lists.json' with { type: 'json' }
import { demonstrationRows } from '../../../src/main/services/demo/demonstration-rows.ts'
import { findStatistic } from '../../../src/shared/statistics/catalogue/catalogue.ts'

const rows = demonstrationRows()
const { consultations, coordinations, referrals, activities, caseEpisodes } = rows

const used: Readonly<Record<string, readonly string[]>> = {
  method: consultations.map((row) => row.method),
  support: consultations.flatMap((row) => row.supports),
  caller: consultations.flatMap((row) => [row.caller, ...row.companions]),
  sex: consultations.map((row) => row.sex),
  schooling: consultations.map((row) => row.schooling),
  economic: consultations.map((row) => row.economic),
  household: consultations.map((row) => row.household),
  area: consultations.map((row) => row.area),
  duration: consultations.map((row) => row.duration),
  route: consultations.map((row) => row.route),
  topic: consultations.flatMap((row) => [row.mainTopic, ...row.topics]),
  factor: consultations.flatMap((row) => row.factors),
  destination: [...referrals.map((row) => row.destination), ...coordinations.map((row) => row.agency)],
  depth: referrals.map((row) => row.depth),
  closingReason: caseEpisodes.flatMap((row) => row.closingReason ?? []),
  attendanceGroup: activities.flatMap((row) => row.attendance.map(({ group }) => group)),
}

test.each(Object.entries(used))('every code of %s is in its code list', (list, codes) => {
  const known = codeLists.lists.find((candidate) => candidate.code === list)?.items.map(({ code }) => code)
  expect(codes.length).toBeGreaterThan(0)
  expect([...new Set(codes)].filter((code) => !known?.includes(code))).toEqual([])
})

test('population stands in the ten-year bands', () => {
  const bands = codeLists.ageBands
    .find((candidate) => candidate.code === 'ageBand')
    ?.bands.map(({ code }) => code)
  const codes = rows.tallies.flatMap((row) => row.keys.ageBand ?? [])
  expect(new Set(codes)).toEqual(new Set(bands))
})

test('every statistic told by an activity or a tally is in the catalogue', () => {
  const told = [
    ...activities.flatMap((row) => row.measures.map((measure) => measure.statistic)),
    ...rows.tallies.map((row) => row.statistic),
  ]
  expect([...new Set(told)].filter((code) => findStatistic(code) === null)).toEqual([])
})

test('parties, venues and programmes are those of the organisation', () => {
  const parties = new Set(rows.parties.map((row) => row.code))
  const named = [
    consultations,
    coordinations,
    referrals,
    activities,
    rows.tallies,
    rows.partyForms,
    rows.reports,
  ]
  expect(named.flatMap((part) => part.map((row) => row.party)).filter((code) => !parties.has(code))).toEqual(
    [],
  )
  const venues = new Set(rows.venues.map((row) => row.code))
  expect(activities.flatMap((row) => row.venue ?? []).filter((code) => !venues.has(code))).toEqual([])
  const programmes = new Set(rows.programmes.map((row) => row.code))
  expect(rows.parties.filter((row) => !programmes.has(row.programme))).toEqual([])
})
