import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readerInternals } from '../../../src/main/ledger/internals.ts'
import {
  numberOfDay,
  PackedCodes,
  packed,
  unpackNumbers,
} from '../../../src/main/ledger/statistics/packed-columns.ts'
import { asBytes, packedRow } from '../../../src/main/ledger/statistics/raw-rows.ts'
import { withLedger } from '../../samples/make-ledger.ts'
import { readSamples } from '../../samples/read-samples.ts'

const bytesOf = (values: readonly (string | number)[]): Uint8Array =>
  new TextEncoder().encode(values.join('\u001f'))

const code = fc.oneof(
  fc.constantFrom('phone', 'phones', 'visit', '', '電話', '電'),
  fc.string({ unit: fc.constantFrom('a', 'b', '-', ',', '訪', '𠮷') }),
)

describe('packed columns', () => {
  test('codes keep their numbers over all blobs, in the order in which they were met', () => {
    fc.assert(
      fc.property(fc.array(fc.array(code), { maxLength: 4 }), (months) => {
        const known = new PackedCodes()
        const read = months.map((codes) => {
          const values = known.unpack(bytesOf(codes), new Uint16Array(codes.length))
          return Array.from(values, (value) => known.codes[value])
        })
        expect(read).toEqual(months)
        expect(known.codes).toEqual([...new Set(months.flat())])
      }),
    )
  })

  test('whole numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: Number.MAX_SAFE_INTEGER })), (numbers) => {
        expect([...unpackNumbers(bytesOf(numbers), new Float64Array(numbers.length))]).toEqual(numbers)
      }),
    )
  })

  test('days become numbers, an empty place 0', () => {
    const days = unpackNumbers(bytesOf(['2024-04-01', '', '2025-03-31', '']), new Int32Array(4))
    expect([...days]).toEqual([20240401, 0, 20250331, 0])
    expect(numberOfDay('2024-04-01')).toBe(20240401)
  })

  test('a code with a separator in it stops, and moves no row', () => {
    expect(() => new PackedCodes().unpack(bytesOf(['a\u001fb', 'c']), new Uint16Array(2))).toThrow('packed')
    expect(() => unpackNumbers(bytesOf([1, 2, 3]), new Int32Array(2))).toThrow('packed')
  })

  test('SQLite packs in the order of the subquery, also against that of the table', async () => {
    const { rows } = await readSamples()
    const { bytes, expected } = await withLedger(rows, (reader) => {
      const from = 'SELECT key FROM consultation ORDER BY day DESC, id'
      const { connection } = readerInternals(reader)
      const [count, keys] = packedRow(reader, `SELECT count(*), ${packed('key')} FROM (${from})`, {})
      expect(count).toBe(rows.consultations.length)
      return { bytes: asBytes(keys), expected: connection.prepare<[], number>(from).pluck().all() }
    })
    expect([...unpackNumbers(bytes, new Float64Array(expected.length))]).toEqual(expected)
  })
})
