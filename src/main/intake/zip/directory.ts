import { refusal } from '../refuse.ts'

/** Where the central directory of a zip begins, and how many entries it lists. */
export interface Directory {
  readonly offset: number
  readonly count: number
  /** Bytes before the archive's own first byte: something was put in front of it. */
  readonly shift: number
}

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const locatorSignature = 0x07064b50
const longestComment = 0xffff

/** Looks from the end for the record that closes every zip. Without it the file is cut (bookTruncated). */
export function findDirectory(view: DataView): Directory {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - longestComment); at--) {
    if (view.getUint32(at, true) !== endSignature) continue
    return readEnd64(view, at) ?? readEnd(view, at)
  }
  throw refusal('bookTruncated')
}

function readEnd(view: DataView, end: number): Directory {
  const size = view.getUint32(end + 12, true)
  const claimed = view.getUint32(end + 16, true)
  const shift = end - size - claimed
  if (shift < 0) throw refusal('bookTruncated')
  return { offset: claimed + shift, count: view.getUint16(end + 10, true), shift }
}

function readEnd64(view: DataView, end: number): Directory | null {
  const locator = end - 20
  if (locator < 0 || view.getUint32(locator, true) !== locatorSignature) return null
  const at = Number(view.getBigUint64(locator + 8, true))
  if (at + 56 > locator || view.getUint32(at, true) !== end64Signature) throw refusal('bookTruncated')
  const offset = Number(view.getBigUint64(at + 48, true))
  if (offset > at) throw refusal('bookTruncated')
  return { offset, count: Number(view.getBigUint64(at + 32, true)), shift: 0 }
}
