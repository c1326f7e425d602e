import { isEntityTable } from '../../ledger/history/entities.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { build } from '../../ledger/query.ts'
import type { RowKey } from '../../ledger/repositories/history-actions.ts'

const most = 2_000

/**
 * The rows that a text of the history's search means: a case's code with all that belongs to the case, a
 * record's number (`No.349`, `349`), and names of activities, parties and venues.
 */
export function rowsMeant(ledger: LedgerReader, text: string): readonly RowKey[] {
  const words = text.normalize('NFKC').trim()
  const rows: RowKey[] = [...byNumber(words)]
  const like = `%${words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const cases = ledger.all(build.selectFrom('case_file').select('key').where('code', 'like', like).limit(100))
  const keys = cases.map(({ key }) => key)
  rows.push(...keys.map((key) => ({ table: 'case_file', key })))
  if (keys.length > 0) {
    for (const table of ['case_episode', 'consultation', 'coordination', 'referral'] as const) {
      rows.push(
        ...ledger
          .all(build.selectFrom(table).select('key').where('case_key', 'in', keys).limit(most))
          .map(({ key }) => ({ table, key })),
      )
    }
  }
  rows.push(
    ...ledger
      .all(build.selectFrom('activity').select('key').where('title', 'like', like).limit(most))
      .map(({ key }) => ({ table: 'activity', key })),
    ...ledger
      .all(build.selectFrom('party_name').select('party_key as key').where('name', 'like', like).limit(most))
      .map(({ key }) => ({ table: 'party', key })),
    ...ledger
      .all(build.selectFrom('venue_name').select('venue_key as key').where('name', 'like', like).limit(most))
      .map(({ key }) => ({ table: 'venue', key })),
  )
  return rows.filter(({ table }) => isEntityTable(table))
}

function byNumber(words: string): readonly RowKey[] {
  const number = /^(?:no\.?\s*)?(\d{1,9})$/i.exec(words)?.[1]
  if (number === undefined) return []
  return ['consultation', 'coordination', 'referral'].map((table) => ({ table, key: Number(number) }))
}
