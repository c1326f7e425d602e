import { limits } from '../limits.ts'
import { damaged, refusal, tooLarge } from '../refuse.ts'
import { findDirectory } from './directory.ts'

/** A file inside the archive, as the central directory lists it. Sizes are claims until it is inflated. */
export interface ZipEntry {
  /** As written, with `/` between folders: some programs on Windows write `\`. */
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** The packed bytes, a view into the file. */
  readonly packed: Uint8Array
  /** Date and time words of the directory, kept for a copy. */
  readonly stamp: number
}

/** Entries by {@link partKey}. */
export interface Archive {
  readonly entries: ReadonlyMap<string, ZipEntry>
  /** Their order in the directory. */
  readonly order: readonly ZipEntry[]
}

/** Names of parts are equal without regard to case (OPC), and begin without a slash. */
export const partKey = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase()

const entrySignature = 0x02014b50
const localSignature = 0x04034b50
const zip64Extra = 0x0001

/**
 * Reads the central directory of a zip; nothing is inflated and no name ever becomes a path on the disk.
 * Throws bookTruncated without a directory, bookDamaged where it contradicts the file, bookTooLarge above
 * the number of entries.
 */
export function openArchive(bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = findDirectory(view)
  if (directory.count > limits.zipEntries) throw tooLarge('zipEntries', limits.zipEntries)
  const entries = new Map<string, ZipEntry>()
  const order: ZipEntry[] = []
  let at = directory.offset
  for (let index = 0; index < directory.count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature)
      throw refusal('bookTruncated')
    const { entry, next } = readEntry(bytes, view, at, directory.shift)
    at = next
    const key = partKey(entry.name)
    if (key.endsWith('/')) continue
    if (entries.has(key)) throw damaged(entry.name)
    entries.set(key, entry)
    order.push(entry)
  }
  return { entries, order }
}

function readEntry(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  shift: number,
): { readonly entry: ZipEntry; readonly next: number } {
  const flags = view.getUint16(at + 8, true)
  const nameEnd = at + 46 + view.getUint16(at + 28, true)
  const extraEnd = nameEnd + view.getUint16(at + 30, true)
  const next = extraEnd + view.getUint16(at + 32, true)
  if (next > bytes.length) throw refusal('bookTruncated')
  const name = entryName(bytes.subarray(at + 46, nameEnd), (flags & 0x800) !== 0)
  const claims = { size: view.getUint32(at + 24, true), packedSize: view.getUint32(at + 20, true) }
  const sizes = readSizes(view, { ...claims, offset: view.getUint32(at + 42, true) }, nameEnd, extraEnd)
  const local = sizes.offset + shift
  if (local + 30 > bytes.length) throw refusal('bookTruncated')
  if (view.getUint32(local, true) !== localSignature) throw damaged(name)
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (start + sizes.packedSize > bytes.length) throw refusal('bookTruncated')
  return {
    entry: {
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) !== 0,
      crc: view.getUint32(at + 16, true),
      packedSize: sizes.packedSize,
      size: sizes.size,
      packed: bytes.subarray(start, start + sizes.packedSize),
      stamp: view.getUint32(at + 12, true),
    },
    next,
  }
}

interface Sizes {
  readonly size: number
  readonly packedSize: number
  readonly offset: number
}

/** Sizes of 4 GB and more, or of a program that always writes so (zip64), stand in an extra field. */
function readSizes(view: DataView, plain: Sizes, from: number, to: number): Sizes {
  const full = 0xffffffff
  if (plain.size !== full && plain.packedSize !== full && plain.offset !== full) return plain
  let at = from
  while (at + 4 <= to) {
    const length = view.getUint16(at + 2, true)
    if (view.getUint16(at, true) === zip64Extra) {
      let field = at + 4
      const end = Math.min(field + length, to)
      const next = (value: number): number => {
        if (value !== full) return value
        if (field + 8 > end) throw refusal('bookTruncated')
        field += 8
        return Number(view.getBigUint64(field - 8, true))
      }
      const size = next(plain.size)
      const packedSize = next(plain.packedSize)
      return { size, packedSize, offset: next(plain.offset) }
    }
    at += 4 + length
  }
  return plain
}

function entryName(bytes: Uint8Array, utf8: boolean): string {
  const decoder = new TextDecoder(utf8 || isUtf8(bytes) ? 'utf-8' : 'shift_jis')
  return decoder.decode(bytes).replaceAll('\\', '/')
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
