import { join } from 'node:path'
import { AppFailure } from '../../shared/contract/errors.ts'
import type { ReportModel } from '../../shared/paper/model.ts'
import type { Day } from '../../shared/time/day.ts'
import { type FileLayer, nodeFiles } from './file-layer.ts'
import { numberedFileName, paperFileName } from './file-name.ts'
import { sha256, writeFilesSafely } from './files.ts'
import { type PaperFormat, type RenderControl, type RenderedFile, render } from './render.ts'

export interface WrittenPaper {
  readonly format: PaperFormat
  readonly path: string
  readonly sha256: string
}

export interface ExportOptions extends RenderControl {
  readonly clock: Date
  /** Of the meeting, for the file's name; the as-of date while none is fixed. */
  readonly meetingDay: Day | null
  readonly files?: FileLayer
}

/** Renders a paper and writes its files into a folder: all of them or none. */
export async function exportPaper(
  model: ReportModel,
  formats: readonly PaperFormat[],
  folder: string,
  options: ExportOptions,
): Promise<WrittenPaper[]> {
  const { files } = await render({ model, formats, clock: options.clock, purpose: 'export' }, options)
  return writeRendered(model, files, folder, options.meetingDay, 'replace', options.files)
}

/** What happens to an older file of the same name: the command line writes its output anew, a screen never loses one. */
export type SameName = 'replace' | 'number'

/**
 * Names of a paper's files in a folder (documents §5). With `number` none of them is taken there: all get
 * the same number, so that PDF and workbook stay a pair. A folder that cannot be read counts as empty; the
 * write that follows tells why.
 */
export async function paperFileNames(
  model: ReportModel,
  meetingDay: Day | null,
  formats: readonly PaperFormat[],
  target: { readonly folder: string | null; readonly sameName: SameName },
  files: FileLayer = nodeFiles,
): Promise<string[]> {
  const { head } = model
  const name = {
    day: meetingDay ?? head.frame.asOf,
    meeting: head.meeting,
    number: head.number,
    title: head.title,
  }
  const names = formats.map((format) => paperFileName(name, format))
  if (target.folder === null || target.sameName === 'replace') return names
  const taken = new Set((await files.list(target.folder).catch(() => [])).map(asCompared))
  for (let number = 1; ; number += 1) {
    const numbered = names.map((each) => numberedFileName(each, number))
    if (!numbered.some((each) => taken.has(asCompared(each)))) return numbered
  }
}

const mostAttempts = 20

/** Windows and macOS take names that differ in case or composition only for the same. */
const asCompared = (name: string): string => name.normalize('NFC').toLowerCase()

/**
 * Writes rendered files under the paper's name: all of them or none.
 *
 * @throws AppFailure folderMissing, folderNotWritable, diskFull, fileHeldOpen, fileExists, inputOutput
 */
export async function writeRendered(
  model: ReportModel,
  rendered: readonly RenderedFile[],
  folder: string,
  meetingDay: Day | null,
  sameName: SameName,
  files: FileLayer = nodeFiles,
): Promise<WrittenPaper[]> {
  const formats = rendered.map(({ format }) => format)
  for (let attempt = 1; ; attempt += 1) {
    const names = await paperFileNames(model, meetingDay, formats, { folder, sameName }, files)
    const wanted = rendered.map(({ format, bytes }, index) => ({
      format,
      bytes,
      path: join(folder, names[index] ?? ''),
    }))
    try {
      await writeFilesSafely(wanted, files, sameName === 'number' ? 'keep' : 'replace')
      return wanted.map(({ format, bytes, path }) => ({ format, path, sha256: sha256(bytes) }))
    } catch (error) {
      // Another export took the name between the look and the writing.
      const taken = error instanceof AppFailure && error.appError.code === 'fileExists'
      if (!taken || sameName === 'replace' || attempt === mostAttempts) throw error
    }
  }
}
