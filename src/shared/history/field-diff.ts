import { historyScreen } from '../words/history.ts'
import { type FieldSpec, fieldLabel, fieldsOf } from './fields.ts'
import type { HistoryNames, NamedImage } from './image.ts'

/** One field that an entry changed, in words; null: nothing stood or stands there. */
export interface FieldChange {
  readonly field: string
  readonly label: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * What changed between two images of a row, field by field in the order of the form. A new or a removed row
 * tells the fields in which something stands. Pure; the source of the labels is `words/history.ts`.
 */
export function changedFields(
  table: string,
  before: NamedImage | null,
  after: NamedImage | null,
  names: HistoryNames,
): readonly FieldChange[] {
  const image = after ?? before
  if (image === null) return []
  return fieldsOf(table, image)
    .filter((spec) => differs(spec, before, after))
    .filter((spec) => spec.isQuiet !== true || (before !== null && after !== null))
    .map((spec) => {
      const [was, is] = [before, after].map((side) => (side === null ? null : spec.show(side, names)))
      // What the words do not tell apart changed all the same.
      const [from, to] = [was ?? null, is ?? null]
      const same = before !== null && after !== null && from === to
      return {
        field: spec.field,
        label: fieldLabel(table, spec.field),
        before: from,
        after: same ? historyScreen.changedInside : to,
      }
    })
    .filter((change) => change.before !== null || change.after !== null)
}

/** Whether a field of the two images is not the same. */
export function differs(spec: FieldSpec, before: NamedImage | null, after: NamedImage | null): boolean {
  return JSON.stringify(valuesOf(spec, before)) !== JSON.stringify(valuesOf(spec, after))
}

function valuesOf(spec: FieldSpec, image: NamedImage | null): unknown {
  if (image === null) return null
  return [
    spec.columns.map((column) => image.columns[column] ?? null),
    spec.children.map(({ table, list }) =>
      (image.children[table] ?? []).filter((row) => list === null || row.list === list),
    ),
  ]
}

/**
 * What must be written so that one field of a row is as in an earlier image: its columns, and the child rows
 * of its tables (whole tables: rows of other lists stay as they are now).
 */
export function fieldValues(
  table: string,
  field: string,
  earlier: NamedImage,
  current: NamedImage,
): Readonly<Record<string, unknown>> | null {
  const spec = fieldsOf(table, earlier).find((candidate) => candidate.field === field)
  if (spec === undefined) return null
  const columns = Object.fromEntries(spec.columns.map((column) => [column, earlier.columns[column] ?? null]))
  const children = Object.fromEntries(
    spec.children.map(({ table: child, list }) => {
      const old = (earlier.children[child] ?? []).filter((row) => list === null || row.list === list)
      const others = list === null ? [] : (current.children[child] ?? []).filter((row) => row.list !== list)
      return [child, [...others, ...old]]
    }),
  )
  return { ...columns, ...children }
}
