import { type Entry, isEntered, sameValue } from './entry.ts'
import type { SheetLine } from './lines.ts'
import { readPastedHeads } from './paste-heads.ts'
import { type EntryAnswers, type EntryReading, readEntry } from './read-entry.ts'

/** The column behind the twelve months: the year's own value. */
export const yearColumn = 12

export interface PasteTarget {
  readonly lines: readonly Pick<SheetLine, 'label' | 'unit' | 'depth'>[]
  /** Where the caret stands. */
  readonly row: number
  readonly column: number
  /** Why a cell takes nothing, in words; null where it does. */
  readonly refusal: (row: number, column: number) => string | null
  readonly current: (row: number, column: number) => Entry
}

export interface PastedCell {
  readonly row: number
  readonly column: number
  readonly text: string
  readonly reading: EntryReading
  readonly before: Entry
  /** `shut`: the cell takes nothing, `unread`: the text says nothing that a cell could take. */
  readonly outcome: 'new' | 'replaced' | 'same' | 'shut' | 'ask' | 'unread'
  readonly shutBecause: string | null
}

export interface PastePlan {
  readonly cells: readonly PastedCell[]
  /** Texts that would land outside of the sheet. */
  readonly beyond: number
  /** Empty places of the range: they leave alone what stands there. */
  readonly empty: number
  /** Columns were found by a row of months, lines by their names. */
  readonly byMonths: boolean
  readonly byNames: boolean
  /** Names in the first column that are no item of the sheet: their rows are left out. */
  readonly unknownNames: readonly string[]
  /** What must be answered once before it can be taken. */
  readonly asks: { readonly dash: boolean; readonly brackets: boolean }
}

/**
 * What a pasted range would do: each text with its reading, where it lands, and what stands there now. A
 * row of month names in the range and a column of item names are found and followed; else the range lies
 * from the caret on. Nothing is taken here.
 */
export function planPaste(
  range: readonly (readonly string[])[],
  target: PasteTarget,
  answers: EntryAnswers = {},
): PastePlan {
  const heads = readPastedHeads(range, target)
  const cells: PastedCell[] = []
  let beyond = 0
  let empty = 0
  range.forEach((texts, rangeRow) => {
    const row = heads.rowOf(rangeRow)
    if (row === null) return
    texts.forEach((text, rangeColumn) => {
      const column = heads.columnOf(rangeColumn)
      if (column === null) return
      if (text.trim() === '') empty += 1
      else if (row >= target.lines.length || column > yearColumn) beyond += 1
      else cells.push(planCell(text, row, column, target, answers))
    })
  })
  const asked = cells.flatMap(({ reading }) =>
    reading.outcome === 'unread' && reading.reading.outcome === 'ask' ? [reading.reading.question.code] : [],
  )
  return {
    cells,
    beyond,
    empty,
    byMonths: heads.byMonths,
    byNames: heads.byNames,
    unknownNames: heads.unknownNames,
    asks: { dash: asked.includes('dash'), brackets: asked.includes('brackets') },
  }
}

function planCell(
  text: string,
  row: number,
  column: number,
  target: PasteTarget,
  answers: EntryAnswers,
): PastedCell {
  const reading = readEntry(text, target.lines[row]?.unit ?? '', 'import', answers)
  const before = target.current(row, column)
  const shutBecause = target.refusal(row, column)
  const place = { row, column, text, reading, before, shutBecause }
  if (shutBecause !== null) return { ...place, outcome: 'shut' }
  if (reading.outcome === 'entry') {
    if (sameValue(before, reading.entry)) return { ...place, outcome: 'same' }
    return { ...place, outcome: isEntered(before) ? 'replaced' : 'new' }
  }
  const asks = reading.outcome === 'unread' && reading.reading.outcome === 'ask'
  return { ...place, outcome: asks ? 'ask' : 'unread' }
}
