import type { Day } from '../../shared/time/day.ts'
import { exportWords } from '../../shared/words/export.ts'

import { composeKana } from './text/compose-kana.ts'

export interface PaperName {
  readonly day: Day
  readonly meeting: string
  readonly number: string
  readonly title: string
}

/** Names that Windows keeps for devices, whatever the ending. */
const reserved = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/iu
/** Signs that Windows refuses, by the full-width sign that reads the same. */
const refused: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '”',
  '/': '／',
  '\\': '＼',
  '|': '｜',
  '?': '？',
  '*': '＊',
}
/** ext4 takes 255 bytes, and a path on Windows 260 signs: room is left for the folder. */
const mostBytes = 200

/**
 * A file's name as offices sort them: `20241210_文教厚生委員会_資料１_ひきこもり支援.pdf` (documents §5), safe on
 * Windows. Empty parts are left out; a name that is too long loses the end of its title.
 */
export function paperFileName(paper: PaperName, ending: 'pdf' | 'xlsx'): string {
  const title = paper.title.replace(exportWords.titleTail, '') || paper.title
  return safeFileName([paper.day.replaceAll('-', ''), paper.meeting, paper.number, title], ending)
}

/** Parts joined by 「_」 as a name that Windows takes; empty ones are left out, the end of one too long is cut. */
export function safeFileName(parts: readonly string[], ending: 'pdf' | 'xlsx'): string {
  const stem = parts
    .map(safePart)
    .filter((part) => part !== '')
    .join('_')
  const limit = mostBytes - ending.length - 1
  const short = cutToBytes(stem, limit).replace(/[._]+$/u, '')
  return `${reserved.test(short) ? `_${short}` : short}.${ending}`
}

/** 「…（2）.pdf」 beside an older file of the name; the first is the name itself. */
export function numberedFileName(name: string, number: number): string {
  return number === 1 ? name : name.replace(/(\.[^.]+)$/u, `（${number}）$1`)
}

function safePart(part: string): string {
  return [...composeKana(part)]
    .filter((character) => !/\p{Cc}|\p{Cf}|\p{Cs}/u.test(character))
    .map((character) => refused[character] ?? (/\s/u.test(character) ? '_' : character))
    .join('')
    .replace(/_+/gu, '_')
    .replace(/^[._]+|[._]+$/gu, '')
}

function cutToBytes(text: string, limit: number): string {
  let kept = ''
  let bytes = 0
  for (const character of text) {
    bytes += Buffer.byteLength(character)
    if (bytes > limit) break
    kept += character
  }
  return kept
}
