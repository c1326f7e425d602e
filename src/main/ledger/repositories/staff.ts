import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter, RowReference } from '../writer.ts'

/** Someone who records. Before users exist, 「誰が」 is chosen from this list (architecture §4). */
export interface StaffMember {
  readonly id: string
  readonly name: string
  readonly validFrom: string | null
  readonly validTo: string | null
  readonly revision: number
}

/** In the order in which they were added; `today` null gives also those who have left. */
export function listStaff(reader: LedgerReader, today: string | null = null): readonly StaffMember[] {
  const rows = reader.all(
    build
      .selectFrom('staff')
      .select(['id', 'name', 'valid_from as validFrom', 'valid_to as validTo', 'revision'])
      .orderBy('position')
      .orderBy('key'),
  )
  if (today === null) return rows
  return rows.filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= today) && (validTo === null || today <= validTo),
  )
}

/** A name that is there already is `invalidValue` {constraint: 'unique'}. */
export function insertStaff(write: LedgerWriter, name: string): RowReference {
  const last = write.get(build.selectFrom('staff').select(({ fn }) => fn.max('position').as('position')))
  return write.insert('staff', {
    name: name.normalize('NFC').trim(),
    valid_from: null,
    valid_to: null,
    position: Number(last?.position ?? 0) + 1,
  })
}

export function findStaff(reader: LedgerReader, name: string): StaffMember | null {
  const wanted = name.normalize('NFC').trim()
  return listStaff(reader).find((member) => member.name === wanted) ?? null
}
