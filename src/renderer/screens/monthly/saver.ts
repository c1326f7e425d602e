import type { Client } from '../../../shared/contract/client.ts'
import type { RequestInput } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { cellId, type Entry, lineId, sameEntry } from '../../../shared/monthly/entry.ts'
import { lineWords } from '../../../shared/monthly/lines.ts'
import { entryWords, monthlyWords } from '../../../shared/words/monthly.ts'
import type { SaveStateStore } from '../../api/save-state.ts'
import { Breath } from './breath.ts'
import type { CellClash, HeldCell } from './held-cell.ts'
import { heard, heldOf, type Sheet } from './sheet.ts'

type Save = RequestInput<'monthly.save'>
export type SaveHow = Save['how']

interface Action {
  readonly how: SaveHow
  readonly entries: ReadonlyMap<string, Entry>
  /** Built when it is sent first; sent again after a failure it must be the same to the letter. */
  request: Save | null
}

export interface SaverOptions {
  readonly client: Client
  readonly state: SaveStateStore
  readonly sheet: Sheet
  readonly newId: () => string
  readonly onClash: (clashes: readonly CellClash[]) => void
}

/** From a typed cell to its save, in ms: two frames and a little. */
const typedPause = 40

/** A pause after the last news before they are asked for. */
const followPause = 180

/** Failures that no retry mends: what was typed stays in the cell with the reason. */
const final: readonly AppError['code'][] = [
  'periodConfirmed',
  'reportedByRecords',
  'reportedByTally',
  'invalidValue',
  'malformedRequest',
  'unknownParty',
  'ledgerReadOnly',
]

/**
 * Saves what is entered, action by action in the order of entering, one request at a time: the grid shows an
 * entry at once, this class makes it true. What cannot be saved stays in its cell and is sent again on demand;
 * a cell that another window changed in between is a clash, with both values.
 */
export class SheetSaver {
  readonly #options: SaverOptions
  readonly #queue: Action[] = []
  readonly #breath = new Breath(typedPause)
  #sending: Promise<void> | null = null
  #following: Promise<void> | null = null
  #followAgain = false
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: SaverOptions) {
    this.#options = options
  }

  get busy(): boolean {
    return this.#queue.length > 0
  }

  /** One action of the user: shown at once, saved as soon as those before it are. */
  put(how: SaveHow, entries: ReadonlyMap<string, Entry>): void {
    const { sheet, state } = this.#options
    const changes = new Map<string, HeldCell>()
    const kept = new Map<string, Entry>()
    for (const [id, entry] of entries) {
      const held = sheet.held(id)
      const same = sameEntry(held.entry, entry)
      if (same && held.text === null && held.failure === null) continue
      if (same && held.waiting === 0 && sameEntry(held.saved.entry, entry)) {
        changes.set(id, { ...held, text: null, failure: null })
        continue
      }
      kept.set(id, entry)
      changes.set(id, { ...held, entry, text: null, failure: null, waiting: held.waiting + 1 })
    }
    if (changes.size > 0) sheet.change(changes)
    if (kept.size === 0) return
    this.#queue.push({ how, entries: kept, request: null })
    if (state.read().kind !== 'failed') {
      state.set({ kind: 'saving' })
      this.#go(how === 'type')
    }
  }

  /** Waits until everything is on the disk, or something failed. */
  async settled(): Promise<void> {
    this.hurry()
    await this.#sending
  }

  /** Sends at once what waits for the key's frames: the page or the sheet goes away. */
  hurry(): void {
    this.#breath.end()
  }

  /** `typed`: a key waits for its frame, and the next one may be near. */
  #go(typed: boolean): void {
    this.#sending ??= this.#sendAll(typed).finally(() => {
      this.#sending = null
    })
    if (!typed) this.hurry()
  }

  async #sendAll(typed: boolean): Promise<void> {
    const { client, state } = this.#options
    if (typed) await this.#breath.take()
    for (let action = this.#queue[0]; action !== undefined; action = this.#queue[0]) {
      action.request ??= this.#requestOf(action)
      const answer = await client.call('monthly.save', action.request)
      if (answer.ok) {
        this.#queue.shift()
        this.#landed(action, answer.value.cells)
        continue
      }
      if (answer.error.code === 'conflict') {
        await this.#clash(action)
        continue
      }
      if (final.includes(answer.error.code)) {
        this.#queue.shift()
        this.#refused(action, answer.error)
        continue
      }
      const { error } = answer
      state.hold(this, this.#waitingTexts())
      state.set({ kind: 'failed', error, retry: () => this.#retry() })
      return
    }
    state.hold(this, [])
    state.settle()
  }

  /** What is not on the disk, in words: to be copied when the tool behind the screens is gone. */
  #waitingTexts(): readonly string[] {
    const { sheet } = this.#options
    return this.#queue.flatMap(({ entries }) =>
      [...entries].flatMap(([id, entry]) => {
        const spot = sheet.spotOf(id)
        if (spot === null) return []
        const line = sheet.line(spot.row)
        const when = sheet.month(spot.column) ?? monthlyWords.year
        return [`${sheet.read.name}　${lineWords(line)}　${when}　${entryWords(entry, line.unit)}`]
      }),
    )
  }

  #retry(): void {
    this.#options.state.set({ kind: 'saving' })
    this.#go(false)
  }

  #requestOf(action: Action): Save {
    const { sheet, newId } = this.#options
    const { party, form, fiscalYear } = sheet.read
    const cells = [...action.entries].flatMap(([id, entry]) => {
      const spot = sheet.spotOf(id)
      if (spot === null) return []
      const { statistic, keys } = sheet.line(spot.row)
      return [
        {
          statistic,
          keys: { ...keys },
          month: sheet.month(spot.column),
          ...entry,
          flags: [...entry.flags],
          seen: sheet.held(id).saved.revision,
        },
      ]
    })
    return { party, form, fiscalYear, actionId: newId(), how: action.how, cells }
  }

  #landed(action: Action, cells: readonly Parameters<typeof heldOf>[0][]): void {
    const { sheet } = this.#options
    const byId = new Map(cells.map((cell) => [cellId(lineId(cell), cell.month), cell]))
    const changes = new Map<string, HeldCell>()
    for (const id of action.entries.keys()) {
      const held = sheet.held(id)
      const cell = byId.get(id)
      const saved = cell === undefined ? held.saved : heldOf(cell).saved
      changes.set(id, { ...held, saved, waiting: Math.max(0, held.waiting - 1) })
    }
    sheet.keep(changes)
  }

  #refused(action: Action, failure: AppError): void {
    const { sheet } = this.#options
    const changes = new Map<string, HeldCell>()
    for (const id of action.entries.keys()) {
      const held = sheet.held(id)
      changes.set(id, { ...held, failure, waiting: Math.max(0, held.waiting - 1) })
    }
    sheet.change(changes)
  }

  /** Some cell changed elsewhere: the others are sent again, those are asked. */
  async #clash(action: Action): Promise<void> {
    const { sheet, onClash } = this.#options
    const before = new Map([...action.entries.keys()].map((id) => [id, sheet.held(id).saved]))
    await this.follow()
    const clashes: CellClash[] = []
    const rest = new Map<string, Entry>()
    for (const [id, mine] of action.entries) {
      const { saved } = sheet.held(id)
      const moved = saved.revision !== before.get(id)?.revision
      if (moved && !sameEntry(saved.entry, mine)) clashes.push({ cell: id, mine, theirs: saved.entry })
      else if (!moved) rest.set(id, mine)
    }
    // Nothing moved, and still a conflict: sent with what is known now, it would conflict for ever.
    const stuck = clashes.length === 0 && rest.size === action.entries.size
    this.#queue.shift()
    const changes = new Map<string, HeldCell>()
    for (const id of action.entries.keys()) {
      const held = sheet.held(id)
      const waiting = Math.max(0, held.waiting - 1)
      const keeps = rest.has(id) && !stuck
      changes.set(id, keeps ? held : { ...held, waiting, entry: waiting > 0 ? held.entry : held.saved.entry })
    }
    sheet.change(changes)
    if (rest.size > 0 && !stuck) this.#queue.unshift({ how: action.how, entries: rest, request: null })
    if (clashes.length > 0) onClash(clashes)
  }

  /** As `follow`, once it is quiet: each of our own saves is told of too. */
  followSoon(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.follow(), followPause)
  }

  /** Hears what changed in the sheet, here, in another window, or by an undo. One at a time. */
  follow(): Promise<void> {
    if (this.#following !== null) {
      this.#followAgain = true
      return this.#following
    }
    this.#following = this.#followAll().finally(() => {
      this.#following = null
    })
    return this.#following
  }

  async #followAll(): Promise<void> {
    do {
      this.#followAgain = false
      await this.#followOnce()
    } while (this.#followAgain)
  }

  async #followOnce(): Promise<void> {
    const { client, sheet } = this.#options
    const { party, form, fiscalYear } = sheet.read
    const answer = await client.call('monthly.changes', { party, form, fiscalYear, since: sheet.sequence })
    if (!answer.ok) return
    const { sequence, months, cells, removed } = answer.value
    sheet.sequence = sequence
    sheet.followMonths(months)
    const changes = new Map<string, HeldCell>()
    for (const cell of cells) {
      const id = cellId(lineId(cell), cell.month)
      const held = sheet.held(id)
      if (held.saved.revision !== cell.revision || held.saved.id !== cell.id)
        changes.set(id, heard(held, cell))
    }
    for (const id of sheet.idsOfRows(new Set(removed))) changes.set(id, heard(sheet.held(id), null))
    if (changes.size > 0) sheet.change(changes)
  }
}
