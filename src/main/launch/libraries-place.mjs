// Plain JavaScript, like prepare-node.mjs, which needs it before anything else is loaded.
import { readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Libraries of many small files, which a start loads from one file each when they were gathered. */
export const gatheredLibraries = ['kysely', 'uuid', 'zod']

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

/** Where the libraries are gathered, named by the versions that are installed. */
export function librariesFolder() {
  const versions = gatheredLibraries.map((name) => {
    const description = new URL(`../../../node_modules/${name}/package.json`, import.meta.url)
    return `${name}-${JSON.parse(readFileSync(description, 'utf8')).version}`
  })
  return path.join(cacheFolder(), 'libraries', versions.join('_'))
}
