import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { mutate } from '../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { openLedger } from '../../src/main/ledger/open/open.ts'
import { build } from '../../src/main/ledger/query.ts'
import { queryStatistic, queryStatistics } from '../../src/main/ledger/statistics/query-statistics.ts'
import { answersReader } from '../../src/main/services/answers/reader.ts'
import { answersWriter } from '../../src/main/services/answers/writer.ts'
import type { WriterContext } from '../../src/main/services/contexts.ts'
import { exploreReader } from '../../src/main/services/explore/reader.ts'
import { exploreWriter } from '../../src/main/services/explore/writer.ts'
import { papersReader } from '../../src/main/services/papers/reader.ts'
import { papersWriter } from '../../src/main/services/papers/writer.ts'
import { numberSources } from '../../src/main/services/statistics/sources.ts'
import type { RequestInput } from '../../src/shared/contract/contract.ts'
import { AppFailure } from '../../src/shared/contract/errors.ts'
import { plain } from '../../src/shared/contract/plain.ts'
import { answersRequests } from '../../src/shared/contract/requests/answers.ts'
import { exploreRequests } from '../../src/shared/contract/requests/explore.ts'
import { statisticsRequests } from '../../src/shared/contract/requests/statistics.ts'
import { type ExploreChoices, firstChoices } from '../../src/shared/explore/choices.ts'
import { tableChoiceOf } from '../../src/shared/explore/table-choice.ts'
import type { TableCell } from '../../src/shared/paper/model.ts'
import type { StatisticQuery } from '../../src/shared/statistics/definition.ts'
import type { TimeFrame } from '../../src/shared/time/day.ts'
import { expectOk, makeDemonstration, temporaryFolder, testEnvironment } from './support/ledgers.ts'

const made = await makeDemonstration(join(temporaryFolder(), '見本.daicho'))
const ledger = expectOk(
  await openLedger({
    mode: 'write',
    owner: '計画担当',
    path: made.path,
    key: made.key,
    environment: testEnvironment(),
  }),
)
afterAll(() => closeLedger(ledger))

let minute = 0
const context: WriterContext = {
  ledger,
  staff: { id: 'staff', name: '計画担当' },
  now: () => new Date(Date.UTC(2025, 4, 10, 3, minute++)),
  newId: randomUUID,
  progress: () => undefined,
  stopIfCancelled: () => undefined,
}
const year: TimeFrame = {
  fiscalYear: 2024,
  period: { from: '2024-04', to: '2025-03' },
  asOf: '2025-03-31',
}
const toNovember: TimeFrame = {
  fiscalYear: 2024,
  period: { from: '2024-04', to: '2024-11' },
  asOf: '2024-11-30',
}

const run = (choices: Partial<ExploreChoices>, frame = year) => {
  const answer = exploreReader['explore.run'](
    { choices: plain({ ...firstChoices, ...choices }), frame },
    context,
  )
  return exploreRequests['explore.run'].output.parse(answer)
}
const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'ok'
  } catch (error) {
    if (error instanceof AppFailure) return error.appError.code
    throw error
  }
}
const shown = (cell: TableCell | undefined): string =>
  cell === undefined
    ? ''
    : cell.kind === 'number'
      ? cell.display
      : cell.kind === 'label'
        ? cell.text
        : cell.kind
const totalOf = (query: StatisticQuery) => expectOk(queryStatistic(ledger, query)).total

describe('集計・統計表', () => {
  test('every number of every kind of table is the engine’s own, by the place that it names', () => {
    const kinds: readonly Partial<ExploreChoices>[] = [
      { by: ['method'] },
      { by: ['ageBand'], statistic: 'consultation.persons', recut: true, shares: true },
      { by: [], per: 'month', statistic: 'consultation.persons' },
      { by: ['caller'], per: 'month' },
      { by: ['ageBand', 'sex'], statistic: 'consultation.new', years: { kind: 'window', count: 2 } },
      { by: ['party'], statistic: 'place.attendance' },
      { by: [], statistic: 'referral.rate' },
    ]
    let compared = 0
    for (const kind of kinds) {
      for (const frame of [year, toNovember]) {
        const answer = run(kind, frame)
        expect(answer.pages.length).toBeGreaterThan(0)
        const results = queryStatistics(ledger, answer.queries)
        for (const page of answer.pages) {
          expect(page.columns).toHaveLength(page.table.columns.length)
          page.sources.forEach((row, at) => {
            row.forEach((source, column) => {
              const cell = page.table.rows[at]?.cells[column]
              const found = source === null ? undefined : results[source.query]
              if (source === null || found === undefined || cell?.kind !== 'number') return
              const result = expectOk(found)
              const own =
                source.keys.length === 0
                  ? result.total
                  : result.rows.find((one) => one.keys.join() === source.keys.join())?.cell
              // A 0 outside the scope of its year is said to be 該当項目なし.
              if (cell.cell.state === 'notApplicable') return
              expect(cell.cell).toEqual(own)
              compared += 1
            })
          })
        }
      }
    }
    expect(compared).toBeGreaterThan(500)
  })

  test('across 令和６ nothing is compared; before it growth stands; years without records are left out', () => {
    const { pages } = run({ by: ['method'] })
    const { table, columns } = pages[0] ?? { table: undefined, columns: [] }
    expect(table?.columns.map((column) => column.heads[0])).toEqual([
      '相談方法',
      '令和４年度',
      '５年度',
      '６年度',
      '５年度の増減',
      '５年度の増減',
      '６年度の増減',
    ])
    expect(columns.map((column) => column.breakMark)).toEqual([null, null, null, '注１', null, null, null])
    expect(table?.rows[0]?.cells.map(shown)).toEqual(['総数', '298', '320', '582', '+22', '+7.4％', 'broken'])
  })

  test('前年同期: to November, against the same months, where no break forbids it', () => {
    const { pages } = run({ statistic: 'place.attendance', by: [] }, toNovember)
    const table = pages[0]?.table
    const row = table?.rows[0]?.cells.map(shown) ?? []
    const now = totalOf({ statistic: 'place.attendance', frame: toNovember, by: [], where: [], party: null })
    const before = totalOf({
      statistic: 'place.attendance',
      frame: { fiscalYear: 2023, period: { from: '2023-04', to: '2023-11' }, asOf: '2023-11-30' },
      by: [],
      where: [],
      party: null,
    })
    const integer = (cell: typeof now): number =>
      cell.state === 'value' && cell.quantity.kind === 'integer' ? cell.quantity.integer : Number.NaN
    const difference = integer(now) - integer(before)
    expect(row.at(-2)).toBe(difference > 0 ? `+${difference}` : `−${-difference}`)
    expect(table?.notes.map((note) => note.text).join()).toContain('前年同期（令和５年４月から11月まで）')
    const same = run({ statistic: 'place.attendance', by: [], earlier: 'same' }, toNovember).pages[0]?.table
    expect(shown(same?.rows[0]?.cells.at(-4))).toBe(integer(before).toLocaleString('en-US'))
  })

  test('what cannot be told is refused by its own name', () => {
    expect(codeOf(() => run({ statistic: 'no.such' }))).toBe('unknownStatistic')
    expect(codeOf(() => run({ where: [{ field: 'method', operator: 'is', codes: ['telegraph'] }] }))).toBe(
      'unknownFilter',
    )
    expect(codeOf(() => run({ by: ['venue'] }))).toBe('unknownBreakdown')
    expect(codeOf(() => run({ party: 'nobody' }))).toBe('unknownParty')
    const empty: TimeFrame = {
      fiscalYear: 2015,
      period: { from: '2015-04', to: '2016-03' },
      asOf: '2016-03-31',
    }
    expect(codeOf(() => run({ years: { kind: 'fixed', from: 2014, frame: empty } }))).toBe('noDataForYear')
  })

  test('in a 統計表 the same choices print the same numbers', () => {
    const choices: ExploreChoices = {
      ...firstChoices,
      by: ['method'],
      where: [{ field: 'age', operator: '>=', age: 30 }],
    }
    const table = run(choices).pages[0]?.table
    const { defaults } =
      papersReader['papers.templates']({}, context).templates.find((one) => one.code === 'tables') ?? {}
    if (defaults === undefined) throw new Error('no template')
    const settings = {
      ...defaults,
      frame: year,
      tables: [plain(tableChoiceOf(choices, year, [2022, 2023, 2024]))],
    }
    const draft = papersWriter['papers.create']({ actionId: randomUUID(), settings }, context)
    const { view } = papersReader['papers.read']({ id: draft.id }, context)
    const printed = view.blocks.find((block) => block.kind === 'table')
    if (printed?.kind !== 'table') throw new Error('no table')
    expect(printed.title).toContain('［30歳以上］')
    const columnOf = (rows: typeof printed.rows, at: number) => rows.map((row) => shown(row.cells[at]))
    // 令和６年度 stands in the fourth column of both.
    expect(columnOf(printed.rows, 3)).toEqual(columnOf(table?.rows ?? [], 3))
    expect(columnOf(printed.rows, 1)).toEqual(columnOf(table?.rows ?? [], 1))
  })
})

describe('保存した集計', () => {
  const keep = (name: string, choices: Partial<ExploreChoices> = {}) =>
    exploreWriter['favourites.keep'](
      { actionId: randomUUID(), name, choices: plain({ ...firstChoices, ...choices }) },
      context,
    )
  const names = () => exploreReader['favourites.list']({}, context).favourites.map((one) => one.name)

  test('kept, renamed, moved and removed, each as one step of the history', () => {
    const first = keep('一つ目')
    keep('二つ目', { years: { kind: 'fixed', from: 2022, frame: year } })
    keep('三つ目')
    expect(names()).toEqual(['一つ目', '二つ目', '三つ目'])
    exploreWriter['favourites.move'](
      { actionId: randomUUID(), id: first.id, revision: first.revision, to: 'down' },
      context,
    )
    expect(names()).toEqual(['二つ目', '一つ目', '三つ目'])
    const moved = exploreReader['favourites.list']({}, context).favourites[1]
    if (moved === undefined) throw new Error('none')
    const renamed = exploreWriter['favourites.rename'](
      { actionId: randomUUID(), id: moved.id, revision: moved.revision, name: '新しい名' },
      context,
    )
    expect(names()).toEqual(['二つ目', '新しい名', '三つ目'])
    const stale = { actionId: randomUUID(), id: renamed.id, revision: moved.revision }
    expect(codeOf(() => exploreWriter['favourites.remove'](stale, context))).toBe('conflict')
    exploreWriter['favourites.remove'](
      { ...stale, actionId: randomUUID(), revision: renamed.revision },
      context,
    )
    expect(names()).toEqual(['二つ目', '三つ目'])
    expect(
      codeOf(() => exploreWriter['favourites.remove']({ ...stale, actionId: randomUUID() }, context)),
    ).toBe('notFound')
  })
})

describe('数字即答', () => {
  const query = (given: Partial<StatisticQuery> = {}): RequestInput<'answers.run'>['query'] =>
    plain({ statistic: 'consultation.events', frame: year, by: [], where: [], party: null, ...given })
  const ask = (given: Partial<StatisticQuery> = {}) =>
    answersRequests['answers.run'].output.parse(
      answersReader['answers.run']({ query: query(given) }, context),
    )

  test('a number with its sentence, in both tones', () => {
    const answer = ask({ where: [{ field: 'age', operator: '>=', age: 30 }] })
    expect(answer.sentences.polite).toBe(
      `令和６年度（令和７年３月31日現在）の30歳以上の相談延べ件数は、${answer.display}です。この数は速報値です。`,
    )
    expect(answer.sentences.plain).toContain(`は、${answer.display}である。`)
    expect(answer.previous).toContain('前年度とは比べない')
    expect(answer.months).toBe('11/12 か月分')
    expect(answer.definition).toContain('相談を１回ごとに１件と数える')
  })

  test('few persons are not called public, and the reason is said', () => {
    const band = ask({
      statistic: 'consultation.persons',
      where: [
        { field: 'age', operator: '>=', age: 60 },
        { field: 'age', operator: '<=', age: 69 },
      ],
    })
    expect(band.saying).toEqual({ verdict: 'check', sensitivity: 'middle', reasons: ['fewPersons'] })
  })

  test('what was said is kept, and marked when the ledger moves on', () => {
    const answer = ask()
    const record = answersWriter['figures.record'](
      {
        actionId: randomUUID(),
        saidOn: '2025-06-10',
        occasion: '令和７年第２回定例会　一般質問',
        query: query(),
        cell: answer.cell,
        sentence: answer.sentences.polite,
      },
      context,
    )
    const list = () =>
      answersRequests['figures.list'].output.parse(answersReader['figures.list']({}, context)).figures
    expect(list()).toMatchObject([{ id: record.id, said: answer.display, now: answer.display, moved: false }])
    const contact = ledger.get(
      build.selectFrom('consultation').select(['id', 'revision', 'day']).where('fiscal_year', '=', 2024),
    )
    if (contact === undefined) throw new Error('no contact')
    const action = {
      actionId: randomUUID(),
      staff: '計画担当',
      kind: 'test',
      reason: '',
      at: context.now().toISOString(),
      request: {},
    }
    expectOk(mutate(ledger, action, (write) => write.remove('consultation', contact.id, contact.revision)))
    expect(list()).toMatchObject([{ said: answer.display, moved: true }])
    expect(list()[0]?.now).not.toBe(answer.display)
  })
})

describe('算出根拠', () => {
  const sources = (given: Partial<StatisticQuery>, keys: readonly string[] = [], offset = 0) =>
    statisticsRequests['statistics.sources'].output.parse(
      numberSources(
        {
          query: plain({
            statistic: 'consultation.events',
            frame: year,
            by: [],
            where: [],
            party: null,
            ...given,
          }),
          keys: [...keys],
          offset,
          limit: 50,
        },
        context,
      ),
    )

  test('a cell leads to its contacts page by page, each once', () => {
    const first = sources({ by: ['method'] }, ['phone'])
    expect(first.display).toBe(`${first.count.records}件`)
    expect(first.conditions).toEqual(['電話'])
    const pages = [0, 50, 100, 150, 200].flatMap(
      (offset) => sources({ by: ['method'] }, ['phone'], offset).records,
    )
    expect(new Set(pages.map((record) => record.id)).size).toBe(first.count.records)
    expect(pages.every((record) => record.kind === 'consultation' && record.words.startsWith('電話'))).toBe(
      true,
    )
  })

  test('persons are counted once, and anonymous contacts are named as left out', () => {
    const found = sources({ statistic: 'consultation.persons' })
    expect(found.display).toBe(`${found.count.persons}人`)
    expect(found.leftOut.join()).toContain('匿名の相談')
  })

  test('activities add up to the attendance; a quotient leads to its parts', () => {
    const found = sources({ statistic: 'place.attendance', by: ['month'] }, ['2024-06'])
    expect(found.display).toBe(`${found.count.sum}人`)
    expect(found.records.reduce((sum, record) => sum + record.amount, 0)).toBe(found.count.sum)
    const ratio = sources({ statistic: 'referral.rate' })
    expect(ratio.parts.map((part) => part.label)).toEqual(['つなぎ件数', '相談延べ件数'])
  })

  test('a row that is not there is not found', () => {
    expect(codeOf(() => sources({ by: ['method'] }, ['telegraph']))).toBe('notFound')
  })
})
