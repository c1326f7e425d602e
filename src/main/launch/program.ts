import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { programFolder } from './program-place.mjs'

/** Beside the first screen's own work it would only be in the way. */
const afterMs = 20_000
const forgottenAfterMs = 30 * 24 * 60 * 60_000

/**
 * Packs our own sources with zod, kysely and uuid into a few files, in the user's own cache folder, where
 * `prepare-node.mjs` finds them: a thread then starts with a dozen files to load instead of 450. Takes a
 * second. Nothing depends on it; where it fails, the sources run as they are.
 *
 * @returns whether it is there.
 */
export async function packProgram(folder: string): Promise<boolean> {
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
      fileURLToPath(new URL('./program.vite.config.ts', import.meta.url)),
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
    // Whole or not at all; and not when the sources changed meanwhile, or another copy was first.
    const current = path.basename(programFolder()) === path.basename(folder)
    if (code === 0 && current && !existsSync(folder)) renameSync(unfinished, folder)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  if (!existsSync(folder)) return false
  removeForgotten(folder)
  return true
}

/** Programs of earlier sources, when nobody can be running them any more: parts of them load late. */
function removeForgotten(folder: string): void {
  const place = path.dirname(folder)
  for (const name of readdirSync(place)) {
    const other = path.join(place, name)
    if (other === folder || Date.now() - statSync(other).mtimeMs < forgottenAfterMs) continue
    rmSync(other, { recursive: true, force: true, maxRetries: 2 })
  }
}

/** Makes the next start quicker, once this one is over. */
export function packProgramLater(): void {
  const quietly = () => void packProgram(programFolder()).catch(() => {})
  setTimeout(quietly, afterMs).unref()
}
