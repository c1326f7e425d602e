import { type CodeLists, labelOf } from '../../../shared/codes/code-list.ts'
import type { IntakeRow } from '../../../shared/contract/schemas/intake.ts'
import type { RowMatch, StoredRecord } from '../../../shared/intake/match.ts'
import type { FieldChange, FieldValue } from '../../../shared/intake/match-fields.ts'
import type { BookKind, BookPlace, RowProblem, StagedRecord } from '../../../shared/intake/staged.ts'
import { findBreakdown } from '../../../shared/statistics/catalogue/breakdowns.ts'
import { findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { ActivityDate } from '../../../shared/statistics/rows.ts'
import { isDay } from '../../../shared/time/calendar.ts'
import { formatFiscalYear, formatMonthDay } from '../../../shared/time/format.ts'
import { cellStateWords } from '../../../shared/words/cell.ts'
import { ignoredWords } from '../../../shared/words/intake.ts'
import { columnFieldWords } from '../../../shared/words/intake-columns.ts'
import {
  dateInBook,
  intakeFields,
  intakeReasons,
  intakeWords,
  monthInBook,
} from '../../../shared/words/intake-match.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readCodeLists } from '../../ledger/repositories/code-lists.ts'
import { readVenues } from '../../ledger/repositories/programmes.ts'
import { problemWords } from './problem-words.ts'

/** Field of a record → the list of its codes. */
const lists: Readonly<Record<string, string>> = {
  method: 'method',
  supports: 'support',
  caller: 'caller',
  companions: 'caller',
  sex: 'sex',
  schooling: 'schooling',
  economic: 'economic',
  household: 'household',
  area: 'area',
  duration: 'duration',
  route: 'route',
  mainTopic: 'topic',
  topics: 'topic',
  factors: 'factor',
  attendance: 'attendanceGroup',
  referrals: 'destination',
}

/** Rows of a preview in words, by the ledger's own labels. */
export class RowTeller {
  readonly #codes: CodeLists
  readonly #venues: ReturnType<typeof readVenues>

  constructor(reader: LedgerReader) {
    this.#codes = readCodeLists(reader)
    this.#venues = readVenues(reader)
  }

  row(match: RowMatch, index: number): IntakeRow {
    const { outcome } = match
    const bare = {
      index,
      outcome,
      changes: [],
      readings: [],
      warnings: [],
      problem: null,
      title: '',
      reason: null,
    }
    switch (match.outcome) {
      case 'ignored':
        return {
          ...bare,
          place: { ...match.place },
          reason: { code: match.reason, message: ignoredWords[match.reason] },
        }
      case 'refused':
        return {
          ...bare,
          place: { ...match.place },
          reason: { code: match.problem.code, message: messageOf(match.problem) },
          problem: told(match.problem),
        }
      case 'new':
      case 'changed':
      case 'same':
      case 'late': {
        const { record, place, readings, warnings } = match.row
        return {
          ...bare,
          place: { ...place },
          title: this.title(record),
          reason: match.outcome === 'late' ? reasonOf(match.reason) : null,
          changes:
            match.outcome === 'changed' ? match.changes.map((change) => this.change(record, change)) : [],
          readings: readings.map((reading) => ({
            place: { ...reading.place },
            label: labelOfReading(record.kind, reading.field),
            text: reading.text,
            as: reading.as,
            took: reading.took,
          })),
          warnings: warnings.map(told),
        }
      }
    }
  }

  gone({ record }: StoredRecord, index: number): IntakeRow {
    const title = this.title(record)
    const bare = { changes: [], readings: [], warnings: [], problem: null, reason: null, place: null }
    return { ...bare, index, outcome: 'gone', title }
  }

  /** 「４月３日　H041　電話」. */
  title(record: StagedRecord): string {
    switch (record.kind) {
      case 'consultation': {
        const who = record.caseCode ?? intakeWords.anonymous
        return [formatMonthDay(record.day), who, this.#label('method', record.method)].join('　')
      }
      case 'session': {
        const what =
          record.state === 'held' ? this.#attendance(record.attendance) : intakeWords.states[record.state]
        return [dateInBook(record.date), record.title, what].filter((part) => part !== '').join('　')
      }
      case 'tally': {
        const statistic = findStatistic(record.statistic)?.label ?? record.statistic
        const cuts = Object.entries(record.keys).map(([by, code]) => this.#cut(by, code))
        const when = monthInBook(record.month, formatFiscalYear(record.fiscalYear))
        return [when, statistic, ...cuts, this.#cell(record)].join('　')
      }
      case 'indicator':
        return [record.measure, record.name].filter((part) => part !== '').join('　')
    }
  }

  change(record: StagedRecord, { field, before, after }: FieldChange): IntakeRow['changes'][number] {
    return {
      field,
      label: intakeFields[record.kind][field] ?? field,
      before: this.#value(field, before),
      after: this.#value(field, after),
    }
  }

  #value(field: string, value: FieldValue): string {
    if (value === null || value === '') return intakeWords.none
    if (Array.isArray(value)) {
      return value.length === 0 ? intakeWords.none : value.map((one) => this.#value(field, one)).join('、')
    }
    if (typeof value === 'boolean') return value ? '○' : '－'
    const text = String(value)
    const list = lists[field]
    if (list !== undefined) {
      const [code = '', ...rest] = text.split(' ')
      return [this.#label(list, code), ...rest].join(' ')
    }
    if (field === 'venue') return this.#venue(text)
    if (field === 'date') return dateInBook(JSON.parse(text) as ActivityDate)
    if (field === 'state') return intakeWords.states[text as keyof typeof intakeWords.states] ?? text
    if (field === 'cell') return cellStateWords[text as keyof typeof cellStateWords] ?? text
    return isDay(text) ? formatMonthDay(text, { weekday: true }) : text
  }

  #label(list: string, code: string): string {
    return labelOf(this.#codes, list, code)
  }

  #venue(code: string): string {
    const venue = this.#venues.find((one) => one.code === code)
    return venue?.names.at(-1)?.name ?? code
  }

  #attendance(groups: readonly { readonly group: string; readonly count: number }[]): string {
    return groups.map(({ group, count }) => `${this.#label('attendanceGroup', group)}${count}`).join('・')
  }

  #cut(by: string, code: string): string {
    const list = findBreakdown(by)?.code ?? by
    return this.#label(list, code)
  }

  #cell({ state, value }: Extract<StagedRecord, { kind: 'tally' }>): string {
    return state === 'value' ? String(value ?? '') : (cellStateWords[state] ?? state)
  }
}

/** A problem in words, as it is sent. */
export const told = (problem: RowProblem): IntakeRow['warnings'][number] => ({
  code: problem.code,
  place: { ...problem.place } satisfies BookPlace,
  column: problem.column,
  value: problem.value,
  message: messageOf(problem),
})

const reasonOf = ({ code, parameters }: Pick<RowProblem, 'code' | 'parameters'>) => ({
  code,
  message: intakeReasons[code]?.(parameters) ?? code,
})

const kinds = {
  consultation: 'consultations',
  session: 'sessions',
  tally: 'tally',
  indicator: 'indicators',
} as const satisfies Record<StagedRecord['kind'], BookKind>

/** A reading names the column's field; what no column tells is called as in the record. */
const labelOfReading = (kind: StagedRecord['kind'], field: string): string =>
  columnFieldWords[kinds[kind]][field] ?? intakeFields[kind][field] ?? field

/** A problem in words: those of comparing, else those of reading. */
export const messageOf = (problem: RowProblem): string =>
  intakeReasons[problem.code]?.(problem.parameters) ?? problemWords(problem)
