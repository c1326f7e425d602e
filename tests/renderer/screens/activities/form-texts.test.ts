import { describe, expect, test } from 'vitest'
import { calendarOf, dayAfterKey } from '../../../../src/renderer/screens/activities/calendar-model.ts'
import {
  measuresIn,
  readCount,
  readForm,
  sameTexts,
  type Texts,
} from '../../../../src/renderer/screens/activities/form-texts.ts'

const good: Texts = {
  title: '居場所',
  kind: 'place',
  category: '2',
  party: 'division',
  planned: 'R6.11.14',
}
const read = (part: Texts, state: 'planned' | 'held' | 'cancelled' = 'held') =>
  readForm({ ...good, ...part }, { fiscalYear: 2024, state })

describe('numbers as typed', () => {
  test.each([
    ['12', 12],
    ['１２', 12],
    ['12人', 12],
    ['１，２３４', 1234],
    ['0', 0],
    ['', null],
    ['　', null],
  ])('「%s」 is %s', (text, value) => {
    expect(readCount(text)).toEqual({ value, problem: null })
  })

  test.each([
    '1e9',
    '1000000000',
    '-3',
    '△3',
    '3.5',
    'たくさん',
    '12 13',
    '①',
    'あ'.repeat(10_000),
    '3\t4',
    '－',
    '?',
    '😀',
  ])('「%s」 is refused in words', (text) => {
    const { value, problem } = readCount(text)
    expect(value).toBeNull()
    expect(problem).toMatch(/。$/)
  })
})

describe('the form', () => {
  test('a whole one has no problem', () => {
    const { content, problems } = read({
      'group.person': '８',
      'group.family': '',
      partners: '都、社会福祉協議会',
    })
    expect(problems).toEqual({})
    expect(content).toMatchObject({
      planned: { kind: 'day', day: '2024-11-14' },
      venue: null,
      partners: ['都', '社会福祉協議会'],
      attendance: [{ group: 'person', count: 8 }],
    })
  })

  test('every field tells its own problem', () => {
    const { problems } = read({
      title: ' ',
      kind: 'other',
      kindOther: '',
      party: '',
      planned: 'R6.13.45',
      capacity: '-1',
      'group.person': 'x',
      purpose: 'あ'.repeat(10_000),
      surveyFrom: 'R6.2.31',
    })
    expect(Object.keys(problems).toSorted()).toEqual([
      'capacity',
      'group.person',
      'kindOther',
      'party',
      'planned',
      'purpose',
      'surveyFrom',
      'title',
    ])
  })

  test('a cancelled session has no attendance; 0 is a number there, too', () => {
    expect(read({ 'group.person': '0' }, 'cancelled').problems).toHaveProperty('attendance')
    expect(read({ 'group.person': '' }, 'cancelled').problems).toEqual({})
  })

  test('a survey is asked for by stratum, and answers cannot exceed the sample', () => {
    const survey = { kind: 'survey', category: '6', 'measure.survey.sample.residents': '100' }
    const { content, problems } = read({ ...survey, 'measure.survey.responses.residents': '101' })
    expect(content.measures).toHaveLength(2)
    expect(Object.keys(problems)).toEqual(['measure.survey.responses.residents'])
  })

  test('what another kind had recorded is not dropped unseen', () => {
    const names = measuresIn({ 'measure.outreach.leaflets': '50' }, 'networkMeeting').map(({ name }) => name)
    expect(names).toContain('measure.outreach.leaflets')
  })

  test('a missing field is an empty one', () => {
    expect(sameTexts({ a: '' }, {})).toBe(true)
    expect(sameTexts({ a: '1' }, {})).toBe(false)
  })
})

describe('the calendar', () => {
  test('twelve months, each day once', () => {
    const { months } = calendarOf(2024, [])
    const days = months.flatMap(({ weeks }) => weeks.flat().filter((day) => day !== null))
    expect(months.map(({ month }) => month).at(-1)).toBe('2025-03')
    expect(days).toHaveLength(365)
    expect(new Set(days).size).toBe(365)
    expect(months.every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true)
  })

  test.each([
    ['ArrowRight', '2024-04-30', '2024-05-01'],
    ['ArrowDown', '2024-04-28', '2024-05-05'],
    ['ArrowUp', '2024-04-03', '2024-04-01'],
    ['ArrowLeft', '2024-04-01', '2024-04-01'],
    ['ArrowRight', '2025-03-31', '2025-03-31'],
    ['PageDown', '2025-01-31', '2025-02-28'],
    ['PageUp', '2024-04-15', '2024-04-01'],
    ['End', '2025-02-03', '2025-02-28'],
    ['x', '2025-02-03', null],
  ] as const)('%s from %s leads to %s', (key, from, to) => {
    expect(dayAfterKey(key, from, 2024)).toBe(to)
  })
})
