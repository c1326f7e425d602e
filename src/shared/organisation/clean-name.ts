import { type AppError, appError, failure, ok, type Result } from '../contract/errors.ts'

/** Labels and names that stand in tables and charts. */
export const nameLimit = 60

/**
 * A name as it is kept: NFC, without spaces at its ends. Error `nameNotUsable` {name}: nothing is left, longer
 * than the limit (UTF-16 units), or with line breaks and other signs that no table prints.
 */
export function cleanName(written: string, field = 'name', limit = nameLimit): Result<string> {
  const name = written.normalize('NFC').trim()
  const usable =
    name !== '' &&
    name.isWellFormed() &&
    name.length <= limit &&
    !/[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u.test(name)
  return usable ? ok(name) : failure('nameNotUsable', { name: shortened(name) }, field)
}

/** The same for what may be empty: kana of a venue, a corporation not known yet. */
export function cleanOptional(written: string, field: string, limit = nameLimit): Result<string> {
  return written.trim() === '' ? ok('') : cleanName(written, field, limit)
}

/** よみ: hiragana (katakana is turned into it), digits and the long sign. */
export function cleanKana(written: string, field = 'kana'): Result<string> {
  const kana = written
    .normalize('NFKC')
    .replace(/[ァ-ヶ]/g, (one) => String.fromCharCode(one.charCodeAt(0) - 0x60))
    .replace(/[\s・･]/g, '')
  const usable = /^[ぁ-ゖー0-9]*$/.test(kana) && kana.length <= nameLimit
  return usable ? ok(kana) : failure('nameNotUsable', { name: shortened(written.trim()) }, field)
}

/** Names are one when only width, case and spaces differ. */
export const sameName = (left: string, right: string): boolean => foldName(left) === foldName(right)

export const foldName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s/g, '')

/** What a message shows of something that may be 10,000 characters of rubbish. */
export const shortened = (text: string): string => {
  const shown = [...text.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')]
  return shown.length > 20 ? `${shown.slice(0, 20).join('')}…` : shown.join('')
}

export const datesReversed = (from: string, to: string, field: string): AppError =>
  appError('datesReversed', { from, to }, field)
