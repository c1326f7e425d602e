import { expect, test } from 'vitest'
import { demonstrationRows } from '../../../src/main/services/demo/demonstration-rows.ts'

const uuid7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('two runs give equal rows, ids included', () => {
  expect(demonstrationRows(7)).toEqual(demonstrationRows(7))
})

test('another seed gives other figures', () => {
  expect(demonstrationRows(7).consultations).not.toEqual(demonstrationRows(8).consultations)
})

test('ids are UUIDv7 and none occurs twice', () => {
  const rows = demonstrationRows()
  const ids = [
    rows.cases,
    rows.caseEpisodes,
    rows.consultations,
    rows.coordinations,
    rows.referrals,
    rows.activities,
    rows.tallies,
  ].flatMap((part) => part.map((row) => row.id))
  expect(ids.filter((id) => !uuid7.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})
