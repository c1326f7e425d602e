import { AppFailure, appError } from '../../../../shared/contract/errors.ts'
import type { YearDecisions, YearOutcome } from '../../../../shared/contract/schemas/year-change.ts'
import { cleanName, datesReversed, foldName } from '../../../../shared/organisation/clean-name.ts'
import { nearestNameOn, renamedFrom } from '../../../../shared/organisation/name-periods.ts'
import {
  contractsEnding,
  contractsGoingOn,
  firstDayOfYear,
  lastDayOfYear,
} from '../../../../shared/organisation/year-change.ts'
import type { Day, FiscalYear } from '../../../../shared/time/day.ts'
import { formatFiscalYear } from '../../../../shared/time/format.ts'
import { dayInJapan } from '../../../../shared/time/japan.ts'
import type { LedgerWriter } from '../../../ledger/mutate.ts'
import { build } from '../../../ledger/query.ts'
import {
  departmentRows,
  nameRows,
  partyRows,
  programmeRows,
  venueRows,
} from '../../../ledger/repositories/settings-rows.ts'
import { act } from '../../act.ts'
import type { WriterHandlers } from '../../contexts.ts'
import { must } from '../codes-writer.ts'
import { succeed } from '../organisation-writer.ts'
import { offerValues, valuesToOffer } from './offer.ts'
import { planSeries, seriesOf } from './series.ts'
import { openCases, yearParties } from './view.ts'

/**
 * 年度更新 as one action: contracts, names, offered values and plans of the new year together, or nothing. It
 * destroys nothing: old names and contracts keep their dates, values of last year stay where they are.
 */
export const yearWriter = {
  'settings.beginYear': (input, context) => {
    const { fiscalYear, decisions } = input
    return act(context, 'settings.beginYear', input, (write) => {
      refuseBegun(write, fiscalYear)
      const old = fiscalYear - 1
      const contracts = decideContracts(write, old, decisions.contracts)
      const outcome: YearOutcome = {
        ...contracts.outcome,
        renamed: decisions.names.map((renaming) => rename(write, renaming, fiscalYear)),
        offered: offerAll(write, old, decisions.offers, contracts.successors),
        planned: planAll(write, old, decisions.series, contracts.successors, {
          today: dayInJapan(context.now()),
          newId: context.newId,
        }),
        carriedCases: openCases(write, old),
      }
      write.insert('year_change', { fiscal_year: fiscalYear, outcome: JSON.stringify(outcome) })
      return { outcome }
    })
  },
} satisfies Pick<WriterHandlers, 'settings.beginYear'>

function refuseBegun(write: LedgerWriter, fiscalYear: FiscalYear): void {
  const begun = write.get(build.selectFrom('year_change').select('key').where('fiscal_year', '=', fiscalYear))
  if (begun !== undefined) {
    throw new AppFailure(appError('yearBegun', { year: formatFiscalYear(fiscalYear) }, 'fiscalYear'))
  }
}

function decideContracts(write: LedgerWriter, old: FiscalYear, decisions: YearDecisions['contracts']) {
  const outcome: Pick<YearOutcome, 'extended' | 'succeeded' | 'ended'> = {
    extended: [],
    succeeded: [],
    ended: [],
  }
  /** Keys of the successors, by the code of the party before. */
  const successors = new Map<string, number>()
  for (const decision of decisions) {
    const party = contractsEnding(yearParties(write), old).find(({ code }) => code === decision.party)
    if (party === undefined)
      throw new AppFailure(appError('unknownParty', { party: decision.party }, 'contracts'))
    const name = nearestNameOn(party.names, lastDayOfYear(old))
    const { until } = decision
    if (decision.decision === 'end') {
      outcome.ended.push(name)
    } else if (decision.decision === 'extend') {
      const ends = party.contractTo ?? lastDayOfYear(old)
      if (until !== null && until <= ends) throw new AppFailure(datesReversed(ends, until, 'contracts'))
      write.update('party', party.id, decision.revision, { contract_to: until })
      outcome.extended.push(name)
    } else {
      const made = succeed(write, {
        party: party.id,
        revision: decision.revision,
        from: firstDayOfYear(old + 1),
        until,
        name: decision.name,
        corporation: decision.corporation,
      })
      successors.set(party.code, made.key)
      outcome.succeeded.push({ from: name, to: must(cleanName(decision.name)) })
    }
  }
  return { outcome, successors }
}

/** Rows that a name may stand for: parties only while their contract goes on. */
function rowsOf(write: LedgerWriter, what: YearDecisions['names'][number]['what'], fiscalYear: FiscalYear) {
  switch (what) {
    case 'department':
      return departmentRows(write)
    case 'programme':
      return programmeRows(write)
    case 'venue':
      return venueRows(write)
    default:
      return contractsGoingOn(yearParties(write), fiscalYear - 1)
  }
}

/** A name that begins on 1 April; the old one ends the day before and stays on old papers. */
function rename(write: LedgerWriter, renaming: YearDecisions['names'][number], fiscalYear: FiscalYear) {
  const { what, id, revision } = renaming
  const rows = rowsOf(write, what, fiscalYear)
  const row = rows.find((one) => one.id === id)
  if (row === undefined) throw new AppFailure(appError('notFound', { table: what, id }, 'names'))
  const name = must(cleanName(renaming.name, 'names'))
  const taken = rows.some(
    (one) =>
      one.id !== id && foldName(nearestNameOn(one.names, firstDayOfYear(fiscalYear))) === foldName(name),
  )
  if (taken) throw new AppFailure(appError('nameTaken', { name }, 'names'))
  const names = nameRows(renamedFrom(row.names, name, firstDayOfYear(fiscalYear)))
  if (what === 'department') write.update('department', id, revision, { department_name: names })
  else if (what === 'programme') write.update('programme', id, revision, { programme_name: names })
  else if (what === 'venue') write.update('venue', id, revision, { venue_name: names })
  else write.update('party', id, revision, { party_name: names })
  if (what === 'department') renameOwnParty(write, row.names, name, fiscalYear)
  return { from: nearestNameOn(row.names, lastDayOfYear(fiscalYear - 1)), to: name }
}

/** The division that reports itself is a party of the same name: it is renamed with it. */
function renameOwnParty(
  write: LedgerWriter,
  names: Parameters<typeof nearestNameOn>[0],
  name: string,
  fiscalYear: FiscalYear,
): void {
  const lastDay = lastDayOfYear(fiscalYear - 1)
  const before = foldName(nearestNameOn(names, lastDay))
  for (const party of partyRows(write)) {
    const goesOn = party.contract_to === null || party.contract_to > lastDay
    if (!goesOn || foldName(nearestNameOn(party.names, lastDay)) !== before) continue
    write.update('party', party.id, party.revision, {
      party_name: nameRows(renamedFrom(party.names, name, firstDayOfYear(fiscalYear))),
    })
  }
}

function offerAll(
  write: LedgerWriter,
  old: FiscalYear,
  offers: YearDecisions['offers'],
  successors: ReadonlyMap<string, number>,
): YearOutcome['offered'] {
  const values = valuesToOffer(write, old)
  // A successor's form began on 1 April: what the party before it told is found under that party.
  return offers.map((offer) => {
    const found = values.find(({ party, form }) => party === offer.party && form === offer.form)
    if (found === undefined) throw new AppFailure(appError('unknownParty', { party: offer.party }, 'offers'))
    const party = partyRows(write).find(({ code }) => code === offer.party)
    return {
      party: nearestNameOn(party?.names ?? [], lastDayOfYear(old)),
      form: offer.form,
      values: offerValues(write, found.values, successors.get(offer.party) ?? found.partyKey, old),
    }
  })
}

function planAll(
  write: LedgerWriter,
  old: FiscalYear,
  keys: readonly string[],
  successors: ReadonlyMap<string, number>,
  frame: { readonly today: Day; readonly newId: () => string },
): YearOutcome['planned'] {
  const all = seriesOf(write, old)
  return [...new Set(keys)].map((key) => {
    const series = all.find((one) => one.key === key)
    if (series === undefined)
      throw new AppFailure(appError('notFound', { what: 'activity', id: '' }, 'series'))
    const count = planSeries(write, series, old, frame.today, frame.newId(), successors)
    return { title: series.title, count }
  })
}
