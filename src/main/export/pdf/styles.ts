import type { FaceName } from '../fonts.ts'

/** How a run of text is set, in points. */
export interface TextStyle {
  readonly face: FaceName
  readonly size: number
  /** Height of a line. */
  readonly leading: number
  /** Letter spacing of a full-width character; a half-width one takes half, so two digits fill one cell. */
  readonly tracking: number
}

const style = (face: FaceName, size: number, leading: number, tracking = 0): TextStyle =>
  Object.freeze({ face, size, leading, tracking })

/** 40 characters of 11 pt in 165 mm: 11 + 0.69 points each (documents §2). */
export const styles = Object.freeze({
  body: style('mincho', 11, 17, 0.69),
  head1: style('gothicBold', 11, 17, 0.69),
  head2: style('gothic', 11, 17, 0.69),
  head4: style('mincho', 11, 17, 0.69),
  title: style('gothicBold', 14, 20, 0.84),
  address: style('mincho', 10.5, 16, 0.69),
  addressGothic: style('gothic', 9, 12),
  period: style('mincho', 9.5, 14),
  numberBox: style('gothic', 12, 14, 1.2),
  running: style('gothic', 9, 12),
  folio: style('gothic', 9.5, 12),
  source: style('mincho', 9, 13),
  caption: style('gothic', 10, 14),
  unit: style('gothic', 9, 14),
  note: style('mincho', 8.5, 12),
})

/** One character of the body: the step of every indent. */
export const bodyCharacter = styles.body.size + styles.body.tracking

export const ruleThickness = 0.5
export const headShade = '#f2f2f2'
