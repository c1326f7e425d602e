import type { Cell } from '../../../shared/cell/cell.ts'
import type { CheckFinding } from '../../../shared/checks/finding.ts'
import type { MonthlyCell, MonthlyMonth, MonthlySheet } from '../../../shared/contract/schemas/monthly.ts'
import {
  blankEntry,
  cellId,
  type Entry,
  isEntered,
  lineId,
  sameEntry,
  tallyOf,
} from '../../../shared/monthly/entry.ts'
import { layoutLines, lineWords, type SheetLine } from '../../../shared/monthly/lines.ts'
import { yearColumn } from '../../../shared/monthly/paste.ts'
import { type YearTotal, yearTotal } from '../../../shared/monthly/year-total.ts'
import type { TallyRow } from '../../../shared/statistics/rows.ts'
import { addMonths } from '../../../shared/time/calendar.ts'
import type { Month } from '../../../shared/time/day.ts'
import { monthlyWords } from '../../../shared/words/monthly.ts'
import { GridModel } from '../../ui/grid/model.ts'
import type { GridCellView, Spot } from '../../ui/grid/types.ts'
import { countedView, monthView, type ViewPlace, yearView } from './cell-view.ts'
import { findingsByCell } from './find.ts'
import { emptyCell, type HeldCell, noSaved } from './held-cell.ts'
import { isFuture, monthLabel, monthRefusal, yearRefusal } from './months.ts'

/** A pause after which the checks look at what was changed: never between two keys. */
const checkPause = 120

/**
 * The sheet of a party's form for a year as the screen holds it, outside of React: cells, what the year before
 * and the statistics say, the views of the grid. What it shows is always the newest entry; saving is the
 * saver's business.
 */
export class Sheet {
  readonly read: MonthlySheet
  readonly lines: readonly SheetLine[]
  readonly model: GridModel
  readonly readOnly: boolean
  months: readonly MonthlyMonth[]
  sequence: number
  readonly #cells = new Map<string, HeldCell>()
  readonly #previous = new Map<string, Entry>()
  readonly #counted = new Map<string, Cell>()
  readonly #rowOfLine: ReadonlyMap<string, number>
  readonly #listeners = new Set<() => void>()
  #findings: ReadonlyMap<string, readonly CheckFinding[]> = new Map()
  #timer: ReturnType<typeof setTimeout> | null = null
  #version = 0

  constructor(read: MonthlySheet, readOnly: boolean) {
    this.read = read
    this.readOnly = readOnly
    this.months = read.months
    this.sequence = read.sequence
    this.lines = layoutLines(read.items, read.labels)
    this.#rowOfLine = new Map(this.lines.map((line, row) => [line.id, row]))
    this.model = new GridModel({ rows: this.lines.length, columns: yearColumn + 1 })
    for (const cell of read.cells) this.#cells.set(cellId(lineId(cell), cell.month), heldOf(cell))
    for (const { month, statistic, keys, ...entry } of read.previous) {
      const at = month === null ? null : addMonths(month, 12)
      this.#previous.set(cellId(lineId({ statistic, keys }), at), entry)
    }
    for (const { month, cell, ...line } of read.counted) this.#counted.set(cellId(lineId(line), month), cell)
    this.#findings = this.#check()
    this.drawAll()
  }

  /** Grows with every change; what renders from the sheet follows it. */
  readonly version = (): number => this.#version

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    this.#version += 1
    for (const listener of this.#listeners) listener()
  }

  line(row: number): SheetLine {
    const line = this.lines[row]
    if (line === undefined) throw new RangeError(`no line ${row}`)
    return line
  }

  /** The month of a column; null is the year. */
  month(column: number): Month | null {
    return this.months[column]?.month ?? null
  }

  id({ row, column }: Spot): string {
    return cellId(this.line(row).id, this.month(column))
  }

  spotOf(id: string): Spot | null {
    const at = id.lastIndexOf('@')
    const row = this.#rowOfLine.get(id.slice(0, at))
    if (row === undefined) return null
    const when = id.slice(at + 1)
    const column = when === 'year' ? yearColumn : this.months.findIndex(({ month }) => month === when)
    return column === -1 ? null : { row, column }
  }

  held(id: string): HeldCell {
    return this.#cells.get(id) ?? emptyCell
  }

  /** The cells that stand for rows of the ledger. */
  idsOfRows(rows: ReadonlySet<string>): readonly string[] {
    if (rows.size === 0) return []
    return [...this.#cells].flatMap(([id, { saved }]) =>
      saved.id !== null && rows.has(saved.id) ? [id] : [],
    )
  }

  at(spot: Spot): HeldCell {
    return this.held(this.id(spot))
  }

  /** The entry of the year before at the same place; blank where there is none. */
  previousAt(spot: Spot): Entry {
    return this.#previous.get(this.id(spot)) ?? blankEntry
  }

  countedAt(spot: Spot): Cell | null {
    return this.#counted.get(this.id(spot)) ?? null
  }

  findingsAt(spot: Spot): readonly CheckFinding[] {
    return this.#findings.get(this.id(spot)) ?? []
  }

  refusal({ row, column }: Spot): string | null {
    const line = this.line(row)
    const month = this.months[column]
    if (month !== undefined) return monthRefusal(month, line, this.read.today, this.readOnly)
    return yearRefusal(this, line, isEntered(this.at({ row, column: yearColumn }).entry), this.readOnly)
  }

  /** Changes what cells hold, and draws what follows from it. */
  change(changes: ReadonlyMap<string, HeldCell>): void {
    const rows = new Set<number>()
    for (const [id, held] of changes) {
      this.#cells.set(id, held)
      const spot = this.spotOf(id)
      if (spot === null) continue
      rows.add(spot.row)
      if (spot.column !== yearColumn) this.#draw(spot)
    }
    for (const row of rows) this.#draw({ row, column: yearColumn })
    this.#tell()
    this.#checkSoon()
  }

  /** Notes what is on the disk now: nothing of it is seen, so nothing is drawn. */
  keep(changes: ReadonlyMap<string, HeldCell>): void {
    for (const [id, held] of changes) this.#cells.set(id, held)
    this.#tell()
  }

  /** The states of the reports as they are now. */
  followMonths(months: readonly MonthlyMonth[]): void {
    if (JSON.stringify(months) === JSON.stringify(this.months)) return
    this.months = months
    this.drawAll()
    this.#tell()
  }

  yearTotal(row: number): YearTotal {
    const line = this.line(row)
    const months = this.months.map((_month, column) => this.#countedEntry({ row, column }))
    return yearTotal(line, months, this.at({ row, column: yearColumn }).entry)
  }

  /** The year before, as its own sheet showed it. */
  previousTotal(row: number): YearTotal {
    const line = this.line(row)
    const months = this.months.map((_month, column) => this.previousAt({ row, column }))
    return yearTotal(line, months, this.previousAt({ row, column: yearColumn }))
  }

  /** An entry, or what the records count in its place. */
  #countedEntry(spot: Spot): Entry {
    if (!this.isCounted(spot)) return this.at(spot).entry
    const cell = this.countedAt(spot)
    if (cell === null) return blankEntry
    if (cell.state !== 'value') return { ...blankEntry, state: cell.state }
    return cell.quantity.kind === 'integer'
      ? { ...blankEntry, state: 'value', value: cell.quantity.integer, flags: cell.flags }
      : blankEntry
  }

  isCounted({ row, column }: Spot): boolean {
    return this.months[column]?.mode === 'records' && !this.line(row).entered
  }

  drawAll(): void {
    this.lines.forEach((_line, row) => {
      for (let column = 0; column <= yearColumn; column += 1) this.#draw({ row, column })
    })
  }

  #draw(spot: Spot): void {
    this.model.set(spot.row, spot.column, this.#view(spot))
  }

  #view(spot: Spot): GridCellView {
    const { row, column } = spot
    const line = this.line(row)
    const month = this.months[column]
    const held = this.at(spot)
    const findings = this.findingsAt(spot)
    const refusal = this.refusal(spot)
    const future = month !== undefined && isFuture(month, this.read.today)
    const place: ViewPlace = {
      name: `${lineWords(line)}　${month === undefined ? monthlyWords.year : monthLabel(month)}`,
      unit: line.unit,
      shade: future ? 'future' : month !== undefined && refusal !== null ? 'closed' : null,
      refusal,
      warning: warningOf(findings, held),
      due: refusal === null && month !== undefined && month.state !== 'checked',
    }
    if (month === undefined) {
      return yearView(this.yearTotal(row), held, place, (at) => {
        const named = this.months[at]
        return named === undefined ? '' : monthLabel(named)
      })
    }
    return this.isCounted(spot)
      ? countedView(this.countedAt(spot) ?? undefined, place)
      : monthView(held, place)
  }

  #checkSoon(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.checkNow(), checkPause)
  }

  /** Looks at the whole sheet, and draws the cells whose findings changed. */
  checkNow(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const before = this.#findings
    this.#findings = this.#check()
    for (const id of new Set([...before.keys(), ...this.#findings.keys()])) {
      const spot = this.spotOf(id)
      if (spot !== null) this.#draw(spot)
    }
    this.#tell()
  }

  #check(): ReadonlyMap<string, readonly CheckFinding[]> {
    const { fiscalYear } = this.read
    return findingsByCell([...this.tallies(), ...this.#previousTallies()], fiscalYear)
  }

  /** All that is entered, as the statistics read it. */
  tallies(): readonly TallyRow[] {
    const { party, fiscalYear } = this.read
    return this.lines.flatMap((line, row) =>
      [...this.months.keys(), yearColumn].flatMap((column) => {
        const { entry } = this.at({ row, column })
        return entry.state === 'blank' && entry.comment === ''
          ? []
          : [tallyOf(line, { party, fiscalYear, month: this.month(column) }, entry)]
      }),
    )
  }

  #previousTallies(): readonly TallyRow[] {
    const { party, fiscalYear } = this.read
    return this.read.previous.map(({ month, statistic, keys, ...entry }) =>
      tallyOf({ statistic, keys }, { party, fiscalYear: fiscalYear - 1, month }, entry),
    )
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
  }
}

/** A cell as it was read. */
export function heldOf(cell: MonthlyCell): HeldCell {
  const { id, revision, statistic: _statistic, keys: _keys, month: _month, ...entry } = cell
  return { ...emptyCell, saved: { id, revision, entry }, entry }
}

/** What a cell holds once the ledger says something else: ours where it still waits. */
export function heard(held: HeldCell, cell: MonthlyCell | null): HeldCell {
  const saved = cell === null ? noSaved : heldOf(cell).saved
  if (held.waiting > 0) return { ...held, saved }
  return {
    ...held,
    saved,
    entry: saved.entry,
    failure: sameEntry(held.entry, saved.entry) ? null : held.failure,
  }
}

function warningOf(findings: readonly CheckFinding[], held: HeldCell): GridCellView['warning'] {
  if (held.text !== null || findings.length === 0) return null
  return findings.some(({ severity }) => severity === 'error') ? 'stop' : 'warn'
}
