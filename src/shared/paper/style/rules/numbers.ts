import { houseDigits, toHalfWidthDigits } from '../../../cell/digits.ts'
import { eras } from '../../../time/era.ts'
import { findAll, type StyleRule } from '../rule.ts'

const eraNames = eras.map((era) => era.name).join('|')
const digit = '[0-9０-９]'
const space = '[ 　\\u00a0]'
const counter =
  'か月|ヶ月|カ月|ヵ月|か所|カ所|ヶ所|箇所|歳|才|件|人|名|回|世帯|団体|機関|時間|時|分|円|％|%|ポイント'
/** Begins where no number goes on, and is short: a search never runs twice over the same digits. */
const number = `(?<!${digit}[,，.．]?)${digit}[0-9０-９,，.．]{0,14}${space}{0,4}`
const monthAndDay = `月(?:${space}{0,4}${number}日)?`

/** A date from its era or year on, a month and day, or a number with its counter; blanks may stand between. */
const spaced = new RegExp(
  [
    `(?:(?:${eraNames})${space}{0,4})?${number}年(?!度)(?:${space}{0,4}${number}${monthAndDay})?`,
    `(?:(?:${eraNames})${space}{0,4})?${number}年度`,
    `${number}${monthAndDay}`,
    `(?:(?:満|約|延べ)${space}{0,4})?${number}(?:${counter})`,
  ].join('|'),
  'g',
)

/** Spaces inside dates and between a number and its counter. The digits are put into house style at once. */
export const spacesInNumbers: StyleRule = {
  code: 'spaceInNumber',
  check: (text, preset) =>
    findAll('spaceInNumber', text, spaced, (match) => {
      const tight = match[0].replace(new RegExp(space, 'g'), '')
      return tight === match[0] ? match[0] : houseNumbers(tight, preset.digits)
    }),
}

const run = /[0-9０-９]+(?:[,，.．][0-9０-９]+)*/g

function houseNumbers(text: string, digits: Parameters<typeof houseDigits>[1]): string {
  return text.replace(run, (number) => houseNumber(number, digits))
}

function houseNumber(number: string, digits: Parameters<typeof houseDigits>[1]): string {
  const half = toHalfWidthDigits(number).replace(/，/g, ',').replace(/．/g, '.')
  return houseDigits(half, digits)
}

/** Letters, slashes and the like beside a number: a code, an address, a fraction; never a number of the text. */
const partOfCode = /[A-Za-zＡ-Ｚａ-ｚ_/／:：@\\-]/

/** One digit full-width, two or more half-width (or all half-width), by preset. */
export const digitWidths: StyleRule = {
  code: 'digits',
  check: (text, preset) =>
    findAll('digits', text, run, (match) => {
      const before = text[match.index - 1] ?? ''
      const after = text[match.index + match[0].length] ?? ''
      return partOfCode.test(before) || partOfCode.test(after)
        ? match[0]
        : houseNumber(match[0], preset.digits)
    }),
}
