import { drawChart } from '../../../shared/chart/draw-chart.ts'
import { paperTheme } from '../../../shared/chart/scene.ts'
import type { ChartBlock } from '../../../shared/paper/model.ts'
import { notesUnder } from '../notes-under.ts'
import { drawScene } from './draw-scene.ts'
import { noteStrips } from './note-strips.ts'
import { plainRun } from './run.ts'
import type { Setting } from './setting.ts'
import type { Strip } from './strip.ts'
import { styles } from './styles.ts'
import { childTag, documentTag } from './tag.ts'
import { textStrips } from './text-strips.ts'

/** On a landscape page a chart keeps the proportions of a portrait one. */
const widestChart = 560
const roomBelow = 50

/** A chart as vectors with its text alternative, its title 「図１」 below, then notes and source. */
export function chartStrips(setting: Setting, block: ChartBlock): Strip[] {
  const tag = childTag(documentTag, 'Figure', { alternative: block.alternative })
  const width = Math.min(setting.measure, widestChart)
  const notes = notesUnder(block)
  // Title and notes stand on the same page.
  const room = setting.depth - roomBelow - notes.length * 2 * styles.note.leading
  const scene = drawChart(block.spec, width, paperTheme, room)
  const picture: Strip = {
    blockId: block.id,
    height: scene.height,
    before: 8,
    keepWithNext: true,
    paint(painter, left, top) {
      const at = left + (setting.measure - width) / 2
      const box = [at, top, at + scene.width, top + scene.height] as const
      painter.tagged(tag, () => drawScene(painter, setting.fonts, scene, at, top), box)
    },
  }
  const mark = block.mark === '' ? '' : `${block.mark}　`
  const title = textStrips(
    setting,
    {
      blockId: block.id,
      tag: childTag(documentTag, 'P'),
      style: styles.caption,
      indent: 0,
      firstIndent: 0,
      before: 2,
      align: 'center',
      whole: true,
      keepWithNext: notes.length > 0,
    },
    plainRun(`${mark}${block.title}`),
  )
  const under = noteStrips(setting, { id: block.id, notes })
  return [picture, ...title, ...under].map((strip, index, all) =>
    index === all.length - 1 ? { ...strip, height: strip.height + 6 } : strip,
  )
}
