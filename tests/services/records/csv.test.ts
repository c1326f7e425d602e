import { describe, expect, test } from 'vitest'
import { readCodeListPreset } from '../../../src/main/services/code-lists.ts'
import { demonstrationRows } from '../../../src/main/services/demo/demonstration-rows.ts'
import { readPresets } from '../../../src/main/services/presets.ts'
import { recordColumns } from '../../../src/main/services/records/columns.ts'
import { recordsCsv } from '../../../src/main/services/records/csv.ts'
import type { ConsultationRow } from '../../../src/shared/statistics/rows.ts'

const rows = demonstrationRows()
const { organisation } = readPresets()
const columns = recordColumns({
  city: organisation.city,
  areaCode: organisation.areaCode,
  fictional: true,
  parties: rows.parties,
  cases: rows.cases,
  codeLists: readCodeListPreset(),
})

const fileOf = (contacts: readonly ConsultationRow[]): string =>
  [...recordsCsv(columns, contacts)].map((piece) => piece.text).join('')

/** A reader of its own: every field is quoted or empty, so this is enough. */
function parse(file: string): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...body] = file
    .replace('\uFEFF', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)")?/g)].map((match) =>
        (match[1] ?? '').replaceAll('""', '"'),
      ),
    )
  return body.map((fields) => Object.fromEntries(head.map((name, index) => [name, fields[index] ?? ''])))
}

const sample = (changes: Partial<ConsultationRow>): ConsultationRow => {
  const [first] = rows.consultations
  if (first === undefined) throw new Error('no contact')
  return { ...first, ...changes }
}

describe('records as CSV', () => {
  const records = parse(fileOf(rows.consultations))

  test('one contact a row, in the order given, with every column named once', () => {
    expect(records).toHaveLength(rows.consultations.length)
    expect(records.map((record) => record.record_id)).toEqual(rows.consultations.map((row) => row.id))
    const names = columns.map((column) => column.name)
    expect(new Set(names).size).toBe(names.length)
    expect(names.every((name) => /^[a-z0-9_A-Z-]+$/.test(name))).toBe(true)
  })

  test('starts with a byte order mark and ends every line with CR LF', () => {
    const file = fileOf(rows.consultations.slice(0, 3))
    expect(file.startsWith('\uFEFF"dataset_id"')).toBe(true)
    expect(file.endsWith('\r\n')).toBe(true)
    expect(file.split('\r\n')).toHaveLength(5)
    expect(fileOf([])).toContain('"record_id"')
  })

  test('every row says that it is invented, of which city, and when', () => {
    for (const record of records) {
      expect(record.fictional).toBe('架空の数値')
      expect([record.area_code, record.area_name]).toEqual(['13229', '西東京市'])
      expect(record.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
      expect(record.fiscal_year).toMatch(/^20\d\d年度$/)
    }
  })

  test('codes stand beside their labels, and names are those of the day', () => {
    for (const record of records) {
      for (const name of ['method', 'caller', 'sex', 'household', 'route', 'main_topic']) {
        expect(record[`${name}_code`]).not.toBe('')
        expect(record[`${name}_name`]).not.toBe('')
      }
      if (record.party_code !== 'division') continue
      const renamed = (record.date ?? '') >= '2024-04-01'
      expect(record.party_name).toBe(renamed ? '地域共生課' : '生活福祉課')
    }
    expect(records.some((record) => record.method_name === '訪問（アウトリーチ）')).toBe(true)
  })

  test('an anonymous contact has no case; a merged one names both codes; an unknown age is empty, not 0', () => {
    for (const record of records) {
      expect(record.anonymous === '1').toBe(record.case_code === '')
      expect(record.age_low === '').toBe(record.age_status === 'unknown')
    }
    expect(records.filter((record) => record.case_code !== record.case_code_recorded).length).toBeGreaterThan(
      0,
    )
  })

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '＝1'])('the note %j cannot become a formula', (note) => {
    const [record] = parse(fileOf([sample({ note })]))
    expect(record?.note?.startsWith("'")).toBe(!note.startsWith('\t'))
  })

  test('a note of several lines stays one record, and quotes survive', () => {
    const contacts = [sample({ note: '一行目\r\n二行目\n"三" 行目' }), sample({ note: '' })]
    expect(fileOf(contacts).split('\r\n')).toHaveLength(4)
    expect(parse(fileOf(contacts)).map((record) => record.note)).toEqual(['一行目 二行目 "三" 行目', ''])
  })

  test('multiple choices are columns of 0 and 1', () => {
    const [record] = parse(
      fileOf([sample({ supports: ['listening', 'accompanied'], topics: [], factors: ['8050'] })]),
    )
    expect([record?.support_listening, record?.support_accompanied, record?.support_procedure]).toEqual([
      '1',
      '1',
      '0',
    ])
    expect([record?.factor_8050, record?.topic_debt]).toEqual(['1', '0'])
  })
})
