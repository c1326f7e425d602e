import { describe, expect, test } from 'vitest'
import { verifyHistory } from '../../../src/main/ledger/history/verify.ts'
import { readActivities } from '../../../src/main/ledger/repositories/activities.ts'
import { readTallies } from '../../../src/main/ledger/repositories/tallies.ts'
import { readRows } from '../../../src/main/ledger/rows/read-rows.ts'
import { queryStatistic } from '../../../src/main/ledger/statistics/query-statistics.ts'
import { nameOn } from '../../../src/shared/time/names.ts'
import { deskOf, present } from './support.ts'

const desk = await deskOf('demo')
const nothing = { contracts: [], names: [], offers: [], series: [] }
const view = (fiscalYear: number) => desk.read('settings.year', { fiscalYear })

describe('年度更新', () => {
  test('tells what is carried over, what is unfinished and what may be decided', () => {
    const year = view(2025)
    expect(year.begun).toBeNull()
    expect(year.carried.openCases).toBeGreaterThan(0)
    expect(year.carried.parties.map(({ name }) => name)).toContain('地域共生課')
    expect(year.offers).toMatchObject([{ party: 'workprep-contractor', form: 'consultation', there: 0 }])
    expect(year.checks.unreported.map(({ party, months }) => [party, months])).toContainEqual([
      '就労準備支援事業委託事業者',
      ['2025-02'],
    ])
    const place = present(year.series.find(({ kind }) => kind === 'place'))
    expect(place.count).toBeGreaterThan(40)
    // Thursday stays Thursday, 52 weeks later.
    expect(place.from).toBe('2025-04-03')
    // The contract of 就労準備支援 ends a year later.
    expect(year.contracts).toEqual([])
    expect(view(2026).contracts.map(({ party }) => party)).toEqual(['workprep-contractor'])
  })

  test('is one action: names, offered values and plans together; figures of the old year stay', () => {
    const before = readRows(desk.ledger)
    const events = () =>
      queryStatistic(desk.ledger, {
        statistic: 'consultation.events',
        frame: { fiscalYear: 2024, period: { from: '2024-04', to: '2025-03' }, asOf: '2025-03-31' },
        by: ['month'],
        where: [],
        party: null,
      })
    const figures = events()
    const year = view(2025)
    const division = present(year.names.find(({ name }) => name === '地域共生課'))
    const place = present(year.series.find(({ kind }) => kind === 'place'))
    const desktop = present(year.names.find(({ name }) => name === '生活サポート相談窓口'))
    expect(year.names.filter(({ what, name }) => what === 'party' && name === '地域共生課')).toEqual([])
    const { outcome } = desk.write('settings.beginYear', {
      fiscalYear: 2025,
      decisions: {
        contracts: [],
        names: [
          { what: 'department', id: division.id, revision: division.revision, name: '福祉総務課' },
          { what: 'party', id: desktop.id, revision: desktop.revision, name: '暮らしの相談窓口' },
        ],
        offers: [{ party: 'workprep-contractor', form: 'consultation' }],
        series: [place.key],
      },
    })
    expect(outcome.renamed).toEqual([
      { from: '地域共生課', to: '福祉総務課' },
      { from: '生活サポート相談窓口', to: '暮らしの相談窓口' },
    ])
    expect(outcome.planned).toEqual([{ title: place.title, count: place.count - place.holidays }])
    const offered = readTallies(desk.ledger).filter(({ fiscalYear }) => fiscalYear === 2025)
    expect(offered).toHaveLength(outcome.offered[0]?.values ?? 0)
    expect(offered.every(({ adopted, flags }) => !adopted && flags.length === 0)).toBe(true)
    const planned = readActivities(desk.ledger).filter(
      ({ fiscalYear, kind }) => fiscalYear === 2025 && kind === 'place',
    )
    expect(planned.filter(({ held, attendance }) => held === null && attendance.length === 0)).toHaveLength(
      place.count - place.holidays,
    )
    const party = present(
      desk.read('settings.organisation', {}).parties.find(({ code }) => code === 'division'),
    )
    expect([nameOn(party.names, '2025-03-31'), nameOn(party.names, '2025-04-01')]).toEqual([
      '地域共生課',
      '福祉総務課',
    ])
    expect(events()).toEqual(figures)
    const after = readRows(desk.ledger)
    expect(after.consultations).toEqual(before.consultations)
    expect(after.tallies.slice(0, before.tallies.length)).toEqual(before.tallies)
    expect(verifyHistory(desk.ledger).problems).toEqual([])
  })

  test('can be opened again to see what was done, and is not begun twice', () => {
    const { begun } = view(2025)
    expect(begun?.outcome.renamed[0]).toEqual({ from: '地域共生課', to: '福祉総務課' })
    expect(begun?.who).toBe('山口')
    expect(desk.refusal('settings.beginYear', { fiscalYear: 2025, decisions: nothing })).toBe('yearBegun')
  })

  test('gives a contract to a successor, who gets the offered values and forms; the rest ends', () => {
    const [contract] = view(2026).contracts
    const { party, revision } = present(contract)
    const decide = (part: object) => ({
      ...nothing,
      contracts: [
        {
          party,
          revision,
          decision: 'succeed' as const,
          until: '2029-03-31' as const,
          name: '就労応援室',
          corporation: '受託法人Ｆ（架空）',
          ...part,
        },
      ],
    })
    expect(desk.refusal('settings.beginYear', { fiscalYear: 2026, decisions: decide({ name: ' ' }) })).toBe(
      'nameNotUsable',
    )
    expect(
      desk.refusal('settings.beginYear', { fiscalYear: 2026, decisions: decide({ until: '2026-03-01' }) }),
    ).toBe('datesReversed')
    expect(
      desk.refusal('settings.beginYear', { fiscalYear: 2026, decisions: decide({ party: 'division' }) }),
    ).toBe('unknownParty')
    expect(
      desk.refusal('settings.beginYear', { fiscalYear: 2026, decisions: decide({ revision: 99 }) }),
    ).toBe('conflict')
    expect(view(2026).begun).toBeNull()
    desk.write('settings.beginYear', { fiscalYear: 2026, decisions: decide({}) })
    const heir = present(
      desk.read('settings.organisation', {}).parties.find(({ predecessor }) => predecessor === party),
    )
    expect(heir).toMatchObject({ contractFrom: '2026-04-01', contractTo: '2029-03-31' })
    expect(heir.forms.map(({ mode, from }) => [mode, from])).toEqual([['tally', '2026-04']])
    expect(view(2026).contracts).toEqual([])
  })

  test('is undone as a whole', () => {
    desk.undoLast()
    expect(view(2026).begun).toBeNull()
    expect(view(2026).contracts.map(({ party }) => party)).toEqual(['workprep-contractor'])
    expect(verifyHistory(desk.ledger).problems).toEqual([])
  })
})
