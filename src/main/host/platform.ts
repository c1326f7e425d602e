import { spawn } from 'node:child_process'
import path from 'node:path'
import { bookEndings } from '../../shared/intake/book-files.ts'
import type { DoorPlatform } from '../backend/platform.ts'
import { hasDisplay } from '../launch/browser.ts'
import { existingFile, existingFolder, listFiles, listFolders } from '../services/folder-list.ts'

/** The platform of the local browser: folders are listed in the page, since a browser may not tell paths. */
export function hostPlatform(options: {
  readonly version: string
  readonly reason: string | null
}): DoorPlatform {
  return {
    info: { version: options.version, door: 'host', doorReason: options.reason, chooser: 'list' },
    chooseFolder: async (_purpose, asked) => (asked === null ? null : existingFolder(asked)),
    chooseFile: async (_purpose, asked) => (asked === null ? null : existingFile(asked)),
    listFiles: ({ path: asked }) => listFiles(asked, bookEndings),
    listFolders: ({ path: asked }) => listFolders(asked),
    reveal,
  }
}

function reveal(file: string): boolean {
  const folder = path.dirname(file)
  if (process.platform === 'win32') return start('explorer.exe', [`/select,${file}`])
  if (process.platform === 'darwin') return start('open', ['-R', file])
  return hasDisplay(process.platform, process.env) && start('xdg-open', [folder])
}

function start(program: string, parameters: readonly string[]): boolean {
  const child = spawn(program, parameters, { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
  return true
}
