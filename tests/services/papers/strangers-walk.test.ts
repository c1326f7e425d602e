import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { paperInput } from '../../../src/main/services/papers/paper-input.ts'
import { reportDraft, writeReport } from '../../../src/main/services/report.ts'
import { stats } from '../../../src/main/services/statistics.ts'
import type { TableBlock } from '../../../src/shared/paper/model.ts'
import { demonstrationCouncilSettings } from '../../../src/shared/paper/templates/council/demonstration-draft.ts'
import { figureRows } from '../../../src/shared/paper/templates/council/figure-rows.ts'
import { paperView } from '../../../src/shared/paper/view.ts'
import { readPdf } from '../../export/read-pdf.ts'
import { expectOk, makeDemonstration, openForReading, temporaryFolder } from '../support/ledgers.ts'

const folder = temporaryFolder()
const reader = await openForReading(await makeDemonstration(join(folder, '見本.daicho')))
const now = new Date('2024-12-10T03:00:00.000Z')
const draft = expectOk(reportDraft(reader, { template: 'council', fiscalYear: 2024, now }))
const written = expectOk(
  await writeReport(reader, {
    draft,
    frame: null,
    edition: 'internal',
    formats: ['pdf', 'xlsx'],
    folder,
    now,
  }),
)
const { template, input } = paperInput(reader, draft)
const { view, model } = paperView(template, input)
const pathOf = (format: string): string => written.find((file) => file.format === format)?.path ?? ''

describe('a stranger finds the same number everywhere', () => {
  test('the draft of the demonstration is what report writes', () => {
    expect(draft.settings).toEqual(demonstrationCouncilSettings)
    expect(written.map((file) => file.path.slice(folder.length + 1))).toEqual([
      '20241210_文教厚生委員会_資料１_ひきこもり支援.pdf',
      '20241210_文教厚生委員会_資料１_ひきこもり支援.xlsx',
    ])
  })

  test('this year’s figures: stats, model, view, PDF and workbook', async () => {
    const printed = (await readPdf(readFileSync(pathOf('pdf')))).pages.map((page) => page.text).join('')
    const book = new ExcelJS.Workbook()
    await book.xlsx.readFile(pathOf('xlsx'))
    const sheet = book.getWorksheet('表１')
    const table = model.blocks.find((block): block is TableBlock => block.id === 'figures.table')
    expect(table?.rows).toHaveLength(figureRows.length)

    figureRows.forEach((row, index) => {
      const answer = expectOk(
        stats(reader, {
          statistic: row.statistic,
          frame: draft.settings.frame,
          by: [],
          where: row.where,
          party: null,
        }),
      )
      const cell = table?.rows[index]?.cells.at(-1)
      if (cell?.kind !== 'number') throw new Error(`no number for ${row.label}`)
      const number = answer.total.value
      expect(cell.raw, row.label).toBe(number)
      if (number === null) return
      expect(printed, row.label).toContain(cell.display)
      const lines: (readonly unknown[])[] = []
      sheet?.eachRow((line) => lines.push(Array.isArray(line.values) ? line.values : []))
      const line = lines.find((values) => values.some((value) => String(value).trim() === row.label))
      expect(line?.at(-1), `${row.label} in the workbook`).toBe(number)
    })
  })

  test('a number inside a sentence is the statistic’s', async () => {
    const field = view.fields.find((one) => one.name === 'consultation.events')
    const answer = expectOk(
      stats(reader, {
        statistic: 'consultation.events',
        frame: draft.settings.frame,
        by: [],
        where: [],
        party: null,
      }),
    )
    expect(field).toMatchObject({ display: `${answer.total.value}件`, used: true })
    const pages = (await readPdf(readFileSync(pathOf('pdf')))).pages
    expect(pages.map((page) => page.text).join('')).toContain(`相談延べ件数${answer.total.value}件`)
  })

  test('every page says draft, internal, fictional, provisional', async () => {
    for (const page of (await readPdf(readFileSync(pathOf('pdf')))).pages) {
      for (const words of ['案', '庁内用（取扱注意）', '架空の数値', '速報値（令和６年11月30日現在）']) {
        expect(page.text).toContain(words)
      }
    }
  })

  test('nothing blocks: no field of the demonstration’s paper is missing', () => {
    expect(view.findings.filter((finding) => finding.severity === 'error')).toEqual([])
  })

  test('as of March the same draft is another paper, without the meeting’s date', async () => {
    const frame = {
      fiscalYear: 2024,
      period: { from: '2024-04', to: '2025-03' },
      asOf: '2025-03-31',
    } as const
    const [file] = expectOk(
      await writeReport(reader, { draft, frame, edition: 'internal', formats: ['pdf'], folder, now }),
    )
    const printed = (await readPdf(readFileSync(file?.path ?? ''))).pages.map((page) => page.text).join('')
    expect(printed).toContain('講演会を実施した')
    expect(printed).not.toContain('実施予定')
    expect(printed).not.toContain('令和６年12月10日')
  })
})

describe('reports that are refused', () => {
  test.each([
    ['public edition', { edition: 'public' }, 'publicEditionNotReady'],
    ['unknown edition', { edition: 'secret' }, 'malformedRequest'],
    ['Word', { formats: ['word'] }, 'unknownFormat'],
    ['missing folder', { folder: join(folder, 'none') }, 'folderMissing'],
  ] as const)('%s', async (_name, change, code) => {
    const result = await writeReport(reader, {
      draft,
      frame: null,
      edition: 'internal',
      formats: ['pdf'],
      folder,
      now,
      ...change,
    })
    expect(result.ok ? 'written' : result.error.code).toBe(code)
  })

  test('cases from before the ledger make no year of zeros', () => {
    const frame = {
      fiscalYear: 2021,
      period: { from: '2021-04', to: '2022-03' },
      asOf: '2022-03-31',
    } as const
    const answer = stats(reader, { statistic: 'consultation.events', frame, by: [], where: [], party: null })
    expect(answer.ok ? answer.value.total : answer.error.code).toBe('noDataForYear')
    const earlier = expectOk(reportDraft(reader, { template: 'council', fiscalYear: 2023, now }))
    const paper = paperInput(reader, earlier)
    const table = paperView(paper.template, paper.input).model.blocks.find(
      (block) => block.id === 'figures.table',
    )
    const heads = table?.kind === 'table' ? table.columns.map((column) => column.heads[0]) : []
    expect(heads).toEqual([
      '区分',
      '単位',
      '令和４年度',
      '令和５年度',
      '令和５年度の増減',
      '令和５年度の増減',
    ])
  })

  test('a year without data, an unknown template', async () => {
    const later = expectOk(reportDraft(reader, { template: 'annual', fiscalYear: 2031, now }))
    const result = await writeReport(reader, {
      draft: later,
      frame: null,
      edition: 'internal',
      formats: ['pdf'],
      folder,
      now,
    })
    expect(result.ok ? 'written' : result.error.code).toBe('noDataForYear')
    const unknown = reportDraft(reader, { template: '__proto__', fiscalYear: 2024, now })
    expect(unknown.ok ? 'found' : unknown.error.code).toBe('unknownTemplate')
  })
})
