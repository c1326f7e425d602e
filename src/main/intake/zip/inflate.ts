import { crc32 } from 'node:zlib'
import { Inflate } from 'fflate'
import { limits } from '../limits.ts'
import { damaged, refusal, tooLarge } from '../refuse.ts'
import type { ZipEntry } from './archive.ts'

/** Inflated bytes of one book so far: a thousand sheets that share the same packed bytes count a thousand times. */
export interface Budget {
  inflated: number
  /** Called with every piece; may throw to stop. */
  readonly watch?: () => void
}

/** A step of packed bytes: it inflates to 4 MB at the very most before the limits are looked at again. */
const step = 4 * 1024

/**
 * Inflates one entry and hands its bytes on as they come; `take` may throw to stop in the middle. An entry
 * that claims too much is not begun, and one that holds more than it claims is left where it passes its claim.
 * Throws bookEncrypted, bookDamaged (broken stream, wrong checksum), bookTooLarge or bookBomb.
 */
export function inflateEntry(entry: ZipEntry, budget: Budget, take: (bytes: Uint8Array) => void): void {
  if (entry.encrypted) throw refusal('bookEncrypted')
  if (budget.inflated + entry.size > limits.bookBytes) {
    throw tooLarge('inflatedBytes', limits.bookBytes / 1024 / 1024)
  }
  let size = 0
  let crc = 0
  const accept = (bytes: Uint8Array): void => {
    size += bytes.length
    budget.inflated += bytes.length
    budget.watch?.()
    if (size > entry.size) throw damaged(entry.name)
    if (size > limits.ratioFrom && size > entry.packedSize * limits.ratio) {
      throw refusal('bookBomb', { part: entry.name })
    }
    crc = crc32(bytes, crc)
    take(bytes)
  }
  if (entry.method === 0) inSteps(entry.packed, accept)
  else if (entry.method === 8) inflate(entry, accept)
  else throw damaged(entry.name)
  if (size !== entry.size || crc !== entry.crc) throw damaged(entry.name)
}

function inSteps(bytes: Uint8Array, take: (bytes: Uint8Array, last: boolean) => void): void {
  for (let at = 0; at < bytes.length; at += step) {
    take(bytes.subarray(at, at + step), at + step >= bytes.length)
  }
}

/** What `take` throws passes through fflate unchanged; what fflate throws itself is a broken stream. */
function inflate(entry: ZipEntry, take: (bytes: Uint8Array) => void): void {
  let thrown: { readonly by: unknown } | null = null
  const stream = new Inflate((bytes) => {
    try {
      if (bytes.length > 0) take(bytes)
    } catch (error) {
      thrown = { by: error }
      throw error
    }
  })
  try {
    inSteps(entry.packed, (bytes, last) => stream.push(bytes, last))
  } catch (error) {
    if (thrown !== null) throw error
    throw damaged(entry.name)
  }
}

/** The whole entry; for parts that are small by their nature, and for a copy. */
export function inflateWhole(entry: ZipEntry, budget: Budget): Uint8Array {
  const parts: Uint8Array[] = []
  inflateEntry(entry, budget, (bytes) => parts.push(bytes.slice()))
  return Buffer.concat(parts)
}
