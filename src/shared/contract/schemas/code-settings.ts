import { z } from 'zod'
import { daySchema } from '../../time/schema.ts'
import { limits } from '../limits.ts'
import { codeSchema, countSchema, idSchema, instantSchema, nameSchema, revisionSchema } from './common.ts'

/** A name as people write or paste it; the service trims, normalises (NFC) and judges it, also its length. */
export const writtenNameSchema = z.string().max(limits.text)

export const codeAliasSchema = z.strictObject({
  text: writtenNameSchema,
  also: z.strictObject({ list: codeSchema, code: codeSchema }).nullable(),
})

/** What may be edited of an item; its code is made by the tool and stays. */
export const itemEditSchema = z.strictObject({
  label: writtenNameSchema,
  kana: writtenNameSchema,
  group: codeSchema.nullable(),
  aliases: z.array(codeAliasSchema).max(50),
  withText: z.boolean(),
  validFrom: daySchema.nullable(),
})
export type ItemEdit = z.infer<typeof itemEditSchema>

export const settingsItemSchema = z.strictObject({
  id: idSchema,
  revision: revisionSchema,
  code: codeSchema,
  ...itemEditSchema.shape,
  /** Last day on which it is offered; null: still offered. */
  validTo: daySchema.nullable(),
  mergedInto: codeSchema.nullable(),
  sinceVersion: countSchema,
  /** Why it can be neither merged nor deleted, or null: `state` 不明・その他, `needed` a definition counts by it. */
  held: z.enum(['state', 'needed', 'fixed']).nullable(),
})
export type SettingsItem = z.infer<typeof settingsItemSchema>

export const settingsListSchema = z.strictObject({
  id: idSchema,
  code: codeSchema,
  label: nameSchema,
  choice: z.enum(['single', 'multiple']),
  groups: codeSchema.nullable(),
  version: countSchema,
  /** The ledger's own rules know every code of it: only words can be edited. */
  fixed: z.boolean(),
  items: z.array(settingsItemSchema),
})
export type SettingsList = z.infer<typeof settingsListSchema>

const ageSchema = z.int().min(0).max(150).nullable()
export const bandEditSchema = z.strictObject({ label: writtenNameSchema, low: ageSchema, high: ageSchema })
export type BandEdit = z.infer<typeof bandEditSchema>

export const settingsBandsSchema = z.strictObject({
  id: idSchema,
  revision: revisionSchema,
  code: codeSchema,
  label: nameSchema,
  version: countSchema,
  bands: z.array(z.strictObject({ code: codeSchema, label: nameSchema, low: ageSchema, high: ageSchema })),
})
export type SettingsBands = z.infer<typeof settingsBandsSchema>

/** Records under a code, and of which fiscal years. */
export const usesSchema = z.strictObject({
  total: countSchema,
  years: z.array(z.strictObject({ fiscalYear: z.int(), count: countSchema })),
})
export type Uses = z.infer<typeof usesSchema>

/** A change of a row, in the words of the history. */
export const settingChangeSchema = z.strictObject({
  sequence: countSchema,
  at: instantSchema,
  who: nameSchema,
  action: nameSchema,
  /** What the row was called before and after; null where it was not there. */
  before: nameSchema.nullable(),
  after: nameSchema.nullable(),
})
export type SettingChange = z.infer<typeof settingChangeSchema>
