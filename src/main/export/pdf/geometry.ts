import type { ReportModel } from '../../../shared/paper/model.ts'

export const millimetres = (length: number): number => (length * 72) / 25.4

/** A page in points, origin at the top left. */
export interface PageGeometry {
  readonly width: number
  readonly height: number
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  /** Width and height of the text area. */
  readonly measure: number
  readonly depth: number
}

function geometry(
  width: number,
  height: number,
  margins: { top: number; bottom: number; left: number; right: number },
): PageGeometry {
  const inPoints = {
    width: millimetres(width),
    height: millimetres(height),
    top: millimetres(margins.top),
    bottom: millimetres(margins.bottom),
    left: millimetres(margins.left),
    right: millimetres(margins.right),
  }
  return {
    ...inPoints,
    measure: inPoints.width - inPoints.left - inPoints.right,
    depth: inPoints.height - inPoints.top - inPoints.bottom,
  }
}

/** A4; portrait with the binding margin of documents §2, landscape with even margins for wide tables. */
const pages: Readonly<Record<ReportModel['orientation'], PageGeometry>> = {
  portrait: geometry(210, 297, { top: 25, bottom: 25, left: 25, right: 20 }),
  landscape: geometry(297, 210, { top: 20, bottom: 20, left: 20, right: 20 }),
}

export const pageGeometry = (orientation: ReportModel['orientation']): PageGeometry => pages[orientation]
