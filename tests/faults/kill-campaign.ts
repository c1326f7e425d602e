import { spawn } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { restoreBackup } from '../../src/main/ledger/backup/restore.ts'
import type { Environment } from '../../src/main/ledger/environment.ts'
import { verifyHistory } from '../../src/main/ledger/history/verify.ts'
import type { LedgerReader } from '../../src/main/ledger/ledger.ts'
import { checkLedger } from '../../src/main/ledger/open/check.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { openUnlocked } from '../../src/main/ledger/open/open.ts'
import { build } from '../../src/main/ledger/query.ts'
import { randomNumbers } from './random.ts'

export interface Target {
  /** An empty ledger, closed; it is copied, not touched. */
  readonly path: string
  readonly key: Buffer
  readonly environment: Environment
  readonly folder: string
}

export interface KillReport {
  readonly points: number
  /** Values that the ledger had called saved before the kills. */
  readonly saved: number
  readonly lost: number
  readonly notOpening: number
  /** Ledgers in which verify or check found something. */
  readonly broken: number
  readonly backups: number
  readonly badBackups: number
  /** Openings that told of a crash and put it right. */
  readonly recovered: number
  readonly failures: readonly string[]
}

const works = ['entry', 'undo', 'entry', 'bulk', 'backup', 'migrate'] as const
/** The kill comes at a random moment within so many milliseconds. */
const longest = { entry: 80, bulk: 250, undo: 250, backup: 600, migrate: 300 } as const
const victim = fileURLToPath(new URL('./kill-victim.ts', import.meta.url))

/** Starts a victim, kills it `delay` ms after it is ready, and gives the lines it could say. */
function killed(path: string, key: Buffer, work: string, delay: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [victim, path, key.toString('hex'), work], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    let complained = ''
    let timer: NodeJS.Timeout | null = null
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      if (timer === null) timer = setTimeout(() => child.kill('SIGKILL'), delay)
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complained += text
    })
    child.on('error', reject)
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(said.slice(0, said.lastIndexOf('\n')).split('\n'))
      else reject(new Error(`The victim ended by itself: ${complained}`))
    })
  })
}

/** kill −9 at random moments of entry, bulk writing, backup and migration; same seed, same moments. */
export async function killCampaign(target: Target, points: number, seed: number): Promise<KillReport> {
  const random = randomNumbers(seed)
  const report = {
    points,
    saved: 0,
    lost: 0,
    notOpening: 0,
    broken: 0,
    backups: 0,
    badBackups: 0,
    recovered: 0,
  }
  const failures: string[] = []
  const fail = (what: 'lost' | 'notOpening' | 'broken' | 'badBackups', detail: string): void => {
    report[what] += 1
    failures.push(`${what}: ${detail}`)
  }
  const path = join(target.folder, '犠牲.daicho')
  const fresh = (): void => {
    rmSync(path, { recursive: true, force: true })
    cpSync(target.path, path, { recursive: true })
  }
  let codes = new Map<string, string>()
  for (let point = 0; point < points; point += 1) {
    const work = works[point % works.length] ?? 'entry'
    // The ledger goes on from kill to kill; a new one for each migration, and now and then.
    if (point === 0 || work === 'migrate' || point % 60 === 0) {
      fresh()
      codes = new Map()
    }
    const lines = await killed(path, target.key, work, random(longest[work]))
    const groups = new Map<string, readonly string[]>()
    for (const line of lines) {
      const [what, action = '', code = '', old = ''] = line.split(' ')
      // While an action is undone both may be true, but for all its rows alike.
      if (what === 'undoing' || what === 'undone') {
        for (const one of [code, old]) codes.delete(one)
        groups.set(action, [code, old])
      }
      if (what === 'redone') {
        for (const one of [code, old]) codes.set(one, action)
        groups.delete(action)
      }
      if (what === 'changed') codes.delete(old)
      if (what === 'saved' || what === 'changed') codes.set(code, action)
      if (what === 'saved' || what === 'changed') report.saved += 1
    }
    const opened = openUnlocked({ ...target, path, mode: 'write', owner: 'campaign' })
    if (!opened.ok) {
      // A migration that was committed: this program rightly refuses the newer ledger.
      const newer = work === 'migrate' && opened.error.code === 'ledgerNewer'
      if (!newer) fail('notOpening', `${point} ${work} ${JSON.stringify(opened.error)}`)
      fresh()
      codes = new Map()
      continue
    }
    const ledger = opened.value
    if (ledger.notices.length > 0) report.recovered += 1
    const lost = lostCodes(ledger, codes)
    if (lost > 0) fail('lost', `${point} ${work} ${lost}`)
    for (const group of groups.values()) {
      if (!isWhole(ledger, group)) fail('broken', `${point} ${work} half undone`)
    }
    const { problems } = verifyHistory(ledger)
    if (problems.length > 0) fail('broken', `${point} ${work} ${JSON.stringify(problems[0])}`)
    const [damage] = checkLedger(ledger)
    if (damage !== undefined) fail('broken', `${point} ${work} ${damage.detail}`)
    closeLedger(ledger)
    for (const line of lines.filter((text) => text.startsWith('backup '))) {
      report.backups += 1
      const to = join(target.folder, '戻し.daicho')
      const restored = await restoreBackup({
        backup: line.slice(7),
        to,
        secret: { key: target.key },
        staff: '山田',
        environment: target.environment,
      })
      if (!restored.ok) fail('badBackups', `${point} ${JSON.stringify(restored.error)}`)
      rmSync(to, { recursive: true, force: true })
    }
    rmSync(join(path, 'backups'), { recursive: true, force: true })
  }
  return { ...report, failures: failures.slice(0, 10) }
}

/** A code counts as kept when it is there, or when a change of it was saved but could not be said any more. */
function lostCodes(ledger: LedgerReader, codes: ReadonlyMap<string, string>): number {
  const there = new Set(ledger.all(build.selectFrom('venue').select('code')).map(({ code }) => code))
  const gone = [...codes.keys()].filter((code) => !there.has(code))
  const changedAfter = ledger
    .all(build.selectFrom('history_image').select('before').where('before', 'is not', null))
    .map(({ before }) => before ?? '')
  return gone.filter((code) => !changedAfter.some((before) => before.includes(code))).length
}

/** All of an action's rows are there, or none: the first and the last stand for them. */
function isWhole(ledger: LedgerReader, codes: readonly string[]): boolean {
  const there = ledger.all(build.selectFrom('venue').select('code').where('code', 'in', codes))
  return there.length === 0 || there.length === codes.length
}
