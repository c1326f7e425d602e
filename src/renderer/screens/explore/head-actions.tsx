import { type ReactNode, useState } from 'react'
import { drawChart } from '../../../shared/chart/draw-chart.ts'
import { screenTheme } from '../../../shared/chart/scene.ts'
import type { ExploreChoices } from '../../../shared/explore/choices.ts'
import { copiedTable } from '../../../shared/explore/clipboard.ts'
import type { ExplorePage } from '../../../shared/explore/page.ts'
import type { TimeFrame } from '../../../shared/time/day.ts'
import { exploreWords as words } from '../../../shared/words/explore.ts'
import { stampWords } from '../../../shared/words/papers.ts'
import { useSession } from '../../api/session.tsx'
import { Button } from '../../ui/button.tsx'
import { chartPicture } from '../../ui/chart-picture.ts'
import { copyPicture, copyText, saveFile } from '../../ui/clipboard.ts'
import { IntoPaperDialog } from './into-paper-dialog.tsx'
import { KeepDialog } from './keep-dialog.tsx'

/** What has just been done, said in the line under the head. */
export interface Said {
  readonly look: 'ok' | 'warn'
  readonly words: string
  readonly link?: ReactNode
}

/** Copies the table with its caption, unit, period and notes. */
export const copyPage = (page: ExplorePage, frameText: string, fictional: boolean): Said =>
  copyText(
    copiedTable(page.table, frameText, [
      ...(page.sums === '' ? [] : [page.sums]),
      ...(fictional ? [stampWords.fictional] : []),
    ]),
  )
    ? { look: 'ok', words: words.copied }
    : { look: 'warn', words: words.notCopied }

/** A picture as wide as a page, on white whatever the look of the screen. */
async function copyChart(page: ExplorePage, frameText: string, fictional: boolean): Promise<Said> {
  if (page.chart === null) return { look: 'warn', words: words.chartNotMade }
  try {
    const scene = drawChart(page.chart.spec, 520, screenTheme)
    const picture = await chartPicture(scene, screenTheme.ground, screenTheme.ink, {
      heading: page.table.title,
      lines: [
        `（${page.table.unit}）　${frameText}`,
        ...page.table.notes.map((note) => `${note.mark}　${note.text}`),
        ...(fictional ? [stampWords.fictional] : []),
      ],
    })
    if (await copyPicture(picture)) return { look: 'ok', words: words.chartCopied }
    const name = words.pictureName(page.table.title)
    saveFile(picture, name)
    return { look: 'warn', words: words.chartSaved(name) }
  } catch {
    return { look: 'warn', words: words.chartNotMade }
  }
}

/** What is done with the table on the screen. */
export function HeadActions(props: {
  readonly choices: ExploreChoices
  readonly frame: TimeFrame
  readonly page: ExplorePage
  readonly frameText: string
  readonly onSaid: (said: Said) => void
}) {
  const { ledger } = useSession()
  const [dialog, setDialog] = useState<'keep' | 'paper' | null>(null)
  const readOnly = ledger.readOnly !== null
  const close = () => setDialog(null)
  return (
    <>
      {readOnly && <span className="sub">{words.readOnly}</span>}
      <Button
        isDisabled={props.page.chart === null}
        onPress={() => void copyChart(props.page, props.frameText, ledger.fictional).then(props.onSaid)}
      >
        {words.copyChart}
      </Button>
      <Button onPress={() => props.onSaid(copyPage(props.page, props.frameText, ledger.fictional))}>
        {words.copyTable}
      </Button>
      <Button isDisabled={readOnly} onPress={() => setDialog('keep')}>
        {words.keep}
      </Button>
      <Button look="solid" isDisabled={readOnly} onPress={() => setDialog('paper')}>
        {words.intoPaper}
      </Button>
      {dialog === 'keep' && <KeepDialog {...props} onClose={close} />}
      {dialog === 'paper' && <IntoPaperDialog {...props} onClose={close} />}
    </>
  )
}
