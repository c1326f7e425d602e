import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { FileLayer } from '../environment.ts'
import { fail } from '../failures.ts'
import { writeAll, writeWhole } from '../files.ts'
import type { Link } from './chain.ts'
import { type Mac, macWith } from './hmac.ts'

/**
 * The anchor stands outside the database: the last (sequence, MAC), written and fsynced after each
 * commit, in two slots by turns, so that a torn write leaves the other slot whole. A ledger behind its
 * anchor has lost saved actions (trust, Nothing gets lost §2).
 *
 * It is written before the action answers (so a killed process leaves it whole), and fsynced as soon as the
 * answer is on its way: the values are on the disk with the commit, and a power cut between the two leaves the
 * ledger one action ahead, as one between commit and anchor always did.
 */

/** Each slot has a disk block of its own. */
const slotBytes = 4096
const textBytes = 384

const slotSchema = z.strictObject({
  turn: z.int().min(1),
  sequence: z.int().min(0),
  mac: z.string().regex(/^[0-9a-f]{64}$/),
  /** The action before this one ended here: a crash may leave the ledger one action ahead, not two. */
  previous: z.int().min(0),
  /** `schema_version` of the plain header, which no page checksum covers. */
  cookie: z.int(),
})
type Slot = z.infer<typeof slotSchema>

function slotText(seal: Mac, slot: Slot): Buffer {
  const text = JSON.stringify(slot)
  const line = `${text}\n${seal(text).toString('hex')}\n`
  return Buffer.from(line.padEnd(textBytes, ' '))
}

function parseSlot(seal: Mac, bytes: Uint8Array): Slot | null {
  const [text, mac] = Buffer.from(bytes).toString('latin1').split('\n')
  if (text === undefined || mac === undefined || mac.length !== 64) return null
  if (!timingSafeEqual(Buffer.from(mac, 'latin1'), Buffer.from(seal(text).toString('hex')))) return null
  const slot = slotSchema.safeParse(JSON.parse(text))
  if (!slot.success) return null
  // Also the padding: any bit that differs from what was written is found.
  const whole = Buffer.alloc(slotBytes, ' ')
  slotText(seal, slot.data).copy(whole)
  return whole.equals(bytes) ? slot.data : null
}

export interface AnchorState {
  /** The newest whole slot. */
  readonly newest: { readonly sequence: number; readonly mac: Buffer; readonly cookie: number }
  /** One of the two slots could not be read: torn by a crash, or damaged. */
  readonly slotLost: boolean
  readonly turn: number
}

/** Reads both slots. Stops with `anchorMissing` or `anchorDamaged`. */
export function readAnchor(files: FileLayer, path: string, key: Uint8Array): AnchorState {
  if (!files.existsSync(path)) fail('anchorMissing', { path })
  if (!files.statSync(path).isFile()) fail('anchorDamaged', { path })
  const bytes = files.readFileSync(path)
  const seal = macWith(key)
  const slots = [0, slotBytes].map((offset) => parseSlot(seal, bytes.subarray(offset, offset + slotBytes)))
  const readable = slots.filter((slot) => slot !== null).toSorted((a, b) => b.turn - a.turn)
  const newest = readable[0]
  if (newest === undefined) return fail('anchorDamaged', { path })
  return {
    newest: { sequence: newest.sequence, mac: Buffer.from(newest.mac, 'hex'), cookie: newest.cookie },
    slotLost: readable.length < 2 || bytes.length !== 2 * slotBytes,
    turn: newest.turn,
  }
}

/** Writes the anchor after each commit, through one descriptor that stays open. */
export class Anchor {
  readonly #files: FileLayer
  readonly #seal: Mac
  readonly #descriptor: number
  #turn: number
  #sequence: number
  /** A commit whose anchor is not on the disk yet; `written` when only its fsync is missing. */
  #pending: { readonly link: Link; readonly cookie: number; written: boolean } | null = null
  #soon: NodeJS.Immediate | null = null

  constructor(files: FileLayer, path: string, key: Uint8Array, state: { turn: number; sequence: number }) {
    this.#files = files
    this.#seal = macWith(key)
    this.#descriptor = files.openSync(path, 'r+')
    this.#turn = state.turn
    this.#sequence = state.sequence
  }

  /**
   * Writes the anchor of a commit, and has it fsynced after the answer. Stops with a file error when it
   * cannot be written; `settle` tries again before the next action.
   */
  write(link: Link, cookie: number): void {
    this.#pending = { link, cookie, written: false }
    this.#put()
    this.#soon ??= setImmediate(() => {
      this.#soon = null
      try {
        this.settle()
      } catch {
        // Not forgotten: the next action, or closing, tries again and tells the error.
      }
    })
    this.#soon.unref()
  }

  #put(): void {
    const pending = this.#pending
    if (pending === null || pending.written) return
    const slot: Slot = {
      turn: this.#turn + 1,
      sequence: pending.link.sequence,
      mac: pending.link.mac.toString('hex'),
      previous: this.#sequence,
      cookie: pending.cookie,
    }
    const offset = slot.turn % 2 === 0 ? 0 : slotBytes
    writeAll(this.#files, this.#descriptor, slotText(this.#seal, slot), offset)
    pending.written = true
  }

  /** The anchor never falls two actions behind: before it is on the disk no further action begins. */
  settle(): void {
    const pending = this.#pending
    if (pending === null) return
    this.#put()
    try {
      this.#files.fsyncSync(this.#descriptor)
    } catch (error) {
      // After a failed fsync the system may have dropped the bytes: they are written once more.
      pending.written = false
      throw error
    }
    this.#turn += 1
    this.#sequence = pending.link.sequence
    this.#pending = null
  }

  close(): void {
    if (this.#soon !== null) clearImmediate(this.#soon)
    this.#files.closeSync(this.#descriptor)
  }
}

/** A new anchor file with both slots saying the same. */
export function createAnchor(
  files: FileLayer,
  path: string,
  key: Uint8Array,
  link: Link,
  cookie: number,
): void {
  const bytes = Buffer.alloc(2 * slotBytes, ' ')
  const seal = macWith(key)
  for (const turn of [1, 2]) {
    const slot = {
      turn,
      sequence: link.sequence,
      mac: link.mac.toString('hex'),
      previous: link.sequence,
      cookie,
    }
    slotText(seal, slot).copy(bytes, turn % 2 === 0 ? 0 : slotBytes)
  }
  writeWhole(files, path, bytes)
}
