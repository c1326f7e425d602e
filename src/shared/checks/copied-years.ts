import { logCount } from './count-likelihood.ts'
import { type CountRow, countRows } from './count-rows.ts'
import { type Check, type CheckFinding, finding } from './finding.ts'

/** How seldom chance may bring about what is taken for a copy. */
export const leastChance = Math.log(0.0005)
/** From here on one month alone may be enough (domain §7). */
const large = 30

/** What is planned or given is often the same each year: sessions, places offered, copies printed. */
export const planned: ReadonlySet<string> = new Set([
  'place.sessions',
  'network.meetings',
  'family.sessions',
  'family.capacity',
  'outreach.events',
  'outreach.lectures',
  'outreach.leaflets',
  'dialogue.sessions',
  'training.sessions',
  'survey.sample',
  'population',
  'budget.initial',
  'budget.settled',
  'case.registered',
])

/**
 * Last year's values that stayed in a copied template (domain §7; product, accidents): equal in three or
 * more months running, or in one month of 30 or more, and so that chance would bring it about less than
 * once in 2,000 times. Three equal months of about 2 contacts are chance; three of about 20 are not.
 */
export const checkCopiedYears: Check = (rows, frame) =>
  countRows(rows, frame).flatMap((row) => (planned.has(row.statistic) ? [] : copiesOf(row)))

function copiesOf(row: CountRow): readonly CheckFinding[] {
  const found: CheckFinding[] = []
  let from = 0
  while (from < 12) {
    let to = from
    while (to < 12 && isEqual(row, to)) to += 1
    if (to > from) found.push(...copyIn(row, from, to))
    from = to + 1
  }
  return found
}

const isEqual = (row: CountRow, at: number): boolean =>
  row.isAsked(at) && (row.counts[at] ?? null) !== null && row.counts[at] === row.lastYear[at]

function copyIn(row: CountRow, from: number, to: number): readonly CheckFinding[] {
  const months = to - from
  const values = row.counts.slice(from, to).map((value) => value ?? 0)
  if (months < 3 && !values.some((value) => value >= large)) return []
  const chance = values.reduce((log, value, at) => {
    const expected = row.model.expected(from + at)
    return expected === null ? log : log + logCount(value, expected.mean, expected.variance)
  }, 0)
  if (chance > leastChance) return []
  const cell = row.cells[from] ?? null
  const { party, fiscalYear, statistic, codes } = row
  const place = { party, fiscalYear, statistic, month: cell?.month ?? null, rowId: cell?.id ?? null }
  return [finding('sameAsLastYear', place, { value: values[0] ?? 0, months, codes }, values)]
}
