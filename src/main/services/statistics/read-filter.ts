import { unknownCode } from '../../../shared/codes/code-list.ts'
import { failure, ok, type Result } from '../../../shared/contract/errors.ts'
import type { PaperFacts } from '../../../shared/paper/template.ts'
import type { Filter, StatisticQuery } from '../../../shared/statistics/definition.ts'

const ageFilter = /^age\s*(>=|<=)\s*([0-9]{1,3})$/
const codeFilter = /^([A-Za-z][A-Za-z0-9]*)\s*(!=|=)\s*([A-Za-z0-9-]+(?:\|[A-Za-z0-9-]+)*)$/

/**
 * `--where`: conditions joined by AND and written with commas: `age>=30,sex=female,method=visit|phone`.
 * Whether a field exists is the statistic's business. Error: `unknownFilter` {filter}.
 */
export function readFilters(text: string): Result<readonly Filter[]> {
  const filters: Filter[] = []
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === '') continue
    const filter = readFilter(part)
    if (filter === null) return failure('unknownFilter', { filter: part }, 'where')
    filters.push(filter)
  }
  return ok(filters)
}

/**
 * A filter on a code that the ledger's lists do not have would count nothing, and 0 would look like an
 * answer. Error: `unknownFilter` {filter}.
 */
export function checkFilterCodes(
  query: Pick<StatisticQuery, 'where'>,
  codes: PaperFacts['codes'],
): Result<null> {
  for (const filter of query.where) {
    if (filter.operator !== 'is' && filter.operator !== 'isNot') continue
    const known = codes[filter.field]
    const unknown = filter.codes.find(
      (code) => code !== unknownCode && known?.every((entry) => entry.code !== code),
    )
    if (unknown !== undefined) {
      return failure('unknownFilter', { filter: `${filter.field}=${unknown}` }, 'where')
    }
  }
  return ok(null)
}

function readFilter(text: string): Filter | null {
  const age = ageFilter.exec(text)
  if (age !== null) {
    const years = Number(age[2])
    if (years > 150) return null
    return { field: 'age', operator: age[1] === '>=' ? '>=' : '<=', age: years }
  }
  const codes = codeFilter.exec(text)
  if (codes === null || codes[1] === undefined || codes[3] === undefined) return null
  return { field: codes[1], operator: codes[2] === '!=' ? 'isNot' : 'is', codes: codes[3].split('|') }
}
