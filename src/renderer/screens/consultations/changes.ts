import type { Consultation } from '../../../shared/contract/schemas/consultations.ts'

export type ConsultationField = keyof Consultation

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The fields that differ, as the ledger takes them. */
export function changesOf(before: Consultation, after: Consultation): Partial<Consultation> {
  const fields = Object.keys(after) as ConsultationField[]
  return Object.fromEntries(
    fields.filter((field) => !same(before[field], after[field])).map((field) => [field, after[field]]),
  )
}

/** A field in which both windows have their own value. */
export interface FieldClash {
  readonly field: ConsultationField | 'case'
  readonly mine: string
  readonly theirs: string
}

/**
 * What both windows changed from `base`, with words for both; what only one of them changed needs no
 * choice. `show` gives the words of a field's value.
 */
export function clashesOf(
  base: Consultation,
  mine: Consultation,
  theirs: Consultation,
  show: (field: ConsultationField, of: Consultation) => string,
): readonly FieldClash[] {
  const fields = Object.keys(mine) as ConsultationField[]
  return fields
    .filter((field) => !same(base[field], mine[field]) && !same(mine[field], theirs[field]))
    .filter((field) => !same(base[field], theirs[field]))
    .map((field) => ({ field, mine: show(field, mine), theirs: show(field, theirs) }))
}

/** Mine where I changed it and was not told to give it up, else theirs: nothing of either is lost unseen. */
export function joined(
  base: Consultation,
  mine: Consultation,
  theirs: Consultation,
  keepTheirs: ReadonlySet<string>,
): Consultation {
  const fields = Object.keys(mine) as ConsultationField[]
  const taken = fields.map((field) => [
    field,
    same(base[field], mine[field]) || keepTheirs.has(field) ? theirs[field] : mine[field],
  ])
  return Object.fromEntries(taken) as Consultation
}
