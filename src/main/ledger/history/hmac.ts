import { hash } from 'node:crypto'

const block = 64

/** HMAC-SHA-256 (RFC 2104) with one key many times. */
export type Mac = (message: string) => Buffer

/** Messages up to this length are written into one buffer that is kept: a bulk makes one MAC a row. */
const usualBytes = 2_048
const digestBytes = 32

/**
 * `createHmac` costs 15 µs a call, most of it for handling the key; a bulk insert makes one MAC a row.
 * This gives the same bytes (a test compares) for 3 µs, by preparing both padded keys once.
 */
export function macWith(key: Uint8Array): Mac {
  if (key.length > block) throw new Error('A key longer than a block is not expected here')
  const padded = (byte: number): Buffer =>
    Buffer.from(Array.from({ length: block }, (_, at) => (key[at] ?? 0) ^ byte))
  const inner = padded(0x36)
  const usual = Buffer.concat([inner, Buffer.alloc(usualBytes)])
  const outer = Buffer.concat([padded(0x5c), Buffer.alloc(digestBytes)])
  const digestOf = (message: string): Buffer => {
    // A character has three bytes at most.
    if (message.length * 3 > usualBytes) {
      return hash('sha256', Buffer.concat([inner, Buffer.from(message)]), 'buffer')
    }
    const length = usual.write(message, block)
    return hash('sha256', usual.subarray(0, block + length), 'buffer')
  }
  return (message) => {
    digestOf(message).copy(outer, block)
    return hash('sha256', outer, 'buffer')
  }
}
