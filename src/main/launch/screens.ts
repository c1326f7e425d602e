import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Contents of the sources that the screens were built from. */
const stampName = '.built-from'
/** Places, sizes and times of sources whose contents were found to be those: not read again. */
const seenName = '.built-from-times'

export interface BuildTarget {
  readonly project: string
  /** Where the built screens go when `out/` cannot be written (another user's clone). */
  readonly otherFolder: string
  readonly onBuild: () => void
}

/**
 * The folder of screens that fit the sources, building them when they are missing or stale: by contents,
 * not by date, so that a fresh clone and a copied folder are both right.
 */
export async function readyScreens(target: BuildTarget): Promise<string> {
  const usual = path.join(target.project, 'out', 'renderer')
  const folders = [usual, target.otherFolder]
  const times = timesOfSources(target.project)
  const seen = folders.find((folder) => isStamped(folder, seenName, times))
  if (seen !== undefined) return seen
  const stamp = digestOfSources(target.project)
  const built = folders.find((folder) => isStamped(folder, stampName, stamp))
  if (built !== undefined) {
    note(built, times)
    return built
  }
  const folder = canWrite(target.project, usual) ? usual : target.otherFolder
  target.onBuild()
  await buildScreens(target.project, folder)
  writeFileSync(path.join(folder, stampName), stamp)
  note(folder, times)
  return folder
}

/** Everything that the screens are made of, and the lock file that fixes their tools. */
const sourcesOf = (project: string): string[] =>
  ['src/renderer', 'src/shared']
    .flatMap((folder) => listFiles(path.join(project, folder)))
    .concat(path.join(project, 'package-lock.json'))
    .sort()

function digestOfSources(project: string): string {
  const hash = createHash('sha256')
  for (const file of sourcesOf(project)) {
    hash
      .update(path.relative(project, file).split(path.sep).join('/'))
      .update('\0')
      .update(readFileSync(file))
  }
  return hash.digest('hex')
}

function timesOfSources(project: string): string {
  const hash = createHash('sha256')
  for (const file of sourcesOf(project)) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

function isStamped(folder: string, name: string, stamp: string): boolean {
  const file = path.join(folder, name)
  return (
    existsSync(file) && readFileSync(file, 'utf8') === stamp && existsSync(path.join(folder, 'index.html'))
  )
}

function note(folder: string, times: string): void {
  try {
    writeFileSync(path.join(folder, seenName), times)
  } catch {
    // Another user's clone: the contents are read again at the next start.
  }
}

function canWrite(project: string, folder: string): boolean {
  try {
    accessSync(project, constants.W_OK)
    mkdirSync(folder, { recursive: true })
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    // Someone else's clone: its screens are built in the user's own folder.
    return false
  }
}

async function buildScreens(project: string, folder: string): Promise<void> {
  const vite = createRequire(import.meta.url).resolve('vite/package.json')
  const program = path.join(path.dirname(vite), 'bin', 'vite.js')
  const parameters = [
    'build',
    path.join(project, 'src', 'renderer'),
    '--outDir',
    folder,
    '--emptyOutDir',
    // The other loader writes a file into node_modules, which may be another user's.
    '--configLoader',
    'native',
    '--logLevel',
    'warn',
  ]
  const child = spawn(process.execPath, [program, ...parameters], {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  if (code !== 0) throw new Error('the screens could not be built')
}
