import type { DataValidation, Worksheet } from 'exceljs'
import { collectionWords } from '../../../../shared/words/collection.ts'
import { listRange, stateRange } from './lists.ts'

const words = collectionWords.validation

/** A warning and no wall: 「約20」 and 「その他（内容）」 must go through. */
const shared = {
  allowBlank: true,
  showErrorMessage: true,
  errorStyle: 'warning',
  errorTitle: words.title,
} as const

/** Whole numbers from 0, or one of the signs and words of a cell (domain §2). `first`: the range's first cell. */
export const countValidation = (first: string): DataValidation => ({
  ...shared,
  type: 'custom',
  error: words.count,
  formulae: [
    `IF(ISNUMBER(${first}),AND(${first}>=0,${first}=INT(${first})),ISNUMBER(MATCH(${first},${stateRange},0)))`,
  ],
})

export const listValidation = (list: string): DataValidation => ({
  ...shared,
  type: 'list',
  error: words.list,
  formulae: [listRange(list)],
})

interface WithValidations {
  readonly dataValidations: { add(range: string, validation: DataValidation): unknown }
}
const hasValidations = (sheet: Worksheet): sheet is Worksheet & WithValidations => 'dataValidations' in sheet

/** One validation for a whole range. The library can, but does not say so in its types. */
export function validate(sheet: Worksheet, range: string, validation: DataValidation): void {
  if (!hasValidations(sheet)) throw new Error('the workbook library has no validations of ranges')
  sheet.dataValidations.add(range, validation)
}
