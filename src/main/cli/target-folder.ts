import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { AppFailure } from '../../shared/contract/errors.ts'
import { fileError } from '../export/files.ts'

/**
 * The folder of `--out` or `--to`, made if only its last part is missing: scripts name a new folder a
 * run. A missing parent stays an error, because a drive that is not plugged in looks just like that.
 *
 * @throws AppFailure `folderMissing`, `folderNotWritable`, `diskFull` …
 */
export function targetFolder(name: string): string {
  const folder = path.resolve(name)
  try {
    mkdirSync(folder)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (code !== 'EEXIST') throw new AppFailure(fileError(error, folder, 'write'), { cause: error })
  }
  return folder
}
