import type { SheetCell } from '../../shared/intake/book.ts'
import { limits } from './limits.ts'

type TextCell = Extract<SheetCell, { readonly kind: 'text' }>

/**
 * The cells of texts: equal texts are one object, and no text keeps the whole part alive that it was cut from
 * (a slice of a long string holds on to all of it).
 */
export class TextCells {
  /** How many texts were cut at the length of a cell. */
  cut = 0
  readonly #known = new Map<string, TextCell>()

  /** Null for an empty text. */
  of(text: string): TextCell | null {
    if (text === '') return null
    const known = this.#known.get(text)
    if (known !== undefined) return known
    const cell: TextCell = { kind: 'text', text: own(this.#shortened(text)) }
    if (this.#known.size < 200_000) this.#known.set(cell.text, cell)
    return cell
  }

  #shortened(text: string): string {
    if (text.length <= limits.cellText) return text
    this.cut++
    return text.slice(0, limits.cellText)
  }
}

/** Below 13 characters the engine copies by itself. */
const own = (text: string): string =>
  text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le')

/** Characters that did not survive the way here: the replacement character, and 外字 of one office's PCs. */
export const hasUnknownCharacters = (text: string): boolean => /[\uE000-\uF8FF\uFFFD]/.test(text)
