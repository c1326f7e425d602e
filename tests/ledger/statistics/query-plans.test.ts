import { expect, test } from 'vitest'
import { readerInternals } from '../../../src/main/ledger/internals.ts'
import { caseMapSql, reopeningsSql } from '../../../src/main/ledger/statistics/case-map.ts'
import { heldSql } from '../../../src/main/ledger/statistics/held-activities.ts'
import {
  closedSql,
  coordinationSql,
  openedSql,
  referralSql,
  registeredSql,
} from '../../../src/main/ledger/statistics/plain-counts.ts'
import { hasDataSql } from '../../../src/main/ledger/statistics/sql-counter.ts'
import { choicesSql, contactsSql } from '../../../src/main/ledger/statistics/year-contacts.ts'
import { lastContactSql } from '../../../src/main/ledger/statistics/year-newness.ts'
import { withLedger } from '../../samples/make-ledger.ts'
import { readSamples } from '../../samples/read-samples.ts'

const needs = { ages: true, days: true, choices: true }

const statements: Readonly<Record<string, string>> = {
  'contacts of a month': contactsSql({ ...needs, fields: new Set(['method', 'caller', 'route', 'sex']) }),
  'contacts of a month, a rarer code': contactsSql({ ...needs, fields: new Set(['duration']) }),
  'multiple choices': choicesSql,
  'last contact before, all parties': lastContactSql(true),
  'last contact before, some parties': lastContactSql(false),
  'merged cases': caseMapSql.merged,
  'cases before the ledger': caseMapSql.beforeLedger,
  households: caseMapSql.households,
  reopenings: reopeningsSql,
  coordination: coordinationSql,
  referrals: referralSql,
  opened: openedSql,
  closed: closedSql,
  registered: registeredSql,
  'held activities': heldSql,
  'data of a year': hasDataSql,
}

/** A plan that changes is looked at by someone: no scan of the contacts, no sort of a year. */
test('query plans of the statistics', async () => {
  const { rows } = await readSamples()
  const plans = await withLedger(rows, (reader) => {
    const { connection } = readerInternals(reader)
    return Object.fromEntries(
      Object.entries(statements).map(([name, sql]) => {
        const names = [...sql.matchAll(/@(\w+)/g)].map((match) => [match[1] ?? '', '1'])
        const places = sql.match(/\?/g)?.map(() => '1') ?? []
        const plan = connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
        const steps = names.length > 0 ? plan.all(Object.fromEntries(names)) : plan.all(...places)
        return [name, steps.map((step) => step.detail)]
      }),
    )
  })
  const contacts = Object.values(plans)
    .flat()
    .filter((step) => /consultation/.test(step))
  expect(contacts.filter((step) => step.startsWith('SCAN'))).toEqual([])
  expect(plans).toMatchSnapshot()
})
