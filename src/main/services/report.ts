import { AppFailure, appError, failure, ok, type Result } from '../../shared/contract/errors.ts'
import { buildPaper } from '../../shared/paper/assemble/assemble.ts'
import type { PaperDraft, PaperSettings, TableChoice } from '../../shared/paper/draft.ts'
import { isTemplateCode } from '../../shared/paper/templates/index.ts'
import type { FiscalYear, TimeFrame } from '../../shared/time/day.ts'
import { exportPaper, type WrittenPaper } from '../export/export-paper.ts'
import type { FileLayer } from '../export/file-layer.ts'
import type { PaperFormat, RenderControl } from '../export/render.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { listPapers } from '../ledger/repositories/papers.ts'
import { refuseEdition } from './papers/backend.ts'
import { defaultSettings } from './papers/defaults.ts'
import { paperInput } from './papers/paper-input.ts'
import { draftOf } from './papers/reader.ts'
import { dayInJapan } from './statistics.ts'
import { namingYears, yearsWithData } from './years-with-data.ts'

export interface ReportOptions {
  /** The paper as it begins ({@link reportDraft}). */
  readonly draft: PaperDraft
  /** Period and as-of date asked for; null keeps the paper's own. */
  readonly frame: TimeFrame | null
  /** `internal`, or `public` (refused: 秘匿処理が未対応). */
  readonly edition: string
  /** `pdf`, `xlsx`; others are `unknownFormat`. */
  readonly formats: readonly string[]
  readonly folder: string
  readonly now: Date
  readonly files?: FileLayer
}

/**
 * What `report TEMPLATE --fy N` begins with: the ledger's own draft of that template and year (the one
 * changed last), which keeps its as-of date and edits; else a new paper with the usual settings.
 * Errors: `unknownTemplate`; of the tables asked for `tooManyBreakdowns`, and `noDataForYear` where a year
 * that was named has nothing: its part of the table would be empty.
 */
export function reportDraft(
  reader: LedgerReader,
  choice: {
    readonly template: string
    readonly fiscalYear: FiscalYear
    readonly tables?: readonly TableChoice[]
    readonly now: Date
  },
): Result<PaperDraft> {
  const { template, fiscalYear, tables = [] } = choice
  if (!isTemplateCode(template)) return failure('unknownTemplate', { template }, 'template')
  const asked = checkTables(reader, tables)
  if (!asked.ok) return asked
  const stored = listPapers(reader).find(
    ({ settings }) => settings.template === template && settings.frame.fiscalYear === fiscalYear,
  )
  if (stored !== undefined && tables.length === 0) return ok(draftOf(reader, stored.id))
  const settings = defaultSettings(reader, template, fiscalYear, dayInJapan(choice.now))
  return ok({ id: 'report', revision: 0, settings: { ...settings, tables }, edits: {} })
}

function checkTables(reader: LedgerReader, tables: readonly TableChoice[]): Result<null> {
  const count = Math.max(0, ...tables.map((table) => table.by.length))
  if (count > 2) return failure('tooManyBreakdowns', { count, limit: 2 }, 'by')
  const years = yearsWithData(reader)
  const empty = tables.flatMap((table) => table.fiscalYears).find((year) => !years.includes(year))
  if (empty === undefined) return ok(null)
  return namingYears(reader, failure('noDataForYear', { fiscalYear: empty }, 'years'))
}

/**
 * `report`: builds the paper, renders it and writes its files, all or none. Errors beside those of the
 * statistics: `publicEditionNotReady`, `unknownFormat`, `noDataForYear`, `missingGlyphs`, `folderMissing`,
 * `folderNotWritable`, `diskFull`, `fileHeldOpen`, `cancelled`.
 */
export async function writeReport(
  reader: LedgerReader,
  options: ReportOptions,
  control: RenderControl = {},
): Promise<Result<readonly WrittenPaper[]>> {
  try {
    refuseEdition(options.edition)
    const formats = formatsOf(options.formats)
    const { draft } = options
    const settings = settingsAsOf(draft.settings, options.frame)
    const { template, input } = paperInput(reader, { ...draft, settings })
    const written = await exportPaper(buildPaper(template, input), formats, options.folder, {
      ...control,
      clock: options.now,
      meetingDay: settings.meetingDate,
      ...(options.files === undefined ? {} : { files: options.files }),
    })
    return ok(written)
  } catch (error) {
    if (error instanceof AppFailure) return { ok: false, error: error.appError }
    throw error
  }
}

/** A paper of a later day is not the one of that meeting: its date is open again. */
function settingsAsOf(settings: PaperSettings, frame: TimeFrame | null): PaperSettings {
  if (frame === null) return settings
  const { meetingDate } = settings
  return {
    ...settings,
    frame,
    meetingDate: meetingDate !== null && meetingDate < frame.asOf ? null : meetingDate,
  }
}

/** Formats in the order asked, each once; none asked is all there are. @throws AppFailure `unknownFormat` */
export function formatsOf(names: readonly string[]): readonly PaperFormat[] {
  if (names.length === 0) return ['pdf', 'xlsx']
  return [...new Set(names)].map((name) => {
    if (name === 'pdf' || name === 'xlsx') return name
    throw new AppFailure(appError('unknownFormat', { format: name }, 'format'))
  })
}
