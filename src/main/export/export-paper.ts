import { join } from 'node:path'
import type { ReportModel } from '../../shared/paper/model.ts'
import type { Day } from '../../shared/time/day.ts'
import { type FileLayer, nodeFiles } from './file-layer.ts'
import { paperFileName } from './file-name.ts'
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
  return writeRendered(model, files, folder, options.meetingDay, options.files)
}

/**
 * Writes rendered files under the paper's name (documents §5): all of them or none.
 *
 * @throws AppFailure folderMissing, folderNotWritable, diskFull, fileHeldOpen, fileExists, inputOutput
 */
export async function writeRendered(
  model: ReportModel,
  rendered: readonly RenderedFile[],
  folder: string,
  meetingDay: Day | null,
  files: FileLayer = nodeFiles,
): Promise<WrittenPaper[]> {
  const { head } = model
  const name = {
    day: meetingDay ?? head.frame.asOf,
    meeting: head.meeting,
    number: head.number,
    title: head.title,
  }
  const wanted = rendered.map(({ format, bytes }) => ({
    format,
    bytes,
    path: join(folder, paperFileName(name, format)),
  }))
  await writeFilesSafely(wanted, files)
  return wanted.map(({ format, bytes, path }) => ({ format, path, sha256: sha256(bytes) }))
}
