import { describe, expect, test } from 'vitest'
import { fractionCell, integerCell, rangeCell, stateCell } from '../../../src/shared/cell/construct.ts'
import { mayBeSaid, sensitivityOf, type Told } from '../../../src/shared/disclosure/may-be-said.ts'
import { findStatistic } from '../../../src/shared/statistics/catalogue/catalogue.ts'
import type { Filter } from '../../../src/shared/statistics/definition.ts'

const definition = (code: string): Told['definition'] => {
  const found = findStatistic(code)
  if (found === null) throw new Error(code)
  return found
}
const age: Filter = { field: 'age', operator: '>=', age: 30 }
const upTo: Filter = { field: 'age', operator: '<=', age: 39 }
const sex: Filter = { field: 'sex', operator: 'is', codes: ['female'] }
const area: Filter = { field: 'area', operator: 'is', codes: ['district1'] }
const party: Filter = { field: 'party', operator: 'is', codes: ['north'] }

test.each([
  [[], 'low'],
  [[party], 'low'],
  [[age], 'middle'],
  [[age, upTo], 'middle'],
  [[sex], 'middle'],
  [[area], 'high'],
  [[sex, age], 'high'],
] as const)('sensitivity of %j is %s', (where, expected) => {
  expect(sensitivityOf(where)).toBe(expected)
})

const told = (given: Partial<Told> & Pick<Told, 'cell'>): Told => ({
  definition: definition('consultation.persons'),
  where: [sex],
  whole: null,
  contributors: null,
  saidBefore: [],
  ...given,
})
const events = definition('consultation.events')

describe('a number by itself', () => {
  test.each([
    ['a total may be said, however small', told({ where: [], cell: integerCell(3) }), []],
    ['nine persons of a sex may not', told({ cell: integerCell(9) }), ['fewPersons']],
    ['ten may', told({ cell: integerCell(10) }), []],
    ['one may not', told({ cell: integerCell(1) }), ['fewPersons']],
    ['no one of a sex may', told({ cell: integerCell(0) }), []],
    [
      'no one of an area may not (worked case 9c)',
      told({ where: [area], cell: integerCell(0) }),
      ['sensitiveZero'],
    ],
    ['a range that begins low may not', told({ cell: rangeCell(4, 20) }), ['fewPersons']],
    [
      'all but eight tell of the eight',
      told({ cell: integerCell(84), whole: integerCell(92) }),
      ['fewOutside'],
    ],
    ['all but ten do not', told({ cell: integerCell(82), whole: integerCell(92) }), []],
    [
      'everyone in one cell of a delicate cut',
      told({ where: [area], cell: integerCell(12), whole: integerCell(12) }),
      ['wholeOfGroup'],
    ],
    [
      'events hide persons: 49件 from 8 (worked case 9e)',
      told({ definition: events, cell: integerCell(49), contributors: { persons: 8, largest: 9 } }),
      ['fewContributors'],
    ],
    [
      'one person makes more than half',
      told({ definition: events, cell: integerCell(40), contributors: { persons: 12, largest: 21 } }),
      ['oneContributor'],
    ],
    [
      'exactly half is not more',
      told({ definition: events, cell: integerCell(40), contributors: { persons: 12, largest: 20 } }),
      [],
    ],
    [
      'a tally tells nothing of its persons',
      told({ definition: events, cell: integerCell(400), contributors: null }),
      ['contributorsUnknown'],
    ],
    [
      'nested periods: 16 said, 17 now (worked case 9d)',
      told({ cell: integerCell(17), saidBefore: [16] }),
      ['differenceFromSaid'],
    ],
    ['the same number said again', told({ cell: integerCell(17), saidBefore: [17] }), []],
    ['a state of a delicate cut', told({ cell: stateCell('unknown') }), ['noNumber']],
    ['a state of a total', told({ where: [], cell: stateCell('cancelled') }), []],
    [
      'a share is judged by its parts (worked case 9f)',
      told({ definition: definition('referral.rate'), where: [party, sex], cell: fractionCell(7, 92) }),
      ['fewParts'],
    ],
    [
      'a share of large parts',
      told({ definition: definition('referral.rate'), where: [], cell: fractionCell(33, 178) }),
      [],
    ],
  ] as const)('%s', (_, given, reasons) => {
    const saying = mayBeSaid(given)
    expect(saying.reasons).toEqual(reasons)
    expect(saying.verdict).toBe(reasons.length === 0 ? 'may' : 'check')
  })
})
