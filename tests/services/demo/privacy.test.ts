import { expect, test } from 'vitest'
import { councilPaperActivities } from '../../../src/main/services/demo/activities/council-paper.ts'
import { demonstrationRows } from '../../../src/main/services/demo/demonstration-rows.ts'
import { notes } from '../../../src/main/services/demo/weights.ts'
import type { LedgerRows } from '../../../src/shared/statistics/rows.ts'

/** What a name, an address or a telephone number of a person would look like. */
const personal = [/\d{2,4}-\d{2,4}-\d{4}/, /0\d{9,10}/, /[様氏]$/, /さん/, /丁目|番地|号室|町\d/, /@/]

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(textsOf)
}

function suspicious(
  rows: Pick<LedgerRows, 'consultations' | 'activities' | 'tallies' | 'cases'>,
): readonly string[] {
  return textsOf([rows.consultations, rows.activities, rows.tallies, rows.cases])
    .filter((text) => !/^[0-9a-f-]{36}$/.test(text))
    .filter((text) => personal.some((pattern) => pattern.test(text)))
}

test('no name, address or telephone number stands anywhere', () => {
  expect(suspicious(demonstrationRows())).toEqual([])
})

test('a planted telephone number would be found', () => {
  const rows = demonstrationRows()
  const [first] = rows.consultations
  if (first === undefined) throw new Error('no contact')
  const planted = { ...rows, consultations: [{ ...first, note: '折返しは042-400-0000' }] }
  expect(suspicious(planted)).toHaveLength(1)
})

test('free text is one of the written phrases; public persons are those of the council paper', () => {
  const rows = demonstrationRows()
  expect(rows.consultations.filter((row) => row.note !== '' && !notes.includes(row.note))).toEqual([])
  const named = new Set(rows.activities.map((row) => row.publicPersons).filter((text) => text !== ''))
  expect(named).toEqual(new Set(councilPaperActivities().flatMap((row) => row.publicPersons || [])))
  expect(rows.cases.every((file) => /^H\d{3}$/.test(file.code))).toBe(true)
})
