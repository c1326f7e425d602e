import type { Book } from '../../../shared/intake/book.ts'
import { refusal } from '../refuse.ts'

export interface DecodedText {
  readonly encoding: NonNullable<Book['encoding']>
  readonly text: string
}

const utf8Mark = [0xef, 0xbb, 0xbf]

const strictly = (label: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * Finds the encoding of a text from its bytes: a mark at the front, else UTF-8 if every byte fits, else CP932.
 * Single bytes that fit neither become the replacement character, which is a finding. Throws bookEncodingUnknown for EUC-JP and
 * JIS, which would come out as garbage, and for what is mostly no text; bookOtherKind for binary files.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe)
    return { encoding: 'utf-16', text: new TextDecoder('utf-16le').decode(bytes) }
  if (first === 0xfe && second === 0xff)
    return { encoding: 'utf-16', text: new TextDecoder('utf-16be').decode(bytes) }
  if (bytes.includes(0)) throw refusal('bookOtherKind')
  const marked = utf8Mark.every((byte, index) => bytes[index] === byte)
  if (marked) return { encoding: 'utf-8-bom', text: checked(new TextDecoder('utf-8').decode(bytes)) }
  const utf8 = strictly('utf-8', bytes)
  if (utf8 !== null) {
    if (utf8.includes('\u001b$')) throw refusal('bookEncodingUnknown')
    return { encoding: 'utf-8', text: checked(utf8) }
  }
  return decodeUnmarked(bytes)
}

/**
 * CP932 read as UTF-8 loses nearly every character, UTF-8 with a byte cut off only one; the other way round
 * says less: most bytes of UTF-8 happen to be CP932 as well (「縺ゅ＞」).
 */
function decodeUnmarked(bytes: Uint8Array): DecodedText {
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  const lost = count(utf8, '\uFFFD')
  if (lost * 10 < count(utf8, /[\u3040-\uFFEF]/g)) return { encoding: 'utf-8', text: checked(utf8) }
  const cp932 = new TextDecoder('shift_jis').decode(bytes)
  if (isEucJp(bytes, cp932)) throw refusal('bookEncodingUnknown')
  return { encoding: 'cp932', text: checked(cp932) }
}

/** Every byte fits EUC-JP and gives Japanese, while CP932 loses some or sees half-width katakana for the most part. */
function isEucJp(bytes: Uint8Array, cp932: string): boolean {
  const text = strictly('euc-jp', bytes)
  if (text === null || count(text, japanese) === 0) return false
  return cp932.includes('\uFFFD') || count(cp932, /[｡-ﾟ]/g) > count(cp932, japanese)
}

const japanese = /[ぁ-んァ-ヶ一-龠]/g

/**
 * A text in which more than one of twenty characters is lost, or control characters stand, is none. The mark
 * that old systems write at the end of a file (Ctrl-Z) is left off.
 */
function checked(written: string): string {
  const text = written.endsWith('\u001a') ? written.slice(0, -1) : written
  const lost = count(text, '\uFFFD')
  if (lost * 20 > text.length) throw refusal('bookEncodingUnknown')
  if (controls(text) * 20 > text.length) throw refusal('bookOtherKind')
  return text
}

function count(text: string, what: string | RegExp): number {
  return typeof what === 'string' ? text.split(what).length - 1 : (text.match(what)?.length ?? 0)
}

function controls(text: string): number {
  let found = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) found++
  }
  return found
}
