import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

/** The three faces of a paper: text, headings and tables, emphasis. All are fixed: a glyph is 1 em or ½ em wide. */
export type FaceName = 'mincho' | 'gothic' | 'gothicBold'

export interface Face {
  readonly name: FaceName
  /** Parsed once and kept: parsing is the largest part of a render. */
  readonly font: Font
  /** Above and below the baseline, in em. */
  readonly ascent: number
  readonly descent: number
  /** Advance of a character in em: 1, ½, or 0 for marks that only join. */
  advance(codePoint: number): number
  has(codePoint: number): boolean
}

export type PaperFonts = Readonly<Record<FaceName, Face>>

const files: Readonly<Record<FaceName, string>> = {
  mincho: '@expo-google-fonts/biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
  gothic: '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  gothicBold: '@expo-google-fonts/biz-udgothic/700Bold/BIZUDGothic_700Bold.ttf',
}

/**
 * Signs that steer the setting or mean nothing on paper, and are never drawn: word joiner, zero-width space,
 * variation selectors, directions, soft hyphen, control codes that came with a pasted text.
 */
export function isInvisible(codePoint: number): boolean {
  return (
    codePoint < 0x20 ||
    (codePoint >= 0x7f && codePoint <= 0x9f) ||
    codePoint === 0xad ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    codePoint === 0xfeff ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
  )
}

function makeFace(name: FaceName, bytes: Uint8Array): Face {
  const font = create(bytes)
  const advances = new Map<number, number>()
  const present = new Map<number, boolean>()
  const has = (codePoint: number): boolean => {
    let known = present.get(codePoint)
    if (known === undefined) {
      known = font.hasGlyphForCodePoint(codePoint)
      present.set(codePoint, known)
    }
    return known
  }
  return {
    name,
    font,
    ascent: font.ascent / font.unitsPerEm,
    descent: -font.descent / font.unitsPerEm,
    advance(codePoint) {
      let known = advances.get(codePoint)
      if (known === undefined) {
        if (isInvisible(codePoint)) known = 0
        else if (!has(codePoint)) known = 1
        else known = font.glyphForCodePoint(codePoint).advanceWidth / font.unitsPerEm
        advances.set(codePoint, known)
      }
      return known
    },
    has,
  }
}

let loaded: PaperFonts | null = null

/** The fonts of every paper, read and parsed at the first call and kept for the life of the worker. */
export function loadPaperFonts(): PaperFonts {
  if (loaded === null) {
    const resolve = createRequire(import.meta.url).resolve
    const face = (name: FaceName) => makeFace(name, readFileSync(resolve(files[name])))
    loaded = { mincho: face('mincho'), gothic: face('gothic'), gothicBold: face('gothicBold') }
  }
  return loaded
}
