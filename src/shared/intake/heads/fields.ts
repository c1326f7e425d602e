/** A column's meaning: a field of its kind and, where the column stands for one item of a list, that item. */
export interface ColumnField {
  readonly field: string
  readonly code: string | null
}

export const ignoredField = 'ignored'

export const plainField = (field: string): ColumnField => ({ field, code: null })
