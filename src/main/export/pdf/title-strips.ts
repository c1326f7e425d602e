import type { PaperHead } from '../../../shared/paper/model.ts'
import { exportWords } from '../../../shared/words/export.ts'
import { plainRun } from './run.ts'
import type { Setting } from './setting.ts'
import type { Strip } from './strip.ts'
import { styles } from './styles.ts'
import { childTag, documentTag } from './tag.ts'
import { textStrips } from './text-strips.ts'

/** Blocks of the head have this id in the list of places. */
export const headBlockId = 'head'

/** Whether meeting, date and department stand above the title (a council paper) or the department in the top line. */
export const isAddressed = (head: PaperHead): boolean =>
  head.number !== '' || head.meeting !== '' || head.date !== ''

/** Above the text of the first page: meeting, date and department at the right, the title, the period. */
export function titleStrips(setting: Setting, head: PaperHead): Strip[] {
  const address = isAddressed(head) ? [head.meeting, head.date, head.department] : []
  const place = { blockId: headBlockId, indent: 0, firstIndent: 0, whole: true, keepWithNext: true } as const
  const lines = address
    .filter((line) => line !== '')
    .flatMap((line) =>
      textStrips(
        setting,
        { ...place, tag: childTag(documentTag, 'P'), style: styles.address, align: 'right' },
        plainRun(line),
      ),
    )
  const title = textStrips(
    setting,
    {
      ...place,
      tag: childTag(documentTag, 'P'),
      style: styles.title,
      align: 'center',
      before: lines.length > 0 ? 12 : 0,
    },
    plainRun(head.title),
  )
  const period =
    head.frameText === ''
      ? []
      : textStrips(
          setting,
          {
            ...place,
            tag: childTag(documentTag, 'P'),
            style: styles.period,
            align: 'center',
            before: 3,
          },
          plainRun(`${exportWords.period}　${head.frameText}`),
        )
  return [...lines, ...title, ...period].map((strip, index, all) =>
    index === all.length - 1 ? { ...strip, height: strip.height + 8 } : strip,
  )
}
