import type { NamedRow } from '../../../shared/statistics/rows.ts'
import type { NamedPeriod } from '../../../shared/time/names.ts'
import { daySchema } from '../../../shared/time/schema.ts'
import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'
import type { LedgerWriter } from '../writer.ts'

/** Writes departments and divisions, outermost first. */
export function insertDepartments(write: LedgerWriter, departments: readonly NamedRow[]): void {
  departments.forEach(({ code, names }, position) => {
    write.insert('department', {
      code,
      position,
      department_name: names.map(({ name, from, to }) => ({ name, valid_from: from, valid_to: to })),
    })
  })
}

/** Departments and divisions with their names, outermost first. */
export function readDepartments(reader: LedgerReader): readonly NamedRow[] {
  const rows = reader.all(
    build
      .selectFrom('department')
      .innerJoin('department_name', 'department_name.department_key', 'department.key')
      .select(['code', 'name', 'valid_from', 'valid_to'])
      .orderBy('department.position')
      .orderBy('department_name.position'),
  )
  const byCode = Map.groupBy(rows, (row) => row.code)
  return [...byCode].map(([code, names]) => ({
    code,
    names: names.map(
      (row): NamedPeriod => ({
        name: row.name,
        from: daySchema.nullable().parse(row.valid_from),
        to: daySchema.nullable().parse(row.valid_to),
      }),
    ),
  }))
}
