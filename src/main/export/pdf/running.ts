import type { ReportModel } from '../../../shared/paper/model.ts'
import { exportWords } from '../../../shared/words/export.ts'
import type { PaperFonts } from '../fonts.ts'
import { millimetres, type PageGeometry } from './geometry.ts'
import type { Painter } from './painter.ts'
import { baselineOf, textWidth } from './setting.ts'
import { styles } from './styles.ts'
import { childTag, documentTag } from './tag.ts'
import { isAddressed } from './title-strips.ts'

const fullWidthDigits = '０１２３４５６７８９'

/** House style of numbers: one digit full-width, several half-width. */
const folio = (number: number): string => (number < 10 ? (fullWidthDigits[number] ?? '') : String(number))

const drawAll = (drawings: readonly (() => void)[]): void => {
  for (const draw of drawings) draw()
}

/** At the top of every page: the stamps in frames, then what the numbers stand for. Read aloud once. */
export function paintRunningHead(
  painter: Painter,
  fonts: PaperFonts,
  model: ReportModel,
  page: PageGeometry,
  index: number,
): void {
  const { head } = model
  const style = styles.running
  const top = millimetres(10)
  const padding = { across: 4, down: 1.6 }
  const height = style.leading + 2 * padding.down
  const baseline = top + padding.down + baselineOf(fonts, style)
  let x = page.left
  const frames: (() => void)[] = []
  const words: (() => void)[] = []
  for (const stamp of head.stamps) {
    const left = x
    const width = textWidth(fonts, style, stamp) + 2 * padding.across
    frames.push(() => painter.rectangle(left, top, width, height, { stroke: { thickness: 0.5 } }))
    words.push(() => painter.text(style, left + padding.across, baseline, stamp))
    x += width + 6
  }
  const standing = x
  if (head.standing !== '') words.push(() => painter.text(style, standing, baseline, head.standing))
  if (!isAddressed(head) && index === 0) {
    const department = [head.city, head.department].filter((part) => part !== '').join('　')
    const left = page.width - page.right - textWidth(fonts, style, department)
    const end = standing + textWidth(fonts, style, head.standing)
    // Beside the stamps if there is room, else on a line of its own below them.
    const line = left > end + style.size ? baseline : baseline + height + 2
    words.push(() => painter.text(style, left, line, department))
  }
  if (frames.length > 0) painter.artifact(() => drawAll(frames), 'Pagination')
  if (words.length === 0) return
  if (index === 0) painter.tagged(childTag(documentTag, 'P'), () => drawAll(words))
  else painter.artifact(() => drawAll(words), 'Pagination')
}

/** 「資料１」 in its frame at the top right of the first page. */
export function paintNumberBox(
  painter: Painter,
  fonts: PaperFonts,
  number: string,
  page: PageGeometry,
): void {
  if (number === '') return
  const style = styles.numberBox
  const width = textWidth(fonts, style, number) - style.tracking + 2 * 10
  const height = style.leading + 2 * 3.5
  const left = page.width - page.right - width
  const top = millimetres(12)
  painter.artifact(() => painter.rectangle(left, top, width, height, { stroke: { thickness: 0.75 } }))
  painter.tagged(childTag(documentTag, 'P'), () =>
    painter.text(style, left + 10, top + 3.5 + baselineOf(fonts, style), number),
  )
}

/** 「１」 or 「１ / ３」 in the middle of the foot. */
export function paintFolio(
  painter: Painter,
  fonts: PaperFonts,
  model: ReportModel,
  page: PageGeometry,
  index: number,
  count: number,
): void {
  const style = styles.folio
  const number = folio(index + 1)
  const text = model.pageNumbers === 'nOfN' ? exportWords.pageOf(number, folio(count)) : number
  const left = page.left + (page.measure - textWidth(fonts, style, text)) / 2
  const top = page.height - millimetres(11) - style.leading
  painter.artifact(() => painter.text(style, left, top + baselineOf(fonts, style), text), 'Pagination')
}
