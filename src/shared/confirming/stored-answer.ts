import { z } from 'zod'
import type { Cell, Parts } from '../cell/cell.ts'
import { cellSchema } from '../cell/schema.ts'
import type {
  StatisticNote,
  StatisticQuery,
  StatisticResult,
  StatisticRow,
} from '../statistics/definition.ts'

/**
 * An answer as it is stored at 確定. A year of a form has some 40,000 cells, most of them plain numbers of all
 * expected months: those are kept as the number alone, every other cell whole.
 */
export interface StoredAnswer {
  readonly total: Cell
  /** Parts of the cells that are kept as a number. */
  readonly parts: Parts
  /** Codes, then the cell. */
  readonly rows: readonly (readonly [readonly string[], number | Cell])[]
  readonly notes: readonly StatisticNote[]
}

const partsSchema = z.strictObject({ reported: z.int(), expected: z.int() })
const storedSchema = z.strictObject({
  total: cellSchema,
  parts: partsSchema,
  rows: z.array(z.tuple([z.array(z.string()), z.union([z.int(), cellSchema])])),
  notes: z.array(
    z.strictObject({
      code: z.string(),
      parameters: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
})

/** The text that is stored; the query itself is the row's own columns. */
export function writeStored({
  total,
  rows,
  notes,
}: Pick<StatisticResult, 'total' | 'rows' | 'notes'>): string {
  const parts = rows[0]?.cell.parts ?? total.parts
  const stored: StoredAnswer = {
    total,
    parts,
    rows: rows.map(({ keys, cell }) => [keys, plainNumber(cell, parts) ?? cell]),
    notes,
  }
  return JSON.stringify(stored)
}

function plainNumber(cell: Cell, parts: Parts): number | null {
  if (cell.state !== 'value' || cell.quantity.kind !== 'integer' || cell.flags.length > 0) return null
  const usual = cell.parts.reported === parts.reported && cell.parts.expected === parts.expected
  return usual ? cell.quantity.integer : null
}

/**
 * The answer to a query from what was stored, with the note that it is a 確定値.
 *
 * @param by the breakdowns in the order in which they were stored.
 * @throws when the text is none that `writeStored` makes.
 */
export function readStored(
  text: string,
  by: readonly string[],
  query: StatisticQuery,
  confirmedOn: string,
): StatisticResult {
  const stored = storedSchema.parse(JSON.parse(text))
  const rows = stored.rows.map(
    ([keys, cell]): StatisticRow => ({
      keys,
      cell:
        typeof cell === 'number'
          ? { state: 'value', quantity: { kind: 'integer', integer: cell }, parts: stored.parts, flags: [] }
          : cell,
    }),
  )
  const turned = by.length === 2 && query.by[0] !== by[0]
  return {
    query,
    total: stored.total,
    rows: turned ? turn(rows) : rows,
    notes: [
      // The codes are those that were known when it was stored.
      ...(stored.notes as readonly StatisticNote[]),
      { code: 'confirmed', parameters: { on: confirmedOn } },
    ],
  }
}

/** The same table asked for with its breakdowns the other way round. */
function turn(rows: readonly StatisticRow[]): readonly StatisticRow[] {
  const outer = [...new Set(rows.map(({ keys }) => keys[1] ?? ''))]
  return outer.flatMap((second) =>
    rows
      .filter(({ keys }) => keys[1] === second)
      .map(({ keys: [first = ''], cell }) => ({ keys: [second, first], cell })),
  )
}

/** Whether two answers say the same: numbers, states, months behind them; notes and order do not count. */
export function sameNumbers(
  a: Pick<StatisticResult, 'total' | 'rows'>,
  b: Pick<StatisticResult, 'total' | 'rows'>,
): boolean {
  const text = ({ total, rows }: typeof a): string =>
    JSON.stringify([
      cellText(total),
      rows.map(({ keys, cell }) => `${keys.join('\u0001')} ${cellText(cell)}`).toSorted(),
    ])
  return text(a) === text(b)
}

/** 速報 is a matter of states of reports, not of numbers. */
function cellText(cell: Cell): string {
  return cell.state === 'value' ? JSON.stringify(cell.quantity) : cell.state
}
