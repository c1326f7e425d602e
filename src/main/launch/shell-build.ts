import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/**
 * Builds the Electron bundle (main and preload) when it is missing or older than its sources.
 *
 * @throws Error when the build fails; the local browser needs none of it.
 */
export async function readyShell(project: string): Promise<void> {
  const built = statSync(path.join(project, 'out', 'main', 'index.js'), { throwIfNoEntry: false })
  const preload = path.join(project, 'out', 'preload', 'preload.cjs')
  if (built && existsSync(preload) && built.mtimeMs > newest(project)) return
  const program = path.join(
    path.dirname(createRequire(import.meta.url).resolve('electron-vite/package.json')),
    'bin',
    'electron-vite.js',
  )
  const child = spawn(process.execPath, [program, 'build', '--logLevel', 'warn'], {
    cwd: project,
    stdio: 'inherit',
  })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Error('the shell could not be built')
}

/** When the newest source of the bundle was changed. */
function newest(project: string): number {
  const folders = ['src/main', 'src/shared'].map((folder) => path.join(project, folder))
  return Math.max(
    ...folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs),
    ),
  )
}
