import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export const secretHeader = 'x-fukushi-secret'

/** Why a request is turned away, as an HTTP status; null lets it pass. */
export type Refusal = { readonly status: 401 | 403; readonly reason: string } | null

/**
 * Who may speak to the local host (trust, Nobody gets in §4). The address carries a token in its fragment,
 * which is exchanged once for a secret that the tab keeps and sends as a header. Host and Origin are
 * checked against DNS rebinding and other pages' requests.
 */
export class Gate {
  readonly #origin: string
  readonly #host: string
  readonly #secrets: string[] = []
  #token: string | null

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`
    this.#origin = `http://${this.#host}`
    this.#token = newSecret()
  }

  /** What to open in the browser; the fragment never leaves it. */
  get address(): string {
    return this.#token === null ? `${this.#origin}/` : `${this.#origin}/#token=${this.#token}`
  }

  /** Exchanges the token for a secret; works once. */
  enter(token: string): string | null {
    if (this.#token === null || !same(token, this.#token)) return null
    this.#token = null
    const secret = newSecret()
    this.#secrets.push(secret)
    return secret
  }

  /** Whether a request comes from our own page: for everything, also the page itself. */
  refuseForeign(method: string, headers: IncomingHttpHeaders): Refusal {
    if (headers.host !== this.#host) return { status: 403, reason: 'host' }
    const { origin } = headers
    if (origin !== undefined && origin !== this.#origin) return { status: 403, reason: 'origin' }
    if (method !== 'GET' && origin === undefined) return { status: 403, reason: 'origin' }
    const site = headers['sec-fetch-site']
    if (site !== undefined && site !== 'same-origin' && !(method === 'GET' && site === 'none')) {
      return { status: 403, reason: 'site' }
    }
    return null
  }

  /** Whether a request carries the secret: for everything but the page, its assets and `enter`. */
  refuseStranger(headers: IncomingHttpHeaders): Refusal {
    const given = headers[secretHeader]
    if (typeof given === 'string' && this.#secrets.some((secret) => same(given, secret))) return null
    return { status: 401, reason: 'secret' }
  }
}

const newSecret = (): string => randomBytes(32).toString('base64url')

function same(given: string, expected: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(expected)
  return a.length === b.length && timingSafeEqual(a, b)
}
