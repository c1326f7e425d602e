import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { librariesFolder } from './libraries-place.mjs'

/** Beside the first screen's own work it would only be in the way. */
const afterMs = 20_000

/**
 * Gathers the libraries of many small files (zod, kysely, uuid) into one file each, in the user's own cache
 * folder, where `prepare-node.mjs` finds them: a thread then starts with 80 files to load instead of 450.
 * Nothing depends on it; where it fails, the packages are loaded as they are.
 *
 * @returns whether they are there.
 */
export async function gatherLibraries(folder: string): Promise<boolean> {
  if (existsSync(folder)) return true
  const unfinished = `${folder}.${process.pid}`
  mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 })
  const vite = createRequire(import.meta.url).resolve('vite/package.json')
  const child = spawn(
    process.execPath,
    [
      path.join(path.dirname(vite), 'bin', 'vite.js'),
      'build',
      '--config',
      fileURLToPath(new URL('./libraries.vite.config.ts', import.meta.url)),
      '--configLoader',
      'native',
      '--outDir',
      unfinished,
    ],
    { stdio: 'ignore', windowsHide: true },
  )
  const code = await new Promise((resolve) => {
    child.once('error', resolve)
    child.once('exit', resolve)
  })
  try {
    // Whole or not at all; another copy of the tool may have been first.
    if (code === 0 && !existsSync(folder)) renameSync(unfinished, folder)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return existsSync(folder)
}

/** Makes the next start quicker, once this one is over. */
export function gatherLibrariesLater(): void {
  const folder = librariesFolder()
  const quietly = () => void gatherLibraries(folder).catch(() => {})
  setTimeout(quietly, afterMs).unref()
}
