import { describe, expect, test } from 'vitest'
import { demonstrationRows } from '../../../src/main/services/demo/demonstration-rows.ts'
import { isClosedDay } from '../../../src/main/services/demo/working-days.ts'
import { readPresets } from '../../../src/main/services/presets.ts'
import { monthOf } from '../../../src/shared/time/calendar.ts'

const rows = demonstrationRows()
const { organisation } = readPresets()
const masterOf = (id: string) => rows.cases.find((file) => file.id === id)?.mergedInto ?? id

describe.each([
  [1, demonstrationRows(1)],
  [2, demonstrationRows(2)],
  ['of the tool', rows],
])('cases and contacts with seed %s', (_seed, ledger) => {
  const master = new Map(ledger.cases.map((file) => [file.id, file.mergedInto ?? file.id]))
  const contacts = ledger.consultations.filter((row) => row.caseId !== null)

  test('a contact lies within an episode of its case', () => {
    for (const contact of contacts) {
      const episodes = ledger.caseEpisodes.filter((row) => row.caseId === master.get(contact.caseId ?? ''))
      const inside = episodes.some(
        (row) => row.openedOn <= contact.day && (row.closedOn === null || contact.day <= row.closedOn),
      )
      expect(inside, contact.day).toBe(true)
    }
  })

  test('episodes of a case follow each other, and a closed one has its reason', () => {
    for (const file of ledger.cases) {
      const episodes = ledger.caseEpisodes.filter((row) => row.caseId === file.id)
      episodes.forEach((episode, index) => {
        const next = episodes[index + 1]
        expect(episode.closedOn === null).toBe(episode.closingReason === null)
        if (episode.closedOn !== null) expect(episode.closedOn >= episode.openedOn).toBe(true)
        if (next !== undefined)
          expect(episode.closedOn !== null && episode.closedOn < next.openedOn).toBe(true)
      })
    }
  })

  test('a case is 新規 at its first contact and nowhere else', () => {
    for (const file of ledger.cases.filter((row) => row.mergedInto === null)) {
      const claims = contacts
        .filter((row) => master.get(row.caseId ?? '') === file.id)
        .map((row) => row.newClaim)
      expect(claims.slice(1).includes(true)).toBe(false)
      if (claims.length > 0) expect(claims[0]).toBe(!file.beforeLedger)
    }
  })

  test('nobody grows younger, nobody under 40 is an 8050 household, ages are ranges', () => {
    const oldest = new Map<string, number>()
    for (const contact of contacts) {
      if (contact.ageLow === null || contact.ageHigh === null) continue
      const person = master.get(contact.caseId ?? '') ?? ''
      expect(contact.ageHigh).toBeGreaterThanOrEqual(oldest.get(person) ?? 0)
      expect(contact.ageLow).toBeLessThanOrEqual(contact.ageHigh)
      oldest.set(person, contact.ageLow)
      if (contact.household === '8050') expect(contact.ageLow).toBeGreaterThanOrEqual(40)
    }
  })

  test('until 令和５年度 only 中３–29歳 of 被保護 and 生活困窮', () => {
    for (const contact of contacts.filter((row) => row.day < '2024-04-01')) {
      expect(contact.ageHigh === null || contact.ageHigh <= 29).toBe(true)
      expect(contact.ageLow === null || contact.ageLow >= 14).toBe(true)
      expect(['protected', 'needy']).toContain(contact.economic)
    }
  })

  test('no case has two contacts on a day, and all contacts are on working days', () => {
    const keys = contacts.map((row) => `${row.day} ${master.get(row.caseId ?? '')}`)
    expect(new Set(keys).size).toBe(keys.length)
    expect(ledger.consultations.filter((row) => isClosedDay(row.day))).toEqual([])
    expect(ledger.coordinations.filter((row) => isClosedDay(row.day))).toEqual([])
  })

  test('a party reports only in its contract, by the form that it hands in', () => {
    const records = [...ledger.consultations, ...ledger.coordinations, ...ledger.referrals]
    for (const row of records) {
      const party = organisation.parties.find((candidate) => candidate.code === row.party)
      expect(party?.contractFrom !== undefined && party.contractFrom <= row.day).toBe(true)
      expect(party?.contractTo === null || (party?.contractTo ?? '') >= row.day).toBe(true)
      const form = ledger.partyForms.find(
        (candidate) =>
          candidate.party === row.party &&
          candidate.form === 'consultation' &&
          candidate.from <= monthOf(row.day) &&
          (candidate.to === null || monthOf(row.day) <= candidate.to),
      )
      expect(form?.mode).toBe('records')
    }
  })

  test('exactly one case was merged, after the case that remains was known', () => {
    const merged = ledger.cases.filter((file) => file.mergedInto !== null)
    expect(merged).toHaveLength(1)
    const doubled = contacts.filter((row) => row.caseId === merged[0]?.id)
    expect(doubled.length).toBeGreaterThan(0)
    const first = contacts.find((row) => row.caseId === merged[0]?.mergedInto)
    expect(first !== undefined && doubled.every((row) => row.day > first.day)).toBe(true)
  })

  test('cases were reopened, among them some whom the age cap had shut out', () => {
    const reopened = ledger.cases.filter(
      (file) => ledger.caseEpisodes.filter((row) => row.caseId === file.id).length > 1,
    )
    expect(reopened.length).toBeGreaterThanOrEqual(3)
  })
})

describe('activities and tallies', () => {
  test('states are in order of time; what is held says when, what is cancelled has nobody and a reason', () => {
    for (const row of rows.activities) {
      const days = row.states.map((state) => state.on)
      expect(days).toEqual(days.toSorted())
      const last = row.states.at(-1)
      expect(row.held !== null).toBe(last?.state === 'held')
      if (last?.state === 'cancelled' || last?.state === 'postponed') {
        expect(row.attendance).toEqual([])
        expect(last.reason).not.toBe('')
      }
      for (const state of row.states) {
        if (state.reason.includes('台風')) expect(['07', '08', '09', '10']).toContain(state.on.slice(5, 7))
      }
    }
  })

  test('a session counts in the fiscal year in which it lies, on a working day', () => {
    for (const row of rows.activities) {
      if (row.held?.kind !== 'day') continue
      expect(isClosedDay(row.held.day), row.title).toBe(false)
    }
  })

  test('実人数 of the place: largest session ≤ month ≤ attendance, largest month ≤ year ≤ Σ months', () => {
    for (const fiscalYear of [2022, 2023, 2024]) {
      const entered = rows.tallies.filter(
        (row) => row.statistic === 'place.persons' && row.fiscalYear === fiscalYear,
      )
      const months = entered.filter((row) => row.month !== null)
      const year = entered.find((row) => row.month === null)?.value ?? 0
      const values = months.map((row) => row.value ?? 0)
      expect(year).toBeGreaterThanOrEqual(Math.max(...values))
      expect(year).toBeLessThanOrEqual(values.reduce((sum, value) => sum + value, 0))
      for (const row of months) {
        const sizes = rows.activities
          .filter((session) => session.kind === 'place' && session.held?.kind === 'day')
          .filter((session) => session.held?.kind === 'day' && monthOf(session.held.day) === row.month)
          .map((session) => session.attendance.reduce((sum, { count }) => sum + count, 0))
        expect(row.value ?? 0).toBeGreaterThanOrEqual(Math.max(...sizes))
        expect(row.value ?? 0).toBeLessThanOrEqual(sizes.reduce((sum, size) => sum + size, 0))
      }
    }
  })

  test('one month of the party that reports by tally never came, and its year was entered', () => {
    const entered = rows.tallies.filter((row) => row.statistic === 'outcome.connectedToWorkPrep')
    expect(entered.filter((row) => row.state === 'blank').map((row) => row.month)).toEqual(['2025-02'])
    expect(entered.filter((row) => row.month === null).every((row) => row.value !== null)).toBe(true)
    const report = rows.reports.find((row) => row.party === 'workprep-contractor' && row.month === '2025-02')
    expect(report?.state).toBe('missing')
  })

  test('population adds up over age bands and says its date', () => {
    for (const fiscalYear of [2022, 2023, 2024]) {
      const entered = rows.tallies.filter(
        (row) => row.statistic === 'population' && row.fiscalYear === fiscalYear,
      )
      const total = entered.find((row) => Object.keys(row.keys).length === 0)?.value
      const bands = entered.filter((row) => Object.keys(row.keys).length > 0)
      expect(bands.reduce((sum, row) => sum + (row.value ?? 0), 0)).toBe(total)
      expect(entered.every((row) => row.comment.includes('４月１日現在'))).toBe(true)
    }
  })

  test('a merged code is no case of its own', () => {
    const merged = rows.cases.filter((file) => file.mergedInto !== null)
    expect(merged.every((file) => masterOf(file.id) !== file.id)).toBe(true)
  })
})

describe('reports', () => {
  test('every form of every month to March 2025 has its state; only some of the last month are open', () => {
    const open = rows.reports.filter((row) => row.state !== 'checked')
    expect(new Set(open.map((row) => row.month))).toEqual(new Set(['2025-02', '2025-03']))
    expect(rows.reports.filter((row) => row.month > '2025-03')).toEqual([])
    const keys = rows.reports.map((row) => `${row.party} ${row.form} ${row.month}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('「０件」 is declared exactly where nothing happened', () => {
    for (const row of rows.reports.filter(
      (report) => report.form === 'consultation' && report.zeroDeclared,
    )) {
      const any = rows.consultations.some(
        (contact) => contact.party === row.party && monthOf(contact.day) === row.month,
      )
      expect(any).toBe(false)
    }
  })
})
