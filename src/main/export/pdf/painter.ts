import { type FaceName, isInvisible, type PaperFonts } from '../fonts.ts'
import type { Pdf, PdfElement, PdfFont, PdfOutline } from './pdfkit-door.ts'
import type { TextStyle } from './styles.ts'
import type { Tag } from './tag.ts'

/** Stands for a character that the fonts lack (〓, as printers do). */
const missingMark = '〓'

const short = (value: number): string => String(Math.round(value * 1000) / 1000)

/** `#rrggbb` → operands of rg and RG. */
function operands(colour: string): string {
  const part = (from: number) => short(Number.parseInt(colour.slice(from, from + 2), 16) / 255)
  return `${part(1)} ${part(3)} ${part(5)}`
}

export interface StrokeStyle {
  readonly thickness: number
  readonly colour?: string
  readonly dash?: readonly number[]
}

interface FaceInFile {
  readonly font: PdfFont
  readonly codes: Map<string, string>
}

/**
 * Draws on the current page in points, origin at the top left (pdfkit has turned the page over already).
 * Every mark belongs to a structure element or is an artifact.
 */
export class Painter {
  readonly #pdf: Pdf
  readonly #fonts: PaperFonts
  readonly #faces: Readonly<Record<FaceName, FaceInFile>>
  readonly #elements = new Map<Tag, PdfElement>()
  readonly #outline: { readonly level: number; readonly item: PdfOutline }[] = []
  #buffer: string[] = []

  constructor(pdf: Pdf, fonts: PaperFonts) {
    this.#pdf = pdf
    this.#fonts = fonts
    const open = (name: FaceName): FaceInFile => {
      pdf.font(fonts[name].font, name)
      return { font: pdf._font, codes: new Map() }
    }
    this.#faces = { mincho: open('mincho'), gothic: open('gothic'), gothicBold: open('gothicBold') }
  }

  addPage(width: number, height: number): void {
    this.#pdf.addPage({ size: [width, height], margin: 0 })
  }

  /** Everything that `draw` puts on the page is the content of this element. */
  tagged(tag: Tag, draw: () => void, box?: readonly [number, number, number, number]): void {
    const element = this.#element(tag, box)
    element.add(() => {
      draw()
      this.#flush()
    })
  }

  /** An element without marks: an empty cell, so that every row has all its columns for a screen reader. */
  empty(tag: Tag): void {
    this.#element(tag)
  }

  /** Decoration and running heads: nothing that is read aloud. */
  artifact(draw: () => void, type: 'Pagination' | 'Layout' = 'Layout'): void {
    this.#pdf.markContent('Artifact', { type })
    draw()
    this.#flush()
    this.#pdf.endMarkedContent()
  }

  /**
   * Sets one line of text.
   *
   * @param baseline distance of the baseline from the page's top
   * @param spread extra space behind each character, to fill the measure
   */
  text(
    style: TextStyle,
    left: number,
    baseline: number,
    characters: Iterable<string>,
    spread = 0,
    colour = '#000000',
  ): void {
    const face = this.#faces[style.face]
    const measure = this.#fonts[style.face]
    const { font } = face
    this.#pdf.page.fonts[font.id] ??= font.ref()
    const spacing = style.tracking + spread
    // A half-width character takes half the letter spacing, so that two of them fill one cell of the grid.
    const halfCorrection = short(((style.tracking / 2) * 1000) / style.size)
    const parts: string[] = []
    let run = ''
    for (const character of characters) {
      const codePoint = character.codePointAt(0) ?? 0
      if (isInvisible(codePoint)) continue
      run += this.#code(face, style.face, character, codePoint)
      if (style.tracking !== 0 && measure.advance(codePoint) < 1) {
        parts.push(`<${run}> ${halfCorrection}`)
        run = ''
      }
    }
    if (run !== '') parts.push(`<${run}>`)
    if (parts.length === 0) return
    const fill = colour === '#000000' ? '' : `${operands(colour)} rg `
    const reset = colour === '#000000' ? '' : ' 0 g'
    this.#buffer.push(
      `BT ${fill}1 0 0 -1 ${short(left)} ${short(baseline)} Tm /${font.id} ${short(style.size)} Tf ${short(spacing)} Tc [${parts.join(' ')}] TJ ET${reset}`,
    )
  }

  /** Strokes open lines, each given as x1, y1, x2, y2. */
  lines(
    segments: readonly (readonly [number, number, number, number])[],
    { thickness, colour = '#000000', dash }: StrokeStyle,
  ): void {
    if (segments.length === 0) return
    const path = segments
      .map(([x1, y1, x2, y2]) => `${short(x1)} ${short(y1)} m ${short(x2)} ${short(y2)} l`)
      .join(' ')
    this.path(path, { stroke: { thickness, colour, ...(dash ? { dash } : {}) } })
  }

  /** Paints a path written in PDF operators (m, l, c, re, h). `clip` limits the painting to a rectangle. */
  path(
    path: string,
    paint: {
      readonly fill?: string
      readonly stroke?: StrokeStyle
      readonly clip?: readonly [number, number, number, number]
    },
  ): void {
    const parts = ['q']
    if (paint.clip) parts.push(`${paint.clip.map(short).join(' ')} re W n`)
    if (paint.fill) parts.push(`${operands(paint.fill)} rg`)
    if (paint.stroke) {
      parts.push(`${operands(paint.stroke.colour ?? '#000000')} RG ${short(paint.stroke.thickness)} w`)
      if (paint.stroke.dash) parts.push(`[${paint.stroke.dash.map(short).join(' ')}] 0 d`)
    }
    const operator = paint.fill ? (paint.stroke ? 'B' : 'f') : 'S'
    this.#buffer.push(`${parts.join(' ')} ${path} ${operator} Q`)
  }

  rectangle(
    left: number,
    top: number,
    width: number,
    height: number,
    paint: { readonly fill?: string; readonly stroke?: StrokeStyle },
  ): void {
    this.path(`${[left, top, width, height].map(short).join(' ')} re`, paint)
  }

  /** An entry of the reader's outline that leads to this height of the current page. */
  bookmark(level: number, title: string, top: number): void {
    while ((this.#outline.at(-1)?.level ?? 0) >= level) this.#outline.pop()
    const parent = this.#outline.at(-1)?.item ?? this.#pdf.outline
    const item = parent.addItem(title, { top: Math.max(0, top), expanded: true })
    this.#outline.push({ level, item })
  }

  /** Ends the structure tree; called once, after the last page. */
  finish(): void {
    for (const [tag, element] of this.#elements) if (tag.parent === null) element.end()
  }

  #flush(): void {
    if (this.#buffer.length === 0) return
    this.#pdf.addContent(this.#buffer.join('\n'))
    this.#buffer = []
  }

  #code(face: FaceInFile, name: FaceName, character: string, codePoint: number): string {
    let code = face.codes.get(character)
    if (code === undefined) {
      const drawn = this.#fonts[name].has(codePoint) ? character : missingMark
      code = face.font.encode(drawn)[0].join('')
      face.codes.set(character, code)
    }
    return code
  }

  #element(tag: Tag, box?: readonly [number, number, number, number]): PdfElement {
    const known = this.#elements.get(tag)
    if (known) return known
    const element = this.#pdf.struct(tag.type, {
      ...(tag.alternative === undefined ? {} : { alt: tag.alternative }),
      ...(box ? { bbox: box } : {}),
    })
    const table: Record<string, unknown> = { O: 'Table' }
    if (tag.scope) table.Scope = tag.scope
    if ((tag.columnSpan ?? 1) > 1) table.ColSpan = tag.columnSpan
    if ((tag.rowSpan ?? 1) > 1) table.RowSpan = tag.rowSpan
    if (Object.keys(table).length > 1) element.dictionary.data.A = table
    if (tag.parent === null) this.#pdf.addStructure(element)
    else this.#element(tag.parent).add(element)
    this.#elements.set(tag, element)
    return element
  }
}
