import { type Client, createClient, type Transport } from '../../shared/contract/client.ts'
import { httpTransport, type Reachability } from './transport-http.ts'

declare global {
  interface Window {
    /** The preload's bridge; there only in the shell. */
    readonly fukushi?: Transport
  }
}

export type Connection =
  | { readonly kind: 'connected'; readonly client: Client; readonly reachability: ReachabilityStore }
  /** The address was used before, or is too old. */
  | { readonly kind: 'refused' }

const secretKey = 'fukushi-secret'

/** Whether the tool behind the screens answers. */
export class ReachabilityStore {
  #value: Reachability = 'connected'
  readonly #listeners = new Set<() => void>()
  readonly read = (): Reachability => this.#value
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly set = (value: Reachability): void => {
    if (value === this.#value) return
    this.#value = value
    for (const listener of this.#listeners) listener()
  }
}

/**
 * Finds the door: the shell's bridge, or the local host. There the one-time token of the address's fragment
 * is exchanged for a secret, which lives in this tab's sessionStorage; the token leaves the address bar.
 */
export async function connect(): Promise<Connection> {
  const reachability = new ReachabilityStore()
  const newId = () => crypto.randomUUID()
  if (window.fukushi) {
    return { kind: 'connected', client: createClient(window.fukushi, newId), reachability }
  }
  const secret = await exchangeToken()
  if (secret === null) return { kind: 'refused' }
  return {
    kind: 'connected',
    client: createClient(httpTransport(secret, reachability.set), newId),
    reachability,
  }
}

async function exchangeToken(): Promise<string | null> {
  const token = /^#token=([\w-]+)$/.exec(location.hash)?.[1]
  if (token !== undefined) {
    history.replaceState(null, '', `${location.pathname}#/`)
    const secret = await enter(token)
    if (secret !== null) {
      sessionStorage.setItem(secretKey, secret)
      return secret
    }
  }
  return sessionStorage.getItem(secretKey)
}

async function enter(token: string): Promise<string | null> {
  const answer = await fetch('/enter', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ token }),
  })
  if (!answer.ok) return null
  const { value } = (await answer.json()) as { readonly value: { readonly secret: string } }
  return value.secret
}
