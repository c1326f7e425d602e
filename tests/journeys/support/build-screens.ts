import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { screensVariable } from './screens.ts'

const root = join(import.meta.dirname, '../../..')

/**
 * Builds the screens when they are not built, or older than their sources, and lets the run work on a copy:
 * a build that begins meanwhile changes every file's name.
 */
export async function setup(): Promise<() => void> {
  const page = join(root, 'out/renderer/index.html')
  if (!existsSync(page) || statSync(page).mtimeMs < newest('src/renderer', 'src/shared')) {
    const folder = join(root, 'src/renderer')
    await build({ root: folder, configFile: join(folder, 'vite.config.ts'), logLevel: 'warn' })
  }
  const copy = mkdtempSync(join(tmpdir(), 'fukushi-screens-'))
  cpSync(join(root, 'out/renderer'), copy, { recursive: true })
  process.env[screensVariable] = copy
  return () => rmSync(copy, { recursive: true, force: true })
}

function newest(...folders: readonly string[]): number {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    ),
  )
  return Math.max(...files.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs))
}
