import { describe, expect, test } from 'vitest'
import { entityTables } from '../../src/main/ledger/history/entities.ts'
import { readerInternals } from '../../src/main/ledger/internals.ts'
import { fieldSpecs, ownColumns } from '../../src/shared/history/fields.ts'
import { historyFields, historyWords } from '../../src/shared/words/history.ts'
import { newLedger, write } from './support.ts'

const ledger = write(await newLedger())
const { stores } = readerInternals(ledger)

describe.each(entityTables)('%s', (table) => {
  const store = stores.of(table)
  const specs = fieldSpecs[table] ?? []

  test('every column and child table belongs to a field of the history, and none to two', () => {
    const columns = specs.flatMap((spec) => spec.columns)
    expect(columns.toSorted()).toEqual(
      store.columns
        .map(({ name }) => name)
        .filter((name) => !ownColumns.includes(name))
        .toSorted(),
    )
    const children = new Set(specs.flatMap((spec) => spec.children.map((child) => child.table)))
    expect([...children].toSorted()).toEqual(store.children.map((child) => child.table).toSorted())
  })

  test('every field has a label, and the table a word', () => {
    expect(specs.filter(({ field }) => historyFields[table]?.[field] === undefined)).toEqual([])
    expect(Object.keys(historyWords.tables)).toContain(table)
  })
})
