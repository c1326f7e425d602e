import { type CodeLists, findList, labelOf } from '../../../shared/codes/code-list.ts'
import type { CaseRow, ConsultationRow, NamedRow } from '../../../shared/statistics/rows.ts'
import { monthOf } from '../../../shared/time/calendar.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import { nameOn } from '../../../shared/time/names.ts'
import { recordsWords } from '../../../shared/words/records.ts'

/** What a record needs beside itself to be understood outside the ledger. */
export interface RecordContext {
  readonly city: string
  readonly areaCode: string
  readonly fictional: boolean
  readonly parties: readonly NamedRow[]
  readonly cases: readonly CaseRow[]
  /** With the labels as edited by the city. */
  readonly codeLists: CodeLists
}

/** A column of the file: its name in row 1, and one datum a cell; null is an empty cell. */
export interface RecordColumn {
  readonly name: string
  readonly value: (row: ConsultationRow) => string | number | null
}

/** Rises when columns change: the layout stays the same every year (documents §4, level 3). */
export const recordsDataset = 'consultation-records-1'

/**
 * The columns of exported consultations, one contact a row (documents §4): codes beside labels, a column
 * of 0 and 1 for each code of a multiple choice, ISO dates, no meaning in blanks but 「not recorded」.
 */
export function recordColumns(context: RecordContext): readonly RecordColumn[] {
  const cases = new Map(context.cases.map((file) => [file.id, file]))
  const parties = new Map(context.parties.map((party) => [party.code, party]))
  const caseCode = (row: ConsultationRow, merged: boolean): string | null => {
    const file = row.caseId === null ? undefined : cases.get(row.caseId)
    const kept = merged && file?.mergedInto != null ? cases.get(file.mergedInto) : file
    return kept?.code ?? null
  }
  const choice = listColumns(context.codeLists)
  return [
    { name: 'dataset_id', value: () => recordsDataset },
    { name: 'fictional', value: () => (context.fictional ? recordsWords.fictional : '') },
    { name: 'area_code', value: () => context.areaCode },
    { name: 'area_name', value: () => context.city },
    { name: 'record_id', value: (row) => row.id },
    { name: 'date', value: (row) => row.day },
    { name: 'month', value: (row) => monthOf(row.day) },
    { name: 'fiscal_year', value: (row) => `${fiscalYearOf(row.day)}年度` },
    { name: 'party_code', value: (row) => row.party },
    {
      name: 'party_name',
      value: (row) => nameOn(parties.get(row.party)?.names ?? [], row.day) ?? '',
    },
    { name: 'anonymous', value: (row) => (row.caseId === null ? 1 : 0) },
    // 名寄せ: the case that remains, and the code under which the contact was written.
    { name: 'case_code', value: (row) => caseCode(row, true) },
    { name: 'case_code_recorded', value: (row) => caseCode(row, false) },
    ...choice.single('method', 'method', (row) => row.method),
    ...choice.single('caller', 'caller', (row) => row.caller),
    { name: 'age_low', value: (row) => row.ageLow },
    { name: 'age_high', value: (row) => row.ageHigh },
    { name: 'age_status', value: ageStatus },
    ...choice.single('sex', 'sex', (row) => row.sex),
    ...choice.single('schooling', 'schooling', (row) => row.schooling),
    ...choice.single('economic', 'economic', (row) => row.economic),
    ...choice.single('household', 'household', (row) => row.household),
    ...choice.single('district', 'area', (row) => row.area),
    ...choice.single('duration', 'duration', (row) => row.duration),
    ...choice.single('route', 'route', (row) => row.route),
    ...choice.single('main_topic', 'topic', (row) => row.mainTopic),
    ...choice.multiple('topic', 'topic', (row) => row.topics),
    ...choice.multiple('support', 'support', (row) => row.supports),
    ...choice.multiple('companion', 'caller', (row) => row.companions),
    ...choice.multiple('factor', 'factor', (row) => row.factors),
    { name: 'reported_as_new', value: ({ newClaim }) => (newClaim === null ? null : Number(newClaim)) },
    { name: 'note', value: (row) => oneLine(row.note) },
  ]
}

function ageStatus(row: ConsultationRow): string {
  if (row.ageLow === null) return 'unknown'
  return row.ageLow === row.ageHigh ? 'exact' : 'range'
}

/** A record is one line of the file, so a note is too. */
function oneLine(text: string): string | null {
  const line = text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim()
  return line === '' ? null : line
}

function listColumns(codeLists: CodeLists) {
  return {
    single(name: string, list: string, codeOf: (row: ConsultationRow) => string): readonly RecordColumn[] {
      return [
        { name: `${name}_code`, value: codeOf },
        { name: `${name}_name`, value: (row) => labelOf(codeLists, list, codeOf(row)) },
      ]
    },
    multiple(
      name: string,
      list: string,
      codesOf: (row: ConsultationRow) => readonly string[],
    ): readonly RecordColumn[] {
      const items = findList(codeLists, list)?.items ?? []
      return items.map(({ code }) => ({
        name: `${name}_${code}`,
        value: (row) => (codesOf(row).includes(code) ? 1 : 0),
      }))
    },
  }
}
