/**
 * Dry run of a register of 50,000 rows against a ledger that holds as many: read, understood, compared, counted.
 * To reach: not more than openpyxl (read-only mode) needs only to read the file, in the same run, and under
 * 600 MB. `ours` and `peer` are milliseconds; the processor's beside them, since a busy machine says little.
 * Prints JSON; never fails by time.
 *
 *   node tests/bench/intake-dry-run.ts [rows]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { openLedger } from '../../src/main/ledger/open/open.ts'
import { readIntakeFacts } from '../../src/main/services/intake/facts.ts'
import { operationsOf } from '../../src/main/services/intake/operations.ts'
import { chooseProfile } from '../../src/main/services/intake/propose.ts'
import { readAndCompare } from '../../src/main/services/intake/run-import.ts'
import { openFile } from '../../src/main/services/intake/understand.ts'
import { writeBook } from '../../src/main/services/intake/write.ts'
import { createEmptyLedger } from '../../src/main/services/new-ledger.ts'
import { countMatches } from '../../src/shared/intake/match.ts'
import type { BookProfile } from '../../src/shared/intake/profile.ts'

const count = Number(process.argv[2] ?? 50_000)
const folder = mkdtempSync(join(tmpdir(), 'daicho-bench-'))
const environment = systemEnvironment()
const must = <T>(result: { ok: true; value: T } | { ok: false; error: { code: string } }): T => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** Milliseconds by the clock and of the processor. */
async function timed<T>(work: () => T | Promise<T>) {
  const [begun, used] = [performance.now(), process.cpuUsage()]
  const value = await work()
  const { user, system } = process.cpuUsage(used)
  const ms = Math.round(performance.now() - begun)
  return { value, ms, processorMs: Math.round((user + system) / 1_000) }
}

const heads = [
  '受付日',
  'ケース番号',
  '新規・継続',
  '来談者',
  '年齢',
  '性別',
  '相談方法',
  '主な相談内容',
  '要因',
  '備考',
]
const choose = (words: readonly string[], at: number): string => words[at % words.length] ?? ''

/** A register of one sheet; `shift` changes the ages, so that the rows are corrections. */
async function writeRegister(file: string, shift: number): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: file, useSharedStrings: true })
  const sheet = book.addWorksheet('受付簿')
  sheet.addRow(['令和６年度　相談受付簿']).commit()
  sheet.addRow(heads).commit()
  for (let at = 0; at < count; at += 1) {
    const month = ((at * 12) / count + 3) % 12
    const day = new Date(Date.UTC(month < 3 ? 2025 : 2024, Math.floor(month), 1 + (at % 28)))
    const words = [
      day,
      `K${String(at % 9_000).padStart(5, '0')}`,
      choose(['新規', '継続'], at),
      choose(['本人', '母', '父', '兄弟姉妹'], at),
      20 + ((at + shift) % 50),
      choose(['男性', '女性'], at),
      choose(['電話', '来所', '訪問', 'メール'], at),
      choose(['仕事探し・就職', '家族との関係', '住まい'], at),
      choose(['不登校経験', '発達障害', ''], at),
      at % 3 === 0 ? `${at}回目の連絡` : '',
    ]
    sheet.addRow(words).commit()
  }
  await book.commit()
}

/** Reading alone by openpyxl; null where it is not installed. */
function peerOf(file: string): { readonly ms: number; readonly processorMs: number } | null {
  const script = `
import time, openpyxl
t, c = time.perf_counter(), time.process_time()
for sheet in openpyxl.load_workbook(${JSON.stringify(file)}, read_only=True):
    for row in sheet.iter_rows(values_only=True): pass
print(round((time.perf_counter() - t) * 1000), round((time.process_time() - c) * 1000))`
  for (const python of ['/usr/bin/python3', 'python3']) {
    try {
      const out = execFileSync(python, ['-c', script], { stdio: ['ignore', 'pipe', 'ignore'] })
      const [ms = 0, processorMs = 0] = String(out).trim().split(' ').map(Number)
      return { ms, processorMs }
    } catch {
      // Not here, or without the library: the next one.
    }
  }
  return null
}

const path = join(folder, 'intake.daicho')
const made = must(
  await createEmptyLedger({
    path,
    name: '計測用',
    passphrase: 'fifty thousand rows',
    staff: '山田',
    environment,
    cost: { N: 1024, r: 8, p: 1 },
  }),
)
const ledger = must(await openLedger({ mode: 'write', path, key: made.key, owner: 'bench', environment }))
try {
  const [first, second] = [join(folder, '一.xlsx'), join(folder, '二.xlsx')]
  await writeRegister(first, 0)
  await writeRegister(second, 1)
  const dryRun = async (file: string) => {
    const book = await openFile(file)
    const { profile } = chooseProfile(book, readIntakeFacts(ledger, 2024), [])
    if (profile === null) throw new Error('not understood')
    const party = 'hikikomori-contractor'
    const reading = readAndCompare(ledger, book, { ...profile, party } as BookProfile, 2024)
    return { book, reading }
  }
  // Nothing of the first book is held while the second is measured.
  const apply = async () => {
    const { book, reading } = await dryRun(first)
    const { read, comparison, sequence } = reading
    const operations = operationsOf(book, read, comparison, { withdrawGone: false, sequence })
    const importing = {
      actionId: environment.newId(),
      staff: '山田',
      at: environment.now().toISOString(),
      newId: environment.newId,
      onProgress: () => {},
    }
    const { ms, processorMs } = await timed(() => writeBook(ledger, operations, importing))
    return { ms, processorMs }
  }
  const applied = await apply()
  const opened = await timed(() => openFile(second))
  const tried = await timed(async () => countMatches((await dryRun(second)).reading.comparison))
  const peer = peerOf(second)
  console.log(
    JSON.stringify(
      {
        work: `dry run of a register of ${count} rows against as many, all corrected`,
        ours: tried.ms,
        peer: peer?.ms ?? null,
        ratio: peer === null ? null : Math.round((tried.ms / peer.ms) * 100) / 100,
        oursProcessorMs: tried.processorMs,
        peerProcessorMs: peer?.processorMs ?? null,
        readingMs: opened.ms,
        readingProcessorMs: opened.processorMs,
        applyMs: applied.ms,
        applyProcessorMs: applied.processorMs,
        counts: tried.value,
        peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
        limitMegabytes: 600,
      },
      null,
      1,
    ),
  )
} finally {
  closeLedger(ledger)
  rmSync(folder, { recursive: true, force: true })
}
