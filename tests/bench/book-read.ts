/**
 * Reading a register of 50,000 rows × 15 columns: our reader in a process of its own against openpyxl in
 * read-only mode on the same file, in turns. To reach: the whole dry run, of which this is the first part, within
 * openpyxl's time, and 600 MB. Prints JSON, with processor time beside wall time; never fails by time.
 *
 *   node tests/bench/book-read.ts [rows]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readBook } from '../../src/main/intake/read-book.ts'
import { bigBook } from './fixtures/big-book.ts'

interface Reading {
  readonly cells: number
  readonly seconds: number
  readonly processorSeconds: number
  readonly megabytes: number
}

/** The whole of a process's work, the file's own bytes included. */
function readOnce(file: string): Reading {
  const begun = performance.now()
  const used = process.cpuUsage()
  const book = readBook(readFileSync(file), file)
  const { user, system } = process.cpuUsage(used)
  return {
    cells: book.sheets.reduce(
      (sum, { rows }) => sum + rows.reduce((all, { cells }) => all + cells.length, 0),
      0,
    ),
    seconds: (performance.now() - begun) / 1000,
    processorSeconds: (user + system) / 1_000_000,
    megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  }
}

interface PeerReading extends Reading {
  readonly version: string
}

const peerProgram = `
import json, resource, sys, time
import openpyxl
begun, used = time.perf_counter(), time.process_time()
cells = 0
for sheet in openpyxl.load_workbook(sys.argv[1], read_only=True):
    for row in sheet.iter_rows(values_only=True):
        cells += len(row)
print(json.dumps({"cells": cells, "seconds": time.perf_counter() - begun, "processorSeconds": time.process_time() - used,
    "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024, "version": openpyxl.__version__}))
`

function findPython(): string | null {
  for (const python of ['python3', '/usr/bin/python3']) {
    try {
      execFileSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' })
      return python
    } catch {
      // Not this one: the next, or none.
    }
  }
  return null
}

function compare(rows: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'book-read-'))
  const file = join(folder, 'book.xlsx')
  try {
    const bytes = bigBook(rows)
    writeFileSync(file, bytes)
    const python = findPython()
    const ours: Reading[] = []
    const peer: PeerReading[] = []
    const run = (program: string, ...rest: string[]): PeerReading =>
      JSON.parse(execFileSync(program, rest, { encoding: 'utf8' }))
    for (let round = 0; round < 3; round++) {
      ours.push(run(process.execPath, fileURLToPath(import.meta.url), '--read', file))
      if (python !== null) peer.push(run(python, '-c', peerProgram, file))
    }
    const best = (readings: readonly Reading[]) =>
      readings.toSorted((left, right) => left.processorSeconds - right.processorSeconds)[0]
    const [mine, theirs] = [best(ours), best(peer)]
    const result = {
      work: `a register of ${rows} rows x 15 columns (${bytes.length} bytes), read; the best of 3 processes each, in turns`,
      ours: mine,
      peer: theirs ?? null,
      peerName:
        peer[0] === undefined
          ? 'openpyxl is not here: pip install openpyxl'
          : `openpyxl ${peer[0].version}, read_only`,
      ratio: mine && theirs ? Number((mine.processorSeconds / theirs.processorSeconds).toFixed(3)) : null,
      limit: 1,
      megabytesLimit: 600,
      load: loadavg()[0],
    }
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const [mode, path = ''] = process.argv.slice(2)
if (mode === '--read') process.stdout.write(JSON.stringify(readOnce(path)))
else compare(Number(mode ?? 50_000))
