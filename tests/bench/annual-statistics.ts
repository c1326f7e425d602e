/**
 * The annual report's statistics of one year (by month, method, caller, age band, route; events, persons,
 * 新規, 継続) on 1,000,000 consultations over six years, against hand-written SQL on the same tables. What is
 * kept between questions is given back before each, so that every round reads and counts. `withYearBefore` is
 * what the report asks in one go (it prints the year before beside the year): two years of contacts.
 * `yearAlone` is one. `first` is the first question of its kind: pages not decrypted yet, statements not
 * prepared, code not compiled. To reach: ≤ 2 × the SQL, and under 0.5 s. Prints JSON; never fails by time, but
 * does when the two disagree. `floor` is what no counting in JavaScript can go below: the walk along the same
 * years of the covering index (`steps`), and the same with the columns handed over (`rows`: our own statements,
 * nothing done with what they answer). `processor` is our processor time, which other work on the machine
 * disturbs less than the time that passes.
 *
 *   node tests/bench/annual-statistics.ts [contacts]
 */

import type { LedgerReader } from '../../src/main/ledger/ledger.ts'
import { forgetStatistics, queryStatistics } from '../../src/main/ledger/statistics/query-statistics.ts'
import { packedRow, plucked, rawRows } from '../../src/main/ledger/statistics/raw-rows.ts'
import { contactsSql } from '../../src/main/ledger/statistics/year-contacts.ts'
import { lastContactSql } from '../../src/main/ledger/statistics/year-newness.ts'
import type { StatisticQuery } from '../../src/shared/statistics/definition.ts'
import { firstDayOf, lastDayOf, monthsOf } from '../../src/shared/time/calendar.ts'
import { queryOf, short } from '../samples/query.ts'
import { bigLedger } from './big-ledger.ts'
import { handWritten } from './hand-written-statistics.ts'

const contacts = Number(process.argv[2] ?? 1_000_000)
const rounds = 5
const spans = { withYearBefore: [2024, 2023], yearAlone: [2024] } as const
type Years = (typeof spans)[keyof typeof spans]
const breakdowns = ['month', 'method', 'caller', 'ageBand', 'route'] as const
const statistics = ['events', 'persons', 'new', 'continuing'] as const

const queriesOf = (years: Years): readonly StatisticQuery[] =>
  years.flatMap((fiscalYear) =>
    breakdowns.flatMap((by) =>
      statistics.map((name) => queryOf(`consultation.${name}`, { by: [by], fiscalYear })),
    ),
  )

/** `2024 month 2024-04` → [events, persons, new, continuing], zeros left out. */
type Table = Map<string, number[]>

function ours(reader: LedgerReader, years: Years): Table {
  const queries = queriesOf(years)
  const table: Table = new Map()
  forgetStatistics(reader)
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

function peer(reader: LedgerReader, sql: string, years: Years): Table {
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

const contactsOfMonth = contactsSql({
  fields: new Set(['method', 'caller', 'route']),
  ages: true,
  choices: false,
  days: false,
})
const steps = `SELECT count(*) FROM consultation INDEXED BY consultation_statistics
  WHERE fiscal_year = @year AND day BETWEEN @from AND @to`
const casesOfYear = `SELECT DISTINCT case_key FROM consultation
  WHERE fiscal_year = @year AND case_key IS NOT NULL ORDER BY case_key`

const rangeOf = (year: number) => ({ year, from: `${year}-04-01`, to: `${year + 1}-03-31` })

const monthsOfYear = (year: number) =>
  monthsOf({ from: `${year}-04`, to: `${year + 1}-03` }).map((month) => ({
    year,
    from: firstDayOf(month),
    to: lastDayOf(month),
  }))

/** The columns that we read, handed over and let go. `asked` are the cases of each year, as JSON. */
function rowsAlone(reader: LedgerReader, years: Years, asked: ReadonlyMap<number, string>): void {
  for (const year of years) {
    for (const month of monthsOfYear(year)) packedRow(reader, contactsOfMonth, month)
    const parameters = { asked: asked.get(year) ?? '[]', start: `${year}-04-01` }
    packedRow(reader, lastContactSql(true), parameters)
  }
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
const asked = new Map(
  spans.withYearBefore.map((year) => [year, JSON.stringify(plucked(reader, casesOfYear, { year }))]),
)

function measured(years: Years) {
  const cold = timed(() => ours(reader, years))
  const own: Timed<Table>[] = []
  const floor: Readonly<Record<'steps' | 'rows', number[]>> = { steps: [], rows: [] }
  const others = new Map<string, number[]>()
  for (let round = 0; round < rounds; round += 1) {
    const mine = timed(() => ours(reader, years))
    own.push(mine)
    floor.steps.push(timed(() => years.map((year) => plucked(reader, steps, rangeOf(year)))).milliseconds)
    floor.rows.push(timed(() => rowsAlone(reader, years, asked)).milliseconds)
    for (const [name, sql] of Object.entries(handWritten)) {
      const theirs = timed(() => peer(reader, sql, years))
      others.set(name, [...(others.get(name) ?? []), theirs.milliseconds])
      const wrong = differences(mine.made, theirs.made)
      if (wrong.length > 0) throw new Error(`${name} differs: ${wrong.slice(0, 5).join(', ')}`)
    }
  }
  const peers = Object.fromEntries([...others].map(([name, times]) => [name, median(times)]))
  const best = Math.min(...Object.values(peers))
  const ownMedian = median(own.map((one) => one.milliseconds))
  return {
    ours: ownMedian,
    processor: median(own.map((one) => one.processor)),
    fastest: Math.round(Math.min(...own.map((one) => one.milliseconds))),
    first: Math.round(cold.milliseconds),
    peer: best,
    peers,
    floor: { steps: median(floor.steps), rows: median(floor.rows) },
    ratio: Math.round((ownMedian / best) * 100) / 100,
  }
}

process.stdout.write(
  `${JSON.stringify(
    {
      work: `annual statistics, ${contacts} consultations over six years, milliseconds`,
      withYearBefore: measured(spans.withYearBefore),
      yearAlone: measured(spans.yearAlone),
      limit: { ratio: 2, milliseconds: 500 },
    },
    null,
    2,
  )}\n`,
)
