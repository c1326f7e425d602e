import type { TallyRow } from '../../../src/shared/statistics/rows.ts'
import { type Random, randomOf, type SeededCell, type SeededLedger } from './ledgers.ts'

/** The mistakes of domain §7, as they are planted. */
export const errorKinds = [
  'inserted',
  'dropped',
  'transposed',
  'tenfold',
  'tenth',
  'thousandfold',
  'thousandth',
  'signFlip',
  'copiedMonths',
  'copiedYear',
  'swappedMonths',
  'swappedItems',
] as const
export type ErrorKind = (typeof errorKinds)[number]

export interface Planted {
  readonly tallies: readonly TallyRow[]
  readonly errors: readonly { readonly cells: readonly SeededCell[]; readonly size: string }[]
}

/** One error in every third row of the last year; a row without a number that can be so mistaken has none. */
export function plant(kind: ErrorKind, ledger: SeededLedger, salt: number): readonly Planted[] {
  const random = randomOf(salt * 1_000 + errorKinds.indexOf(kind) * 37 + 5)
  const rows = [...Map.groupBy(ledger.cells, ({ row }) => row.id.replace(/-\d{4}-\d{2}$/, '')).values()]
  const changed = new Map<string, SeededCell>()
  const errors: { cells: readonly SeededCell[]; size: string }[] = []
  rows.forEach((cells, index) => {
    if (index % 3 !== salt % 3) return
    const below = rows[index + 1]
    const own = errorIn(
      kind,
      random,
      cells,
      below?.[0]?.row.party === cells[0]?.row.party ? (below ?? null) : null,
    )
    if (own.length === 0) return
    errors.push({ cells: own, size: own[0]?.size ?? '' })
    for (const cell of own) changed.set(cell.row.id, cell)
  })
  const tallies = ledger.tallies.map((row) => changed.get(row.id)?.row ?? row)
  return errors.length === 0 ? [] : [{ tallies, errors }]
}

const withValue = (cell: SeededCell, value: number): SeededCell => ({ ...cell, row: { ...cell.row, value } })
const numberIn = ({ row }: SeededCell): number => row.value ?? 0

/** The cells as they are after the mistake; none where it would change nothing. */
function errorIn(
  kind: ErrorKind,
  random: Random,
  row: readonly SeededCell[],
  below: readonly SeededCell[] | null,
): readonly SeededCell[] {
  const before = row.slice(-24, -12)
  const year = row.slice(-12)
  const at = Math.floor(random() * (kind === 'swappedMonths' ? 11 : 12))
  const cell = year[at]
  const beside = kind === 'swappedMonths' ? year[at + 1] : below?.slice(-12)[at]
  if (cell === undefined) return []
  switch (kind) {
    case 'swappedMonths':
    case 'swappedItems':
      if (beside === undefined || numberIn(beside) === numberIn(cell)) return []
      return [withValue(cell, numberIn(beside)), withValue(beside, numberIn(cell))]
    case 'copiedYear':
      return year.map((one, month) =>
        withValue(one, before[month] === undefined ? 0 : numberIn(before[month])),
      )
    case 'copiedMonths': {
      const from = Math.floor(random() * 9)
      const months = year.slice(from, from + 3 + Math.floor(random() * 2))
      return months.map((one, month) => withValue(one, numberIn(before[from + month] ?? one)))
    }
    default: {
      const value = mistyped(kind, random, numberIn(cell))
      return value === null || value === numberIn(cell) ? [] : [withValue(cell, value)]
    }
  }
}

function mistyped(kind: ErrorKind, random: Random, value: number): number | null {
  const text = String(value)
  const place = Math.floor(random() * text.length)
  switch (kind) {
    case 'inserted': {
      const gap = Math.floor(random() * (text.length + 1))
      const digit = gap === 0 ? 1 + Math.floor(random() * 9) : Math.floor(random() * 10)
      return Number(text.slice(0, gap) + digit + text.slice(gap))
    }
    case 'dropped':
      return text.length < 2 ? null : Number(text.slice(0, place) + text.slice(place + 1))
    case 'transposed':
      if (place + 1 >= text.length) return null
      return Number(text.slice(0, place) + text[place + 1] + text[place] + text.slice(place + 2))
    case 'tenfold':
      return value * 10
    case 'tenth':
      return Math.floor(value / 10)
    case 'thousandfold':
      return value * 1_000
    case 'thousandth':
      return Math.floor(value / 1_000)
    case 'signFlip':
      return -value
    default:
      return null
  }
}
