import type { YearOutcome, YearView } from '../../../../shared/contract/schemas/year-change.ts'
import { yearOutcomeSchema } from '../../../../shared/contract/schemas/year-change.ts'
import { foldName } from '../../../../shared/organisation/clean-name.ts'
import { coversMonth } from '../../../../shared/organisation/forms.ts'
import { nearestNameOn } from '../../../../shared/organisation/name-periods.ts'
import {
  contractsEnding,
  contractsGoingOn,
  firstDayOfYear,
  lastDayOfYear,
} from '../../../../shared/organisation/year-change.ts'
import { monthsOf } from '../../../../shared/time/calendar.ts'
import type { Day, FiscalYear, Month } from '../../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../../shared/time/fiscal-year.ts'
import { type NamedPeriod, nameOn } from '../../../../shared/time/names.ts'
import type { LedgerReader } from '../../../ledger/ledger.ts'
import { build } from '../../../ledger/query.ts'
import { historyOfRow } from '../../../ledger/repositories/history-list.ts'
import {
  departmentRows,
  partyFormRows,
  partyRows,
  programmeRows,
  venueRows,
} from '../../../ledger/repositories/settings-rows.ts'
import type { ReaderHandlers } from '../../contexts.ts'
import { valuesToOffer } from './offer.ts'
import { seriesOf } from './series.ts'

/** 年度更新: what the change into a year would carry over and ask; or what it did. */
export const yearReader = {
  'settings.year': ({ fiscalYear }, { ledger }): YearView =>
    ledger.snapshot(() => readYear(ledger, fiscalYear)),
} satisfies Pick<ReaderHandlers, 'settings.year'>

function readYear(reader: LedgerReader, fiscalYear: FiscalYear): YearView {
  const old = fiscalYear - 1
  const parties = yearParties(reader)
  const lastDay = lastDayOfYear(old)
  const programmes = programmeRows(reader)
  const programmeName = (code: string): string => {
    const row = programmes.find((one) => one.code === code)
    return row === undefined ? code : nearestNameOn(row.names, lastDay)
  }
  return {
    fiscalYear,
    begun: begunOf(reader, fiscalYear),
    checks: { unreported: unreportedMonths(reader, old), drafts: countOf(reader, 'draft') },
    carried: carriedOf(reader, old),
    contracts: contractsEnding(parties, old).map((party) => ({
      party: party.code,
      revision: party.revision,
      name: nearestNameOn(party.names, lastDay),
      corporation: party.corporation,
      programme: programmeName(party.programme),
      contractTo: party.contractTo ?? lastDay,
    })),
    names: [
      ...namesOf('department', departmentRows(reader), fiscalYear),
      ...namesOf('programme', programmes, fiscalYear),
      ...namesOf('venue', venueRows(reader), fiscalYear),
      ...namesOf('party', ownNamed(reader, old), fiscalYear),
    ],
    offers: valuesToOffer(reader, old).map(({ values, ...offer }) => {
      const party = parties.find(({ code }) => code === offer.party)
      return {
        party: offer.party,
        form: offer.form,
        there: offer.there,
        values: values.length,
        name: party === undefined ? offer.party : nearestNameOn(party.names, lastDay),
      }
    }),
    series: seriesOf(reader, old).map(({ activities: _activities, ...one }) => one),
  }
}

/** Parties whose contract goes on, without the divisions that report themselves: those follow their 課名. */
function ownNamed(reader: LedgerReader, old: FiscalYear) {
  const lastDay = lastDayOfYear(old)
  const divisions = new Set(
    departmentRows(reader).map(({ names }) => foldName(nearestNameOn(names, lastDay))),
  )
  return contractsGoingOn(yearParties(reader), old)
    .filter(({ names }) => !divisions.has(foldName(nearestNameOn(names, lastDay))))
    .map((party) => ({ ...party, retired_on: null }))
}

/** Parties as the rules of the year change know them. */
export const yearParties = (reader: LedgerReader) =>
  partyRows(reader).map(({ contract_from, contract_to, ...row }) => ({
    ...row,
    contractFrom: contract_from,
    contractTo: contract_to,
  }))

function begunOf(reader: LedgerReader, fiscalYear: FiscalYear): YearView['begun'] {
  const row = reader.get(
    build.selectFrom('year_change').select(['id', 'outcome']).where('fiscal_year', '=', fiscalYear),
  )
  if (row === undefined) return null
  const made = historyOfRow(reader, 'year_change', row.id)[0]
  const outcome: YearOutcome = yearOutcomeSchema.parse(JSON.parse(row.outcome))
  return { at: made?.at ?? '', who: made?.who ?? '', outcome }
}

/** Months of a year whose report is not 確認済 or later, by party and form. */
function unreportedMonths(reader: LedgerReader, fiscalYear: FiscalYear): YearView['checks']['unreported'] {
  const done = new Set(
    reader
      .all(
        build
          .selectFrom('report')
          .innerJoin('party', 'party.key', 'report.party_key')
          .select(['party.code', 'form', 'month'])
          .where('fiscal_year', '=', fiscalYear)
          .where('state', 'in', ['checked', 'confirmed']),
      )
      .map(({ code, form, month }) => `${code} ${form} ${month}`),
  )
  const parties = new Map(yearParties(reader).map((party) => [party.code, party]))
  const months = monthsOf(fiscalYearPeriod(fiscalYear))
  const open = new Map<string, { party: string; form: YearView['offers'][number]['form']; months: Month[] }>()
  for (const form of partyFormRows(reader)) {
    const party = parties.get(form.party)
    if (party === undefined) continue
    const asked = months.filter(
      (month) =>
        coversMonth({ from: form.from_month, to: form.to_month }, month) &&
        party.contractFrom.slice(0, 7) <= month &&
        (party.contractTo === null || month <= party.contractTo.slice(0, 7)) &&
        !done.has(`${form.party} ${form.form} ${month}`),
    )
    if (asked.length === 0) continue
    const key = `${form.party} ${form.form}`
    const row = open.get(key) ?? {
      party: nearestNameOn(party.names, lastDayOfYear(fiscalYear)),
      form: form.form,
      months: [],
    }
    row.months.push(...asked)
    open.set(key, row)
  }
  return [...open.values()]
}

function carriedOf(reader: LedgerReader, old: FiscalYear): YearView['carried'] {
  const lastDay = lastDayOfYear(old)
  const next = fiscalYearPeriod(old + 1).from
  return {
    parties: contractsGoingOn(yearParties(reader), old).map((party) => ({
      name: nearestNameOn(party.names, lastDay),
      contractTo: party.contractTo,
    })),
    forms: partyFormRows(reader).filter((form) =>
      coversMonth({ from: form.from_month, to: form.to_month }, next),
    ).length,
    lists: countOf(reader, 'code_list'),
    items: countItems(reader, firstDayOfYear(old + 1)),
    venues: venueRows(reader).filter((row) => row.retired_on === null || row.retired_on > lastDay).length,
    openCases: openCases(reader, old),
  }
}

const countItems = (reader: LedgerReader, day: Day): number =>
  reader.get(
    build
      .selectFrom('code_item')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('merged_into', 'is', null)
      .where((where) => where.or([where('retired_on', 'is', null), where('retired_on', '>=', day)])),
  )?.count ?? 0

function countOf(reader: LedgerReader, table: 'draft' | 'code_list'): number {
  const row = reader.get(build.selectFrom(table).select(({ fn }) => fn.countAll<number>().as('count')))
  return row?.count ?? 0
}

/** Cases that are open when the old year ends: they go on as 継続 without anything being written. */
export function openCases(reader: LedgerReader, old: FiscalYear): number {
  const lastDay = lastDayOfYear(old)
  const row = reader.get(
    build
      .selectFrom('case_episode')
      .select(({ fn }) => fn.count<number>('case_key').distinct().as('count'))
      .where('opened_on', '<=', lastDay)
      .where((where) => where.or([where('closed_on', 'is', null), where('closed_on', '>', lastDay)])),
  )
  return row?.count ?? 0
}

interface NamedRow {
  readonly id: string
  readonly revision: number
  readonly names: readonly NamedPeriod[]
  readonly retired_on: Day | null
}

function namesOf(
  what: YearView['names'][number]['what'],
  rows: readonly NamedRow[],
  fiscalYear: FiscalYear,
): YearView['names'] {
  const lastDay = lastDayOfYear(fiscalYear - 1)
  const firstDay = firstDayOfYear(fiscalYear)
  return rows
    .filter(
      (row) => (row.retired_on === null || row.retired_on > lastDay) && nameOn(row.names, firstDay) !== null,
    )
    .map((row) => {
      const name = nearestNameOn(row.names, lastDay)
      const next = nameOn(row.names, firstDay)
      return { what, id: row.id, revision: row.revision, name, next: next === name ? null : next }
    })
}
