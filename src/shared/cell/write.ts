import type { Cell, Parts, Quantity } from './cell.ts'
import { isComplete } from './construct.ts'
import { roundQuantity } from './round.ts'

/** The two presets of domain §2 (市式, 国式). */
export type CellPreset = 'city' | 'national'

/** A sign that was printed and must stand in the legend. The words are in `words/cell.ts`. */
export type LegendSymbol =
  | 'nil'
  | 'belowUnit'
  | 'blank'
  | 'notApplicable'
  | 'unknown'
  | 'suppressed'
  | 'minus'
  | 'estimate'
  | 'provisional'
  | 'revised'

export interface WriteStyle {
  /** Digits behind the point. Default 0. */
  readonly decimals?: number
  /** Written behind the number: 「件」 「％」. Default none, as in a table with its unit above. */
  readonly unit?: string
  /** Commas. Default true. */
  readonly thousands?: boolean
  /** 「△」 in papers (the default), 「-」 on screen. */
  readonly minus?: '△' | '-'
  /** Multiplies before rounding: 100 prints the fraction 23/80 as 28.8. Default 1. */
  readonly per?: number
  /** Marks 速報値 with p and 訂正値 with r. Default false: the paper's head says it. */
  readonly marks?: boolean
}

export interface WrittenCell {
  readonly text: string
  readonly symbols: readonly LegendSymbol[]
}

type StateSigns = Readonly<
  Record<Exclude<Cell['state'], 'value'>, readonly [text: string, symbol: LegendSymbol | null]>
>

/** The table of domain §2. */
const stateSigns: Readonly<Record<CellPreset, StateSigns>> = {
  city: {
    blank: ['', 'blank'],
    notApplicable: ['－', 'notApplicable'],
    cancelled: ['中止', null],
    postponed: ['延期', null],
    notDone: ['未実施', null],
    unknown: ['…', 'unknown'],
    suppressed: ['x', 'suppressed'],
  },
  national: {
    blank: ['…', 'unknown'],
    notApplicable: ['・', 'notApplicable'],
    cancelled: ['中止', null],
    postponed: ['延期', null],
    notDone: ['未実施', null],
    unknown: ['…', 'unknown'],
    suppressed: ['x', 'suppressed'],
  },
}

/** A cell as printed, with the signs that its legend must explain. Rounds once, exactly. */
export function writeCell(cell: Cell, preset: CellPreset, style: WriteStyle = {}): WrittenCell {
  if (cell.state !== 'value') {
    const [text, symbol] = stateSigns[preset][cell.state]
    return { text, symbols: symbol === null ? [] : [symbol] }
  }
  const number = writeQuantity(cell.quantity, preset, style)
  const symbols = [...number.symbols]
  let text = number.text
  if (cell.flags.includes('estimate')) {
    text = `約${text}`
    symbols.push('estimate')
  }
  if (style.marks === true && cell.flags.includes('revised')) {
    text = `r${text}`
    symbols.push('revised')
  }
  if (style.marks === true && cell.flags.includes('provisional')) {
    text = `p${text}`
    symbols.push('provisional')
  }
  return { text, symbols }
}

/** As {@link writeCell}, and where reports are missing with their number: 「33件（11/12か月分）」. */
export function formatWithParts(cell: Cell, preset: CellPreset, style: WriteStyle = {}): WrittenCell {
  const written = writeCell(cell, preset, style)
  return cell.state !== 'value' || isComplete(cell)
    ? written
    : { ...written, text: `${written.text}（${partsText(cell.parts)}）` }
}

/** 「11/12か月分」. */
export function partsText(parts: Parts): string {
  return `${parts.reported}/${parts.expected}か月分`
}

/** The rounded number for a workbook, or null for a state and for a range. */
export function rawNumber(cell: Cell, style: Pick<WriteStyle, 'decimals' | 'per'> = {}): number | null {
  if (cell.state !== 'value' || cell.quantity.kind === 'range') return null
  return Number(roundQuantity(cell.quantity, style.decimals ?? 0, style.per)) || 0
}

function writeQuantity(quantity: Quantity, preset: CellPreset, style: WriteStyle): WrittenCell {
  const unit = style.unit ?? ''
  if (quantity.kind === 'range') {
    const low = writeQuantity({ kind: 'integer', integer: quantity.low }, 'city', { ...style, decimals: 0 })
    const high = writeQuantity({ kind: 'integer', integer: quantity.high }, 'city', { ...style, decimals: 0 })
    return {
      text: `${low.text}以上${high.text}以下`,
      symbols: [...new Set([...low.symbols, ...high.symbols])],
    }
  }
  const decimals = style.decimals ?? 0
  const rounded = roundQuantity(quantity, decimals, style.per)
  const isZero = (quantity.kind === 'integer' ? quantity.integer : quantity.numerator) === 0
  if (isZero && preset === 'national') return { text: '－', symbols: ['nil'] }

  const negative = rounded.startsWith('-')
  const digits = negative ? rounded.slice(1) : rounded
  const text = style.thousands === false ? digits : withCommas(digits)
  const belowUnit = !isZero && /^[0.]+$/.test(digits) && preset === 'national'
  return {
    text: `${negative ? (style.minus ?? '△') : ''}${text}${unit}`,
    symbols: [
      ...(negative && style.minus !== '-' ? ['minus' as const] : []),
      ...(belowUnit ? ['belowUnit' as const] : []),
    ],
  }
}

/** `1234567.5` → `1,234,567.5`. */
export function withCommas(digits: string): string {
  const [whole = '', decimals] = digits.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}
