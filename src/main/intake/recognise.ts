import { refusal } from './refuse.ts'

/** What the bytes are, whatever the name says. */
export type FileKind = 'zip' | 'csv'

const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte)

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Heads of pictures, archives, programs: PNG, JPEG, GIF, RAR, 7z, gzip, ELF, MZ is left out (a text may begin so). */
const otherHeads = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x7f, 0x45, 0x4c, 0x46],
]

/** Tells a zip from a text, and refuses what can be neither by its own name. */
export function recognise(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw refusal('bookEmpty')
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip'
  if (startsWith(bytes, compoundFile)) throw compoundKind(bytes)
  if (isBareBiff(bytes)) throw refusal('bookOldExcel')
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  const bare = head.replace(/^(?:\xef\xbb\xbf)?\s+/, '').toLowerCase()
  if (head.includes('%PDF-')) throw refusal('bookPdf')
  if (bare.startsWith('{\\rtf')) throw refusal('bookWord')
  if (/^(?:\xef\xbb\xbf)?(?:<!doctype|<html|<table|<\?xml|<!--|mime-version:)/.test(bare))
    throw refusal('bookWebPage')
  if (otherHeads.some((other) => startsWith(bytes, other))) throw refusal('bookOtherKind')
  return 'csv'
}

/**
 * An older file of Office, or a newer one behind a password: a file system of its own, whose entries have
 * names in UTF-16. Only the names are looked for; nothing in it is followed.
 */
function compoundKind(bytes: Uint8Array): Error {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (name: string): boolean => file.includes(Buffer.from(`${name}\0`, 'utf16le'))
  if (has('EncryptedPackage') || has('EncryptionInfo')) return refusal('bookEncrypted')
  if (has('Workbook') || has('Book')) return refusal('bookOldExcel')
  if (has('WordDocument')) return refusal('bookWord')
  return bytes.length < 1536 ? refusal('bookTruncated') : refusal('bookOtherKind')
}

/** Excel 2 to 4 wrote their records without a file system around them. */
const isBareBiff = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x09 &&
  [0x00, 0x02, 0x04].includes(bytes[1] ?? -1) &&
  (bytes[2] ?? 0) <= 0x08 &&
  bytes[3] === 0x00
