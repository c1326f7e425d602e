import { unlink } from 'node:fs/promises'
import path from 'node:path'
import { AppFailure } from '../../../shared/contract/errors.ts'
import { nodeFiles } from '../../export/file-layer.ts'
import { numberedFileName } from '../../export/file-name.ts'
import { sha256, writeFilesSafely } from '../../export/files.ts'
import type { BackendHandlers } from '../contexts.ts'

/** `collection.issue`: the reader lays it out, the render worker makes the bytes, the writer keeps what was issued. */
export const collectionBackend = {
  'collection.issue': async ({ actionId, folder, ...place }, context) => {
    const target = context.shelf.folder(folder)
    context.progress('counting', 0, null)
    const { id, draft, book } = await context.ask('reader', 'collection.prepare', place)
    context.stopIfCancelled()
    context.progress('writing', 0, null)
    const { bytes } = await context.ask('render', 'collection.render', book)
    const file = await writeUnderFreeName(target, draft.fileName, bytes)
    const { party, form, fiscalYear, from, to, mode, content } = draft
    const { dueOn, sendTo } = place
    const fileName = path.basename(file)
    try {
      await context.ask('writer', 'collection.keep', {
        actionId,
        issue: {
          id,
          party,
          form,
          fiscalYear,
          from,
          to,
          mode,
          content,
          dueOn,
          sendTo: sendTo.trim(),
          fileName,
        },
      })
    } catch (error) {
      // Nobody would know the book when it comes back: it must not go out.
      await unlink(file).catch(() => {})
      throw error
    }
    return {
      id,
      file: { handle: context.shelf.addWritten(file), path: file, name: fileName, sha256: sha256(bytes) },
    }
  },
} satisfies Pick<BackendHandlers, 'collection.issue'>

const mostAttempts = 50

/** 「…（2）.xlsx」 where the name is taken: a book that was issued before stays as it is. */
async function writeUnderFreeName(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  for (let number = 1; ; number += 1) {
    const file = path.join(folder, numberedFileName(name, number))
    try {
      await writeFilesSafely([{ path: file, bytes }], nodeFiles, 'keep')
      return file
    } catch (error) {
      const taken = error instanceof AppFailure && error.appError.code === 'fileExists'
      if (!taken || number === mostAttempts) throw error
    }
  }
}
