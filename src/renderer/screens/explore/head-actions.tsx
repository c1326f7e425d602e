import type { ChartScene } from '../../../shared/chart/scene.ts'
import type { ExploreChoices } from '../../../shared/explore/choices.ts'
import { copiedTable } from '../../../shared/explore/clipboard.ts'
import type { ExplorePage } from '../../../shared/explore/page.ts'
import type { TimeFrame } from '../../../shared/time/day.ts'
import { exploreWords as words } from '../../../shared/words/explore.ts'
import { Button } from '../../ui/button.tsx'
import { copyText } from '../../ui/clipboard.ts'

/** What is done with the table on the screen. */
export function HeadActions(props: {
  readonly choices: ExploreChoices
  readonly frame: TimeFrame
  readonly page: ExplorePage
  readonly scene: ChartScene | null
  readonly frameText: string
}) {
  return (
    <Button onPress={() => copyText(copiedTable(props.page.table, props.frameText))}>
      {words.copyTable}
    </Button>
  )
}
