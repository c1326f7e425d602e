/** Hidden key of the row of heads. */
export const headRow = 'head'
/** Titles, hints: nothing is entered there. */
export const textRow = 'text'
/** Hidden keys of the columns of a grid beside its months. */
export const tallyColumns = {
  label: 'label',
  unit: 'unit',
  total: 'total',
  year: 'year',
  note: 'note',
} as const
