import type { CellState, Quantity } from './cell.ts'
import type { NumberFinding, NumberReading, NumberRefusal, ReadingReason, ValueReading } from './reading.ts'

export type ReadingExtras = Partial<Pick<ValueReading, 'flags' | 'parts' | 'bracket' | 'findings'>>

export const refusedReading = (reason: NumberRefusal): NumberReading => ({ outcome: 'refused', reason })

export const stateReading = (
  state: Exclude<CellState, 'value'>,
  why: readonly ReadingReason[] = [],
  findings: readonly NumberFinding[] = [],
): NumberReading => ({ outcome: 'state', state, why, findings })

export function valueReading(
  quantity: Quantity,
  unit: string | null,
  why: readonly ReadingReason[] = [],
  extras: ReadingExtras = {},
): ValueReading {
  return {
    outcome: 'value',
    quantity,
    unit,
    flags: extras.flags ?? [],
    parts: extras.parts ?? null,
    bracket: extras.bracket ?? null,
    why,
    findings: extras.findings ?? [],
  }
}
