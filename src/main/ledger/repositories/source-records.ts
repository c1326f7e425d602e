import type { LedgerReader } from '../ledger.ts'
import { build } from '../query.ts'

/** A record as 算出根拠 lists it, before its codes are words. */
export interface RecordLine {
  readonly key: number
  readonly id: string
  readonly day: string | null
  readonly caseCode: string
  /** List and code of what is said of it: method and caller, agency, kind of the activity. */
  readonly codes: readonly (readonly [list: string, code: string])[]
  /** Words that are no codes: the title of an activity. */
  readonly title: string
}

/** In the order of the keys given; at most a few hundred. */
function inOrder(keys: readonly number[], rows: readonly RecordLine[]): readonly RecordLine[] {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return keys.flatMap((key) => byKey.get(key) ?? [])
}

export function consultationLines(reader: LedgerReader, keys: readonly number[]): readonly RecordLine[] {
  const rows = reader.all(
    build
      .selectFrom('consultation as c')
      .leftJoin('case_file', 'case_file.key', 'c.case_key')
      .select(['c.key', 'c.id', 'c.day', 'c.method', 'c.caller', 'case_file.code as case_code'])
      .where('c.key', 'in', [...keys]),
  )
  return inOrder(
    keys,
    rows.map((row) => ({
      key: row.key,
      id: row.id,
      day: row.day,
      caseCode: row.case_code ?? '',
      codes: [
        ['method', row.method],
        ['caller', row.caller],
      ],
      title: '',
    })),
  )
}

export function coordinationLines(reader: LedgerReader, keys: readonly number[]): readonly RecordLine[] {
  const rows = reader.all(
    build
      .selectFrom('coordination as c')
      .leftJoin('case_file', 'case_file.key', 'c.case_key')
      .select(['c.key', 'c.id', 'c.day', 'c.agency', 'case_file.code as case_code'])
      .where('c.key', 'in', [...keys]),
  )
  return inOrder(
    keys,
    rows.map((row) => ({
      key: row.key,
      id: row.id,
      day: row.day,
      caseCode: row.case_code ?? '',
      codes: [['agency', row.agency]],
      title: '',
    })),
  )
}

export function referralLines(reader: LedgerReader, keys: readonly number[]): readonly RecordLine[] {
  const rows = reader.all(
    build
      .selectFrom('referral as r')
      .leftJoin('case_file', 'case_file.key', 'r.case_key')
      .select(['r.key', 'r.id', 'r.day', 'r.destination', 'r.depth', 'case_file.code as case_code'])
      .where('r.key', 'in', [...keys]),
  )
  return inOrder(
    keys,
    rows.map((row) => ({
      key: row.key,
      id: row.id,
      day: row.day,
      caseCode: row.case_code ?? '',
      codes: [
        ['destination', row.destination],
        ['depth', row.depth],
      ],
      title: '',
    })),
  )
}

export function episodeLines(reader: LedgerReader, keys: readonly number[]): readonly RecordLine[] {
  const rows = reader.all(
    build
      .selectFrom('case_episode as e')
      .innerJoin('case_file', 'case_file.key', 'e.case_key')
      .select([
        'e.key',
        'e.id',
        'e.opened_on',
        'e.closed_on',
        'e.closing_reason',
        'case_file.code as case_code',
      ])
      .where('e.key', 'in', [...keys]),
  )
  return inOrder(
    keys,
    rows.map((row) => ({
      key: row.key,
      id: row.id,
      day: row.closed_on ?? row.opened_on,
      caseCode: row.case_code,
      codes: row.closing_reason === null ? [] : [['closingReason', row.closing_reason]],
      title: '',
    })),
  )
}

export function activityLines(reader: LedgerReader, keys: readonly number[]): readonly RecordLine[] {
  const rows = reader.all(
    build
      .selectFrom('activity as a')
      .leftJoin('venue', 'venue.key', 'a.venue_key')
      .select([
        'a.key',
        'a.id',
        'a.title',
        'a.kind',
        'a.held_kind',
        'a.held_from',
        'a.planned_kind',
        'a.planned_from',
        'venue.code as venue',
      ])
      .where('a.key', 'in', [...keys]),
  )
  return inOrder(
    keys,
    rows.map((row) => ({
      key: row.key,
      id: row.id,
      day: dayOf(
        row.held_kind === null ? row.planned_kind : row.held_kind,
        row.held_from ?? row.planned_from,
      ),
      caseCode: '',
      codes: [['activityKind', row.kind], ...(row.venue === null ? [] : [['venue', row.venue] as const])],
      title: row.title,
    })),
  )
}

const dayOf = (kind: string, from: string | null): string | null =>
  kind === 'day' || kind === 'month' ? from : null
