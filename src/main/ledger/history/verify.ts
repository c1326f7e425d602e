import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { appErrorOf } from '../failures.ts'
import { ledgerFiles } from '../files.ts'
import { type ReaderInternals, readerInternals } from '../internals.ts'
import type { LedgerReader } from '../ledger.ts'
import { damageOf } from '../open/check.ts'
import { readAnchor } from './anchor.ts'
import { actionMac, digestAction, digestImage, linkMac, rootLink } from './chain.ts'
import { compareAnchor } from './compare-anchor.ts'
import { entityTables } from './entities.ts'
import { type Mac, macWith } from './hmac.ts'
import { LastImages } from './last-images.ts'

/** What is wrong, and where. */
export interface HistoryProblem {
  readonly kind: /** Sequence numbers are missing: entries were deleted. */
    | 'gap'
    /** The entry, or one before it, was edited, put in or moved. */
    | 'entryBroken'
    | 'imageEdited'
    | 'imageMissing'
    | 'actionEdited'
    | 'actionMissing'
    /** The row is not what its last entry says. */
    | 'rowEdited'
    | 'rowMissing'
    | 'rowUnrecorded'
    | 'tailLost'
    | 'anchorDiffers'
    /** Pages, references or header of the file itself: `table` says what found it, `rowId` what it says. */
    | 'damaged'
  readonly sequence: number | null
  readonly table: string | null
  readonly rowId: string | null
}

export interface Verification {
  /** Entries that were looked at. */
  readonly entries: number
  /** Empty when everything is whole; at most `limit`. */
  readonly problems: readonly HistoryProblem[]
}

interface WalkedEntry {
  readonly seq: number
  readonly change: 'insert' | 'update' | 'delete' | 'none'
  readonly table_name: string
  readonly row_key: number
  readonly row_id: string
  readonly before_digest: Buffer | null
  readonly after_digest: Buffer | null
  readonly mac: Buffer
  readonly action_key: number
  readonly salt: Buffer | null
  readonly before: string | null
  readonly after: string | null
}

interface WalkedAction {
  readonly key: number
  readonly id: string
  readonly kind: string
  readonly staff: string
  readonly reason: string
  readonly at: string
  readonly request: Buffer
  readonly answer: string
  readonly first_seq: number
  readonly last_seq: number
  readonly mac: Buffer
}

/**
 * Verifies the whole history (trust, Nothing gets lost §2): every link of the chain, every image
 * against its digest, every action, every row against its last after-image, the anchor, and the file's pages. Finds any
 * edit, deletion, insertion, swap or lost tail made without the key, and names the place. Reads
 * everything: run it on a reader. Drafts are not part of the history.
 */
export function verifyHistory(reader: LedgerReader, limit = 200): Verification {
  const internals = readerInternals(reader)
  return reader.snapshot(() => {
    const problems: HistoryProblem[] = []
    const report = (problem: HistoryProblem): void => {
      if (problems.length < limit) problems.push(problem)
    }
    for (const { check, detail } of damageOf(internals.connection)) {
      report({ kind: 'damaged', sequence: null, table: check, rowId: detail.slice(0, 100) })
    }
    // A file that cannot be read through has no history to walk.
    if (problems.some(({ table }) => table === 'pages')) return { entries: 0, problems }
    const entries = walkChain(internals, reader.id, report)
    for (const table of entityTables) compareRows(internals, table, report)
    verifyAnchor(internals, reader, report)
    return { entries, problems }
  })
}

type Report = (problem: HistoryProblem) => void

function at(kind: HistoryProblem['kind'], entry: WalkedEntry): HistoryProblem {
  return { kind, sequence: entry.seq, table: entry.table_name, rowId: entry.row_id }
}

function walkChain(internals: ReaderInternals, ledgerId: string, report: Report): number {
  const { connection } = internals
  const key = internals.keys.history
  const mac = macWith(key)
  const actions = new ActionWalk(connection, mac, report)
  const rows = connection
    .prepare<[], WalkedEntry>(
      `SELECT h.*, i.salt, i.before, i.after FROM history h
       LEFT JOIN history_image i ON i.seq = h.seq ORDER BY h.seq`,
    )
    .iterate()
  let { mac: previous, sequence } = rootLink(key, ledgerId)
  let count = 0
  for (const entry of rows) {
    count += 1
    if (entry.seq !== sequence + 1)
      report({ ...at('gap', entry), sequence: sequence + 1, rowId: null, table: null })
    const digest = actions.enter(entry, previous)
    if (digest !== null) {
      const expected = linkMac(mac, previous, digest, {
        sequence: entry.seq,
        change: entry.change,
        table: entry.table_name,
        rowKey: entry.row_key,
        rowId: entry.row_id,
        beforeDigest: entry.before_digest,
        afterDigest: entry.after_digest,
      })
      if (!expected.equals(entry.mac)) report(at('entryBroken', entry))
    }
    checkImage(entry, report)
    previous = entry.mac
    sequence = entry.seq
  }
  actions.leave(previous, sequence)
  return count
}

function checkImage(entry: WalkedEntry, report: Report): void {
  if (entry.change === 'none') return
  const { salt } = entry
  if (salt === null) {
    report(at('imageMissing', entry))
    return
  }
  for (const side of ['before', 'after'] as const) {
    const digest = side === 'before' ? entry.before_digest : entry.after_digest
    const found = digestImage(salt, side, entry[side])
    const same = digest === null || found === null ? digest === found : digest.equals(found)
    if (!same) {
      report(at('imageEdited', entry))
      return
    }
  }
}

/** Follows the actions along the chain: each covers one unbroken span of entries. */
class ActionWalk {
  readonly #select: (key: number) => WalkedAction | undefined
  readonly #mac: Mac
  readonly #report: Report
  readonly #connection: Database
  #current: WalkedAction | null = null
  #digest: Buffer | null = null
  #currentKey: number | null = null
  #first = 0
  #seen = 0

  constructor(connection: Database, mac: Mac, report: Report) {
    const statement = connection.prepare<[number], WalkedAction>('SELECT * FROM action WHERE key = ?')
    this.#select = (actionKey) => statement.get(actionKey)
    this.#connection = connection
    this.#mac = mac
    this.#report = report
  }

  /** The digest of the entry's action; null when the action is missing (reported once). */
  enter(entry: WalkedEntry, previousMac: Buffer): Buffer | null {
    if (entry.action_key !== this.#currentKey) {
      this.#finish(previousMac, entry.seq - 1)
      this.#seen += 1
      this.#currentKey = entry.action_key
      this.#first = entry.seq
      this.#current = this.#select(entry.action_key) ?? null
      this.#digest = this.#current === null ? null : digestAction(this.#current)
      if (this.#current === null) this.#report(at('actionMissing', entry))
    }
    return this.#digest
  }

  #finish(lastMac: Buffer, lastSequence: number): void {
    const action = this.#current
    if (action === null || this.#digest === null) return
    const span = { firstSequence: action.first_seq, lastSequence: action.last_seq, answer: action.answer }
    const whole =
      action.first_seq === this.#first &&
      action.last_seq === lastSequence &&
      actionMac(this.#mac, this.#digest, span, lastMac).equals(action.mac)
    if (!whole) {
      this.#report({ kind: 'actionEdited', sequence: this.#first, table: 'action', rowId: action.id })
    }
  }

  leave(lastMac: Buffer, lastSequence: number): void {
    this.#finish(lastMac, lastSequence)
    const stored = this.#connection.prepare<[], number>('SELECT count(*) FROM action').pluck().get()
    if (stored !== undefined && stored > this.#seen) {
      this.#report({ kind: 'actionEdited', sequence: null, table: 'action', rowId: null })
    }
  }
}

function compareRows(internals: ReaderInternals, table: (typeof entityTables)[number], report: Report): void {
  const images = new LastImages(internals.connection, table)
  const store = internals.stores.of(table)
  for (const stored of store.readAll()) {
    const last = images.of(Number(stored.columns.key))
    const rowId = String(stored.columns.id)
    if (last === null || last.change === 'delete')
      report({ kind: 'rowUnrecorded', sequence: null, table, rowId })
    else if (last.after !== null && !store.saysTheSame(last.after, stored)) {
      report({ kind: 'rowEdited', sequence: last.seq, table, rowId })
    }
  }
  const missing = internals.connection
    .prepare<[string], { seq: number; row_id: string }>(
      `SELECT h.seq, h.row_id FROM history h
       WHERE h.seq IN (SELECT max(seq) FROM history WHERE table_name = ? GROUP BY row_key)
         AND h.change <> 'delete' AND NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.key = h.row_key)`,
    )
    .all(table)
  for (const { seq, row_id } of missing) report({ kind: 'rowMissing', sequence: seq, table, rowId: row_id })
}

function verifyAnchor(internals: ReaderInternals, reader: LedgerReader, report: Report): void {
  const { connection, environment, keys } = internals
  try {
    const anchor = readAnchor(environment.files, join(reader.path, ledgerFiles.anchor), keys.anchor)
    compareAnchor(connection, keys.history, reader.id, anchor.newest, true)
  } catch (error) {
    const typed = appErrorOf(error)
    if (typed === null) throw error
    const lost = typed.code === 'historyTailLost'
    const sequence = Number(typed.parameters.expected ?? typed.parameters.sequence ?? 0)
    report({ kind: lost ? 'tailLost' : 'anchorDiffers', sequence, table: null, rowId: null })
  }
}
