import type { Cell } from '../../cell/cell.ts'
import { houseDigits } from '../../cell/digits.ts'
import {
  type CellPreset,
  formatWithParts,
  rawNumber,
  type WriteStyle,
  type WrittenCell,
  writeCell,
} from '../../cell/write.ts'
import { missingWord } from '../../words/papers.ts'
import type { FieldInline, TableCell } from '../model.ts'
import type { Measure } from './measure.ts'
import { type SurveyShare, surveyShare } from './survey-share.ts'

/** Papers print by 市式 (domain §2); 国式 is for forms of the state. */
export const paperPreset: CellPreset = 'city'

export interface LabelStyle {
  readonly indent?: number
  readonly bold?: boolean
}

export const emptyCell: TableCell = { kind: 'empty' }

export const labelCell = (text: string, style: LabelStyle = {}): TableCell => ({
  kind: 'label',
  text,
  indent: style.indent ?? 0,
  bold: style.bold ?? false,
})

export interface NumberStyle extends Measure {
  readonly bold?: boolean
  /** True for every value of a column that is not final, `never` for shares: the number beside them says it. */
  readonly provisional?: boolean | 'never'
}

/** A number of a table: rounded once, here; what is missing prints by its state, never as 0. */
export function numberCell(given: Cell, style: NumberStyle): TableCell {
  const share = surveyShare(given, style)
  const cell = share?.cell ?? given
  const { decimals, per } = share?.measure ?? style
  const bare = share?.percent === false && share.parts !== null
  const isValue = cell.state === 'value'
  return {
    kind: 'number',
    cell,
    display: share === null ? writeNumber(cell, { decimals, per }).text : shareText(share),
    raw: bare ? null : rawNumber(cell, { decimals, per }),
    decimals,
    unit: style.unit,
    provisional:
      isValue &&
      style.provisional !== 'never' &&
      (style.provisional === true || cell.flags.includes('provisional')),
    bold: style.bold ?? false,
  }
}

/**
 * A number inside a sentence: 「268件」, one digit full-width 「３回」, incomplete ones with their months;
 * a missing one reads 「値なし」 and is listed (documents §1: it blocks issuing).
 */
export function sentenceField(name: string, label: string, cell: Cell | null, measure: Measure): FieldInline {
  const shown = cell ?? missingCell
  return { kind: 'field', name, label, display: sentenceNumber(shown, measure), cell: shown }
}

/** As {@link sentenceField} prints it: 「３回」, 「2,500件」, 「中止」, 「値なし」. */
export function sentenceNumber(cell: Cell, measure: Measure): string {
  if (isMissing(cell)) return missingWord
  if (cell.state !== 'value') return writeCell(cell, paperPreset).text
  const share = surveyShare(cell, measure)
  if (share !== null && (share.parts !== null || share.cell.state !== 'value')) return shareText(share)
  const unit = measure.unit
  const written = writeNumber(cell, { decimals: measure.decimals, per: measure.per, unit }).text
  const lone = /^([0-9])(?![0-9.,])(.*)$/.exec(written)
  return lone === null ? written : `${houseDigits(lone[1] ?? '')}${lone[2] ?? ''}`
}

/** 「88％（30/34）」; from a hundred answers 「88.2」 with the unit of the table; 「26/29」 alone; 「－」. */
function shareText({ cell, measure, parts, percent }: SurveyShare): string {
  if (parts !== null && !percent) return parts
  const { decimals, per, unit } = measure
  return parts === null
    ? writeNumber(cell, { decimals, per }).text
    : `${writeNumber(cell, { decimals, per, unit }).text}（${parts}）`
}

/**
 * Months that no one reported stand beside the number: 「33件（11/12か月分）」. Where the records are there and
 * only not checked yet, the number is 速報値, and p or the paper's head says so.
 */
const writeNumber = (cell: Cell, style: WriteStyle): WrittenCell =>
  cell.flags.includes('provisional')
    ? writeCell(cell, paperPreset, style)
    : formatWithParts(cell, paperPreset, style)

/** Whether a sentence would print 「値なし」: nothing entered, or nothing known. */
export const isMissing = (cell: Cell): boolean => cell.state === 'blank' || cell.state === 'unknown'

export const missingCell: Cell = { state: 'blank', parts: { reported: 0, expected: 1 }, flags: [] }
