import { houseDigits } from '../cell/digits.ts'
import { conditionWords, filterWords } from '../explore/filter-words.ts'
import { breakdownLabel } from '../paper/assemble/code-labels.ts'
import { statisticLabel } from '../paper/assemble/labels.ts'
import type { PaperFacts } from '../paper/template.ts'
import { findStatistic } from '../statistics/catalogue/catalogue.ts'
import type { Filter } from '../statistics/definition.ts'
import { monthOfYear, monthParts } from '../time/calendar.ts'
import { formatAsOf, formatFiscalYear, formatMonth, formatMonthOnly, formatPeriod } from '../time/format.ts'
import { measureNames, termWords } from '../words/answers.ts'
import type { Term } from './term.ts'

type Facts = Pick<PaperFacts, 'codes'>

const monthName = (month: number): string => formatMonthOnly(monthOfYear(2024, month))

/** What a chip or a candidate says: 「相談延べ件数」, 「令和６年度」, 「30歳以上」, 「性別：女性」, 「上半期」. */
export function termLabel(term: Term, facts: Facts): string {
  switch (term.kind) {
    case 'subject':
      return termWords.several(
        term.statistics.flatMap((code) => {
          const definition = findStatistic(code)
          return definition === null ? [] : [statisticLabel(definition)]
        }),
      )
    case 'measure':
      return measureNames[term.measure] ?? term.measure
    case 'year':
      return formatFiscalYear(term.fiscalYear)
    case 'months':
      return monthsLabel(term.from, term.to)
    case 'period':
      return periodLabel(term.from, term.to)
    case 'until':
      return termWords.until(monthName(term.month))
    case 'asOf':
      return formatAsOf(term.day)
    case 'filter':
      return filtersLabel(term.filters, facts)
    case 'party':
      return conditionWords({ where: [], party: term.party }, facts).join('')
    case 'field':
      return termWords.field(breakdownLabel(term.field))
    case 'monthly':
      return termWords.monthly
    case 'sum':
      return termWords.sum
  }
}

function monthsLabel(from: number, to: number): string {
  if (from === 4 && to === 3) return termWords.wholeYear
  if (from === 4 && to === 9) return termWords.firstHalf
  if (from === 10 && to === 3) return termWords.secondHalf
  const quarter = [4, 7, 10, 1].indexOf(from)
  if (quarter !== -1 && to === from + 2) return termWords.quarter(houseDigits(quarter + 1))
  return termWords.months(monthName(from), monthName(to))
}

function periodLabel(from: `${number}-${number}`, to: `${number}-${number}`): string {
  const { year, month } = monthParts(from)
  const calendarYear = month === 1 && to === monthOfYear(year, 12)
  if (!calendarYear) return formatPeriod({ from, to })
  return termWords.calendarYear(formatMonth(to).replace(/年.*$/, '年'))
}

/** 「40代」, 「18歳から29歳まで」, or the conditions one by one. */
export function filtersLabel(filters: readonly Filter[], facts: Facts): string {
  const [first, second] = filters
  if (first !== undefined && second !== undefined && 'age' in first && 'age' in second) {
    const [low, high] = [Math.min(first.age, second.age), Math.max(first.age, second.age)]
    if (low === high) return termWords.ageOnly(low)
    if (low % 10 === 0 && high === low + 9) return termWords.decade(low)
    return termWords.between(termWords.ageOnly(low), termWords.ageOnly(high))
  }
  return filters.map((filter) => filterWords(filter, facts)).join('・')
}
