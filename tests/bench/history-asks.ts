/**
 * What the screens ask of the history, in a ledger of 100,000 contacts (written in few actions of 50,000
 * rows) with 100,000 single saves after them: some 250,000 entries. To reach: the undo list ≤ 10 ms, a search
 * and the history of a row ≤ 30 ms, each p95 after the first question of its kind. Prints JSON; never fails
 * by time.
 *
 *   node tests/bench/history-asks.ts
 */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import type { LedgerReader } from '../../src/main/ledger/ledger.ts'
import { mutate } from '../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { openLedger } from '../../src/main/ledger/open/open.ts'
import { build } from '../../src/main/ledger/query.ts'
import type { ReaderContext } from '../../src/main/services/contexts.ts'
import { historyScreenReader } from '../../src/main/services/history/reader.ts'
import type { Result } from '../../src/shared/contract/errors.ts'
import { bigLedger, bigLedgerPassphrase } from './big-ledger.ts'

const records = 100_000
const saves = 100_000
const rounds = 15
const environment = systemEnvironment()

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** A copy of the cached ledger with so many single saves more, cached beside it. */
async function savedLedger(): Promise<LedgerReader> {
  const base = await bigLedger(records)
  closeLedger(base)
  const path = join(base.path, '..', `saved-${saves}.daicho`)
  const mark = join(base.path, '..', `saved-${saves}.version`)
  const version = readFileSync(join(base.path, '..', `${records}.version`), 'utf8')
  const own = { passphrase: bigLedgerPassphrase, environment }
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== version) {
    rmSync(path, { recursive: true, force: true })
    cpSync(base.path, path, { recursive: true })
    const ledger = must(await openLedger({ path, mode: 'write', owner: 'bench', ...own }))
    const rows = ledger.all(build.selectFrom('consultation').select(['id', 'revision']).limit(saves))
    for (const [at, { id, revision }] of rows.entries()) {
      const action = {
        actionId: environment.newId(),
        staff: at % 3 === 0 ? '佐藤' : '担当者',
        kind: 'consultations.save',
        reason: at % 1_000 === 0 ? '訂正' : '',
        at: environment.now().toISOString(),
      }
      must(mutate(ledger, action, (write) => write.update('consultation', id, revision, { note: `${at}` })))
    }
    closeLedger(ledger)
    writeFileSync(mark, version)
  }
  return must(await openLedger({ path, mode: 'read', ...own }))
}

const ledger = await savedLedger()
const context: ReaderContext = {
  ledger,
  staff: null,
  now: environment.now,
  newId: environment.newId,
  progress: () => undefined,
  stopIfCancelled: () => undefined,
}
const any = {
  who: null,
  kinds: [],
  table: null,
  from: null,
  to: null,
  text: '',
  before: null,
  limit: 50,
}
const rows = ledger.all(
  build
    .selectFrom('consultation')
    .select('id')
    .limit(rounds + 1),
)
const ofRow = { table: 'consultation', field: null, before: null, limit: 50 } as const

const questions: Readonly<Record<string, (round: number) => unknown>> = {
  undoList: () => historyScreenReader['history.undoList']({}, context),
  search: () => historyScreenReader['history.search'](any, context),
  searchWho: () => historyScreenReader['history.search']({ ...any, who: '佐藤' }, context),
  searchNobody: () => historyScreenReader['history.search']({ ...any, who: '誰か' }, context),
  searchKind: () => historyScreenReader['history.search']({ ...any, kinds: ['papers.edit'] }, context),
  searchTable: () => historyScreenReader['history.search']({ ...any, table: 'case_file' }, context),
  searchCase: (round) =>
    historyScreenReader['history.search']({ ...any, text: `H${1_000 + round}` }, context),
  searchReason: () => historyScreenReader['history.search']({ ...any, text: '訂正' }, context),
  searchNothing: () => historyScreenReader['history.search']({ ...any, text: 'ありません' }, context),
  facets: () => historyScreenReader['history.facets']({}, context),
  ofRow: (round) => historyScreenReader['history.ofRow']({ ...ofRow, id: rows[round]?.id ?? '' }, context),
  ofNoRow: () => historyScreenReader['history.ofRow']({ ...ofRow, id: 'none' }, context),
}

function measured(ask: (round: number) => unknown) {
  const times: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const began = performance.now()
    ask(round)
    times.push(performance.now() - began)
  }
  const [first, ...rest] = times
  const sorted = rest.toSorted((a, b) => a - b)
  const at = (part: number) =>
    Number((sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN).toFixed(2))
  return { p50: at(0.5), p95: at(0.95), first: Number((first ?? Number.NaN).toFixed(2)) }
}

const asked = Object.fromEntries(Object.entries(questions).map(([name, ask]) => [name, measured(ask)]))
const entries = ledger.get(build.selectFrom('history').select((all) => all.fn.max('seq').as('seq')))
process.stdout.write(
  `${JSON.stringify(
    {
      work: `questions to a history of ${entries?.seq} entries`,
      unit: 'ms',
      limit: { undoList: 10, others: 30 },
      ours: asked,
      rounds,
    },
    null,
    2,
  )}\n`,
)
closeLedger(ledger)
