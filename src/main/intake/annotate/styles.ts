import type { NoteTone } from './notes.ts'
import type { PackageCopy } from './package-copy.ts'
import { appendInside, type Edit, edited, type PlacedTag, walkTags, withAttribute } from './xml-edit.ts'

/** Light red, yellow and blue: black text on them keeps a contrast of more than 12 to 1. */
const colours: Readonly<Record<NoteTone, string>> = {
  refused: 'FFFFC7CE',
  warning: 'FFFFEB9C',
  note: 'FFDDEBF7',
}

const tones = ['refused', 'warning', 'note'] as const

/** Copies of cell formats that differ from them in their fill alone. */
export class ColouredStyles {
  readonly #part: string
  readonly #text: string
  readonly #formats: string[] = []
  readonly #added: string[] = []
  readonly #known = new Map<string, number>()
  #formatsEnd: PlacedTag | null = null
  #formatsStart: PlacedTag | null = null
  #fillsEnd: PlacedTag | null = null
  #fillsStart: PlacedTag | null = null
  #fills = 0

  constructor(part: string, text: string) {
    this.#part = part
    this.#text = text
    this.#read()
  }

  /** The number of `format` with the colour of a tone; `format` itself where the book's styles cannot take one. */
  coloured(format: number, tone: NoteTone): number {
    const known = this.#known.get(`${format}:${tone}`)
    if (known !== undefined) return known
    const written = this.#formats[format] ?? this.#formats[0]
    if (written === undefined || this.#fillsEnd === null) return format
    const end = written.indexOf('>') + 1
    const tag = withAttribute(written.slice(0, end), 'fillId', String(this.#fills + tones.indexOf(tone)))
    this.#added.push(withAttribute(tag, 'applyFill', '1') + written.slice(end))
    const number = this.#formats.length + this.#added.length - 1
    this.#known.set(`${format}:${tone}`, number)
    return number
  }

  save(copy: PackageCopy): void {
    const added = this.#added
    const [fillsStart, fillsEnd, formatsStart, formatsEnd] = this.#places()
    if (added.length === 0 || !fillsStart || !fillsEnd || !formatsStart || !formatsEnd) return
    const { prefix } = fillsEnd
    const fills = tones.map((tone) => {
      const inside = `<${prefix}fgColor rgb="${colours[tone]}"/><${prefix}bgColor indexed="64"/>`
      return `<${prefix}fill><${prefix}patternFill patternType="solid">${inside}</${prefix}patternFill></${prefix}fill>`
    })
    const edits = [
      this.#recount(fillsStart, this.#fills + fills.length),
      appendInside(this.#text, fillsEnd, fills.join('')),
      this.#recount(formatsStart, this.#formats.length + added.length),
      appendInside(this.#text, formatsEnd, added.join('')),
    ]
    copy.set(this.#part, edited(this.#text, edits))
  }

  #places(): readonly (PlacedTag | null)[] {
    return [this.#fillsStart, this.#fillsEnd, this.#formatsStart, this.#formatsEnd]
  }

  #recount(tag: PlacedTag, count: number): Edit {
    const written = this.#text.slice(tag.from, tag.to)
    return {
      at: tag.from,
      remove: tag.to - tag.from,
      insert: withAttribute(written, 'count', String(count)),
    }
  }

  #read(): void {
    const parents: string[] = []
    let formatFrom = 0
    walkTags(this.#part, this.#text, {
      open: (tag) => {
        const parent = parents.at(-1)
        parents.push(tag.name)
        if (tag.depth === 1 && tag.name === 'fills' && !tag.selfClosing) this.#fillsStart = tag
        if (tag.depth === 1 && tag.name === 'cellXfs' && !tag.selfClosing) this.#formatsStart = tag
        if (parent === 'cellXfs' && tag.name === 'xf') formatFrom = tag.from
      },
      close: (tag) => {
        parents.pop()
        const parent = parents.at(-1)
        if (tag.depth === 1 && tag.name === 'fills' && !tag.selfClosing) this.#fillsEnd = tag
        if (tag.depth === 1 && tag.name === 'cellXfs' && !tag.selfClosing) this.#formatsEnd = tag
        if (parent === 'fills' && tag.name === 'fill') this.#fills++
        if (parent === 'cellXfs' && tag.name === 'xf')
          this.#formats.push(this.#text.slice(formatFrom, tag.to))
      },
    })
  }
}

/** Styles of a book that has none. */
export const plainStyles = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
  '</styleSheet>',
].join('')
