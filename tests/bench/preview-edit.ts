/**
 * Preview after an edit of one paragraph in a 10-page paper: the edited model → PDF as the preview shows it →
 * the page that holds the edit, read by pdf.js up to its drawing operations (the canvas itself is the
 * screen's). To reach: ≤ 300 ms. Prints JSON; never fails by time.
 *
 *   node tests/bench/preview-edit.ts
 */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { render } from '../../src/main/export/render.ts'
import type { ReportModel } from '../../src/shared/paper/model.ts'
import { annualModel } from '../export/fixtures/annual.ts'

const rounds = 20
const clock = new Date('2024-12-10T00:00:00Z')
const base = annualModel(10)
const editedId = base.blocks.filter((block) => block.kind === 'paragraph')[12]?.id ?? ''

/** The paper with one more word in one paragraph. */
function edited(round: number): ReportModel {
  const blocks = base.blocks.map((block) =>
    block.kind === 'paragraph' && block.id === editedId
      ? { ...block, inlines: [...block.inlines, { kind: 'text' as const, text: `（追記その${round}）` }] }
      : block,
  )
  return { ...base, blocks }
}

async function preview(round: number): Promise<{ drawn: number; shown: number; pages: number }> {
  const model = edited(round)
  const start = performance.now()
  const paper = await render({ model, formats: ['pdf'], clock, purpose: 'preview' })
  const drawn = performance.now() - start
  const place = paper.places.find(({ blockId }) => blockId === editedId)
  const bytes = paper.files[0]?.bytes ?? new Uint8Array()
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const document = await task.promise
  const page = await document.getPage(place?.page ?? 1)
  await page.getOperatorList()
  const shown = performance.now() - start
  await task.destroy()
  return { drawn, shown, pages: paper.pageCount }
}

const quantile = (values: readonly number[], part: number): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN)

const first = await preview(0)
for (let round = 1; round <= 3; round++) await preview(round)
const runs: Awaited<ReturnType<typeof preview>>[] = []
for (let round = 4; round < 4 + rounds; round++) runs.push(await preview(round))
const shown = runs.map((run) => run.shown)
process.stdout.write(
  `${JSON.stringify(
    {
      work: 'preview after an edit of one paragraph in a 10-page paper, milliseconds',
      pages: first.pages,
      ours: quantile(shown, 0.5),
      p95: quantile(shown, 0.95),
      pdfOnly: quantile(
        runs.map((run) => run.drawn),
        0.5,
      ),
      firstCold: Math.round(first.shown),
      limit: 300,
      rounds,
    },
    null,
    2,
  )}\n`,
)
