import { z } from 'zod'
import { daySchema, fiscalYearSchema, monthSchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import { writtenNameSchema } from './code-settings.ts'
import { codeSchema, countSchema, idSchema, nameSchema, revisionSchema } from './common.ts'

export const formCodeSchema = z.enum(['consultation', 'place', 'network', 'family', 'outreach', 'other'])
export const modeSchema = z.enum(['records', 'tally'])

/** A name and its valid dates, both included; null is open. */
export const namedPeriodSchema = z.strictObject({
  name: writtenNameSchema,
  from: daySchema.nullable(),
  to: daySchema.nullable(),
})
const namesSchema = z.array(namedPeriodSchema).min(1).max(50)

const rowSchema = { id: idSchema, revision: revisionSchema, code: codeSchema }
/** Rows that refer to it: at 0 it may be deleted. */
const usedSchema = { uses: countSchema }

export const partyFormSchema = z.strictObject({
  id: idSchema,
  revision: revisionSchema,
  form: formCodeSchema,
  mode: modeSchema,
  from: monthSchema,
  to: monthSchema.nullable(),
})
export type PartyForm = z.infer<typeof partyFormSchema>

export const partyEditSchema = z.strictObject({
  names: namesSchema,
  kana: writtenNameSchema,
  corporation: writtenNameSchema,
  programme: codeSchema,
  contractFrom: daySchema,
  contractTo: daySchema.nullable(),
})
export type PartyEdit = z.infer<typeof partyEditSchema>

export const settingsPartySchema = z.strictObject({
  ...rowSchema,
  ...partyEditSchema.shape,
  ...usedSchema,
  /** The party whose contract this one took over. */
  predecessor: codeSchema.nullable(),
  forms: z.array(partyFormSchema),
})
export type SettingsParty = z.infer<typeof settingsPartySchema>

export const newRuleSchema = z.enum(['firstEver', 'firstOrReopened', 'notInPreviousYear'])
export const scopeSchema = z.strictObject({
  from: daySchema,
  to: daySchema.nullable(),
  basis: writtenNameSchema,
  target: writtenNameSchema,
  ages: z.strictObject({
    low: z.int().min(0).max(150).nullable(),
    high: z.int().min(0).max(150).nullable(),
  }),
})

export const programmeEditSchema = z.strictObject({
  names: namesSchema,
  predecessor: codeSchema.nullable(),
  scopes: z.array(scopeSchema).max(50),
  newRule: newRuleSchema,
})
export type ProgrammeEdit = z.infer<typeof programmeEditSchema>

const retiredSchema = { retiredOn: daySchema.nullable() }

export const settingsProgrammeSchema = z.strictObject({
  ...rowSchema,
  ...programmeEditSchema.shape,
  ...usedSchema,
  ...retiredSchema,
})
export type SettingsProgramme = z.infer<typeof settingsProgrammeSchema>

/** 会場 and 課名. */
export const placeKindSchema = z.enum(['venue', 'department'])
export const placeEditSchema = z.strictObject({ names: namesSchema, kana: writtenNameSchema })
export type PlaceEdit = z.infer<typeof placeEditSchema>

export const settingsPlaceSchema = z.strictObject({
  ...rowSchema,
  ...placeEditSchema.shape,
  ...usedSchema,
  ...retiredSchema,
})
export type SettingsPlace = z.infer<typeof settingsPlaceSchema>

export const ruleEditSchema = z.strictObject({
  /** A statistic's code, or the name of its family. */
  statistic: codeSchema,
  from: fiscalYearSchema,
  to: fiscalYearSchema.nullable(),
  parties: z.array(codeSchema).min(1).max(limits.list),
  reason: z.string().max(1000),
})
export type RuleEdit = z.infer<typeof ruleEditSchema>

export const settingsRuleSchema = z.strictObject({
  id: idSchema,
  revision: revisionSchema,
  ...ruleEditSchema.shape,
  parties: z.array(codeSchema),
})
export type SettingsRule = z.infer<typeof settingsRuleSchema>

export const settingsStaffSchema = z.strictObject({
  id: idSchema,
  revision: revisionSchema,
  name: nameSchema,
  validFrom: daySchema.nullable(),
  validTo: daySchema.nullable(),
  uses: countSchema,
})
export type SettingsStaff = z.infer<typeof settingsStaffSchema>

const depthSchema = z.enum(['informed', 'introduced', 'accompanied', 'useConfirmed'])

/** Values of the city and of the rules, each a setting of its own in the ledger. */
export const settingValueSchemas = {
  city: z.strictObject({
    name: writtenNameSchema,
    areaCode: z.string().regex(/^\d{5}$/),
    organisationCode: z.string().regex(/^\d{6}$/),
    committee: writtenNameSchema,
  }),
  /** 締切 of the monthly report: a day of the next month; 31 is the last one. */
  deadlines: z.strictObject({ day: z.int().min(1).max(31) }),
  referralDepths: z.strictObject({ depths: z.array(depthSchema).min(1).max(4) }),
  household8050: z.strictObject({
    minimumAge: z.int().min(0).max(150),
    parentMinimumAge: z.int().min(0).max(150),
  }),
  /** What a new paper begins with. */
  paperStyle: z.strictObject({
    numbering: z.enum(['city', 'national']),
    wording: z.enum(['asWritten', 'tidied']),
  }),
  recording: z.strictObject({ since: daySchema, earlierCasesKnown: z.boolean() }),
} as const
export type SettingValueName = keyof typeof settingValueSchemas

export const settingValueSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('city'), value: settingValueSchemas.city }),
  z.strictObject({ name: z.literal('deadlines'), value: settingValueSchemas.deadlines }),
  z.strictObject({ name: z.literal('referralDepths'), value: settingValueSchemas.referralDepths }),
  z.strictObject({ name: z.literal('household8050'), value: settingValueSchemas.household8050 }),
  z.strictObject({ name: z.literal('paperStyle'), value: settingValueSchemas.paperStyle }),
  z.strictObject({ name: z.literal('recording'), value: settingValueSchemas.recording }),
])
export type SettingValue = z.infer<typeof settingValueSchema>

/** Each value with the revision that was seen: that of its row, 0 while the ledger has only the default. */
const kept = <Value extends z.ZodType>(value: Value) => z.strictObject({ value, revision: revisionSchema })
export const settingValuesSchema = z.strictObject({
  city: kept(
    settingValueSchemas.city.extend({
      areaCode: nameSchema,
      organisationCode: nameSchema,
      remark: nameSchema,
    }),
  ),
  deadlines: kept(settingValueSchemas.deadlines),
  referralDepths: kept(settingValueSchemas.referralDepths),
  household8050: kept(settingValueSchemas.household8050),
  paperStyle: kept(settingValueSchemas.paperStyle),
  recording: kept(settingValueSchemas.recording),
})
export type SettingValues = z.infer<typeof settingValuesSchema>
