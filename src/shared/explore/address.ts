import type { Filter } from '../statistics/definition.ts'
import { isDay, isMonth } from '../time/calendar.ts'
import { validateFrame } from '../time/frame.ts'
import { type ExploreChoices, type ExploreYears, firstChoices, mostYears } from './choices.ts'

/**
 * All choices as an address: `statistic=consultation.events&by=method&where=age>=30&years=5`. It holds
 * codes only, so that it means the same on the same ledger after a restart.
 */
export function addressOf(choices: ExploreChoices): string {
  const parameters = new URLSearchParams({ statistic: choices.statistic })
  for (const code of choices.by) parameters.append('by', code)
  for (const filter of choices.where) parameters.append('where', filterText(filter))
  if (choices.party !== null) parameters.set('party', choices.party)
  const { years } = choices
  if (years.kind === 'window') parameters.set('years', String(years.count))
  else {
    const { fiscalYear, period, asOf } = years.frame
    parameters.set('years', `${years.from}-${fiscalYear}`)
    parameters.set('period', `${period.from}..${period.to}`)
    parameters.set('as-of', asOf)
  }
  if (choices.per === 'month') parameters.set('per', 'month')
  if (choices.earlier === 'same') parameters.set('earlier', 'same')
  if (choices.shares) parameters.set('shares', '1')
  if (choices.recut) parameters.set('recut', '1')
  return parameters.toString()
}

/**
 * The choices of an address, or null when it names no statistic. What cannot be read falls back to the
 * usual; whether the codes exist is the engine's business, which says so.
 */
export function choicesOfAddress(address: string): ExploreChoices | null {
  const parameters = new URLSearchParams(address)
  const statistic = parameters.get('statistic') ?? ''
  if (statistic === '') return null
  return {
    statistic,
    by: parameters.getAll('by').filter((code) => code !== ''),
    where: parameters.getAll('where').flatMap((text) => filterOf(text) ?? []),
    party: parameters.get('party'),
    years: yearsOf(parameters),
    per: parameters.get('per') === 'month' ? 'month' : 'year',
    earlier: parameters.get('earlier') === 'same' ? 'same' : 'whole',
    shares: parameters.get('shares') === '1',
    recut: parameters.get('recut') === '1',
  }
}

export const filterText = (filter: Filter): string =>
  'age' in filter
    ? `age${filter.operator}${filter.age}`
    : `${filter.field}${filter.operator === 'is' ? '=' : '!='}${filter.codes.join('|')}`

function filterOf(text: string): Filter | null {
  const age = /^age(>=|<=)(\d{1,3})$/.exec(text)
  if (age !== null) {
    const years = Number(age[2])
    if (years > 150) return null
    return { field: 'age', operator: age[1] === '>=' ? '>=' : '<=', age: years }
  }
  const codes = /^([A-Za-z0-9]+)(!?=)(.+)$/.exec(text)
  if (codes?.[1] === undefined || codes[3] === undefined) return null
  return {
    field: codes[1],
    operator: codes[2] === '=' ? 'is' : 'isNot',
    codes: codes[3].split('|').filter((code) => code !== ''),
  }
}

function yearsOf(parameters: URLSearchParams): ExploreYears {
  const text = parameters.get('years') ?? ''
  const span = /^(\d{4})-(\d{4})$/.exec(text)
  const period = /^(.+)\.\.(.+)$/.exec(parameters.get('period') ?? '')
  const from = period?.[1]
  const to = period?.[2]
  const asOf = parameters.get('as-of')
  if (span !== null && isMonth(from) && isMonth(to) && isDay(asOf)) {
    const frame = validateFrame({ fiscalYear: Number(span[2]), period: { from, to }, asOf })
    const first = Number(span[1])
    if (frame.ok && first <= frame.value.fiscalYear && first > frame.value.fiscalYear - mostYears) {
      return { kind: 'fixed', from: first, frame: frame.value }
    }
  }
  const count = /^\d{1,2}$/.test(text) ? Number(text) : 0
  return count >= 1 && count <= mostYears ? { kind: 'window', count } : firstChoices.years
}
