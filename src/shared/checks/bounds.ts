import { catalogue } from '../statistics/catalogue/catalogue.ts'
import { type Check, type CheckFinding, finding } from './finding.ts'
import { codesOfTally, type TallyYear, tallyYears } from './tally-grid.ts'

/** 実 and the 延べ that bounds it. */
const boundedBy: readonly (readonly [persons: string, events: string])[] = [
  ['consultation.persons', 'consultation.events'],
  ['place.persons', 'place.attendance'],
  ['family.persons', 'family.attendance'],
]

/** 実 ≤ 延べ, part ≤ whole, 新規 + 継続 = 実, no count under 0: in every month, year and group. */
export const checkBounds: Check = (rows, frame) =>
  tallyYears(rows, frame).flatMap((year) => [
    ...boundedBy.flatMap(([persons, events]) => over(year, persons, events, 'personsOverEvents')),
    ...catalogue.flatMap(({ definition: { code, partOf } }) =>
      partOf === null ? [] : over(year, code, partOf, 'partOverWhole'),
    ),
    ...newAndContinuing(year),
    ...negative(year),
  ])

function over(
  year: TallyYear,
  small: string,
  large: string,
  rule: 'personsOverEvents' | 'partOverWhole',
): readonly CheckFinding[] {
  return year.rows
    .filter((row) => row.statistic === small)
    .flatMap((row) => {
      const limit = year.value(large, row.month, codesOfTally(row))
      if (row.value === null || limit === null || row.value <= limit) return []
      const place = { ...placeOf(year), statistic: small, month: row.month, rowId: row.id }
      return finding(rule, place, { value: row.value, limit, other: large, codes: codesOfTally(row) })
    })
}

function newAndContinuing(year: TallyYear): readonly CheckFinding[] {
  return year.rows
    .filter((row) => row.statistic === 'consultation.persons')
    .flatMap((row) => {
      const codes = codesOfTally(row)
      const fresh = year.value('consultation.new', row.month, codes)
      const continuing = year.value('consultation.continuing', row.month, codes)
      if (row.value === null || fresh === null || continuing === null) return []
      if (fresh + continuing === row.value) return []
      const place = { ...placeOf(year), statistic: row.statistic, month: row.month, rowId: row.id }
      return finding('newAndContinuing', place, { value: row.value, new: fresh, continuing, codes })
    })
}

function negative(year: TallyYear): readonly CheckFinding[] {
  return year.rows
    .filter((row) => row.value !== null && row.value < 0)
    .map((row) =>
      finding(
        'negativeCount',
        { ...placeOf(year), statistic: row.statistic, month: row.month, rowId: row.id },
        { value: row.value ?? 0, codes: codesOfTally(row) },
      ),
    )
}

const placeOf = ({ party, fiscalYear }: TallyYear): Pick<TallyYear, 'party' | 'fiscalYear'> => ({
  party,
  fiscalYear,
})
