import { crc32, deflateRawSync } from 'node:zlib'
import { type Archive, partKey, type ZipEntry } from './archive.ts'

/** 1980-01-01 00:00, the first moment that a zip knows: new parts carry no clock. */
const noStamp = 0x00210000
const utf8Names = 0x0800

/**
 * Writes an archive again: parts of `changed` (by {@link partKey}) with their new text, new ones at the end,
 * all others with their packed bytes as they are.
 */
export function writeArchive(
  archive: Archive,
  changed: ReadonlyMap<string, { readonly name: string; readonly text: string }>,
): Uint8Array<ArrayBuffer> {
  const kept = archive.order.map((entry) => {
    const change = changed.get(partKey(entry.name))
    return change === undefined ? entry : packedText(entry.name, change.text, entry.stamp)
  })
  const added = [...changed]
    .filter(([key]) => !archive.entries.has(key))
    .map(([, { name, text }]) => packedText(name, text, noStamp))
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const entry of [...kept, ...added]) {
    const name = Buffer.from(entry.name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    common(entry, name.length).copy(local, 4)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 4)
    common(entry, name.length).copy(central, 6)
    central.writeUInt32LE(offset, 42)
    locals.push(local, name, entry.packed)
    directory.push(central, name)
    offset += local.length + name.length + entry.packed.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(directory.length / 2, 8)
  end.writeUInt16LE(directory.length / 2, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, end])
}

/** The 26 bytes that both headers of an entry share. */
function common(entry: ZipEntry, nameLength: number): Buffer {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(20, 0)
  bytes.writeUInt16LE(utf8Names, 2)
  bytes.writeUInt16LE(entry.method, 4)
  bytes.writeUInt32LE(entry.stamp, 6)
  bytes.writeUInt32LE(entry.crc, 10)
  bytes.writeUInt32LE(entry.packedSize, 14)
  bytes.writeUInt32LE(entry.size, 18)
  bytes.writeUInt16LE(nameLength, 22)
  return bytes
}

function packedText(name: string, text: string, stamp: number): ZipEntry {
  const bytes = Buffer.from(text)
  const packed = deflateRawSync(bytes)
  return {
    name,
    method: 8,
    encrypted: false,
    crc: crc32(bytes),
    packedSize: packed.length,
    size: bytes.length,
    packed,
    stamp,
  }
}
