import { formsOfActivity } from '../../../shared/activities/kinds.ts'
import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { checkForm, coversMonth, type FormPeriod, switchedFrom } from '../../../shared/organisation/forms.ts'
import { catalogue } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { FormCode } from '../../../shared/statistics/rows.ts'
import type { Month } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { formatMonth } from '../../../shared/time/format.ts'
import type { LedgerWriter } from '../../ledger/mutate.ts'
import { build } from '../../ledger/query.ts'
import { partyFormRows } from '../../ledger/repositories/settings-rows.ts'
import { act } from '../act.ts'
import type { WriterHandlers } from '../contexts.ts'
import { must } from './codes-writer.ts'

/** What a party hands in, and how: by records or by tally, never both for one month. */
export const partyFormsWriter = {
  'settings.saveForm': (input, context) =>
    act(context, 'settings.saveForm', input, (write) => {
      const party = write.get(build.selectFrom('party').select('key').where('code', '=', input.party))
      if (party === undefined)
        throw new AppFailure(appError('notFound', { table: 'party', id: input.party }, 'party'))
      const { id, revision, form, mode, from, to } = input
      const others = formsOf(write, party.key).filter((row) => row.id !== id)
      must(checkForm({ form, mode, from, to }, others))
      const row = { party_key: party.key, form, mode, from_month: from, to_month: to }
      const saved =
        id === null ? write.insert('party_form', row) : write.update('party_form', id, revision, row)
      return { id: saved.id, revision: saved.revision }
    }),
  'settings.switchMode': (input, context) =>
    act(context, 'settings.switchMode', input, (write) => {
      const row = partyFormRows(write).find(({ id }) => id === input.id)
      if (row === undefined)
        throw new AppFailure(appError('notFound', { table: 'party_form', id: input.id }, 'id'))
      const switched = switchedFrom(
        { form: row.form, mode: row.mode, from: row.from_month, to: row.to_month },
        input.from,
      )
      if (switched === null) {
        const parameters = { from: formatMonth(row.from_month), to: formatMonth(input.from) }
        throw new AppFailure(appError('datesReversed', parameters, 'from'))
      }
      refuseTold(write, row.party_key, switched.after)
      const { before, after } = switched
      if (before === null) {
        const saved = write.update('party_form', row.id, input.revision, { mode: after.mode })
        return { id: saved.id, revision: saved.revision }
      }
      write.update('party_form', row.id, input.revision, { to_month: before.to })
      const made = write.insert('party_form', {
        party_key: row.party_key,
        form: row.form,
        mode: after.mode,
        from_month: after.from,
        to_month: after.to,
      })
      return { id: made.id, revision: made.revision }
    }),
} satisfies Pick<WriterHandlers, 'settings.saveForm' | 'settings.switchMode'>

interface StoredForm extends FormPeriod {
  readonly id: string
  readonly revision: number
}

function formsOf(write: LedgerWriter, party: number): readonly StoredForm[] {
  return partyFormRows(write)
    .filter((row) => row.party_key === party)
    .map((row) => ({
      id: row.id,
      revision: row.revision,
      form: row.form,
      mode: row.mode,
      from: row.from_month,
      to: row.to_month,
    }))
}

/** Ends every form that goes on after a month; gives those that were asked for in it. */
export function closeForms(write: LedgerWriter, party: number, last: Month): readonly FormPeriod[] {
  const running = formsOf(write, party).filter((form) => coversMonth(form, last))
  for (const form of formsOf(write, party)) {
    if (form.from > last) write.remove('party_form', form.id, form.revision)
    else if (form.to === null || form.to > last) {
      write.update('party_form', form.id, form.revision, { to_month: last })
    }
  }
  return running
}

/** The successor's monthly sheets begin with the items of the party before it. */
export function copySheets(write: LedgerWriter, from: number, to: number): void {
  const sheets = write.all(
    build.selectFrom('form_sheet').select(['key', 'form']).where('party_key', '=', from),
  )
  for (const { key, form } of sheets) {
    const items = write.all(
      build
        .selectFrom('form_item')
        .select(['statistic', 'by1', 'code1', 'by2', 'code2'])
        .where('form_sheet_key', '=', key)
        .orderBy('position'),
    )
    write.insert('form_sheet', { party_key: to, form, form_item: items })
  }
}

/** Asks the same forms, in the same way, of another party from a month on. */
export function openForms(
  write: LedgerWriter,
  party: number,
  forms: readonly FormPeriod[],
  from: Month,
): void {
  for (const { form, mode } of forms) {
    write.insert('party_form', { party_key: party, form, mode, from_month: from, to_month: null })
  }
}

/**
 * What was told in the other way in these months would no longer count: it must be taken away first.
 * @throws AppFailure `modeHasValues` {month, count}
 */
function refuseTold(write: LedgerWriter, party: number, after: FormPeriod): void {
  const inside = (month: Month): boolean => coversMonth(after, month)
  const count =
    after.mode === 'records'
      ? talliesIn(write, party, after.form, inside)
      : recordsIn(write, party, after.form, inside)
  if (count === 0) return
  throw new AppFailure(appError('modeHasValues', { month: formatMonth(after.from), count }, 'from'))
}

function talliesIn(
  write: LedgerWriter,
  party: number,
  form: FormCode,
  inside: (month: Month) => boolean,
): number {
  // What is only ever entered (登録者数) is tallied in both ways.
  const statistics = catalogue.flatMap(({ definition, source }) =>
    definition.form === form && source.kind !== 'entered' ? [definition.code] : [],
  )
  const rows = write.all(
    build
      .selectFrom('tally')
      .select('month')
      .where('party_key', '=', party)
      .where('statistic', 'in', statistics)
      .where('month', 'is not', null)
      .where('adopted', '=', 1)
      .where('state', '<>', 'blank'),
  )
  return rows.filter(({ month }) => month !== null && inside(month)).length
}

function recordsIn(
  write: LedgerWriter,
  party: number,
  form: FormCode,
  inside: (month: Month) => boolean,
): number {
  if (form === 'consultation') {
    const months = (['consultation', 'coordination', 'referral'] as const).flatMap((table) =>
      write.all(build.selectFrom(table).select('month').where('party_key', '=', party)),
    )
    return months.filter(({ month }) => inside(month)).length
  }
  const rows = write.all(
    build
      .selectFrom('activity')
      .select(['kind', 'category', 'fiscal_year', 'held_kind', 'held_from'])
      .where('party_key', '=', party)
      .where('held_kind', 'is not', null),
  )
  return rows.filter(({ kind, category, fiscal_year, held_from }) => {
    const month = (held_from ?? fiscalYearPeriod(fiscal_year).to).slice(0, 7) as Month
    return inside(month) && formsOfActivity({ kind, category, measures: [] }).includes(form)
  }).length
}
