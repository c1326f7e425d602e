/**
 * A table whose rows are laid out as grids loses its meaning in the browser's own tree, so every part says
 * what it is. To be spread: `<tr {...as.row}>`.
 */
export const as = {
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  rowheader: { role: 'rowheader' },
  columnheader: { role: 'columnheader' },
  gridcell: { role: 'gridcell' },
} as const
