import { constants } from 'node:fs'
import { copyFile, link, open, readdir, rename, unlink } from 'node:fs/promises'

/** The part of the file system that writing needs; tests give one that fails at any chosen step. */
export interface FileLayer {
  /** Creates a file that must not exist yet. */
  create(path: string): Promise<OpenFile>
  rename(from: string, to: string): Promise<void>
  remove(path: string): Promise<void>
  /** A second name for the file, or a copy where the volume knows no links; never in place of another file. */
  duplicate(from: string, to: string): Promise<void>
  /** Names of the entries of a folder. */
  list(folder: string): Promise<readonly string[]>
  /** Makes renames in this folder durable; does nothing where the system has no such call. */
  syncFolder(folder: string): Promise<void>
}

export interface OpenFile {
  write(bytes: Uint8Array): Promise<void>
  sync(): Promise<void>
  close(): Promise<void>
}

const noLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK', 'EINVAL'])

export const errnoOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''

export const nodeFiles: FileLayer = {
  async create(path) {
    const handle = await open(path, 'wx', 0o644)
    return {
      write: (bytes) => handle.writeFile(bytes),
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
  rename,
  remove: unlink,
  list: (folder) => readdir(folder),
  async duplicate(from, to) {
    try {
      await link(from, to)
    } catch (cause) {
      if (!noLinks.has(errnoOf(cause))) throw cause
      await copyFile(from, to, constants.COPYFILE_EXCL).catch(async (failure: unknown) => {
        if (errnoOf(failure) !== 'EEXIST') await unlink(to).catch(() => {})
        throw failure
      })
    }
  },
  async syncFolder(folder) {
    // Windows cannot open a folder for this; its renames are journalled by NTFS.
    if (process.platform === 'win32') return
    const handle = await open(folder, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  },
}
