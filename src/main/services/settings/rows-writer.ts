import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import { cleanName, cleanOptional, datesReversed } from '../../../shared/organisation/clean-name.ts'
import { findStatistic, statistics } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { EntityTable } from '../../ledger/history/entities.ts'
import type { LedgerWriter } from '../../ledger/mutate.ts'
import { build } from '../../ledger/query.ts'
import { codeUses, itemsReferringTo } from '../../ledger/repositories/code-uses.ts'
import { insertCountingRules } from '../../ledger/repositories/counting-rules.ts'
import { rowUses } from '../../ledger/repositories/row-uses.ts'
import {
  countingRuleRows,
  partyFormRows,
  partyRows,
  programmeRows,
  venueRows,
} from '../../ledger/repositories/settings-rows.ts'
import { listStaff } from '../../ledger/repositories/staff.ts'
import { act } from '../act.ts'
import type { WriterHandlers } from '../contexts.ts'
import { itemById, must, proveReadable, raiseVersion, refuseHeld } from './codes-writer.ts'
import { referenceOf } from './organisation-writer.ts'

/** Retirement, deletion, 計上ルール and the list of those who record. */
export const settingsRowsWriter = {
  'settings.retire': (input, context) =>
    act(context, 'settings.retire', input, (write) => {
      const { table, id, revision, on } = input
      if (table === 'staff') {
        const from = listStaff(write).find((member) => member.id === id)?.validFrom ?? null
        if (from !== null && on !== null && on < from) throw new AppFailure(datesReversed(from, on, 'on'))
        return referenceOf(write.update('staff', id, revision, { valid_to: on }))
      }
      if (table !== 'code_item') return referenceOf(write.update(table, id, revision, { retired_on: on }))
      const { list, item } = itemById(write, id)
      if (on !== null && (item.code === 'other' || item.code === 'unknown')) refuseHeld(list, item)
      if (on !== null && item.validFrom !== null && on < item.validFrom) {
        throw new AppFailure(datesReversed(item.validFrom, on, 'on'))
      }
      const saved = write.update('code_item', id, revision, { retired_on: on })
      if (saved.revision !== revision) raiseVersion(write, list.code)
      return referenceOf(saved)
    }),
  'settings.remove': (input, context) => {
    act(context, 'settings.remove', input, (write) => {
      const { table, id, revision } = input
      refuseUsed(write, table, id)
      if (table === 'code_item') {
        const { list, item } = itemById(write, id)
        refuseHeld(list, item)
        raiseVersion(write, list.code)
      }
      if (table === 'party') removeForms(write, id)
      write.remove(table, id, revision)
      if (table === 'code_item') proveReadable(write)
      return null
    })
    return {}
  },
  'settings.saveRule': (input, context) =>
    act(context, 'settings.saveRule', input, (write) => {
      const { id, revision } = input
      const rule = cleanRule(write, id, input.rule)
      if (id === null) {
        insertCountingRules(write, [rule])
        const made = countingRuleRows(write).find(
          (row) => row.statistic === rule.statistic && row.from_year === rule.from,
        )
        if (made === undefined) throw new Error('a new rule is not there')
        return referenceOf(made)
      }
      const keys = new Map(partyRows(write).map((row) => [row.code, row.key]))
      return referenceOf(
        write.update('counting_rule', id, revision, {
          statistic: rule.statistic,
          from_year: rule.from,
          to_year: rule.to,
          reason: rule.reason,
          counting_rule_party: rule.parties.map((code) => ({ party_key: keys.get(code) ?? 0 })),
        }),
      )
    }),
  'settings.saveStaff': (input, context) =>
    act(context, 'settings.saveStaff', input, (write) => {
      const name = must(cleanName(input.name))
      const staff = listStaff(write)
      if (staff.some((member) => member.name === name && member.id !== input.id)) {
        throw new AppFailure(appError('nameTaken', { name }, 'name'))
      }
      const row = { name, valid_from: input.validFrom }
      if (input.id !== null) return referenceOf(write.update('staff', input.id, input.revision, row))
      const last = write.get(build.selectFrom('staff').select(({ fn }) => fn.max('position').as('position')))
      return referenceOf(
        write.insert('staff', { ...row, valid_to: null, position: Number(last?.position ?? 0) + 1 }),
      )
    }),
  'settings.orderStaff': (input, context) => {
    act(context, 'settings.orderStaff', input, (write) => {
      const staff = listStaff(write)
      const whole =
        new Set(input.ids).size === staff.length && staff.every((member) => input.ids.includes(member.id))
      if (!whole) throw new AppFailure(appError('conflict', { table: 'staff', id: '' }, 'ids'))
      for (const { id, revision } of staff) {
        write.update('staff', id, revision, { position: input.ids.indexOf(id) + 1 })
      }
      return null
    })
    return {}
  },
} satisfies Pick<
  WriterHandlers,
  'settings.retire' | 'settings.remove' | 'settings.saveRule' | 'settings.saveStaff' | 'settings.orderStaff'
>

type Rule = Parameters<typeof insertCountingRules>[1][number]

/** 計上ルール of a statistic or of its family (`consultation`). */
function cleanRule(write: LedgerWriter, id: string | null, rule: Rule): Rule {
  const families = new Set<string>(statistics.map(({ code }) => code.split('.')[0] ?? code))
  if (findStatistic(rule.statistic) === null && !families.has(rule.statistic)) {
    throw new AppFailure(appError('unknownStatistic', { statistic: rule.statistic }, 'statistic'))
  }
  if (rule.to !== null && rule.to < rule.from) {
    throw new AppFailure(datesReversed(`${rule.from}`, `${rule.to}`, 'to'))
  }
  const known = new Set(partyRows(write).map(({ code }) => code))
  const stranger = rule.parties.find((code) => !known.has(code))
  if (stranger !== undefined) throw new AppFailure(appError('unknownParty', { party: stranger }, 'parties'))
  const twice = countingRuleRows(write).some(
    (row) => row.id !== id && row.statistic === rule.statistic && row.from_year === rule.from,
  )
  if (twice) throw new AppFailure(appError('nameTaken', { name: rule.statistic }, 'from'))
  return {
    ...rule,
    parties: [...new Set(rule.parties)],
    reason: must(cleanOptional(rule.reason, 'reason', 500)),
  }
}

/** @throws AppFailure `stillUsed` {name, count} while anything refers to the row. */
function refuseUsed(write: LedgerWriter, table: EntityTable, id: string): void {
  const used = usesOf(write, table, id)
  if (used.count > 0) throw new AppFailure(appError('stillUsed', used))
}

function usesOf(
  write: LedgerWriter,
  table: EntityTable,
  id: string,
): { readonly name: string; readonly count: number } {
  if (table === 'code_item') {
    const { list, item } = itemById(write, id)
    const records = codeUses(write, list.code, item.code).reduce((sum, { count }) => sum + count, 0)
    return { name: item.label, count: records + itemsReferringTo(write, list.code, item.code) }
  }
  if (table === 'staff') {
    const name = listStaff(write).find((member) => member.id === id)?.name ?? ''
    const actions = write.get(
      build
        .selectFrom('action')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('staff', '=', name),
    )
    return { name, count: actions?.count ?? 0 }
  }
  if (table === 'party_form') return formUses(write, id)
  if (table !== 'party' && table !== 'programme' && table !== 'venue') return { name: '', count: 0 }
  const rows = { party: partyRows, programme: programmeRows, venue: venueRows }[table](write)
  const row = rows.find((one) => one.id === id)
  return { name: row?.names.at(-1)?.name ?? '', count: rowUses(write, table).get(row?.code ?? '') ?? 0 }
}

/** Reports that were handed in on a form; without the form they would stand nowhere. */
function formUses(write: LedgerWriter, id: string): { readonly name: string; readonly count: number } {
  const form = partyFormRows(write).find((row) => row.id === id)
  if (form === undefined) return { name: '', count: 0 }
  const reports = write.all(
    build
      .selectFrom('report')
      .select('month')
      .where('party_key', '=', form.party_key)
      .where('form', '=', form.form)
      .where('month', '>=', form.from_month),
  )
  const inside = reports.filter(({ month }) => form.to_month === null || month <= form.to_month)
  return { name: form.party, count: inside.length }
}

/** A party that nothing was ever reported by goes with its forms. */
function removeForms(write: LedgerWriter, id: string): void {
  const key = partyRows(write).find((row) => row.id === id)?.key
  for (const form of partyFormRows(write)) {
    if (form.party_key === key) write.remove('party_form', form.id, form.revision)
  }
  const sheets = write.all(
    build
      .selectFrom('form_sheet')
      .select(['id', 'revision'])
      .where('party_key', '=', key ?? 0),
  )
  for (const sheet of sheets) write.remove('form_sheet', sheet.id, sheet.revision)
}
