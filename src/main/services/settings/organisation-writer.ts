import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { PartyEdit, ProgrammeEdit } from '../../../shared/contract/schemas/organisation.ts'
import {
  cleanKana,
  cleanName,
  cleanOptional,
  datesReversed,
  foldName,
} from '../../../shared/organisation/clean-name.ts'

import { cleanNames } from '../../../shared/organisation/name-periods.ts'
import { addDays, monthOf } from '../../../shared/time/calendar.ts'
import { fiscalYearOf } from '../../../shared/time/fiscal-year.ts'
import type { NamedPeriod } from '../../../shared/time/names.ts'
import type { LedgerWriter } from '../../ledger/mutate.ts'
import { joinCountingRules } from '../../ledger/repositories/counting-rules.ts'
import {
  departmentRows,
  nameRows,
  partyRows,
  programmeRows,
  venueRows,
} from '../../ledger/repositories/settings-rows.ts'
import { act } from '../act.ts'
import type { WriterHandlers } from '../contexts.ts'
import { must } from './codes-writer.ts'
import { closeForms, copySheets, openForms } from './party-forms.ts'

/** 報告元, 事業, 会場 and 課名: names with valid dates, each request one action. */
export const organisationWriter = {
  'settings.saveParty': (input, context) =>
    act(context, 'settings.saveParty', input, (write) => {
      const row = partyColumns(write, input.id, input.party)
      if (input.id !== null) return referenceOf(write.update('party', input.id, input.revision, row))
      const code = newCode(partyRows(write), 'party')
      const made = write.insert('party', { ...row, code, predecessor: null })
      const from = monthOf(row.contract_from)
      for (const { form, mode } of input.forms) {
        write.insert('party_form', { party_key: made.key, form, mode, from_month: from, to_month: null })
      }
      return referenceOf(made)
    }),
  'settings.succeedParty': (input, context) =>
    act(context, 'settings.succeedParty', input, (write) => {
      const made = succeed(write, { ...input, party: input.id })
      return referenceOf(made)
    }),
  'settings.saveProgramme': (input, context) =>
    act(context, 'settings.saveProgramme', input, (write) => {
      const row = programmeColumns(write, input.id, input.programme)
      if (input.id !== null) return referenceOf(write.update('programme', input.id, input.revision, row))
      return referenceOf(
        write.insert('programme', {
          ...row,
          code: newCode(programmeRows(write), 'programme'),
          retired_on: null,
        }),
      )
    }),
  'settings.savePlace': (input, context) =>
    act(context, 'settings.savePlace', input, (write) => {
      const { kind, id, revision, place } = input
      const rows = kind === 'venue' ? venueRows(write) : departmentRows(write)
      const names = ownNames(rows, id, place.names)
      if (kind === 'venue') {
        const row = { kana: must(cleanKana(place.kana)), venue_name: nameRows(names) }
        if (id !== null) return referenceOf(write.update('venue', id, revision, row))
        return referenceOf(write.insert('venue', { ...row, code: newCode(rows, 'venue'), retired_on: null }))
      }
      const row = { department_name: nameRows(names) }
      if (id !== null) return referenceOf(write.update('department', id, revision, row))
      const position = Math.max(-1, ...departmentRows(write).map((one) => one.position)) + 1
      return referenceOf(
        write.insert('department', { ...row, code: newCode(rows, 'department'), position, retired_on: null }),
      )
    }),
} satisfies Pick<
  WriterHandlers,
  'settings.saveParty' | 'settings.succeedParty' | 'settings.saveProgramme' | 'settings.savePlace'
>

export const referenceOf = ({ id, revision }: { readonly id: string; readonly revision: number }) => ({
  id,
  revision,
})

interface Succession {
  /** Id of the party whose contract ends. */
  readonly party: string
  readonly revision: number
  /** First day of the successor. */
  readonly from: `${number}-${number}-${number}`
  readonly until: `${number}-${number}-${number}` | null
  readonly name: string
  readonly corporation: string
}

/**
 * 受託者交代: the contract ends the day before, its forms with that month; the new party begins with the same
 * programme and forms. Old papers keep the old name, because it is another party's.
 */
export function succeed(write: LedgerWriter, succession: Succession) {
  const { party: id, revision, from, until } = succession
  const old = partyRows(write).find((row) => row.id === id)
  if (old === undefined) throw new AppFailure(appError('notFound', { table: 'party', id }, 'id'))
  const lastDay = addDays(from, -1)
  if (lastDay < old.contract_from) throw new AppFailure(datesReversed(old.contract_from, lastDay, 'from'))
  if (until !== null && until < from) throw new AppFailure(datesReversed(from, until, 'until'))
  write.update('party', id, revision, { contract_to: lastDay })
  const forms = closeForms(write, old.key, monthOf(lastDay))
  const made = write.insert('party', {
    ...partyColumns(write, null, {
      names: [{ name: succession.name, from: null, to: null }],
      kana: '',
      corporation: succession.corporation,
      programme: old.programme,
      contractFrom: from,
      contractTo: until,
    }),
    code: newCode(partyRows(write), 'party'),
    predecessor: old.code,
  })
  openForms(write, made.key, forms, monthOf(from))
  copySheets(write, old.key, made.key)
  joinCountingRules(write, old.key, made.key, fiscalYearOf(from))
  return made
}

function partyColumns(write: LedgerWriter, id: string | null, party: PartyEdit) {
  const { contractFrom, contractTo } = party
  if (contractTo !== null && contractTo < contractFrom) {
    throw new AppFailure(datesReversed(contractFrom, contractTo, 'contractTo'))
  }
  // Two parties may bear one name after each other, not at the same time.
  const others = partyRows(write).filter(
    (row) =>
      (row.contract_to === null || row.contract_to >= contractFrom) &&
      (contractTo === null || row.contract_from <= contractTo),
  )
  const programme = programmeRows(write).find((row) => row.code === party.programme)
  if (programme === undefined) {
    throw new AppFailure(appError('notFound', { table: 'programme', id: party.programme }, 'programme'))
  }
  return {
    corporation: must(cleanName(party.corporation, 'corporation')),
    kana: must(cleanKana(party.kana)),
    programme_key: programme.key,
    contract_from: contractFrom,
    contract_to: contractTo,
    party_name: nameRows(ownNames(others, id, party.names)),
  }
}

function programmeColumns(write: LedgerWriter, id: string | null, programme: ProgrammeEdit) {
  const rows = programmeRows(write)
  const own = rows.find((row) => row.id === id)
  checkLineage(rows, own?.code ?? null, programme.predecessor)
  const scopes = programme.scopes.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  for (const [index, { from, to, ages }] of scopes.entries()) {
    const next = scopes[index + 1]
    if (to !== null && to < from) throw new AppFailure(datesReversed(from, to, `scopes.${index}.to`))
    if (next !== undefined && (to === null || to >= next.from)) {
      throw new AppFailure(datesReversed(from, next.from, `scopes.${index}.to`))
    }
    if (ages.low !== null && ages.high !== null && ages.high < ages.low) {
      throw new AppFailure(datesReversed(String(ages.low), String(ages.high), `scopes.${index}.ages`))
    }
  }
  return {
    predecessor: programme.predecessor,
    new_rule: programme.newRule,
    programme_name: nameRows(ownNames(rows, id, programme.names)),
    programme_scope: scopes.map((scope, index) => ({
      valid_from: scope.from,
      valid_to: scope.to,
      basis: must(cleanOptional(scope.basis, `scopes.${index}.basis`, 200)),
      target: must(cleanOptional(scope.target, `scopes.${index}.target`, 200)),
      age_low: scope.ages.low,
      age_high: scope.ages.high,
    })),
  }
}

/** The way from a programme to those before it must end. */
function checkLineage(
  rows: readonly { readonly code: string; readonly predecessor: string | null }[],
  own: string | null,
  predecessor: string | null,
): void {
  const seen = new Set(own === null ? [] : [own])
  for (let code = predecessor; code !== null; ) {
    const row = rows.find((one) => one.code === code)
    if (row === undefined || seen.has(code)) {
      throw new AppFailure(appError('mergeCircle', { from: own ?? '', into: code }, 'predecessor'))
    }
    seen.add(code)
    code = row.predecessor
  }
}

/** Cleaned names; one that another row bears at the same time is refused. */
function ownNames(
  rows: readonly { readonly id: string; readonly names: readonly NamedPeriod[] }[],
  id: string | null,
  names: readonly NamedPeriod[],
): readonly NamedPeriod[] {
  const cleaned = must(cleanNames(names))
  for (const period of cleaned) {
    const twice = rows.some(
      (row) =>
        row.id !== id &&
        row.names.some((other) => foldName(other.name) === foldName(period.name) && overlaps(other, period)),
    )
    if (twice) throw new AppFailure(appError('nameTaken', { name: period.name }, 'names'))
  }
  return cleaned
}

const overlaps = (a: NamedPeriod, b: NamedPeriod): boolean =>
  (a.to === null || b.from === null || b.from <= a.to) && (b.to === null || a.from === null || a.from <= b.to)

/** The tool's own code of a new row: stable, without meaning. Every row that was ever there has another. */
function newCode(rows: readonly { readonly key: number; readonly code: string }[], stem: string): string {
  const taken = new Set(rows.map(({ code }) => code))
  let number = Math.max(0, ...rows.map(({ key }) => key)) + 1
  while (taken.has(`${stem}-${number}`)) number += 1
  return `${stem}-${number}`
}
