import type { Cell } from './cell.ts'
import { completeParts } from './construct.ts'
import type { NumberReading } from './reading.ts'

/** The cell of a reading, or null while a question is open or the text was refused. */
export function cellFromReading(reading: NumberReading): Cell | null {
  switch (reading.outcome) {
    case 'value':
      return {
        state: 'value',
        quantity: reading.quantity,
        parts: reading.parts ?? completeParts,
        flags: reading.flags,
      }
    case 'state':
      return { state: reading.state, parts: completeParts, flags: [] }
    case 'ask':
    case 'refused':
      return null
  }
}
