/** The little of fontkit that the renderers use; the package brings no types of its own. */
declare module 'fontkit' {
  export interface Glyph {
    readonly id: number
    /** In font units. */
    readonly advanceWidth: number
  }
  export interface Font {
    readonly postscriptName: string
    readonly unitsPerEm: number
    readonly ascent: number
    readonly descent: number
    glyphForCodePoint(codePoint: number): Glyph
    hasGlyphForCodePoint(codePoint: number): boolean
  }
  export function create(bytes: Uint8Array): Font
}
