import { describe, expect, test } from 'vitest'
import { readBook } from '../../src/main/intake/read-book.ts'
import { resolveTarget } from '../../src/main/intake/xlsx/relationships.ts'
import { openArchive, partKey, type ZipEntry } from '../../src/main/intake/zip/archive.ts'
import { inflateWhole } from '../../src/main/intake/zip/inflate.ts'
import { writeArchive } from '../../src/main/intake/zip/write-archive.ts'
import { oneSheet, textCell } from './support/make-xlsx.ts'
import { answer } from './support/refused.ts'

const bytes = oneSheet(`<row r="1">${textCell('A1', '来所')}</row>`)
const full = 0xffffffff

/** The same archive with all sizes and places in the fields for 4 GB and more, as some programs always write. */
function asZip64(plain: Uint8Array): Uint8Array {
  const { order } = openArchive(plain)
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of order) {
    const name = Buffer.from(entry.name)
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(entry.method, 10)
    central.writeUInt32LE(entry.crc, 16)
    for (const place of [20, 24, 42]) central.writeUInt32LE(full, place)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt16LE(32, 30)
    const extra = Buffer.alloc(32)
    extra.writeUInt16LE(0x000d, 0)
    extra.writeUInt16LE(1, 4)
    extra.writeUInt16LE(28, 6)
    const zip64 = Buffer.alloc(28)
    zip64.writeUInt16LE(1, 0)
    zip64.writeUInt16LE(24, 2)
    for (const [index, size] of [entry.size, entry.packedSize, at].entries()) {
      zip64.writeBigUInt64LE(BigInt(size), 4 + index * 8)
    }
    const other = Buffer.from([0x55, 0x54, 0, 0])
    directory.push(central, name, other, zip64)
    pieces.push(local, name, Buffer.from(entry.packed))
    at += 30 + name.length + entry.packed.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50, 0)
  end64.writeBigUInt64LE(BigInt(order.length), 32)
  end64.writeBigUInt64LE(BigInt(at), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(at + size), 8)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.fill(0xff, 8, 20)
  return Buffer.concat([...pieces, ...directory, end64, locator, end])
}

describe('archives', () => {
  test('with fields for 4 GB and more', () => {
    expect(readBook(asZip64(bytes), 'a').sheets).toEqual(readBook(bytes, 'a').sheets)
  })

  test('with a comment behind, and what is written again is the same', () => {
    const commented = Buffer.concat([bytes.subarray(0, -2), Buffer.from([3, 0]), Buffer.from('abc')])
    expect(readBook(commented, 'a').sheets).toEqual(readBook(bytes, 'a').sheets)
    const again = openArchive(new Uint8Array(writeArchive(openArchive(bytes), new Map())))
    expect(again.order).toEqual(openArchive(bytes).order)
  })

  test.each<[string, Partial<ZipEntry>]>([
    ['a wrong checksum', { crc: 1 }],
    ['a size that is too small', { size: 1 }],
    ['a size that is too large', { size: 1_000_000 }],
    ['a way of packing that no one knows', { method: 99 }],
    ['a broken stream', { packed: new Uint8Array([1, 2, 3]), packedSize: 3 }],
  ])('%s is damage', (_, change) => {
    const { order } = openArchive(bytes)
    const spoilt = order.map((entry) => (entry.name.includes('sheet1') ? { ...entry, ...change } : entry))
    const entries = new Map(spoilt.map((entry) => [partKey(entry.name), entry]))
    expect(answer(writeArchive({ order: spoilt, entries }, new Map()))).toBe('bookDamaged')
  })

  test('two parts of one name are damage', () => {
    const { order, entries } = openArchive(bytes)
    expect(answer(writeArchive({ order: [...order, ...order.slice(0, 1)], entries }, new Map()))).toBe(
      'bookDamaged',
    )
  })

  test('an entry is whole', () => {
    const entry = openArchive(bytes).entries.get('xl/worksheets/sheet1.xml')
    const text = entry && Buffer.from(inflateWhole(entry, { inflated: 0 })).toString()
    expect(text).toContain('来所')
  })

  test.each([
    ['xl/workbook.xml', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/workbook.xml', '/xl/worksheets/Sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/worksheets/sheet1.xml', '../comments1.xml', 'xl/comments1.xml'],
    ['', 'xl\\workbook.xml', 'xl/workbook.xml'],
    ['xl/workbook.xml', './a%20b.xml', 'xl/a b.xml'],
    ['xl/workbook.xml', '100%.xml', 'xl/100%.xml'],
    ['xl/workbook.xml', '../../../../etc/passwd', 'etc/passwd'],
  ])('from %s, %s is the part %s', (part, target, expected) => {
    expect(resolveTarget(part, target)).toBe(expected)
  })
})
