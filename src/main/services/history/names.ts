import { labelOf } from '../../../shared/codes/code-list.ts'
import type { HistoryNames } from '../../../shared/history/image.ts'
import { findBreakdown } from '../../../shared/statistics/catalogue/breakdowns.ts'
import { isDay, isMonth, lastDayOf } from '../../../shared/time/calendar.ts'
import type { Day } from '../../../shared/time/day.ts'
import { type NamedPeriod, nameOn } from '../../../shared/time/names.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { build } from '../../ledger/query.ts'
import { readCodeLists } from '../../ledger/repositories/code-lists.ts'
import { readCodeLabels } from '../statistics/code-labels.ts'

/** What is read once for an answer, when it is first asked for. */
function once<T>(read: () => T): () => T {
  let value: { readonly is: T } | null = null
  return () => {
    value ??= { is: read() }
    return value.is
  }
}

/** The names of what a history's images refer to, read from the ledger as far as they are needed. */
export function historyNames(ledger: LedgerReader, today: Day): HistoryNames {
  const lists = once(() => readCodeLists(ledger))
  const labels = once(() => readCodeLabels(ledger, today))
  const parties = once(() => namesOf(ledger, 'party'))
  const venues = once(() => namesOf(ledger, 'venue'))
  const programmes = once(() => namesOf(ledger, 'programme'))
  const cases = new Map<number, string>()
  const dayOf = (on: string | null): Day => (isDay(on) ? on : isMonth(on) ? lastDayOf(on) : today)
  const named =
    (names: () => ReadonlyMap<number, Named>) =>
    (key: number, on: string | null): string => {
      const found = names().get(key)
      if (found === undefined) return `No.${key}`
      return nameOn(found.names, dayOf(on)) ?? found.names.at(-1)?.name ?? found.code
    }
  return {
    code: (list, code) => labelOf(lists(), list, code),
    breakdown: (breakdown, code) => {
      const item = labels()[breakdown]?.find((candidate) => candidate.code === code)
      return item?.label ?? labelOf(lists(), findBreakdown(breakdown)?.list ?? breakdown, code)
    },
    party: named(parties),
    venue: named(venues),
    programme: named(programmes),
    caseCode: (key) => {
      const known = cases.get(key)
      if (known !== undefined) return known
      const row = ledger.get(build.selectFrom('case_file').select('code').where('key', '=', key))
      const code = row?.code ?? `No.${key}`
      cases.set(key, code)
      return code
    },
    listLabel: (code) => lists().lists.find((list) => list.code === code)?.label ?? code,
    codeBeside: (listKey, code) => {
      const row = ledger.get(build.selectFrom('code_list').select('code').where('key', '=', listKey))
      const own = lists().lists.find((list) => list.code === row?.code)
      const label = own === undefined ? code : labelOf(lists(), own.code, code)
      return label === code && own?.groups ? labelOf(lists(), own.groups, code) : label
    },
    byCode: (table, code) => {
      const found = [...(table === 'party' ? parties() : programmes()).values()].find(
        (row) => row.code === code,
      )
      return found === undefined ? code : (nameOn(found.names, today) ?? found.names.at(-1)?.name ?? code)
    },
    codeList: (key) =>
      ledger.get(build.selectFrom('code_list').select('label').where('key', '=', key))?.label ?? `No.${key}`,
  }
}

interface Named {
  readonly code: string
  readonly names: readonly NamedPeriod[]
}

function namesOf(ledger: LedgerReader, table: 'party' | 'venue' | 'programme'): ReadonlyMap<number, Named> {
  const names = Map.groupBy(namesQuery(ledger, table), ({ owner }) => owner)
  return new Map(
    ledger.all(build.selectFrom(table).select(['key', 'code'])).map(({ key, code }) => [
      key,
      {
        code,
        names: (names.get(key) ?? []).map(({ name, valid_from, valid_to }) => ({
          name,
          from: valid_from,
          to: valid_to,
        })),
      },
    ]),
  )
}

function namesQuery(ledger: LedgerReader, table: 'party' | 'venue' | 'programme') {
  switch (table) {
    case 'party':
      return ledger.all(
        build
          .selectFrom('party_name')
          .select(['party_key as owner', 'name', 'valid_from', 'valid_to'])
          .orderBy('position'),
      )
    case 'venue':
      return ledger.all(
        build
          .selectFrom('venue_name')
          .select(['venue_key as owner', 'name', 'valid_from', 'valid_to'])
          .orderBy('position'),
      )
    case 'programme':
      return ledger.all(
        build
          .selectFrom('programme_name')
          .select(['programme_key as owner', 'name', 'valid_from', 'valid_to'])
          .orderBy('position'),
      )
  }
}
