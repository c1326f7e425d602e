import { hash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { RowImage } from './entities.ts'
import { type Mac, macWith } from './hmac.ts'

/** The last link: sequence number and MAC. Sequence 0 is the root, before the first entry. */
export interface Link {
  readonly sequence: number
  readonly mac: Buffer
}

export interface EntryFields {
  readonly sequence: number
  readonly change: 'insert' | 'update' | 'delete' | 'none'
  readonly table: string
  readonly rowKey: number
  readonly rowId: string
  readonly beforeDigest: Uint8Array | null
  readonly afterDigest: Uint8Array | null
}

export interface ActionFields {
  readonly id: string
  readonly kind: string
  readonly staff: string
  readonly reason: string
  readonly at: string
  readonly request: Uint8Array
}

export const saltBytes = 16
/** The image as it is stored beside the chain and digested. */
export function imageText(image: RowImage): string {
  return JSON.stringify(image)
}

/**
 * Digest of an image. The salt keeps a digest from being guessed after the image was disposed of
 * (there are few possible rows about one person); `side` keeps before and after apart.
 */
export function digestImage(salt: Uint8Array, side: 'before' | 'after', text: string | null): Buffer | null {
  if (text === null) return null
  return hash('sha256', `${hex(salt)} ${side} ${text}`, 'buffer')
}

function hex(bytes: Uint8Array): string {
  if (Buffer.isBuffer(bytes)) return bytes.toString('hex')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex')
}

/** Every entry's MAC covers who, when, what for; as a digest, computed once an action. */
export function digestAction(action: ActionFields): Buffer {
  const { id, kind, staff, reason, at, request } = action
  const text = JSON.stringify([id, kind, staff, reason, at, Buffer.from(request).toString('hex')])
  return hash('sha256', text, 'buffer')
}

/** The MAC of an entry: over the MAC before it, so that no entry can be edited, left out, put in or moved. */
export function linkMac(
  mac: Mac,
  previous: Uint8Array,
  actionDigest: Uint8Array,
  entry: EntryFields,
): Buffer {
  const digests = [previous, actionDigest, entry.beforeDigest, entry.afterDigest]
  const heads = [entry.sequence, entry.change, entry.table, entry.rowKey, entry.rowId]
  const text = digests.map((digest) => (digest === null ? '-' : hex(digest))).join(' ')
  return mac(`${text} ${JSON.stringify(heads)}`)
}

/** The MAC of an action's own row, bound to the last link of its entries. */
export function actionMac(
  mac: Mac,
  actionDigest: Uint8Array,
  span: { readonly firstSequence: number; readonly lastSequence: number; readonly answer: string },
  last: Uint8Array,
): Buffer {
  const spans = [span.firstSequence, span.lastSequence, span.answer]
  return mac(`action ${hex(actionDigest)} ${hex(last)} ${JSON.stringify(spans)}`)
}

/** The MAC before the first entry: another ledger's history cannot be put in this one's place. */
export function rootLink(key: Uint8Array, ledgerId: string): Link {
  return { sequence: 0, mac: macWith(key)(`root ${ledgerId}`) }
}

export function lastLink(connection: Database, key: Uint8Array, ledgerId: string): Link {
  const row = connection
    .prepare<[], { seq: number; mac: Buffer }>('SELECT seq, mac FROM history ORDER BY seq DESC LIMIT 1')
    .get()
  return row === undefined ? rootLink(key, ledgerId) : { sequence: row.seq, mac: row.mac }
}

/** The writer's end of the chain. Only a commit moves it. */
export class Chain {
  /** With the history's key, made ready once. */
  readonly mac: Mac
  readonly #connection: Database
  readonly #key: Uint8Array
  readonly #ledgerId: string
  #last: Link | null = null

  constructor(connection: Database, key: Uint8Array, ledgerId: string) {
    this.mac = macWith(key)
    this.#connection = connection
    this.#key = key
    this.#ledgerId = ledgerId
  }

  last(): Link {
    this.#last ??= lastLink(this.#connection, this.#key, this.#ledgerId)
    return this.#last
  }

  moveTo(link: Link): void {
    this.#last = link
  }

  /** After a failure the truth is in the ledger. */
  forget(): void {
    this.#last = null
  }
}
