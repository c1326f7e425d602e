/**
 * Undo and redo of one action of 50,000 consultations with their choices (an import), in a ledger that holds
 * 200,000 history entries and more afterwards; then the history's search in it. Encrypted, with full history,
 * on the disk when it answers. To reach: undo ≤ 3 s; a page of the search ≤ 100 ms. `ours` is the undo,
 * `peer` the import itself (`insertRows`) in the same run. Prints JSON; never fails by time.
 *
 *   node tests/bench/undo-bulk.ts [rows]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import { reverseAction } from '../../src/main/ledger/history/undo.ts'
import { verifyHistory } from '../../src/main/ledger/history/verify.ts'
import { mutate } from '../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { createLedger } from '../../src/main/ledger/open/create.ts'
import { openLedger } from '../../src/main/ledger/open/open.ts'
import { insertCodeLists } from '../../src/main/ledger/repositories/code-lists.ts'
import { actionById, lastStepOf } from '../../src/main/ledger/repositories/history-actions.ts'
import { historyState } from '../../src/main/ledger/repositories/history-list.ts'
import { insertRows } from '../../src/main/ledger/rows/insert-rows.ts'
import { demonstrationRows, demonstrationSeed } from '../../src/main/services/demo/demonstration-rows.ts'
import { historyScreenReader } from '../../src/main/services/history/reader.ts'
import { confirmedSince } from '../../src/main/services/history/undo-guards.ts'
import type { Result } from '../../src/shared/contract/errors.ts'
import { codeLists } from '../samples/code-book.ts'

const count = Number(process.argv[2] ?? 50_000)
const small = Math.min(2_000, count / 20)
const folder = mkdtempSync(join(tmpdir(), 'daicho-bench-'))
const path = join(folder, 'undo.daicho')
const passphrase = 'undo of fifty thousand'
const environment = systemEnvironment()
const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const action = (kind: string, request: object = {}) => ({
  actionId: environment.newId(),
  staff: '山田',
  kind,
  reason: '',
  at: environment.now().toISOString(),
  request,
})
/** The value, and milliseconds by the clock; `processorMs` keeps those of the processor. */
function timed<T>(work: () => T): readonly [T, number] {
  const [begun, used] = [performance.now(), process.cpuUsage()]
  const value = work()
  const { user, system } = process.cpuUsage(used)
  processorMs = Math.round((user + system) / 1_000)
  return [value, Math.round(performance.now() - begun)]
}
let processorMs = 0

must(
  await createLedger({
    path,
    name: '計測用',
    passphrase,
    staff: '山田',
    environment,
    cost: { N: 1024, r: 8, p: 1 },
  }),
)
const ledger = must(await openLedger({ path, passphrase, mode: 'write', owner: 'bench', environment }))
try {
  must(mutate(ledger, action('ledger.content'), (write) => insertCodeLists(write, codeLists) ?? null))
  const rows = demonstrationRows(demonstrationSeed)
  must(insertRows(ledger, action('ledger.records'), rows))
  const [sample] = [rows.consultations]
  const many = Array.from({ length: count }, (_none, at) => {
    const one = sample[at % sample.length]
    if (one === undefined) throw new Error('no consultations')
    return { ...one, id: environment.newId() }
  })
  const none = {
    ...rows,
    programmes: [],
    parties: [],
    partyForms: [],
    venues: [],
    cases: [],
    caseEpisodes: [],
    coordinations: [],
    referrals: [],
    activities: [],
    tallies: [],
    reports: [],
  }
  const imported = action('consultations.import')
  const [, importMs] = timed(() => must(insertRows(ledger, imported, { ...none, consultations: many })))
  const step = (kind: 'history.undo' | 'history.redo') =>
    timed(() =>
      must(
        reverseAction(
          ledger,
          action(kind, { of: imported.actionId }),
          () => {
            const carrier = lastStepOf(ledger, imported.actionId) ?? actionById(ledger, imported.actionId)
            if (carrier === null) throw new Error('no action')
            return carrier
          },
          confirmedSince(ledger),
        ),
      ),
    )[1]
  const undoMs = step('history.undo')
  const undoProcessorMs = processorMs
  const [redoMs, againMs] = [step('history.redo'), step('history.undo')]
  // Many small actions of another person, so that a search must look for the rare ones.
  const [, smallMs] = timed(() => {
    for (let at = 0; at < small; at += 1) {
      must(
        mutate(ledger, { ...action('venue.add'), staff: '鈴木' }, (write) =>
          write.insert('venue', { code: `v${at}` }),
        ),
      )
    }
  })
  const context = {
    ledger,
    staff: null,
    now: environment.now,
    newId: environment.newId,
    progress: () => undefined,
    stopIfCancelled: () => undefined,
  }
  const search = (changes: object) => {
    const ask = () =>
      timed(() =>
        historyScreenReader['history.search'](
          {
            who: null,
            kinds: [],
            table: null,
            from: null,
            to: null,
            text: '',
            before: null,
            limit: 50,
            ...changes,
          },
          context,
        ),
      )[1]
    const times = [ask(), ask(), ask()].toSorted((a, b) => a - b)
    return times[1]
  }
  const [list, listMs] = timed(() => historyScreenReader['history.undoList']({}, context))
  const searches = {
    newest: search({}),
    staff: search({ who: '山田' }),
    kind: search({ kinds: ['consultations.import'] }),
    table: search({ table: 'consultation' }),
    rareTable: search({ table: 'case_file' }),
    caseCode: search({ text: rows.cases[0]?.code ?? '' }),
    noneSuch: search({ text: 'どこにもない' }),
  }
  const { problems } = verifyHistory(ledger)
  console.log(
    JSON.stringify(
      {
        work: `undo of one action of ${count} consultations`,
        ours: undoMs,
        peer: importMs,
        ratio: Math.round((undoMs / importMs) * 100) / 100,
        limitMs: 3_000,
        undoProcessorMs,
        redoMs,
        undoAgainMs: againMs,
        smallActionsMs: smallMs,
        historyEntries: historyState(ledger).sequence,
        searchMs: searches,
        undoListMs: listMs,
        undoable: list.actions.length,
        problems: problems.length,
      },
      null,
      1,
    ),
  )
} finally {
  closeLedger(ledger)
  rmSync(folder, { recursive: true, force: true })
}
