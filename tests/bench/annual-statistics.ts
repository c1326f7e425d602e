/**
 * The annual report's statistics of one year (by month, method, caller, age band, route; events, persons,
 * 新規, 継続; and the year before) on 1,000,000 consultations over six years, against hand-written SQL on
 * the same tables, no results kept. To reach: ≤ 2 × the SQL, and under 0.5 s. Prints JSON; never fails by
 * time, but does when the two disagree.
 *
 *   node tests/bench/annual-statistics.ts [contacts]
 */

import type { LedgerReader } from '../../src/main/ledger/ledger.ts'
import { queryStatistics } from '../../src/main/ledger/statistics/query-statistics.ts'
import { rawRows } from '../../src/main/ledger/statistics/raw-rows.ts'
import type { StatisticQuery } from '../../src/shared/statistics/definition.ts'
import { queryOf, short } from '../samples/query.ts'
import { bigLedger } from './big-ledger.ts'
import { handWritten } from './hand-written-statistics.ts'

const contacts = Number(process.argv[2] ?? 1_000_000)
const rounds = 5
const years = [2024, 2023] as const
const breakdowns = ['month', 'method', 'caller', 'ageBand', 'route'] as const
const statistics = ['events', 'persons', 'new', 'continuing'] as const

const queries: readonly StatisticQuery[] = years.flatMap((fiscalYear) =>
  breakdowns.flatMap((by) =>
    statistics.map((name) => queryOf(`consultation.${name}`, { by: [by], fiscalYear })),
  ),
)

/** `2024 month 2024-04` → [events, persons, new, continuing], zeros left out. */
type Table = Map<string, number[]>

function ours(reader: LedgerReader): Table {
  const table: Table = new Map()
  queryStatistics(reader, queries).forEach((answer, index) => {
    const query = queries[index]
    if (!answer.ok || query === undefined) throw new Error(JSON.stringify(answer))
    const column = statistics.findIndex((name) => query.statistic.endsWith(name))
    for (const { keys, cell } of answer.value.rows) {
      const key = `${query.frame.fiscalYear} ${query.by[0]} ${keys[0]}`
      const row = table.get(key) ?? [0, 0, 0, 0]
      row[column] = Number(short(cell))
      table.set(key, row)
    }
  })
  return table
}

function peer(reader: LedgerReader, sql: string): Table {
  const table: Table = new Map()
  for (const year of years) {
    const parameters = { year, start: `${year}-04-01`, end: `${year + 1}-03-31` }
    for (const [by, code, events, persons, fresh] of rawRows(reader, sql, parameters)) {
      const [all, some] = [Number(persons), Number(fresh)]
      table.set(`${year} ${by} ${code}`, [Number(events), all, some, all - some])
    }
  }
  return table
}

function timed(work: () => Table): { readonly table: Table; readonly milliseconds: number } {
  const start = performance.now()
  const table = work()
  return { table, milliseconds: performance.now() - start }
}

const median = (values: readonly number[]): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN)

function differences(one: Table, other: Table): readonly string[] {
  const keys = [...one].filter(([, row]) => row.some((value) => value !== 0)).map(([key]) => key)
  return [...new Set([...keys, ...other.keys()])].filter(
    (key) => JSON.stringify(one.get(key)) !== JSON.stringify(other.get(key)),
  )
}

const reader = await bigLedger(contacts)
const cold = timed(() => ours(reader))
const variants = Object.entries(handWritten)
const own: number[] = []
const others = new Map<string, number[]>()
for (let round = 0; round < rounds; round += 1) {
  const mine = timed(() => ours(reader))
  own.push(mine.milliseconds)
  for (const [name, sql] of variants) {
    const theirs = timed(() => peer(reader, sql))
    others.set(name, [...(others.get(name) ?? []), theirs.milliseconds])
    const wrong = differences(mine.table, theirs.table)
    if (wrong.length > 0) throw new Error(`${name} differs: ${wrong.slice(0, 5).join(', ')}`)
  }
}
const peers = Object.fromEntries([...others].map(([name, times]) => [name, median(times)]))
const best = Math.min(...Object.values(peers))
process.stdout.write(
  `${JSON.stringify(
    {
      work: `annual statistics of one year with the year before, ${contacts} consultations, milliseconds`,
      ours: median(own),
      first: Math.round(cold.milliseconds),
      peer: best,
      peers,
      ratio: Math.round((median(own) / best) * 100) / 100,
      limit: { ratio: 2, milliseconds: 500 },
    },
    null,
    2,
  )}\n`,
)
