import path from 'node:path'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { paperFileNames, writeRendered } from '../../export/export-paper.ts'
import type { BackendHandlers } from '../contexts.ts'

/** `papers.preview`, `papers.fileNames` and `papers.export`: the reader makes the model, the render worker the bytes. */
export const papersBackend = {
  'papers.preview': async ({ id }, context) => {
    context.progress('counting', 0, null)
    const { model, revision } = await context.ask('reader', 'papers.model', { id })
    context.stopIfCancelled()
    const rendered = await context.ask('render', 'papers.render', {
      model,
      formats: ['pdf'],
      clock: context.now().toISOString(),
      purpose: 'preview',
    })
    const [pdf] = rendered.files
    if (pdf === undefined) throw new Error('A preview is one PDF')
    const name = `${model.head.title}.pdf`
    return {
      file: context.shelf.keep({ bytes: new Uint8Array(pdf.bytes), mediaType: 'application/pdf', name }),
      pageCount: rendered.pageCount,
      places: rendered.places.map((place) => ({ ...place })),
      revision,
    }
  },
  'papers.fileNames': async ({ id, formats, folder }, context) => {
    const target = folder === null ? null : context.shelf.folder(folder)
    const { model, meetingDay } = await context.ask('reader', 'papers.model', { id })
    const usual = await paperFileNames(model, meetingDay, formats, { folder: null, sameName: 'number' })
    const names = await paperFileNames(model, meetingDay, formats, { folder: target, sameName: 'number' })
    return { names, numbered: names.some((name, index) => name !== usual[index]) }
  },
  'papers.export': async ({ id, formats, edition, folder }, context) => {
    refuseEdition(edition)
    const target = context.shelf.folder(folder)
    context.progress('counting', 0, null)
    const { model, meetingDay } = await context.ask('reader', 'papers.model', { id })
    context.stopIfCancelled()
    const rendered = await context.ask('render', 'papers.render', {
      model,
      formats: [...new Set(formats)],
      clock: context.now().toISOString(),
      purpose: 'export',
    })
    context.stopIfCancelled()
    context.progress('writing', 0, null)
    const written = await writeRendered(model, rendered.files, target, meetingDay, 'number')
    return {
      files: written.map((file) => ({
        handle: context.shelf.addWritten(file.path),
        path: file.path,
        name: path.basename(file.path),
        sha256: file.sha256,
        format: file.format,
      })),
    }
  },
} satisfies Pick<BackendHandlers, 'papers.preview' | 'papers.fileNames' | 'papers.export'>

/** Only 庁内用 exists: a public edition needs suppression first. @throws AppFailure `publicEditionNotReady` */
export function refuseEdition(edition: string): void {
  if (edition === 'public') throw new AppFailure(appError('publicEditionNotReady', {}, 'edition'))
  if (edition !== 'internal') {
    throw new AppFailure(appError('malformedRequest', { request: 'report' }, 'edition'))
  }
}
