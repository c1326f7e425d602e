// Plain JavaScript, like prepare-node.mjs, which needs it before anything else is loaded.
import { createHash } from 'node:crypto'
import { readdirSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const project = fileURLToPath(new URL('../../../', import.meta.url))

/** What a process or a thread begins with: name in the packed program → source file. */
export const programEntries = {
  'command-line': 'src/main/cli.ts',
  start: 'src/main/launch.ts',
  'writer-worker': 'src/main/backend/writer-worker.ts',
  'reader-worker': 'src/main/backend/reader-worker.ts',
  'render-worker': 'src/main/backend/render-worker.ts',
  'intake-worker': 'src/main/backend/intake-worker.ts',
}

/** The user's own cache folder: in a shared one, another user could put code in its place. */
export function cacheFolder() {
  const { FUKUSHI_DATA, LOCALAPPDATA, XDG_CACHE_HOME } = process.env
  const home = os.homedir()
  if (FUKUSHI_DATA) return path.join(path.resolve(FUKUSHI_DATA), 'cache')
  if (process.platform === 'win32') {
    return path.join(LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'fukushi-daicho')
  }
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches', 'fukushi-daicho')
  const xdg = XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : path.join(home, '.cache')
  return path.join(xdg, 'fukushi-daicho')
}

/**
 * Where the packed program of these sources lies, named by their place, sizes and times: after the smallest
 * change there is none, and the sources themselves run. (10 ms; reading them all would cost what it saves.)
 */
export function programFolder() {
  const hash = createHash('sha256').update(project)
  for (const part of ['src/main', 'src/shared', 'resources', 'package-lock.json']) {
    for (const file of filesOf(path.join(project, part))) {
      const { size, mtimeMs } = statSync(file)
      hash.update(`${file}\0${size}\0${mtimeMs}\n`)
    }
  }
  return path.join(cacheFolder(), 'program', hash.digest('hex').slice(0, 24))
}

function filesOf(place) {
  const found = statSync(place, { throwIfNoEntry: false })
  if (!found) return []
  if (found.isFile()) return [place]
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort()
}
