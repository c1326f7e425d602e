import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { AppFailure, appError } from '../../shared/contract/errors.ts'
import type { FileHandle } from '../../shared/contract/schemas/common.ts'

export interface KeptFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  readonly name: string
}

const mostBytes = 48 * 1024 * 1024
const mostFiles = 12

/**
 * Files and folders by handle. Bytes made for a screen (previews) stay in memory, never on disk, and the
 * oldest go first; folders that the user chose and files that were written are remembered by path, so
 * that a screen never names a path to write to or to show.
 */
export class FileShelf {
  readonly #kept = new Map<string, KeptFile>()
  readonly #folders = new Map<string, string>()
  readonly #chosen = new Map<string, string>()
  readonly #written = new Map<string, string>()

  /** Keeps bytes until newer ones need the room. */
  keep(file: KeptFile): FileHandle {
    const handle = newHandle()
    this.#kept.set(handle, file)
    this.#dropOldest()
    return { handle, mediaType: file.mediaType, name: file.name }
  }

  /** The kept file, or null when it was never there or is gone. */
  file(handle: string): KeptFile | null {
    return this.#kept.get(handle) ?? null
  }

  addFolder(folder: string): { handle: string; path: string; name: string } {
    const handle = newHandle()
    this.#folders.set(handle, folder)
    return { handle, path: folder, name: path.basename(folder) || folder }
  }

  /** @throws AppFailure `folderMissing` for a handle that was not given out. */
  folder(handle: string): string {
    const folder = this.#folders.get(handle)
    if (folder === undefined) throw new AppFailure(appError('folderMissing', { folder: '' }, 'folder'))
    return folder
  }

  /** A file that the user chose to be read. */
  addChosen(file: string): { handle: string; path: string; name: string } {
    const handle = newHandle()
    this.#chosen.set(handle, file)
    return { handle, path: file, name: path.basename(file) }
  }

  /** @throws AppFailure `fileMissing` for a handle that was not given out. */
  chosen(handle: string): string {
    const file = this.#chosen.get(handle)
    if (file === undefined) throw new AppFailure(appError('fileMissing', { file: '' }, 'file'))
    return file
  }

  addWritten(file: string): string {
    const handle = newHandle()
    this.#written.set(handle, file)
    return handle
  }

  written(handle: string): string | null {
    return this.#written.get(handle) ?? null
  }

  /** Forgets everything that came from a ledger; chosen folders stay. */
  clear(): void {
    this.#kept.clear()
  }

  #dropOldest(): void {
    let bytes = 0
    for (const file of this.#kept.values()) bytes += file.bytes.byteLength
    for (const [handle, file] of this.#kept) {
      if (this.#kept.size <= 1 || (bytes <= mostBytes && this.#kept.size <= mostFiles)) return
      this.#kept.delete(handle)
      bytes -= file.bytes.byteLength
    }
  }
}

const newHandle = (): string => randomBytes(18).toString('base64url')
