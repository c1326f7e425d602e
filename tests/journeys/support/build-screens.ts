import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '../../..')

/** Builds the screens when they are not built, or older than their sources. */
export async function setup(): Promise<void> {
  const page = join(root, 'out/renderer/index.html')
  if (existsSync(page) && statSync(page).mtimeMs > newest('src/renderer', 'src/shared')) return
  const folder = join(root, 'src/renderer')
  await build({ root: folder, configFile: join(folder, 'vite.config.ts'), logLevel: 'warn' })
}

function newest(...folders: readonly string[]): number {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    ),
  )
  return Math.max(...files.map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs))
}
