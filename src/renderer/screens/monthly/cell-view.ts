import type { Cell } from '../../../shared/cell/cell.ts'
import { writeCell } from '../../../shared/cell/write.ts'
import type { Entry } from '../../../shared/monthly/entry.ts'
import { readEntry } from '../../../shared/monthly/read-entry.ts'
import type { YearTotal } from '../../../shared/monthly/year-total.ts'
import { cellStateWords } from '../../../shared/words/cell.ts'
import { entryText, entryWords, monthlyWords } from '../../../shared/words/monthly.ts'
import type { GridCellView } from '../../ui/grid/types.ts'
import type { HeldCell } from './held-cell.ts'

/** What a view needs beside the cell itself. */
export interface ViewPlace {
  /** 「相談延べ件数　１月」, read aloud first. */
  readonly name: string
  readonly unit: string
  readonly shade: GridCellView['shade']
  readonly refusal: string | null
  readonly warning: GridCellView['warning']
  /** A value is expected here by now. */
  readonly due: boolean
}

const { spoken } = monthlyWords

/** A text that was typed and never confirmed may well be a number. */
export const isReadable = (text: string, unit: string): boolean => readEntry(text, unit).outcome === 'entry'

const marks = (entry: Entry): { readonly mark?: string } => {
  if (entry.flags.includes('revised')) return { mark: 'r' }
  return entry.flags.includes('provisional') ? { mark: 'p' } : {}
}

/** A month's cell as the grid shows it. */
export function monthView(held: HeldCell, place: ViewPlace): GridCellView {
  const { entry, text } = held
  const blank = entry.state === 'blank'
  const ghost = !entry.adopted && !blank
  const unread = text !== null
  return {
    text: text === null ? entryText(entry) : text.slice(0, 40),
    spoken: [
      place.name,
      unread
        ? `${text.slice(0, 100)} ${isReadable(text, place.unit) ? spoken.halfTyped : spoken.unread}`
        : entryWords(entry, place.unit),
      ghost ? monthlyWords.offered : '',
      ...spokenOf(held, place),
    ]
      .filter((part) => part !== '')
      .join('　'),
    look: unread ? 'unread' : ghost ? 'ghost' : entry.state === 'value' ? 'value' : 'sign',
    shade: place.shade,
    warning: place.warning,
    ...marks(entry),
    comment: entry.comment !== '',
    due: blank && !unread && place.due,
    unsaved: held.failure !== null,
    refusal: place.refusal,
  }
}

function spokenOf(held: HeldCell, place: ViewPlace): readonly string[] {
  return [
    place.warning === 'warn' ? spoken.warning : '',
    place.warning === 'stop' ? spoken.stop : '',
    held.entry.flags.includes('revised') ? spoken.revised : '',
    held.entry.flags.includes('provisional') ? spoken.provisional : '',
    held.entry.comment === '' ? '' : spoken.comment,
    held.failure === null ? '' : spoken.unsaved,
    place.shade === 'future' ? spoken.future : '',
    place.refusal === null || place.shade === 'future' ? '' : place.refusal,
  ]
}

/** What the statistics count in a month that is told by records. */
export function countedView(cell: Cell | undefined, place: ViewPlace): GridCellView {
  const text = cell === undefined ? '' : writeCell(cell, 'city', { minus: '-', marks: false }).text
  const words = cell === undefined || cell.state === 'value' ? text : cellStateWords[cell.state]
  return {
    text,
    spoken: `${place.name}　${words === '' ? spoken.blank : words}　${place.refusal ?? ''}`,
    look: 'quiet',
    shade: place.shade ?? 'closed',
    warning: place.warning,
    comment: false,
    due: false,
    unsaved: false,
    refusal: place.refusal,
  }
}

/** The column 年度計. */
export function yearView(
  total: YearTotal,
  held: HeldCell,
  place: ViewPlace,
  monthLabel: (month: number) => string,
): GridCellView {
  if (total.kind === 'entered') {
    const base = monthView(held, { ...place, due: false })
    const note = boundsNote(total.low, total.high)
    const empty = held.entry.state === 'blank' && held.text === null
    // A party that tells every month by records enters no figure of the year: persons are counted from cases.
    const { counted, entered } = monthlyWords.yearNotes
    const shown = empty ? (place.refusal === monthlyWords.refusals.records ? counted : entered) : note
    // The words as they stand there, one after the other, come first.
    const spokenNote = `${place.name}　${base.text} ${shown}`
    return {
      ...base,
      note: shown,
      spoken: shown === '' ? base.spoken : `${spokenNote}${base.spoken.slice(place.name.length)}`,
    }
  }
  const { cell } = total
  const text = cell.state === 'value' ? writeCell(cell, 'city', { minus: '-' }).text : ''
  const note =
    total.kind === 'last'
      ? total.month === null
        ? monthlyWords.yearNotes.none
        : monthlyWords.yearNotes.last(monthLabel(total.month))
      : monthlyWords.yearNotes.sum(cell.parts.reported, cell.parts.expected)
  return {
    text,
    spoken: `${place.name}　${text === '' ? spoken.blank : ''}${text} ${note}`,
    look: 'sum',
    note,
    shade: null,
    warning: place.warning,
    comment: false,
    due: false,
    unsaved: false,
    refusal: place.refusal,
  }
}

/** 「15～171 の間」, while the months are not complete 「15 以上」. */
export function boundsNote(low: number | null, high: number | null): string {
  if (low === null) return ''
  return high === null ? monthlyWords.yearNotes.boundsLow(low) : monthlyWords.yearNotes.bounds(low, high)
}
