import { numberWords } from '../../../shared/answers/answer.ts'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { plain } from '../../../shared/contract/plain.ts'
import type { SourceRecord } from '../../../shared/contract/schemas/statistics.ts'
import { conditionWords } from '../../../shared/explore/filter-words.ts'
import { codeLabel } from '../../../shared/paper/assemble/code-labels.ts'
import { statisticLabel } from '../../../shared/paper/assemble/labels.ts'
import { measureOf } from '../../../shared/paper/assemble/measure.ts'
import type { PaperFacts } from '../../../shared/paper/template.ts'
import { findStatistic, versionIn } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { StatisticDefinition, StatisticQuery } from '../../../shared/statistics/definition.ts'
import { tallyCell } from '../../../shared/statistics/engine/tally-cells.ts'
import { formatFrame } from '../../../shared/time/format.ts'
import { sourceWords } from '../../../shared/words/explore.ts'
import { measureWords } from '../../../shared/words/statistics.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import {
  activityLines,
  consultationLines,
  coordinationLines,
  episodeLines,
  type RecordLine,
  referralLines,
} from '../../ledger/repositories/source-records.ts'
import { queryStatistic } from '../../ledger/statistics/query-statistics.ts'
import { type SelectedSources, selectSources } from '../../ledger/statistics/sources.ts'
import type { Handler, ReaderContext } from '../contexts.ts'
import { orNamingYears } from '../years-with-data.ts'
import { readCodeLabels } from './code-labels.ts'

/** `statistics.sources`: from a number to the records and entered values that it counts (算出根拠). */
export const numberSources: Handler<'statistics.sources', ReaderContext> = (input, { ledger }) =>
  ledger.snapshot(() => {
    const { query, keys, offset, limit } = input
    const definition = findStatistic(query.statistic)
    if (definition === null) {
      throw new AppFailure(appError('unknownStatistic', { statistic: query.statistic }, 'query.statistic'))
    }
    const facts = { codes: readCodeLabels(ledger, query.frame.asOf) }
    const result = orNamingYears(ledger, queryStatistic(ledger, query))
    const row = result.rows.find((one) => one.keys.join('\u0001') === keys.join('\u0001'))
    const cell = keys.length === 0 ? result.total : row?.cell
    if (cell === undefined) throw new AppFailure(appError('notFound', { id: keys.join('、') }, 'keys'))
    const version = versionIn(definition, query.frame.fiscalYear)
    const rowWords = keys.map((key, index) => codeLabel(facts, query.by[index] ?? '', key))
    const base = {
      label: statisticLabel(definition),
      conditions: [...rowWords, ...conditionWords(query, facts)],
      frameText: formatFrame(query.frame),
      cell: plain(cell),
      display: numberWords(cell, measureOf(definition)),
      definition: version?.text ?? '',
      scope: version?.scope ?? '',
      validFrom: version?.validFrom ?? query.frame.fiscalYear,
      measure: measureWords[definition.measure].label,
    }
    if (definition.quotient !== null) {
      const parts = [definition.quotient.numerator, definition.quotient.denominator].map((statistic) =>
        partOf(ledger, { ...query, statistic }, keys),
      )
      const none = { records: 0, persons: null, sum: null }
      return { ...base, count: none, records: [], tallies: [], months: [], leftOut: [], parts }
    }
    const selected = orNamingYears(ledger, selectSources(ledger, query, keys))
    const all = linesOf(selected)
    const label = (party: string): string => codeLabel(facts, 'party', party)
    return {
      ...base,
      count: countOf(selected, definition, all.keys.length),
      records: all
        .read(ledger, all.keys.slice(offset, offset + limit))
        .map((line) => recordOf(line, all, facts)),
      tallies: selected.tallies.map((tally) => ({
        party: tally.party,
        partyLabel: label(tally.party),
        month: tally.month,
        fiscalYear: tally.fiscalYear,
        display: numberWords(tallyCell(tally), measureOf(definition)),
      })),
      months: selected.months.map((month) => ({ ...month, partyLabel: label(month.party) })),
      leftOut: leftOutOf(selected, label),
      parts: [],
    }
  })

function partOf(ledger: LedgerReader, query: StatisticQuery, keys: readonly string[]) {
  const definition = findStatistic(query.statistic)
  const answer = queryStatistic(ledger, query)
  const found = answer.ok ? answer.value : null
  const cell =
    keys.length === 0
      ? found?.total
      : found?.rows.find((one) => one.keys.join('\u0001') === keys.join('\u0001'))?.cell
  return {
    label: definition === null ? query.statistic : statisticLabel(definition),
    display: definition === null || cell === undefined ? '' : numberWords(cell, measureOf(definition)),
    query: plain(query),
  }
}

interface Lines {
  readonly kind: SourceRecord['kind']
  readonly keys: readonly number[]
  readonly amounts: ReadonlyMap<number, number>
  read(ledger: LedgerReader, keys: readonly number[]): readonly RecordLine[]
}

/** A number counts records of one kind. */
function linesOf(selected: SelectedSources): Lines {
  const ones = new Map<number, number>()
  if (selected.activities.length > 0) {
    return {
      kind: 'activity',
      keys: selected.activities.map((one) => one.key),
      amounts: new Map(selected.activities.map((one) => [one.key, one.amount])),
      read: activityLines,
    }
  }
  if (selected.coordinations.length > 0)
    return { kind: 'coordination', keys: selected.coordinations, amounts: ones, read: coordinationLines }
  if (selected.referrals.length > 0)
    return { kind: 'referral', keys: selected.referrals, amounts: ones, read: referralLines }
  if (selected.episodes.length > 0) {
    const keys = selected.episodes.map((one) => one.key)
    return { kind: 'episode', keys, amounts: ones, read: episodeLines }
  }
  const keys = selected.contacts.map((one) => one.key)
  return { kind: 'consultation', keys, amounts: ones, read: consultationLines }
}

const recordOf = (
  line: RecordLine,
  { kind, amounts }: Lines,
  facts: Pick<PaperFacts, 'codes'>,
): SourceRecord => ({
  kind,
  id: line.id,
  day: line.day,
  caseCode: line.caseCode,
  words: [line.title, ...line.codes.map(([list, code]) => codeLabel(facts, list, code))]
    .filter((words) => words !== '')
    .join('　'),
  amount: amounts.get(line.key) ?? 1,
})

function countOf(selected: SelectedSources, definition: StatisticDefinition, records: number) {
  const roots = [...selected.contacts.map((one) => one.root), ...selected.episodes.map((one) => one.root)]
  const { measure } = definition
  const ofPersons = measure === 'persons' || measure === 'newPersons' || measure === 'snapshot'
  const persons = ofPersons && roots.length > 0 ? new Set(roots).size : null
  const sum =
    selected.activities.length === 0
      ? null
      : selected.activities.reduce((total, one) => total + one.amount, 0)
  return { records, persons, sum }
}

function leftOutOf(selected: SelectedSources, label: (party: string) => string): string[] {
  const missing = selected.months.filter((one) => one.state === 'missing').length
  const unchecked = selected.months.filter((one) => one.state === 'unchecked').length
  const { otherParties, anonymous } = selected
  return [
    ...(anonymous > 0 ? [sourceWords.anonymous(anonymous)] : []),
    ...(otherParties.length > 0 ? [sourceWords.otherParties(otherParties.map(label).join('、'))] : []),
    ...(missing > 0 ? [sourceWords.missing(missing)] : []),
    ...(unchecked > 0 ? [sourceWords.unchecked(unchecked)] : []),
  ]
}
