import { describe, expect, test } from 'vitest'
import type { Cell } from '../../../src/shared/cell/cell.ts'
import { fractionCell, integerCell, rangeCell, stateCell } from '../../../src/shared/cell/construct.ts'
import {
  lastValue,
  personsBoundsOverMonths,
  personsOverParties,
  quotientOverMonths,
  type SumOver,
  seriesOf,
  sumOverGroups,
  sumOverMonths,
  sumOverParties,
  trySum,
} from '../../../src/shared/statistics/algebra.ts'
import type { MeasureType } from '../../../src/shared/statistics/definition.ts'
import { short } from '../../samples/query.ts'

const blank = stateCell('blank', { parts: { reported: 0, expected: 1 } })
const unknown = stateCell('unknown')
const numbers = (...values: readonly number[]): readonly Cell[] => values.map((value) => integerCell(value))

describe('what may be added (domain §3, table)', () => {
  const measures: readonly MeasureType[] = [
    'events',
    'attendance',
    'persons',
    'newPersons',
    'snapshot',
    'ratio',
    'mean',
    'rate',
  ]
  const allowed: Readonly<Record<SumOver, readonly MeasureType[]>> = {
    months: ['events', 'attendance', 'newPersons'],
    parties: ['events', 'attendance'],
    groups: ['events', 'attendance', 'persons', 'newPersons', 'snapshot'],
  }

  test.each(
    (['months', 'parties', 'groups'] as const).flatMap((over) =>
      measures.map((measure) => [measure, over, allowed[over].includes(measure)] as const),
    ),
  )('%s over %s: %s', (measure, over, may) => {
    const sum = trySum(measure, over, numbers(1, 2))
    expect(sum.ok).toBe(may)
    if (!sum.ok) expect(sum.error).toMatchObject({ code: 'notAdditive', parameters: { measure, over } })
  })

  test('groups of a multiple choice are not added, a snapshot of money is over parties', () => {
    expect(trySum('events', 'groups', numbers(1, 2), { choice: 'multiple' }).ok).toBe(false)
    expect(trySum('snapshot', 'parties', numbers(1, 2), { countsPersons: false }).ok).toBe(true)
  })

  test('a forbidden sum does not type-check', () => {
    const cells = numbers(36, 24)
    // @ts-expect-error 実人数 is never added over months
    sumOverMonths(seriesOf('persons', cells))
    // @ts-expect-error nor 割合
    sumOverMonths(seriesOf('ratio', cells))
    // @ts-expect-error nor 時点
    sumOverMonths(seriesOf('snapshot', cells))
    // @ts-expect-error 新規 is not added over parties
    sumOverParties(seriesOf('newPersons', cells))
    // @ts-expect-error nor 平均 over groups
    sumOverGroups(seriesOf('mean', cells))
    expect(short(sumOverMonths(seriesOf('newPersons', cells)))).toBe(60)
  })
})

describe('sums of cells with states', () => {
  test.each<readonly [name: string, cells: readonly Cell[], sum: number | string]>([
    ['numbers', numbers(1, 2, 3), 6],
    ['zeros are numbers', numbers(0, 0), 0],
    ['a blank is not 0: the sum says what is missing', [...numbers(1, 2), blank], '3 (2/3)'],
    ['nor is an unknown, whatever its parts say', [...numbers(1, 2), unknown], '3 (2/3)'],
    ['nor a suppressed value', [integerCell(5), stateCell('suppressed')], '5 (1/2)'],
    ['a cancelled month is 0', [integerCell(4), stateCell('cancelled')], 4],
    [
      'so are 延期, 未実施 and 該当項目なし',
      [integerCell(4), stateCell('notDone'), stateCell('notApplicable')],
      4,
    ],
    ['only cancelled months are 0', [stateCell('cancelled'), stateCell('cancelled')], 0],
    [
      'what cannot occur in any month cannot occur',
      [stateCell('notApplicable'), stateCell('notApplicable')],
      'notApplicable',
    ],
    ['nothing but blanks is blank', [blank, blank], 'blank (0/2)'],
    ['nothing but unknowns is unknown', [unknown, unknown], 'unknown (0/2)'],
    ['bounds add', [rangeCell(1, 3), integerCell(2)], '3–5'],
    ['nothing at all is blank', [], 'blank'],
  ])('%s', (_, cells, sum) => {
    expect(short(sumOverMonths(seriesOf('events', cells)))).toBe(sum)
  })

  test('約 and 速報 survive into the sum, 訂正 does not', () => {
    const flagged = [
      integerCell(1, { flags: ['estimate', 'revised'] }),
      integerCell(2, { flags: ['provisional'] }),
    ]
    expect(sumOverMonths(seriesOf('events', flagged)).flags).toEqual(['provisional', 'estimate'])
  })

  test('a sum over parties has a month only when every party has it', () => {
    const some = integerCell(5, { parts: { reported: 10, expected: 12 } })
    const all = integerCell(7, { parts: { reported: 12, expected: 12 } })
    expect(short(sumOverParties(seriesOf('attendance', [some, all])))).toBe('12 (10/12)')
  })
})

describe('persons', () => {
  test('over months: max ≤ year ≤ Σ', () => {
    expect(short(personsBoundsOverMonths(seriesOf('persons', numbers(36, 24, 30))))).toBe('36–90')
    expect(short(personsBoundsOverMonths(seriesOf('persons', numbers(5))))).toBe(5)
    expect(short(personsBoundsOverMonths(seriesOf('persons', numbers(5, 0, 0))))).toBe(5)
    expect(short(personsBoundsOverMonths(seriesOf('persons', [...numbers(5, 3), blank])))).toBe('5–8 (2/3)')
  })

  test('over parties: a range, or Σ − 共通の利用者 of two', () => {
    const of = (cells: readonly Cell[], shared: Cell | null) => {
      const { cell, how } = personsOverParties(seriesOf('persons', cells), shared)
      return [short(cell), how]
    }
    expect(of(numbers(92, 41), null)).toEqual(['92–133', 'range'])
    expect(of(numbers(92, 41), integerCell(12))).toEqual([121, 'shared'])
    expect(of(numbers(92), integerCell(12))).toEqual([92, 'exact'])
    expect(of(numbers(92, 0), null)).toEqual([92, 'exact'])
    // More shared users than the smaller party has cannot be: they are not believed.
    expect(of(numbers(92, 41), integerCell(42))).toEqual(['92–133', 'range'])
    // Of three parties it is not known how often each was counted.
    expect(of(numbers(92, 41, 10), integerCell(12))).toEqual(['92–143', 'range'])
  })
})

describe('snapshots and quotients', () => {
  test('the last month that has a value', () => {
    expect(lastValue(seriesOf('snapshot', [...numbers(40, 41), blank]))).toMatchObject({ index: 1 })
    expect(lastValue(seriesOf('snapshot', [blank, blank])).index).toBeNull()
  })

  test('case 4: only the months that both parts have', () => {
    const above = [...numbers(0, 3), unknown]
    const below = numbers(8, 26, 9)
    expect(short(quotientOverMonths(seriesOf('events', above), seriesOf('events', below)))).toBe('3/34 (2/3)')
    expect(() => quotientOverMonths(seriesOf('events', above), seriesOf('events', []))).toThrow(RangeError)
  })

  test('a zero denominator cannot occur; ratios are never added', () => {
    expect(short(quotientOverMonths(seriesOf('events', numbers(0)), seriesOf('events', numbers(0))))).toBe(
      'notApplicable',
    )
    expect(trySum('ratio', 'months', [fractionCell(30, 34), fractionCell(29, 34)]).ok).toBe(false)
  })
})
