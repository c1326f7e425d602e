import type { SheetCell } from '../../../shared/intake/book.ts'
import { isDay } from '../../../shared/time/calendar.ts'
import { damaged } from '../refuse.ts'
import type { TextCells } from '../texts.ts'
import type { NumberLook } from './number-format.ts'
import { daySerial } from './serial-day.ts'
import { unescaped } from './shared-strings.ts'

/** What the cells of a book share: its texts, its formats, its date system. */
export interface BookContext {
  readonly texts: TextCells
  readonly strings: readonly (SheetCell | null)[]
  readonly looks: readonly NumberLook[]
  readonly date1904: boolean
  readonly recompute: boolean
}

/** Makes cells of written values (`<c t="…" s="…"><v>…</v></c>`). */
export class CellValues {
  readonly #context: BookContext
  readonly #part: string
  readonly #days = new Map<number, SheetCell>()

  constructor(context: BookContext, part: string) {
    this.#context = context
    this.#part = part
  }

  /**
   * The cell of a written value; null where nothing stands. `type` as in `t`, a missing one is `n`.
   * Throws bookDamaged for a text that the book does not have.
   */
  of(type: string, written: string, look: NumberLook): SheetCell | null {
    switch (type) {
      case 's':
        return this.#shared(written)
      case 'str':
      case 'inlineStr':
        return this.#context.texts.of(unescaped(written))
      case 'b':
        return written === ''
          ? null
          : { kind: 'boolean', value: written.trim() === '1' || written === 'true' }
      case 'e':
        return written === '' ? null : { kind: 'error', text: written }
      case 'd':
        return this.#isoDay(written)
      default:
        return this.#number(written, look)
    }
  }

  #shared(written: string): SheetCell | null {
    if (written === '') return null
    const cell = this.#context.strings[Number(written)]
    if (cell === undefined) throw damaged(this.#part)
    return cell
  }

  /** Books of the strict form may hold days as ISO texts; a time alone stays a text. */
  #isoDay(written: string): SheetCell | null {
    const day = written.trim().slice(0, 10)
    return isDay(day) ? { kind: 'day', day } : this.#context.texts.of(written)
  }

  #number(written: string, look: NumberLook): SheetCell | null {
    if (written === '') return null
    const value = Number(written)
    if (!Number.isFinite(value) || written.trim() === '') return this.#context.texts.of(written)
    if (look === 'percent') return { kind: 'number', value, percent: true }
    if (look === 'plain') return { kind: 'number', value }
    return this.#day(value, look) ?? { kind: 'number', value }
  }

  #day(value: number, look: 'day' | 'month'): SheetCell | null {
    const key = Math.floor(value) * 2 + (look === 'month' ? 1 : 0)
    const known = this.#days.get(key)
    if (known !== undefined) return known
    const day = daySerial(value, this.#context.date1904)
    if (day === null) return null
    const cell: SheetCell = look === 'month' ? { kind: 'day', day, monthOnly: true } : { kind: 'day', day }
    this.#days.set(key, cell)
    return cell
  }
}
