import { blankEntry, type Entry, isEntered } from '../../../shared/monthly/entry.ts'
import { yearColumn } from '../../../shared/monthly/paste.ts'
import { nextNotHeld, readEntry, stateEntry } from '../../../shared/monthly/read-entry.ts'
import { entryText, readingWords } from '../../../shared/words/monthly.ts'
import type { GridHandlers } from '../../ui/grid/handlers.ts'
import { spotsOf } from '../../ui/grid/range.ts'
import type { Spot, SpotRange } from '../../ui/grid/types.ts'
import { boundsNote } from './cell-view.ts'
import type { SaveHow, SheetSaver } from './saver.ts'
import type { Sheet } from './sheet.ts'
import type { TypedDrafts } from './typed-drafts.ts'

/** Single keys that mean a state (domain §2, table). */
export const signs = '-m?'

export interface Desk {
  readonly sheet: Sheet
  readonly saver: SheetSaver
  readonly drafts: TypedDrafts
}

/** Gives cells new entries as one action, and forgets what was half typed there. */
export function put({ saver, drafts }: Desk, how: SaveHow, entries: ReadonlyMap<string, Entry>): void {
  saver.put(how, entries)
  for (const id of entries.keys()) drafts.want(id, null)
}

/** What the keys of the grid do to a sheet. */
export function handsOf(
  desk: Desk,
  asks: {
    readonly paste: (range: SpotRange, rows: readonly (readonly string[])[]) => void
    readonly undo: () => void
    readonly redo: () => void
  },
): GridHandlers {
  const { sheet, saver, drafts } = desk
  const each = (range: SpotRange, how: SaveHow, change: (spot: Spot, entry: Entry) => Entry | null): void => {
    const entries = new Map<string, Entry>()
    for (const spot of spotsOf(range)) {
      if (sheet.refusal(spot) !== null) continue
      const entry = change(spot, sheet.at(spot).entry)
      if (entry !== null) entries.set(sheet.id(spot), entry)
    }
    if (entries.size > 0) put(desk, how, entries)
  }
  return {
    commit: (spot, text) => commit(desk, spot, text),
    editText: (spot) => {
      const { text, entry } = sheet.at(spot)
      return text ?? (entry.state === 'value' ? String(entry.value) : entryText(entry))
    },
    reading: (spot, text) => {
      const read = readingWords(readEntry(text, sheet.line(spot.row).unit))
      if (!read.ok || spot.column !== yearColumn) return read
      const total = sheet.yearTotal(spot.row)
      const note = total.kind === 'entered' ? boundsNote(total.low, total.high) : ''
      return { ...read, words: [read.words, note].filter((part) => part !== '').join('　') }
    },
    typing: (spot, text) => {
      // Nothing (more) is typed: what could not be read before stays kept.
      drafts.want(sheet.id(spot), text === null || text === '' ? sheet.at(spot).text : text)
    },
    sign: (range, sign) => {
      const first = sheet.at(range.from).entry
      const state = sign === '-' ? 'notApplicable' : sign === '?' ? 'unknown' : nextNotHeld(first.state)
      if (state === 'value') return
      each(range, 'type', (_spot, entry) => stateEntry(state, entry.comment))
    },
    clear: (range) => {
      each(range, 'clear', (_spot, entry) => ({ ...blankEntry, comment: entry.comment }))
    },
    enter: (spot) => adopt(desk, [spot]) > 0,
    act: (range) => void adopt(desk, spotsOf(range)),
    fill: (range, direction) => {
      const source = (spot: Spot): Spot => {
        const single =
          direction === 'down' ? range.from.row === range.to.row : range.from.column === range.to.column
        const back = single ? 1 : 0
        return direction === 'down'
          ? { row: range.from.row - back, column: spot.column }
          : { row: spot.row, column: range.from.column - back }
      }
      each(range, 'fill', (spot, entry) => {
        const from = source(spot)
        if (from.row < 0 || from.column < 0) return null
        const value = sheet.at(from).entry
        return isEntered(value) ? { ...value, comment: entry.comment } : null
      })
    },
    copy: ({ from, to }) =>
      sheet.lines.slice(from.row, to.row + 1).map((_line, at) => {
        const row = from.row + at
        const columns = Array.from(
          { length: to.column - from.column + 1 },
          (_none, step) => from.column + step,
        )
        return columns.map((column) => sheet.model.view(row, column).text)
      }),
    paste: asks.paste,
    undo: () => void saver.settled().then(asks.undo),
    redo: () => void saver.settled().then(asks.redo),
  }
}

/** What was typed becomes a value, or stays as it was typed, with the reason, saved nowhere as a number. */
export function commit(desk: Desk, spot: Spot, text: string): void {
  const { sheet, drafts } = desk
  const id = sheet.id(spot)
  const held = sheet.held(id)
  if (sheet.refusal(spot) !== null) return
  const sign = text.normalize('NFKC').trim().toLowerCase()
  const read = readEntry(text, sheet.line(spot.row).unit)
  if (sign === 'm') {
    const state = nextNotHeld(held.entry.state)
    if (state !== 'value') put(desk, 'type', new Map([[id, stateEntry(state, held.entry.comment)]]))
    return
  }
  if (read.outcome === 'entry') {
    const comment = held.entry.comment === '' ? read.remark : held.entry.comment
    put(desk, 'type', new Map([[id, { ...read.entry, comment }]]))
    return
  }
  sheet.change(new Map([[id, { ...held, text }]]))
  drafts.want(id, text)
  void drafts.flush()
}

/** Adopts what is offered of last year in these cells, as one action; gives how many. */
export function adopt(desk: Desk, spots: readonly Spot[]): number {
  const entries = new Map<string, Entry>()
  for (const spot of spots) {
    const { entry } = desk.sheet.at(spot)
    if (entry.adopted || entry.state === 'blank' || desk.sheet.refusal(spot) !== null) continue
    entries.set(desk.sheet.id(spot), { ...entry, adopted: true })
  }
  if (entries.size > 0) put(desk, 'adopt', entries)
  return entries.size
}

/** Cells whose entry is offered and not adopted. */
export const offeredIn = (sheet: Sheet, spots: readonly Spot[]): readonly Spot[] =>
  spots.filter((spot) => {
    const { entry } = sheet.at(spot)
    return !entry.adopted && entry.state !== 'blank'
  })

/** Offers last year's values in the empty cells of some columns (前年度の値を出す); gives how many. */
export function offer(desk: Desk, columns: readonly number[]): number {
  const { sheet } = desk
  const entries = new Map<string, Entry>()
  for (const [row] of sheet.lines.entries()) {
    for (const column of columns) {
      const spot = { row, column }
      const held = sheet.at(spot)
      const before = sheet.previousAt(spot)
      const free = held.entry.state === 'blank' && held.text === null && sheet.refusal(spot) === null
      if (!free || !isEntered(before)) continue
      entries.set(sheet.id(spot), { ...before, flags: [], comment: held.entry.comment, adopted: false })
    }
  }
  if (entries.size > 0) put(desk, 'offer', entries)
  return entries.size
}

/** Takes back what was offered and not adopted. */
export function withdraw(desk: Desk, spots: readonly Spot[]): void {
  const entries = offeredIn(desk.sheet, spots).map((spot) => {
    const { comment } = desk.sheet.at(spot).entry
    return [desk.sheet.id(spot), { ...blankEntry, comment }] as const
  })
  if (entries.length > 0) put(desk, 'clear', new Map(entries))
}
