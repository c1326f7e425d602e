import type { SheetCell } from '../../../shared/intake/book.ts'
import { limits } from '../limits.ts'
import { tooLarge } from '../refuse.ts'
import type { TextCells } from '../texts.ts'
import { readXml } from '../xml/read-xml.ts'
import type { ZipEntry } from '../zip/archive.ts'
import type { Budget } from '../zip/inflate.ts'

/**
 * Collects the text of a string item (`si`, `is`): plain or in runs; readings above the letters (`rPh`) are
 * dropped. Feed it every tag inside the item.
 */
export class StringItem {
  #text = ''
  #inText = false
  #phonetic = 0

  open(name: string): void {
    if (name === 'rPh') this.#phonetic++
    else if (name === 't') this.#inText = this.#phonetic === 0
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic--
    else if (name === 't') this.#inText = false
  }

  text(text: string): void {
    if (this.#inText) this.#text += text
  }

  /** The text so far; begins anew. */
  take(): string {
    const text = unescaped(this.#text)
    this.#text = ''
    return text
  }
}

/** `_x000D_` stands for a character that XML cannot hold; `_x005F_` for the underscore before such a word. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** The texts that cells refer to by number. */
export function readSharedStrings(
  entry: ZipEntry | undefined,
  budget: Budget,
  texts: TextCells,
): readonly (SheetCell | null)[] {
  if (entry === undefined) return []
  const strings: (SheetCell | null)[] = []
  const item = new StringItem()
  readXml(entry, budget, {
    open: (name) => item.open(name),
    text: (text) => item.text(text),
    close(name) {
      item.close(name)
      if (name !== 'si') return
      if (strings.length >= limits.sharedStrings) throw tooLarge('sharedStrings', limits.sharedStrings)
      strings.push(texts.of(item.take()))
    },
  })
  return strings
}
