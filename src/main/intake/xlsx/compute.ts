import type { CellRange, SheetCell } from '../../../shared/intake/book.ts'
import type { Findings } from '../findings.ts'
import { firstFrom } from '../first-from.ts'
import type { GridRow } from '../grid.ts'
import { limits } from '../limits.ts'
import type { SumTerm } from './formula.ts'

/** A formula whose value the file does not hold, in its place. */
export interface PendingFormula {
  readonly row: GridRow
  readonly column: number
  readonly formula: string
  readonly terms: readonly SumTerm[] | null
  /** A cached value that is not to be trusted, for formulas that are no simple sum. */
  readonly cached: SheetCell | null
  readonly percent: boolean
}

/** Steps left for all formulas of a book: sums of sums of sums cost no more than this. */
export interface FormulaBudget {
  steps: number
}

export const formulaBudget = (): FormulaBudget => ({ steps: limits.formulaSteps })

/**
 * Computes the simple sums of a sheet and puts their values into its rows (`computed`); as in Excel a SUM
 * skips texts. What is no simple sum, meets an error, a day or itself, or costs too much stays a `formula`.
 */
export function computeSums(
  rows: readonly GridRow[],
  pending: readonly PendingFormula[],
  budget: FormulaBudget,
  sheet: string,
  findings: Findings,
): void {
  const sums = new Sums(rows, pending, budget)
  for (const formula of pending) {
    const { row, column } = formula
    const place = [sheet, row.number, column] as const
    const sum = sums.of(formula)
    if (sum === null) {
      if (formula.cached === null) findings.note('formulaWithoutValue', ...place)
      continue
    }
    findings.note('formulaComputed', ...place)
    if (sum.skippedText) findings.note('sumSkippedText', ...place)
  }
}

interface Sum {
  readonly value: number
  readonly skippedText: boolean
}

class Sums {
  readonly #rows: readonly GridRow[]
  readonly #budget: FormulaBudget
  readonly #numbers: readonly number[]
  readonly #pending = new Map<SheetCell, PendingFormula>()
  readonly #done = new Map<PendingFormula, Sum | null>()

  constructor(rows: readonly GridRow[], pending: readonly PendingFormula[], budget: FormulaBudget) {
    this.#rows = rows
    this.#budget = budget
    this.#numbers = rows.map((row) => row.number)
    for (const formula of pending) {
      const stands = formula.row.cells[formula.column - 1]
      if (stands != null) this.#pending.set(stands, formula)
    }
  }

  /** Long chains (running totals) are walked with a list of their own, not the call stack. */
  of(formula: PendingFormula): Sum | null {
    const open: PendingFormula[] = [formula]
    const inside = new Set<PendingFormula>()
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      const answer = this.#done.has(top) ? 'done' : this.#add(top)
      if (answer instanceof Set) {
        inside.add(top)
        const circle = [...answer].some((needed) => inside.has(needed))
        if (circle) this.#settle(top, null)
        else open.push(...answer)
        continue
      }
      if (answer !== 'done') this.#settle(top, answer)
      inside.delete(top)
      open.pop()
    }
    return this.#done.get(formula) ?? null
  }

  #settle(formula: PendingFormula, sum: Sum | null): void {
    this.#done.set(formula, sum)
    const { row, column } = formula
    if (sum === null) {
      row.cells[column - 1] = formula.cached ?? { kind: 'formula', formula: formula.formula }
      return
    }
    const number = { kind: 'number', value: sum.value, computed: true } as const
    row.cells[column - 1] = formula.percent ? { ...number, percent: true } : number
  }

  /** The sum, null if it cannot be had, or the formulas that must be computed first. */
  #add(formula: PendingFormula): Sum | null | Set<PendingFormula> {
    if (formula.terms === null) return null
    const needed = new Set<PendingFormula>()
    let value = 0
    let skippedText = false
    for (const term of formula.terms) {
      value += term.sign * term.constant
      for (const range of term.ranges) {
        for (const cell of this.#cells(range)) {
          if (this.#budget.steps-- <= 0) return null
          const first = this.#pending.get(cell)
          if (first !== undefined && !this.#done.has(first)) needed.add(first)
          else if (cell.kind === 'number') value += term.sign * cell.value
          else if (term.kind === 'cell' || (cell.kind !== 'text' && cell.kind !== 'boolean')) return null
          else if (cell.kind === 'text' && /\p{Nd}/u.test(cell.text)) skippedText = true
        }
      }
    }
    if (needed.size > 0) return needed
    return Number.isFinite(value) ? { value: Number(value.toPrecision(15)), skippedText } : null
  }

  *#cells(range: CellRange): Iterable<SheetCell> {
    for (let at = firstFrom(this.#numbers, range.fromRow); at < this.#rows.length; at++) {
      const row = this.#rows[at]
      if (row === undefined || row.number > range.toRow) return
      this.#budget.steps--
      const last = Math.min(range.toColumn, row.cells.length)
      for (let column = range.fromColumn; column <= last; column++) {
        const cell = row.cells[column - 1]
        if (cell != null) yield cell
      }
    }
  }
}
