import { findStatistic } from '../statistics/catalogue/catalogue.ts'
import type { TallyRow } from '../statistics/rows.ts'
import { addMonths } from '../time/calendar.ts'
import { type Check, type CheckFinding, finding } from './finding.ts'
import { codesOfTally, type TallyYear, tallyYears } from './tally-grid.ts'

/** Below it a count may well be ten times last year's. */
const leastSuspicious = 30
/** A value is far away when it is this many times what was expected, or less than one part of it. */
const far = 5

/**
 * A digit too many or too few (domain §7: ×10, ÷10, inserted, dropped): the value is far from the same
 * month last year and from the months beside it, and one digit less or more brings it near. 35,339 typed as
 * 353,439 spread to 123 places of a report (product, accidents).
 */
export const checkDigitSlips: Check = (rows, frame) => {
  const earlier = new Map(rows.tallies.filter((row) => row.adopted).map((row) => [placeKey(row), row.value]))
  return tallyYears(rows, frame).flatMap((year) =>
    year.rows.flatMap((row) => slipOf(year, row, earlier) ?? []),
  )
}

const placeKey = (row: TallyRow, years = 0): string =>
  [
    row.party,
    row.statistic,
    row.month === null ? row.fiscalYear + years : addMonths(row.month, 12 * years),
    codesOfTally(row),
  ].join(' ')

function slipOf(
  year: TallyYear,
  row: TallyRow,
  all: ReadonlyMap<string, number | null>,
): CheckFinding | null {
  const { value } = row
  if (value === null || value < 1 || findStatistic(row.statistic) === null) return null
  const lastYear = all.get(placeKey(row, -1)) ?? null
  const beside = besideOf(year, row)
  const references = [lastYear, beside].filter((one) => one !== null && one >= 1)
  const expected = lastYear !== null && lastYear >= 1 ? lastYear : beside
  if (expected === null || references.length === 0) return null
  if (Math.max(value, expected) < leastSuspicious) return null
  if (!references.every((one) => one !== null && isFar(value, one))) return null
  const likely = nearest(value, expected)
  if (likely === null) return null
  const { party, fiscalYear } = year
  const place = { party, fiscalYear, statistic: row.statistic, month: row.month, rowId: row.id }
  return finding('digitSlip', place, {
    value,
    expected,
    likely,
    codes: codesOfTally(row),
    against: lastYear !== null && lastYear >= 1 ? 'lastYear' : 'neighbours',
  })
}

/** The mean of the two months before and behind, or null where neither has a number. */
function besideOf(year: TallyYear, row: TallyRow): number | null {
  const { month } = row
  if (month === null) return null
  const found = [-2, -1, 1, 2].flatMap(
    (step) => year.value(row.statistic, addMonths(month, step), codesOfTally(row)) ?? [],
  )
  return found.length === 0 ? null : Math.round(found.reduce((sum, one) => sum + one, 0) / found.length)
}

const isFar = (value: number, expected: number): boolean => value >= expected * far || value * far <= expected
const isNear = (value: number, expected: number): boolean => value * 2 >= expected && value <= expected * 2

/** What was probably meant: one digit dropped, or a zero put behind; the nearest one that is near. */
function nearest(value: number, expected: number): number | null {
  const text = String(value)
  const dropped = [...text].map((_digit, at) => Number(text.slice(0, at) + text.slice(at + 1)))
  const candidates = [...dropped, value * 10, value * 1_000, Math.floor(value / 1_000)]
    .filter((one) => one > 0 && isNear(one, expected))
    .toSorted((a, b) => Math.abs(a - expected) - Math.abs(b - expected))
  return candidates[0] ?? null
}
