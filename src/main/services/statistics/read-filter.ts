import { failure, ok, type Result } from '../../../shared/contract/errors.ts'
import type { Filter } from '../../../shared/statistics/definition.ts'

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
