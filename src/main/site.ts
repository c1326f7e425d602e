import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { AppFailure, appError } from '../shared/contract/errors.ts'
import { contentPolicy, noncePlaceholder, safetyHeaders } from './content-policy.ts'

export interface SiteAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
}

/**
 * The built screens as both doors serve them. Only files that were there at the start can be asked for,
 * by their exact path: a request never becomes a path on the disk.
 */
export class Site {
  readonly #files: ReadonlyMap<string, string>

  /** @throws AppFailure `fileMissing` when the screens were not built. */
  constructor(folder: string) {
    const files = new Map<string, string>()
    for (const entry of listFiles(folder)) {
      if (path.extname(entry) in mediaTypes) {
        files.set(`/${path.relative(folder, entry).split(path.sep).join('/')}`, entry)
      }
    }
    const page = files.get('/index.html')
    if (page === undefined) throw new AppFailure(appError('fileMissing', { file: 'out/renderer/index.html' }))
    this.#files = files
  }

  /** The answer for a path as it stands in the request line; unknown paths are 404, whatever they spell. */
  async answer(pathname: string): Promise<SiteAnswer> {
    const name = pathname === '/' ? '/index.html' : pathname
    const file = this.#files.get(name)
    if (file === undefined) return { status: 404, headers: safetyHeaders, body: new Uint8Array() }
    const nonce = randomBytes(16).toString('base64')
    const bytes = await readFile(file)
    const body = name.endsWith('.html')
      ? Buffer.from(bytes.toString('utf8').replaceAll(noncePlaceholder, nonce))
      : bytes
    return {
      status: 200,
      headers: {
        ...safetyHeaders,
        'Content-Type': mediaTypes[path.extname(file)] ?? 'application/octet-stream',
        'Content-Security-Policy': contentPolicy(nonce),
      },
      body,
    }
  }
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
  } catch (error) {
    throw new AppFailure(appError('fileMissing', { file: 'out/renderer/index.html' }), { cause: error })
  }
}
