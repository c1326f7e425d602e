import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/patterns.tsx'
import { Select } from '../../ui/select.tsx'
import { type DrawnPage, drawPage } from './pdf.ts'
import type { Preview } from './use-preview.ts'

const words = papersWords.preview
const zooms = ['fit', '100', '150', '200'] as const
type Zoom = (typeof zooms)[number]
/** CSS pixels of an A4 page's width at 100 %. */
const pageWidthAt100 = 794

/** The PDF itself, page by page; the blue bar marks the block that is being edited. */
export function PreviewPane(props: {
  readonly preview: Preview
  /** Block with the cursor, or the heading chosen in the outline. */
  readonly block: string | null
  /** Grows when the page of the block is to be shown. */
  readonly follow: number
  readonly page: number
  readonly onPage: (page: number) => void
}) {
  const { preview, block, page, onPage } = props
  const shown = preview.document
  const scroller = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const [zoom, setZoom] = useState<Zoom>('fit')
  const [width, setWidth] = useState(404)
  const [drawn, setDrawn] = useState<DrawnPage | null>(null)
  const pageCount = shown?.pageCount ?? 0
  const spot = shown?.places.find((place) => place.blockId === block) ?? null

  // biome-ignore lint/correctness/useExhaustiveDependencies: goes there when asked, and when a new PDF moved the block
  useEffect(() => {
    if (spot) onPage(spot.page)
    else if (shown && page > pageCount) onPage(Math.max(1, pageCount))
  }, [props.follow, shown, block])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(Math.max(240, element.clientWidth - 36)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const cssWidth = zoom === 'fit' ? width : (pageWidthAt100 * Number(zoom)) / 100
  useEffect(() => {
    if (!shown || page > shown.pageCount) return
    let given = true
    void drawPage(shown.pdf, page, cssWidth, Math.max(1, window.devicePixelRatio)).then(
      (next) => {
        if (!given) return
        sheet.current?.querySelector('canvas')?.remove()
        sheet.current?.prepend(next.canvas)
        setDrawn(next)
      },
      () => {
        // The document was let go for a newer one, which is drawn in its turn.
      },
    )
    return () => {
      given = false
    }
  }, [shown, page, cssWidth])

  const scale = drawn ? cssWidth / drawn.width : 0
  return (
    <section className="pv" aria-label={words.label}>
      <div className="bar2">
        <Button
          look="quiet"
          icon={ChevronLeft}
          aria-label={words.previous}
          isDisabled={page <= 1}
          onPress={() => onPage(page - 1)}
        />
        <span className="b nw" aria-live="polite">
          {words.page(pageCount === 0 ? 0 : page, pageCount)}
        </span>
        <Button
          look="quiet"
          icon={ChevronRight}
          aria-label={words.next}
          isDisabled={page >= pageCount}
          onPress={() => onPage(page + 1)}
        />
        <span className="grow" />
        {preview.stale && shown && <span className="sub nw">{words.stale}</span>}
        <Select
          look="bar"
          label={words.zoom}
          value={zoom}
          onChange={setZoom}
          choices={zooms.map((value) => ({ value, label: value === 'fit' ? words.fit : `${value} %` }))}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="pages" ref={scroller} tabIndex={0} aria-label={words.paper}>
        {preview.error && (
          <ErrorNotice
            error={preview.error}
            actions={<Button onPress={preview.request}>{common.retry}</Button>}
          />
        )}
        {!shown && !preview.error && <Loading>{words.making}</Loading>}
        <div
          className="sheet"
          ref={sheet}
          role="img"
          aria-label={words.pageLabel(page, pageCount)}
          data-revision={shown?.revision}
          hidden={!drawn}
          style={drawn ? { width: cssWidth, height: drawn.height * scale } : {}}
        >
          {spot && spot.page === page && drawn && (
            <span
              className="here"
              style={{ top: spot.top * scale, height: Math.max(8, (spot.bottom - spot.top) * scale) }}
            />
          )}
        </div>
      </section>
    </section>
  )
}
