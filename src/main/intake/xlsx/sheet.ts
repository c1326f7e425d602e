import type { CellRange, SheetCell } from '../../../shared/intake/book.ts'
import type { Findings } from '../findings.ts'
import { type GridRow, gridRow, type Room } from '../grid.ts'
import { limits } from '../limits.ts'
import { damaged, tooLarge } from '../refuse.ts'
import { type Attributes, isTrue, type XmlListener } from '../xml/read-xml.ts'
import { type BookContext, CellValues } from './cell-value.ts'
import type { PendingFormula } from './compute.ts'
import { readSum } from './formula.ts'
import type { NumberLook } from './number-format.ts'
import { columnOf, lastRow, readRange } from './reference.ts'
import { StringItem } from './shared-strings.ts'

interface SharedFormula {
  readonly text: string
  readonly row: number
  readonly column: number
}

/** Hears the tags of a worksheet and keeps what stands in its cells; empty cells and rows cost nothing. */
export class SheetListener implements XmlListener {
  readonly rows: GridRow[] = []
  readonly merges: CellRange[] = []
  readonly pending: PendingFormula[] = []
  /** Ranges of columns, both ends included. */
  readonly hiddenColumns: { readonly from: number; readonly to: number }[] = []

  readonly #name: string
  readonly #part: string
  readonly #context: BookContext
  readonly #findings: Findings
  readonly #room: Room
  readonly #values: CellValues
  readonly #shared = new Map<string, SharedFormula>()
  readonly #inline = new StringItem()

  #skip = 0
  #inData = false
  #row = 0
  #rowHidden = false
  #columns: number[] = []
  #cells: (SheetCell | null)[] = []
  #formulas: { readonly column: number; readonly formula: Omit<PendingFormula, 'row' | 'column'> }[] = []

  #column = 0
  #type = 'n'
  #style = 0
  #value = ''
  #hasValue = false
  #formula: string | null = null
  #formulaGroup: string | null = null
  #hears: 'value' | 'formula' | 'inline' | null = null

  constructor(name: string, part: string, context: BookContext, findings: Findings, room: Room) {
    this.#name = name
    this.#part = part
    this.#context = context
    this.#findings = findings
    this.#room = room
    this.#values = new CellValues(context, part)
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skip > 0 || name === 'extLst') {
      this.#skip++
      return
    }
    if (this.#inData) this.#openInData(name, attributes)
    else if (name === 'sheetData') this.#inData = true
    else if (name === 'mergeCell') this.#merge(attributes)
    else if (name === 'col') this.#col(attributes)
  }

  #openInData(name: string, attributes: Attributes): void {
    switch (name) {
      case 'c':
        this.#openCell(attributes)
        break
      case 'v':
        this.#hears = 'value'
        this.#hasValue = true
        break
      case 'row':
        this.#openRow(attributes)
        break
      case 'f':
        this.#hears = 'formula'
        this.#formula = ''
        this.#formulaGroup = attributes.t === 'shared' ? (attributes.si ?? null) : null
        break
      case 'is':
        this.#hears = 'inline'
        break
      default:
        if (this.#hears === 'inline') this.#inline.open(name)
    }
  }

  text(text: string): void {
    if (this.#skip > 0 || this.#hears === null) return
    if (this.#hears === 'value') this.#value += text
    else if (this.#hears === 'formula') this.#formula = (this.#formula ?? '') + text
    else this.#inline.text(text)
  }

  close(name: string): void {
    if (this.#skip > 0) {
      this.#skip--
      return
    }
    if (!this.#inData) return
    switch (name) {
      case 'c':
        this.#closeCell()
        break
      case 'v':
      case 'f':
        this.#hears = null
        break
      case 'is':
        this.#value = this.#inline.take()
        this.#hears = null
        break
      case 'row':
        this.#closeRow()
        break
      case 'sheetData':
        this.#inData = false
        break
      default:
        if (this.#hears === 'inline') this.#inline.close(name)
    }
  }

  #openRow(attributes: Attributes): void {
    const number = attributes.r === undefined ? this.#row + 1 : Number(attributes.r)
    if (!(number > this.#row && number <= lastRow)) throw damaged(this.#part)
    this.#row = number
    this.#rowHidden = isTrue(attributes.hidden)
    this.#column = 0
    if (this.#columns.length > 0) this.#columns = []
    if (this.#cells.length > 0) this.#cells = []
  }

  #closeRow(): void {
    if (this.#columns.length === 0) return
    const row = gridRow(this.#row, this.#rowHidden, this.#columns, this.#cells, this.#room)
    if (row === null) return
    this.rows.push(row)
    for (const { column, formula } of this.#formulas) this.pending.push({ ...formula, row, column })
    this.#formulas = []
  }

  #openCell(attributes: Attributes): void {
    const reference = attributes.r
    const column = reference === undefined ? this.#column + 1 : columnOf(reference)
    if (!(column >= 1 && column <= 16_384) || this.#row === 0) throw damaged(this.#part)
    this.#column = column
    this.#type = attributes.t ?? 'n'
    this.#style = attributes.s === undefined ? 0 : Number(attributes.s)
    this.#value = ''
    this.#hasValue = false
    this.#formula = null
    this.#formulaGroup = null
    this.#hears = null
  }

  #closeCell(): void {
    this.#hears = null
    if (this.#value === '' && this.#formula === null) return
    const look = this.#context.looks[this.#style] ?? 'plain'
    const cell = this.#values.of(this.#type, this.#value, look)
    if (this.#formula === null) this.#put(cell)
    else this.#closeFormula(cell, look)
  }

  /** The cached value is taken, unless there is none or the book itself says that it is worth nothing. */
  #closeFormula(cached: SheetCell | null, look: NumberLook): void {
    const { text, terms } = this.#sharedFormula()
    const empty = cached === null && this.#type === 'str' && this.#hasValue
    const trusted =
      cached !== null && !(this.#context.recompute && terms !== null && cached.kind === 'number')
    if (empty || trusted) {
      this.#put(cached)
      return
    }
    this.#put({ kind: 'formula', formula: text.slice(0, 200) })
    if (this.#columns.at(-1) !== this.#column) return
    this.#formulas.push({
      column: this.#column,
      formula: { formula: text.slice(0, 200), terms, cached, percent: look === 'percent' },
    })
  }

  /** A formula shared by neighbours stands only in the first of them. */
  #sharedFormula(): { readonly text: string; readonly terms: PendingFormula['terms'] } {
    const text = this.#formula ?? ''
    if (this.#formulaGroup === null) return { text, terms: readSum(text) }
    if (text !== '') {
      this.#shared.set(this.#formulaGroup, { text, row: this.#row, column: this.#column })
      return { text, terms: readSum(text) }
    }
    const first = this.#shared.get(this.#formulaGroup)
    if (first === undefined) return { text, terms: null }
    const shift = { rows: this.#row - first.row, columns: this.#column - first.column }
    return { text: first.text, terms: readSum(first.text, shift) }
  }

  #put(cell: SheetCell | null): void {
    if (cell === null) return
    if (this.#column > limits.columns) {
      this.#findings.note('cutCells', this.#name, this.#row, this.#column)
      return
    }
    if (cell.kind === 'error') this.#findings.note('errorCell', this.#name, this.#row, this.#column)
    this.#columns.push(this.#column)
    this.#cells.push(cell)
  }

  #merge(attributes: Attributes): void {
    const range = readRange(attributes.ref ?? '')
    if (range === null) return
    if (this.merges.length >= limits.merges) throw tooLarge('merges', limits.merges)
    this.merges.push(range)
  }

  #col(attributes: Attributes): void {
    if (!isTrue(attributes.hidden)) return
    const from = Number(attributes.min)
    const to = Number(attributes.max)
    if (from >= 1 && to >= from && this.hiddenColumns.length < limits.columns)
      this.hiddenColumns.push({ from, to })
  }
}
