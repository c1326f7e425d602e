import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

export interface RuntimePlace {
  /** The user's data folder; the runtime is kept below it. */
  readonly dataFolder: string
  readonly platform: NodeJS.Platform
  readonly arch: string
}

export interface FetchOptions extends RuntimePlace {
  readonly onProgress: (percent: number) => void
  /** Another source than GitHub (an office's own mirror, tests). */
  readonly mirror?: string
  readonly answerWithinMs?: number
  readonly byteWithinMs?: number
}

/** The version that package.json asks for. */
export function runtimeVersion(): string {
  const { version } = JSON.parse(readFileSync(require.resolve('electron/package.json'), 'utf8')) as {
    version: string
  }
  return version
}

/** The Electron program, if its runtime is on this PC. Never imports `electron`: that starts a download. */
export function findRuntime(place: RuntimePlace): string | null {
  const beside = path.join(path.dirname(require.resolve('electron/package.json')), 'dist')
  for (const folder of [beside, runtimeFolder(place)]) {
    const program = path.join(folder, programIn(place.platform))
    if (existsSync(program) && isVersion(folder)) return program
  }
  return null
}

/**
 * Fetches the runtime, checks it against the package's checksums and unpacks it. Gives up when the server
 * does not answer within 8 s, or sends nothing for 10 s. @returns the program, or null.
 */
export async function fetchRuntime(options: FetchOptions): Promise<string | null> {
  try {
    const archive = await download(options)
    return await unpack(archive, options)
  } catch {
    // Whatever went wrong, the browser works without it; the next start may try again.
    return null
  }
}

async function download(options: FetchOptions): Promise<string> {
  const { downloadArtifact } = await import('@electron/get')
  const patience = new Patience(options.answerWithinMs ?? 8_000, options.byteWithinMs ?? 10_000)
  const checksums = JSON.parse(readFileSync(require.resolve('electron/checksums.json'), 'utf8')) as Record<
    string,
    string
  >
  try {
    const fetched = downloadArtifact({
      version: runtimeVersion(),
      artifactName: 'electron',
      platform: options.platform,
      arch: options.arch,
      checksums,
      cacheRoot: path.join(options.dataFolder, 'runtime', 'downloads'),
      ...(options.mirror === undefined ? {} : { mirrorOptions: { mirror: options.mirror } }),
      downloadOptions: {
        quiet: true,
        signal: patience.signal,
        getProgressCallback: async ({ percent }: { percent: number }) => {
          patience.heard()
          options.onProgress(Math.floor(percent * 100))
        },
      },
    })
    return await Promise.race([fetched, patience.lost()])
  } finally {
    patience.end()
  }
}

async function unpack(archive: string, place: RuntimePlace): Promise<string> {
  const { extract } = await import('@electron-internal/extract-zip')
  const folder = runtimeFolder(place)
  const temporary = `${folder}.${process.pid}.tmp`
  rmSync(temporary, { recursive: true, force: true })
  mkdirSync(temporary, { recursive: true })
  await extract(archive, { dir: temporary })
  rmSync(folder, { recursive: true, force: true })
  renameSync(temporary, folder)
  rmSync(path.join(place.dataFolder, 'runtime', 'downloads'), { recursive: true, force: true })
  return path.join(folder, programIn(place.platform))
}

/** Remembers for a day that the runtime could not be fetched, so that the next start does not wait again. */
export function rememberUnreachable(place: RuntimePlace): void {
  mkdirSync(path.join(place.dataFolder, 'runtime'), { recursive: true, mode: 0o700 })
  writeFileSync(unreachableFile(place), runtimeVersion())
}

export function wasUnreachable(place: RuntimePlace, now: Date): boolean {
  const file = statSync(unreachableFile(place), { throwIfNoEntry: false })
  return file !== undefined && now.getTime() - file.mtimeMs < 24 * 60 * 60_000
}

const unreachableFile = (place: RuntimePlace) => path.join(place.dataFolder, 'runtime', 'unreachable')

function runtimeFolder(place: RuntimePlace): string {
  return path.join(
    place.dataFolder,
    'runtime',
    `electron-${runtimeVersion()}-${place.platform}-${place.arch}`,
  )
}

function programIn(platform: NodeJS.Platform): string {
  if (platform === 'win32') return 'electron.exe'
  if (platform === 'darwin') return path.join('Electron.app', 'Contents', 'MacOS', 'Electron')
  return 'electron'
}

function isVersion(folder: string): boolean {
  const file = path.join(folder, 'version')
  return existsSync(file) && readFileSync(file, 'utf8').trim().replace(/^v/, '') === runtimeVersion()
}

/** Two time limits in one: until the first byte, and between bytes. */
class Patience {
  readonly #abort = new AbortController()
  readonly #lost = Promise.withResolvers<never>()
  readonly #between: number
  #timer: NodeJS.Timeout

  constructor(first: number, between: number) {
    this.#between = between
    this.#timer = setTimeout(() => this.#giveUp(), first)
    // Nobody may be waiting any more when it is lost.
    this.#lost.promise.catch(() => {})
  }

  get signal(): AbortSignal {
    return this.#abort.signal
  }

  lost(): Promise<never> {
    return this.#lost.promise
  }

  heard(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#giveUp(), this.#between)
  }

  end(): void {
    clearTimeout(this.#timer)
  }

  #giveUp(): void {
    this.#abort.abort()
    this.#lost.reject(new Error('no answer'))
  }
}
