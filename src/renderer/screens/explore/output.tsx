import { useMemo, useState } from 'react'
import { drawChart } from '../../../shared/chart/draw-chart.ts'
import type { ChartScene } from '../../../shared/chart/scene.ts'
import { emWidth } from '../../../shared/chart/text-width.ts'
import { chartColumnsOf, layoutOf } from '../../../shared/explore/layout.ts'
import type { ExplorePage, SourcePlace } from '../../../shared/explore/page.ts'
import type { StatisticDefinition } from '../../../shared/statistics/definition.ts'
import { formatFiscalYear } from '../../../shared/time/format.ts'
import { exploreTable, exploreWords as words } from '../../../shared/words/explore.ts'
import { measureWords } from '../../../shared/words/statistics.ts'
import { useChartTheme } from '../../ui/chart-theme.ts'
import { ChartView, sceneScale } from '../../ui/chart-view.tsx'
import { Segmented } from '../../ui/choice.tsx'
import { type CellPlace, ExploreTable } from './explore-table.tsx'

/** In a scene's units: table, chart and notes stand on one screen. */
const mostHeight = 137

/** The scene of a page's chart, its columns under those of the table. */
export function useScene(page: ExplorePage | null): ChartScene | null {
  const theme = useChartTheme()
  return useMemo(() => {
    if (page === null || page.chart === null) return null
    const layout = layoutOf(page)
    const columns = chartColumnsOf(page, layout, sceneScale)
    const least = columns === null ? 560 : columns.right * sceneScale + endRoom(page)
    const width = Math.max(layout.total, least) / sceneScale
    const most = page.chart.columns === null ? Number.POSITIVE_INFINITY : mostHeight
    return drawChart(page.chart.spec, width, theme, most, columns)
  }, [page, theme])
}

/** Room for the names at the ends of the lines. */
const endRoom = ({ chart }: ExplorePage): number =>
  Math.max(18, ...(chart?.spec.series ?? []).map(({ label }) => emWidth(label) * 14 + 14))

/** Caption, table, chart under its columns, and what must be known of the numbers. */
export function Output(props: {
  readonly page: ExplorePage
  readonly pages: readonly ExplorePage[]
  readonly definition: StatisticDefinition
  readonly frameText: string
  readonly scene: ChartScene | null
  readonly onYear: (year: number) => void
  readonly onSource: (source: SourcePlace) => void
  readonly chosen: SourcePlace | null
  readonly onCopy: () => void
}) {
  const { page, pages, definition, scene } = props
  const { table } = page
  const layout = useMemo(() => layoutOf(page), [page])
  const [place, setPlace] = useState<CellPlace | null>(null)
  return (
    <div className="out" tabIndex={-1}>
      {pages.length > 1 && (
        <div className="year-tabs">
          <span className="lab">{words.shownYear}</span>
          <Segmented
            label={words.shownYear}
            value={String(page.year)}
            choices={pages.flatMap(({ year }) =>
              year === null ? [] : [{ value: String(year), label: formatFiscalYear(year) }],
            )}
            onChange={(year) => props.onYear(Number(year))}
          />
        </div>
      )}
      <div className="cap" style={{ maxWidth: Math.max(layout.total, 560) }}>
        <h2>{table.title}</h2>
        <span className="sub">{measureWords[definition.measure].label}</span>
        <span className="sub u">（{table.unit}）</span>
      </div>
      {table.rows.length === 0 ? (
        <p className="sub">{words.noRows}</p>
      ) : (
        <ExploreTable
          page={page}
          layout={layout}
          chosen={props.chosen === null ? null : place}
          onCopy={props.onCopy}
          onSource={(at, source) => {
            setPlace(at)
            props.onSource(source)
          }}
        />
      )}
      {scene !== null && page.chart !== null && (
        <div className="chart-room">
          <ChartView scene={scene} title={page.chart.title} alternative={page.chart.alternative} />
        </div>
      )}
      <Notes page={page} frameText={props.frameText} width={Math.max(layout.total, 560)} />
    </div>
  )
}

function Notes({
  page,
  frameText,
  width,
}: {
  readonly page: ExplorePage
  readonly frameText: string
  readonly width: number
}) {
  const { table, chart, sums } = page
  const series = chart?.spec.series.length ?? 0
  const codes = table.rows.filter((row) => row.id.startsWith('code.')).length
  const top =
    series > 1 && chart?.spec.kind === 'line' && codes >= series ? exploreTable.chartTop(series - 1) : ''
  return (
    <dl className="fn" style={{ maxWidth: width }}>
      {table.notes.map((note) => (
        <div key={note.mark}>
          <dt>{note.mark}</dt>
          <dd>{note.text}</dd>
        </div>
      ))}
      {sums !== '' && (
        <div>
          <dt>{words.sumsMark}</dt>
          <dd>{sums}</dd>
        </div>
      )}
      {(table.legend !== '' || top !== '') && (
        <div>
          <dt>{words.legendMark}</dt>
          <dd>{[table.legend.replace(/^記号　/, ''), top].filter((part) => part !== '').join('　')}</dd>
        </div>
      )}
      <div>
        <dt>{words.frameMark}</dt>
        <dd>{frameText}</dd>
      </div>
    </dl>
  )
}
