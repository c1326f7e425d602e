import { z } from 'zod'
import { daySchema, fiscalYearSchema, monthSchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import { defineRequest } from '../request.ts'
import {
  bandEditSchema,
  itemEditSchema,
  settingChangeSchema,
  settingsBandsSchema,
  settingsListSchema,
  usesSchema,
  writtenNameSchema,
} from '../schemas/code-settings.ts'
import {
  actionIdSchema,
  codeSchema,
  countSchema,
  idSchema,
  nothing,
  revisionSchema,
} from '../schemas/common.ts'
import {
  formCodeSchema,
  modeSchema,
  partyEditSchema,
  placeEditSchema,
  placeKindSchema,
  programmeEditSchema,
  ruleEditSchema,
  settingsPartySchema,
  settingsPlaceSchema,
  settingsProgrammeSchema,
  settingsRuleSchema,
  settingsStaffSchema,
  settingValueSchema,
  settingValuesSchema,
} from '../schemas/organisation.ts'
import { yearDecisionsSchema, yearOutcomeSchema, yearViewSchema } from '../schemas/year-change.ts'

const acting = { actionId: actionIdSchema }
const seen = { ...acting, id: idSchema, revision: revisionSchema }
/** `id` null: a new row; its `revision` is then 0. */
const madeOrSeen = { ...acting, id: idSchema.nullable(), revision: revisionSchema }
const reference = z.strictObject({ id: idSchema, revision: revisionSchema })

const write = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) =>
  defineRequest({ input, output, runs: 'writer', kind: 'write' })
const read = <Input extends z.ZodType, Output extends z.ZodType>(input: Input, output: Output) =>
  defineRequest({ input, output, runs: 'reader', kind: 'read' })

/** Tables of which rows may be retired or, while nothing refers to them, deleted. */
export const settingTables = [
  'code_item',
  'programme',
  'party',
  'party_form',
  'venue',
  'department',
  'counting_rule',
  'staff',
] as const

/** 設定. Every write is one action of the undo list; another revision than the one seen is `conflict`. */
export const settingsRequests = {
  'settings.codes': read(
    nothing,
    z.strictObject({
      version: countSchema,
      lists: z.array(settingsListSchema),
      ageBands: z.array(settingsBandsSchema),
    }),
  ),
  /** Records under the code now, and every change of the item (its versions). */
  'settings.codeItem': read(
    z.strictObject({ list: codeSchema, code: codeSchema }),
    z.strictObject({ uses: usesSchema, changes: z.array(settingChangeSchema).max(limits.page) }),
  ),
  /** Every change of a row, newest first: its names through time. */
  'settings.changes': read(
    z.strictObject({ table: z.enum(settingTables), id: idSchema }),
    z.strictObject({ changes: z.array(settingChangeSchema).max(limits.page) }),
  ),
  'settings.organisation': read(
    nothing,
    z.strictObject({
      parties: z.array(settingsPartySchema),
      programmes: z.array(settingsProgrammeSchema),
      venues: z.array(settingsPlaceSchema),
      departments: z.array(settingsPlaceSchema),
      rules: z.array(settingsRuleSchema),
      staff: z.array(settingsStaffSchema),
    }),
  ),
  'settings.values': read(nothing, settingValuesSchema),

  /** A new item stands before その他 and 不明. Errors: `nameNotUsable`, `spellingTaken` … */
  'settings.saveItem': write(
    z.strictObject({ ...madeOrSeen, list: codeSchema, item: itemEditSchema }),
    reference,
  ),
  /** All items of the list in their new order. */
  'settings.orderItems': write(
    z.strictObject({ ...acting, list: codeSchema, ids: z.array(idSchema).max(limits.list) }),
    nothing,
  ),
  /** `into` null ends the merging. Errors: `mergeCircle`, `codeNeeded`. */
  'settings.mergeItem': write(z.strictObject({ ...seen, into: codeSchema.nullable() }), reference),
  'settings.saveBands': write(
    z.strictObject({ ...seen, bands: z.array(bandEditSchema).min(1).max(limits.list) }),
    reference,
  ),
  /** `on`: the last day on which it is offered; null restores it. */
  'settings.retire': write(
    z.strictObject({
      ...seen,
      table: z.enum(['code_item', 'programme', 'venue', 'department', 'staff']),
      on: daySchema.nullable(),
    }),
    reference,
  ),
  /** Only what nothing refers to. Error: `stillUsed`. */
  'settings.remove': write(z.strictObject({ ...seen, table: z.enum(settingTables) }), nothing),

  'settings.saveParty': write(
    z.strictObject({
      ...madeOrSeen,
      party: partyEditSchema,
      /** What a new party hands in from its first month on. */
      forms: z.array(z.strictObject({ form: formCodeSchema, mode: modeSchema })).max(6),
    }),
    reference,
  ),
  /** 受託者交代: the old contract ends the day before, the new party takes its forms over. */
  'settings.succeedParty': write(
    z.strictObject({
      ...seen,
      from: daySchema,
      until: daySchema.nullable(),
      name: writtenNameSchema,
      corporation: writtenNameSchema,
    }),
    reference,
  ),
  /** A form of a party: from–to month. Errors: `formsOverlap`, `datesReversed`. */
  'settings.saveForm': write(
    z.strictObject({
      ...madeOrSeen,
      party: codeSchema,
      form: formCodeSchema,
      mode: modeSchema,
      from: monthSchema,
      to: monthSchema.nullable(),
    }),
    reference,
  ),
  /** Records ↔ tally from a month on. Error: `modeHasValues` where the month or a later one is told already. */
  'settings.switchMode': write(z.strictObject({ ...seen, from: monthSchema }), reference),
  'settings.saveProgramme': write(
    z.strictObject({ ...madeOrSeen, programme: programmeEditSchema }),
    reference,
  ),
  'settings.savePlace': write(
    z.strictObject({ ...madeOrSeen, kind: placeKindSchema, place: placeEditSchema }),
    reference,
  ),
  'settings.saveRule': write(z.strictObject({ ...madeOrSeen, rule: ruleEditSchema }), reference),
  'settings.saveStaff': write(
    z.strictObject({ ...madeOrSeen, name: writtenNameSchema, validFrom: daySchema.nullable() }),
    reference,
  ),
  'settings.orderStaff': write(
    z.strictObject({ ...acting, ids: z.array(idSchema).max(limits.page) }),
    nothing,
  ),
  'settings.saveValue': write(
    z.strictObject({ ...acting, revision: revisionSchema, setting: settingValueSchema }),
    nothing,
  ),

  /** What the change into a fiscal year would carry over and ask, or what it did. */
  'settings.year': read(z.strictObject({ fiscalYear: fiscalYearSchema }), yearViewSchema),
  /** 「令和８年度を始める」, once for a year. Error: `yearBegun`. */
  'settings.beginYear': write(
    z.strictObject({ ...acting, fiscalYear: fiscalYearSchema, decisions: yearDecisionsSchema }),
    z.strictObject({ outcome: yearOutcomeSchema }),
  ),
}
