import { describe, expect, test } from 'vitest'
import { writeCell } from '../../../src/shared/cell/write.ts'
import { ask, short, shortRows } from '../../samples/query.ts'
import { readSamples } from '../../samples/read-samples.ts'

const { rows, refused } = await readSamples()
const byMonth = (statistic: string, party: string): readonly (number | string)[] =>
  ask(rows, statistic, { by: ['month'], party }).rows.map((row) => short(row.cell))
const contractor = { party: 'contractor' } as const

describe('samples', () => {
  test('405 good rows, 8 refused, 92 persons, 48 sessions held', () => {
    expect(rows.consultations).toHaveLength(405)
    expect(refused).toHaveLength(8)
    expect(rows.cases).toHaveLength(92)
    expect(JSON.stringify(rows)).not.toContain('"?')
    expect(short(ask(rows, 'place.sessions', contractor).total)).toBe(48)
    expect(short(ask(rows, 'place.attendance', contractor).total)).toBe(498)
    expect(shortRows(ask(rows, 'place.attendance', { ...contractor, by: ['group'] }))).toEqual({
      person: 307,
      family: 114,
      other: 77,
    })
  })

  test('figures by month', () => {
    expect(byMonth('consultation.events', 'contractor')).toEqual([
      40, 29, 33, 29, 27, 38, 34, 27, 30, 35, 41, 42,
    ])
    expect(byMonth('consultation.persons', 'contractor')).toEqual([
      36, 24, 30, 23, 24, 31, 30, 23, 27, 29, 37, 34,
    ])
    expect(byMonth('place.sessions', 'contractor')).toEqual([4, 4, 5, 3, 4, 5, 3, 4, 4, 4, 4, 4])
    expect(byMonth('place.attendance', 'contractor')).toEqual([
      49, 47, 60, 26, 36, 48, 32, 40, 41, 32, 45, 42,
    ])
    const cumulative = rows.reports
      .filter((report) => report.form === 'consultation')
      .map(({ month }) => short(ask(rows, 'consultation.persons', { ...contractor, to: month }).total))
    expect(cumulative).toEqual([36, 50, 65, 73, 76, 83, 84, 87, 88, 90, 91, 92])
  })

  test('callers, methods, ages by the row and by the resolved person', () => {
    expect(shortRows(ask(rows, 'consultation.events', { ...contractor, by: ['caller'] }))).toEqual({
      mother: 132,
      self: 116,
      agency: 46,
      father: 42,
      sibling: 29,
      commissioner: 24,
      spouse: 16,
    })
    expect(shortRows(ask(rows, 'consultation.events', { ...contractor, by: ['method'] }))).toEqual({
      outreach: 68,
      mail: 50,
      phone: 122,
      visitUs: 122,
      online: 20,
      sns: 23,
    })
    expect(short(ask(rows, 'consultation.visits', contractor).total)).toBe(68)
    expect(short(ask(rows, 'consultation.accompanied', contractor).total)).toBe(22)
    const ages = { '10s': 25, '20s': 77, '30s': 108, '40s': 84, '50s': 77, '60s': 34 }
    expect(shortRows(ask(rows, 'consultation.events', { ...contractor, by: ['ageBand'] }))).toEqual(ages)
    const persons = { '10s': 6, '20s': 17, '30s': 27, '40s': 19, '50s': 16, '60s': 7 }
    expect(shortRows(ask(rows, 'consultation.persons', { ...contractor, by: ['ageBand'] }))).toEqual(persons)
  })

  test('age by sex of persons (table of case 9)', () => {
    const cross = ask(rows, 'consultation.persons', { ...contractor, by: ['ageBand', 'sex'] })
    const table = ['10s', '20s', '30s', '40s', '50s', '60s'].map((age) =>
      ['male', 'female', 'other', 'unknown'].map((sex) => {
        const row = cross.rows.find(({ keys }) => keys[0] === age && keys[1] === sex)
        return row === undefined ? null : short(row.cell)
      }),
    )
    expect(table).toEqual([
      [4, 1, 1, 0],
      [11, 4, 1, 1],
      [16, 11, 0, 0],
      [13, 5, 0, 1],
      [8, 7, 1, 0],
      [4, 3, 0, 0],
    ])
  })
})

describe('case 1: 実人数', () => {
  test('months, quarters and halves add up to more than the year', () => {
    const sum = (by: string): number =>
      ask(rows, 'consultation.persons', { ...contractor, by: [by] }).rows.reduce(
        (total, row) => total + Number(short(row.cell)),
        0,
      )
    expect([sum('month'), sum('quarter'), sum('half')]).toEqual([348, 251, 164])
    expect(shortRows(ask(rows, 'consultation.persons', { ...contractor, by: ['quarter'] }))).toEqual({
      '2024-Q1': 65,
      '2024-Q2': 62,
      '2024-Q3': 56,
      '2024-Q4': 68,
    })
    expect(short(ask(rows, 'consultation.persons', contractor).total)).toBe(92)
  })

  test('two parties: a range, and with the shared users a number', () => {
    const both = ask(rows, 'consultation.persons')
    expect(short(both.total)).toBe('92–133')
    expect(both.notes.map((note) => note.code)).toContain('rangeOfPersons')
    const shared = {
      ...rows,
      tallies: [
        ...rows.tallies,
        {
          id: 't-shared',
          party: 'contractor',
          statistic: 'network.sharedUsers',
          fiscalYear: 2024,
          month: null,
          keys: {},
          state: 'value' as const,
          value: 12,
          flags: [],
          adopted: true,
          comment: '',
        },
      ],
    }
    const known = ask(shared, 'consultation.persons')
    expect(short(known.total)).toBe(121)
    expect(known.notes).toContainEqual({ code: 'sharedPersons', parameters: { shared: 12 } })
    expect(short(ask(shared, 'network.sharedUsers').total)).toBe(12)
    expect(shortRows(ask(shared, 'consultation.persons', { by: ['party'] }))).toEqual({
      contractor: 92,
      workprep: 41,
    })
  })
})

describe('case 2: 新規', () => {
  const months = [36, 14, 15, 8, 3, 7, 1, 3, 1, 2, 1, 1]

  test('by month and quarter, whatever the book claims', () => {
    expect(byMonth('consultation.new', 'contractor')).toEqual(months)
    expect(shortRows(ask(rows, 'consultation.new', { ...contractor, by: ['quarter'] }))).toEqual({
      '2024-Q1': 65,
      '2024-Q2': 18,
      '2024-Q3': 5,
      '2024-Q4': 4,
    })
    expect(short(ask(rows, 'consultation.new', contractor).total)).toBe(92)
  })

  test('correcting the refused row makes two marks for H092 and still one 新規', () => {
    const first = rows.consultations.find((row) => row.caseId === 'H092')
    if (first === undefined) throw new Error('H092')
    const corrected = {
      ...rows,
      consultations: [
        { ...first, id: 'c-corrected', day: '2024-04-25' as const, newClaim: true },
        ...rows.consultations,
      ],
    }
    expect(corrected.consultations.filter((row) => row.newClaim === true)).toHaveLength(93)
    expect(short(ask(corrected, 'consultation.new', contractor).total)).toBe(92)
    expect(short(ask(corrected, 'consultation.events', contractor).total)).toBe(406)
  })

  test('新規 + 継続 = 実 in every month', () => {
    const continuing = byMonth('consultation.continuing', 'contractor')
    expect(continuing).toEqual([0, 10, 15, 15, 21, 24, 29, 20, 26, 27, 36, 33])
    expect(short(ask(rows, 'consultation.continuing', contractor).total)).toBe(0)
  })
})

describe('case 4: missing months', () => {
  const party = { party: 'workprep' } as const

  test('a sum over eleven months says so, and the rate uses the months that both have', () => {
    expect(short(ask(rows, 'referral.events', party).total)).toBe('33 (11/12)')
    expect(byMonth('referral.events', 'workprep')[5]).toBe('unknown (0/1)')
    expect(short(ask(rows, 'consultation.events', party).total)).toBe(187)
    const rate = ask(rows, 'referral.rate', party)
    expect(short(rate.total)).toBe('33/178 (11/12)')
    expect(writeCell(rate.total, 'city', { decimals: 1, per: 100 }).text).toBe('18.5')
    expect(rate.notes.map((note) => note.code)).toContain('commonMonthsOnly')
  })

  test('a month of cancelled sessions is 0, not missing', () => {
    const cancelled = rows.activities.map((activity) =>
      activity.planned.kind === 'day' && activity.planned.day.startsWith('2024-07')
        ? {
            ...activity,
            held: null,
            states: [{ state: 'cancelled' as const, on: activity.planned.day, reason: '' }],
          }
        : activity,
    )
    const result = ask({ ...rows, activities: cancelled }, 'place.sessions', { ...contractor, by: ['month'] })
    expect(short(result.rows[3]?.cell ?? result.total)).toBe(0)
    expect(short(result.total)).toBe(45)
  })

  test('the last value of a snapshot with March missing is that of February', () => {
    const tallies = rows.reports
      .filter((report) => report.form === 'consultation')
      .map(({ month }, index) => ({
        id: `t-registered-${month}`,
        party: 'workprep',
        statistic: 'case.registered',
        fiscalYear: 2024,
        month,
        keys: {},
        state: index === 11 ? ('blank' as const) : ('value' as const),
        value: index === 11 ? null : 40 + index,
        flags: [],
        adopted: true,
        comment: '',
      }))
    const onlyTally = { ...rows, tallies, partyForms: rows.partyForms.filter((row) => row.mode === 'tally') }
    const result = ask({ ...onlyTally, consultations: [], caseEpisodes: [] }, 'case.registered')
    expect(short(result.total)).toBe(50)
    expect(result.notes).toContainEqual({ code: 'snapshotDate', parameters: { date: '2025-02-28' } })
  })
})

describe('case 5: half a year says nothing about the persons of the year', () => {
  test('April to September', () => {
    const half = { ...contractor, to: '2024-09' } as const
    expect(short(ask(rows, 'consultation.events', half).total)).toBe(196)
    expect(short(ask(rows, 'consultation.persons', half).total)).toBe(83)
    expect(short(ask(rows, 'consultation.new', half).total)).toBe(83)
  })
})

describe('case 6: what remains of the old scope', () => {
  test('102件 with persons of 29 or younger', () => {
    const old = ask(rows, 'consultation.events', { ...contractor, by: ['ageBandOld'] })
    expect(shortRows(old)).toEqual({ upTo29: 102, over30: 303 })
    const where = [{ field: 'age', operator: '<=', age: 29 } as const]
    expect(short(ask(rows, 'consultation.events', { ...contractor, where }).total)).toBe(102)
    const over = [{ field: 'age', operator: '>=', age: 30 } as const]
    expect(short(ask(rows, 'consultation.events', { ...contractor, where: over }).total)).toBe(303)
  })
})

describe('case 10: multiple choices name both denominators', () => {
  test('319 marks on 237 rows of 405', () => {
    const result = ask(rows, 'consultation.events', { ...contractor, by: ['factor'] })
    expect(shortRows(result)).toEqual({ '8050': 69, truancy: 66, mental: 64, developmental: 61, poverty: 59 })
    expect(result.notes).toContainEqual({
      code: 'multipleChoice',
      parameters: { breakdown: 'factor', all: 405, any: 237 },
    })
  })
})

describe('case 11: means are neither ratios nor counts', () => {
  test('Σ ÷ Σ with its parts', () => {
    const perSession = ask(rows, 'place.attendancePerSession', contractor)
    expect(short(perSession.total)).toBe('498/48')
    expect(writeCell(perSession.total, 'city', { decimals: 1, per: 1 }).text).toBe('10.4')
    const perPerson = ask(rows, 'consultation.eventsPerPerson', contractor)
    expect(short(perPerson.total)).toBe('405/92')
    expect(writeCell(perPerson.total, 'city', { decimals: 1, per: 1 }).text).toBe('4.4')
  })
})
