/**
 * The annual report's statistics of one year (by month, method, caller, age band, route; events, persons,
 * 新規, 継続; and the year before) on 1,000,000 consultations over six years, against hand-written SQL on
 * the same tables, no results kept. To reach: ≤ 2 × the SQL, and under 0.5 s. Prints JSON; never fails by
 * time, but does when the two disagree. `floor` is what no counting in JavaScript can go below: the walk
 * along the same two years of the covering index (`steps`), and the same with the rows handed over
 * (`rows`: our own three statements, nothing done with what they answer). `processor` is our processor
 * time, which other work on the machine disturbs less than the time that passes.
 *
 *   node tests/bench/annual-statistics.ts [contacts]
 */

import type { LedgerReader } from '../../src/main/ledger/ledger.ts'
import { queryStatistics } from '../../src/main/ledger/statistics/query-statistics.ts'
import { plucked, rawRows } from '../../src/main/ledger/statistics/raw-rows.ts'
import { contactsSql } from '../../src/main/ledger/statistics/year-contacts.ts'
import { lastContactSql } from '../../src/main/ledger/statistics/year-newness.ts'
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

const codes = contactsSql.codes(['method', 'caller', 'route'])
const steps = `SELECT count(*) FROM consultation INDEXED BY consultation_statistics
  WHERE fiscal_year = @year AND day BETWEEN @from AND @to`
const casesOfYear = `SELECT DISTINCT case_key FROM consultation
  WHERE fiscal_year = @year AND case_key IS NOT NULL ORDER BY case_key`

const ranges = years.map((year) => ({ year, from: `${year}-04-01`, to: `${year + 1}-03-31` }))

/** The rows that we read, handed over and let go. `asked` are the cases of each year, as JSON. */
function rowsAlone(reader: LedgerReader, asked: readonly string[]): void {
  ranges.forEach((range, index) => {
    plucked(reader, contactsSql.numbers, { ...range, parties: 4 })
    plucked(reader, codes, range)
    plucked(reader, lastContactSql(true), { asked: asked[index] ?? '[]', start: range.from })
  })
}

interface Timed<Made> {
  readonly made: Made
  readonly milliseconds: number
  readonly processor: number
}

function timed<Made>(work: () => Made): Timed<Made> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const made = work()
  const { user, system } = process.cpuUsage(before)
  return { made, milliseconds: performance.now() - start, processor: (user + system) / 1000 }
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
const asked = ranges.map(({ year }) => JSON.stringify(plucked(reader, casesOfYear, { year })))
const own: Timed<Table>[] = []
const floor: Readonly<Record<'steps' | 'rows', number[]>> = { steps: [], rows: [] }
const others = new Map<string, number[]>()
for (let round = 0; round < rounds; round += 1) {
  const mine = timed(() => ours(reader))
  own.push(mine)
  floor.steps.push(timed(() => ranges.map((range) => plucked(reader, steps, range))).milliseconds)
  floor.rows.push(timed(() => rowsAlone(reader, asked)).milliseconds)
  for (const [name, sql] of variants) {
    const theirs = timed(() => peer(reader, sql))
    others.set(name, [...(others.get(name) ?? []), theirs.milliseconds])
    const wrong = differences(mine.made, theirs.made)
    if (wrong.length > 0) throw new Error(`${name} differs: ${wrong.slice(0, 5).join(', ')}`)
  }
}
const peers = Object.fromEntries([...others].map(([name, times]) => [name, median(times)]))
const best = Math.min(...Object.values(peers))
const ownMedian = median(own.map((one) => one.milliseconds))
process.stdout.write(
  `${JSON.stringify(
    {
      work: `annual statistics of one year with the year before, ${contacts} consultations, milliseconds`,
      ours: ownMedian,
      processor: median(own.map((one) => one.processor)),
      first: Math.round(cold.milliseconds),
      peer: best,
      peers,
      floor: { steps: median(floor.steps), rows: median(floor.rows) },
      ratio: Math.round((ownMedian / best) * 100) / 100,
      limit: { ratio: 2, milliseconds: 500 },
    },
    null,
    2,
  )}\n`,
)
