import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { AppFailure, appError } from '../../shared/contract/errors.ts'
import { limits } from '../../shared/contract/limits.ts'
import type { FileList, FolderList } from '../../shared/contract/schemas/platform.ts'

/**
 * Folders inside a folder, for choosing a place in the local browser: names only, hidden ones left out.
 *
 * @throws AppFailure `folderMissing`, or what the system says (`folderNotWritable` for a refused one).
 */
export function listFolders(asked: string | null, home: string = homedir()): FolderList {
  const folder = path.resolve(asked ?? home)
  const names = namesOfFolders(folder).sort((a, b) => a.localeCompare(b, 'ja'))
  const parent = path.dirname(folder)
  return {
    path: folder,
    parent: parent === folder ? null : parent,
    folders: names.slice(0, limits.page).map((name) => ({
      name: name.slice(0, limits.name),
      path: path.join(folder, name),
      isLedger: name.endsWith('.daicho'),
    })),
    cut: names.length > limits.page,
    places: placesToBegin(home),
  }
}

/** Folders as `listFolders`, and the files with one of the endings, newest first. Errors as there. */
export function listFiles(
  asked: string | null,
  endings: readonly string[],
  home: string = homedir(),
): FileList {
  const folders = listFolders(asked, home)
  const files = readdirSync(folders.path, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.') && !entry.name.startsWith('~$'))
    .filter((entry) => endings.includes(path.extname(entry.name).toLowerCase()))
    .flatMap((entry) => fileAt(path.join(folders.path, entry.name)))
    .sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
  return { ...folders, files: files.slice(0, limits.page), cut: folders.cut || files.length > limits.page }
}

function fileAt(file: string): FileList['files'] {
  // A link that leads nowhere, or a file that went away meanwhile, is no choice.
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found?.isFile()) return []
  const name = path.basename(file).slice(0, limits.name)
  return [{ name, path: file, bytes: found.size, changedAt: found.mtime.toISOString() }]
}

/** The file as it was picked, when it is there. @throws AppFailure `fileMissing`. */
export function existingFile(asked: string): string {
  const file = path.resolve(asked)
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new AppFailure(appError('fileMissing', { file }, 'path'))
  }
  return file
}

/** The folder as it was picked, when it is there. @throws AppFailure `folderMissing`. */
export function existingFolder(asked: string): string {
  const folder = path.resolve(asked)
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new AppFailure(appError('folderMissing', { folder }, 'path'))
  }
  return folder
}

function namesOfFolders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => !entry.name.startsWith('.') && isFolder(folder, entry))
      .map((entry) => entry.name)
  } catch (error) {
    throw new AppFailure(appError('folderMissing', { folder }, 'path'), { cause: error })
  }
}

function isFolder(
  parent: string,
  entry: { name: string; isDirectory(): boolean; isSymbolicLink(): boolean },
): boolean {
  if (entry.isDirectory()) return true
  if (!entry.isSymbolicLink()) return false
  try {
    return statSync(path.join(parent, entry.name)).isDirectory()
  } catch {
    // A link that leads nowhere.
    return false
  }
}

function placesToBegin(home: string): FolderList['places'] {
  const inHome = [
    { label: 'ホーム', path: home },
    { label: 'ドキュメント', path: path.join(home, 'Documents') },
    { label: 'デスクトップ', path: path.join(home, 'Desktop') },
  ]
  const drives =
    process.platform === 'win32'
      ? [...'CDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => ({
          label: `${letter}ドライブ`,
          path: `${letter}:\\`,
        }))
      : [{ label: 'このPC', path: '/' }]
  return [...inHome, ...drives].filter((place) => existsSync(place.path))
}
