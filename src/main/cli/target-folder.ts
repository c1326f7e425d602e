import { mkdirSync, rmdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { AppFailure, appError } from '../../shared/contract/errors.ts'
import { errnoOf } from '../export/file-layer.ts'
import { fileError } from '../export/files.ts'

/**
 * Works in the folder of `--out` or `--to`, made if only its last part is missing: scripts name a new
 * folder a run. A missing parent stays an error, because a drive that is not plugged in looks just like
 * that. A folder that was made for work that then failed is taken away again.
 *
 * @throws AppFailure `folderMissing`, `notAFolder`, `nameTooLong`, `folderNotWritable`, `diskFull` …
 */
export async function inTargetFolder<T>(name: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = path.resolve(name)
  const made = makeFolder(folder)
  try {
    return await work(folder)
  } catch (error) {
    if (made) removeIfEmpty(folder)
    throw error
  }
}

/** @returns whether it was not there before. */
function makeFolder(folder: string): boolean {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if (errnoOf(error) !== 'EEXIST') throw new AppFailure(fileError(error, folder, 'write'), { cause: error })
  }
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new AppFailure(appError('notAFolder', { folder }))
  }
  return false
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Something is in it by now, or it is out of reach: the failure that matters is being thrown already.
  }
}
