import { z } from 'zod'
import { unknownCode } from '../../shared/codes/code-list.ts'
import type { CodeLabel, PaperFacts } from '../../shared/paper/template.ts'
import { breakdowns } from '../../shared/statistics/catalogue/breakdowns.ts'
import type { NamedRow } from '../../shared/statistics/rows.ts'
import type { Day, TimeFrame } from '../../shared/time/day.ts'
import { nameOn } from '../../shared/time/names.ts'
import { stratumWords } from '../../shared/words/statistics.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { readActivities } from '../ledger/repositories/activities.ts'
import { readCodeLists } from '../ledger/repositories/code-lists.ts'
import { readDepartments } from '../ledger/repositories/departments.ts'
import { readParties } from '../ledger/repositories/parties.ts'
import { readPlan } from '../ledger/repositories/plan.ts'
import { readProgrammes, readVenues } from '../ledger/repositories/programmes.ts'
import { readLedgerFacts, readSetting } from '../ledger/repositories/settings.ts'
import { settingNames } from './ledger-content/settings.ts'

/**
 * What a paper may read of the ledger beside numbers, for a frame: the plan that covers its year, names as
 * they were on its as-of date, activities of its year and the one after.
 */
export function readPaperFacts(reader: LedgerReader, frame: TimeFrame): PaperFacts {
  return reader.snapshot(() => {
    const { fiscalYear } = frame
    const programmes = readProgrammes(reader)
    const venues = readVenues(reader)
    return {
      city: readCity(reader),
      fictional: readLedgerFacts(reader).fictional,
      departments: readDepartments(reader),
      plan: readPlan(reader, fiscalYear),
      programmes,
      venues,
      codes: readCodes(reader, { programmes, venues }, frame.asOf),
      activities: readActivities(reader).filter(
        (row) => row.fiscalYear === fiscalYear || row.fiscalYear === fiscalYear + 1,
      ),
    }
  })
}

/** The city's name; '' where none was set. */
export function readCity(reader: LedgerReader): string {
  return z.string().catch('').parse(readSetting(reader, settingNames.city)?.value)
}

/** Labels of the codes of every breakdown that is not of time, with names as they were on a day. */
function readCodes(
  reader: LedgerReader,
  named: { readonly programmes: readonly NamedRow[]; readonly venues: readonly NamedRow[] },
  day: Day,
): PaperFacts['codes'] {
  const lists = readCodeLists(reader)
  const byList = new Map<string, readonly CodeLabel[]>([
    ...lists.lists.map(
      ({ code, items }) => [code, items.map(({ code, label }) => ({ code, label }))] as const,
    ),
    ...lists.ageBands.map(({ code, bands }) => [code, withUnknown(bands)] as const),
  ])
  const records: Readonly<Record<string, readonly CodeLabel[]>> = {
    party: namesOn(readParties(reader), day),
    venue: namesOn(named.venues, day),
    programme: namesOn(named.programmes, day),
    activityKind: byList.get('activityKind') ?? [],
    stratum: Object.entries(stratumWords).map(([code, label]) => ({ code, label })),
  }
  return Object.fromEntries(
    breakdowns
      .filter((row) => row.kind !== 'time')
      .map((row) => [row.code, records[row.code] ?? byList.get(row.list ?? row.code) ?? []]),
  )
}

function withUnknown(bands: readonly CodeLabel[]): readonly CodeLabel[] {
  return [...bands.map(({ code, label }) => ({ code, label })), { code: unknownCode, label: '不明' }]
}

/** The name on the day; before or after its time the nearest one, so that no code is printed bare. */
function namesOn(rows: readonly NamedRow[], day: Day): readonly CodeLabel[] {
  return rows.map(({ code, names }) => ({
    code,
    label:
      nameOn(names, day) ??
      names.findLast((row) => row.from !== null && row.from <= day)?.name ??
      names[0]?.name ??
      code,
  }))
}
