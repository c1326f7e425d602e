import { hash } from 'node:crypto'

const block = 64

/** HMAC-SHA-256 (RFC 2104) with one key many times. */
export type Mac = (message: string) => Buffer

/**
 * `createHmac` costs 15 µs a call, most of it for handling the key; a bulk insert makes one MAC a row.
 * This gives the same bytes (a test compares) for 3 µs, by preparing both padded keys once.
 */
export function macWith(key: Uint8Array): Mac {
  if (key.length > block) throw new Error('A key longer than a block is not expected here')
  const padded = (byte: number): Buffer =>
    Buffer.from(Array.from({ length: block }, (_, at) => (key[at] ?? 0) ^ byte))
  const inner = padded(0x36)
  const outer = padded(0x5c)
  return (message) => {
    const digest = hash('sha256', Buffer.concat([inner, Buffer.from(message)]), 'buffer')
    return hash('sha256', Buffer.concat([outer, digest]), 'buffer')
  }
}
