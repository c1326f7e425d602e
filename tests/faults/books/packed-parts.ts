import { constants, crc32, deflateRawSync } from 'node:zlib'
import { type Archive, partKey, type ZipEntry } from '../../../src/main/intake/zip/archive.ts'
import { writeArchive } from '../../../src/main/intake/zip/write-archive.ts'

/** A part that repeats a piece, packed without ever being whole in memory: blocks of a stream can be repeated. */
export function repeatedPart(
  name: string,
  head: string,
  piece: string,
  times: number,
  tail: string,
): ZipEntry {
  const pieces = [
    { text: Buffer.from(head), times: 1 },
    { text: Buffer.from(piece), times },
    { text: Buffer.from(tail), times: 1 },
  ]
  const packed: Buffer[] = []
  let crc = 0
  let size = 0
  for (const { text, times: count } of pieces) {
    const block = deflateRawSync(text, { finishFlush: constants.Z_FULL_FLUSH, level: 9 })
    for (let at = 0; at < count; at++) {
      packed.push(block)
      crc = crc32(text, crc)
      size += text.length
    }
  }
  packed.push(deflateRawSync(Buffer.alloc(0)))
  return entryOf(name, Buffer.concat(packed), size, crc)
}

export function entryOf(name: string, packed: Uint8Array, size: number, crc: number, method = 8): ZipEntry {
  return { name, method, encrypted: false, crc, packedSize: packed.length, size, packed, stamp: 0x00210000 }
}

/** A zip of given files and of parts that are packed already; a part takes the place of a file of its name. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>, parts: readonly ZipEntry[]): Uint8Array {
  const taken = new Set(parts.map(({ name }) => name))
  const plain = Object.entries(files)
    .filter(([name]) => !taken.has(name))
    .map(([name, bytes]) => entryOf(name, deflateRawSync(bytes), bytes.length, crc32(bytes)))
  const order = [...plain, ...parts]
  const archive: Archive = { order, entries: new Map(order.map((entry) => [partKey(entry.name), entry])) }
  return writeArchive(archive, new Map())
}
