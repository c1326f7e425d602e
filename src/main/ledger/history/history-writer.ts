import type { Statement } from 'better-sqlite3'
import type { Environment } from '../environment.ts'
import type { Statements } from '../statements.ts'
import {
  type ActionFields,
  actionMac,
  digestAction,
  digestImage,
  imageText,
  type Link,
  linkMac,
  saltBytes,
} from './chain.ts'
import type { RowImage } from './entities.ts'
import type { Mac } from './hmac.ts'

/** Salts are drawn for many entries at a time; most actions have few. */
const saltsAtFirst = 4
const saltsAtOnce = 64

/** Writes the entries of one action inside the transaction that makes its changes. */
export class HistoryWriter {
  readonly #action: ActionFields
  readonly #actionDigest: Buffer
  readonly #actionKey: number
  readonly #first: number
  readonly #mac: Mac
  readonly #environment: Environment
  readonly #statements: Statements
  readonly #insertEntry: Statement<unknown[], unknown>
  readonly #insertImage: Statement<unknown[], unknown>
  #salts: Uint8Array = new Uint8Array(0)
  #saltAt = 0
  #last: Link

  constructor(statements: Statements, mac: Mac, environment: Environment, action: ActionFields, last: Link) {
    this.#statements = statements
    this.#mac = mac
    this.#environment = environment
    this.#action = action
    this.#actionDigest = digestAction(action)
    this.#last = last
    this.#first = last.sequence + 1
    const next = statements
      .prepare<{ key: number }>('SELECT ifnull(max(key), 0) + 1 AS key FROM action')
      .get()
    this.#actionKey = next?.key ?? 1
    this.#begin()
    this.#insertEntry = statements.prepare(
      `INSERT INTO history (seq, action_key, change, table_name, row_key, row_id, before_digest, after_digest, mac)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#insertImage = statements.prepare(
      'INSERT INTO history_image (seq, salt, before, after) VALUES (?, ?, ?, ?)',
    )
  }

  /**
   * The action's row comes before its entries, filled in by `finish`: a row that others already refer to
   * (deferred) makes SQLite look for them through the whole history, at each save longer.
   */
  #begin(): void {
    const { id, kind, staff, reason, at, request } = this.#action
    this.#statements
      .prepare(
        `INSERT INTO action (key, id, kind, staff, reason, at, request, answer, first_seq, last_seq, mac)
         VALUES (?, ?, ?, ?, ?, ?, ?, '', 0, 0, zeroblob(32))`,
      )
      .run(this.#actionKey, id, kind, staff, reason, at, request)
  }

  get last(): Link {
    return this.#last
  }

  /** Entries so far. */
  get count(): number {
    return this.#last.sequence - this.#first + 1
  }

  #salt(): Uint8Array {
    if (this.#saltAt + saltBytes > this.#salts.length) {
      const count = this.#salts.length === 0 ? saltsAtFirst : saltsAtOnce
      this.#salts = this.#environment.randomBytes(saltBytes * count)
      this.#saltAt = 0
    }
    const salt = this.#salts.subarray(this.#saltAt, this.#saltAt + saltBytes)
    this.#saltAt += saltBytes
    return salt
  }

  /** `beforeText`: the image before as text, where it is known: it need not be written out again. */
  record(
    change: 'insert' | 'update' | 'delete' | 'none',
    row: { readonly table: string; readonly key: number; readonly id: string },
    before: RowImage | null,
    after: RowImage | null,
    beforeText: string | null = before === null ? null : imageText(before),
  ): void {
    const salt = this.#salt()
    const afterText = after === null ? null : imageText(after)
    const entry = {
      sequence: this.#last.sequence + 1,
      change,
      table: row.table,
      rowKey: row.key,
      rowId: row.id,
      beforeDigest: digestImage(salt, 'before', beforeText),
      afterDigest: digestImage(salt, 'after', afterText),
    }
    const mac = linkMac(this.#mac, this.#last.mac, this.#actionDigest, entry)
    this.#insertEntry.run(
      entry.sequence,
      this.#actionKey,
      change,
      row.table,
      row.key,
      row.id,
      entry.beforeDigest,
      entry.afterDigest,
      mac,
    )
    if (change !== 'none') this.#insertImage.run(entry.sequence, salt, beforeText, afterText)
    this.#last = { sequence: entry.sequence, mac }
  }

  /** Completes the action's own row; an action without changes leaves one entry `none`. */
  finish(answer: string): Link {
    if (this.count === 0) this.record('none', { table: '', key: 0, id: '' }, null, null)
    const span = { firstSequence: this.#first, lastSequence: this.#last.sequence, answer }
    this.#statements
      .prepare('UPDATE action SET answer = ?, first_seq = ?, last_seq = ?, mac = ? WHERE key = ?')
      .run(
        answer,
        span.firstSequence,
        span.lastSequence,
        actionMac(this.#mac, this.#actionDigest, span, this.#last.mac),
        this.#actionKey,
      )
    return this.#last
  }
}
