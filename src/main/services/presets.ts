import { z } from 'zod'
import nationalMenuFile from '../../../resources/presets/national-menu.json' with { type: 'json' }
import organisationFile from '../../../resources/presets/organisation.json' with { type: 'json' }
import planFile from '../../../resources/presets/plan.json' with { type: 'json' }
import type { NamedRow, PartyFormRow, PartyRow, ProgrammeRow } from '../../shared/statistics/rows.ts'
import { daySchema, fiscalYearSchema, monthSchema } from '../../shared/time/schema.ts'

const code = z.string().regex(/^[a-z0-9-]+$/)
const text = z.string().min(1)

const namedSchema = {
  code,
  names: z.array(z.strictObject({ name: text, from: daySchema.nullable(), to: daySchema.nullable() })).min(1),
}

const scopeSchema = z.strictObject({
  from: daySchema,
  to: daySchema.nullable(),
  basis: text,
  target: text,
  ages: z.strictObject({ low: z.int().nullable(), high: z.int().nullable() }),
})

const programmeSchema: z.ZodType<ProgrammeRow> = z.strictObject({
  ...namedSchema,
  predecessor: code.nullable(),
  scopes: z.array(scopeSchema),
  newRule: z.enum(['firstEver', 'firstOrReopened', 'notInPreviousYear']),
})

const partySchema: z.ZodType<PartyRow> = z.strictObject({
  ...namedSchema,
  corporation: text,
  programme: code,
  contractFrom: daySchema,
  contractTo: daySchema.nullable(),
})

const partyFormSchema: z.ZodType<PartyFormRow> = z.strictObject({
  party: code,
  form: z.enum(['consultation', 'place', 'network', 'family', 'outreach', 'other']),
  mode: z.enum(['records', 'tally']),
  from: monthSchema,
  to: monthSchema.nullable(),
})

/** 計上ルール: which parties make the city's total of a statistic or family, and why. */
const countingRuleSchema = z.strictObject({
  statistic: text,
  from: fiscalYearSchema,
  to: fiscalYearSchema.nullable(),
  parties: z.array(code).min(1),
  reason: text,
})

const staffSchema = z.strictObject({ code, name: text, role: text })

const organisationSchema = z.strictObject({
  city: text,
  /** 標準地域コード and 団体コード. */
  areaCode: z.string().regex(/^\d{5}$/),
  organisationCode: z.string().regex(/^\d{6}$/),
  committee: text,
  /** What in this file is made up, in words for the reader. */
  remark: text,
  departments: z.array(z.strictObject(namedSchema) satisfies z.ZodType<NamedRow>).min(1),
  programmes: z.array(programmeSchema),
  venues: z.array(z.strictObject(namedSchema) satisfies z.ZodType<NamedRow>),
  parties: z.array(partySchema),
  partyForms: z.array(partyFormSchema),
  countingRules: z.array(countingRuleSchema),
  staff: z.array(staffSchema).min(1),
})

const planSchema = z.strictObject({
  id: code,
  name: text,
  from: fiscalYearSchema,
  to: fiscalYearSchema,
  /** False while the city has not verified the end year (domain §5). */
  toVerified: z.boolean(),
  levels: z.array(text).min(1),
  nodes: z.array(
    z.strictObject({
      id: code,
      parent: code.nullable(),
      depth: z.int().min(0),
      mark: z.string(),
      /** '' is an empty place (未登録). */
      text: z.string(),
      order: z.int().min(1),
    }),
  ),
})

const nationalMenuSchema = z.strictObject({
  name: text,
  items: z.array(
    z.strictObject({
      code,
      mark: z.string(),
      name: text,
      required: z.boolean(),
      category: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
    }),
  ),
})

export type OrganisationPreset = z.infer<typeof organisationSchema>
export type PlanPreset = z.infer<typeof planSchema>
export type NationalMenuPreset = z.infer<typeof nationalMenuSchema>

export interface Presets {
  readonly organisation: OrganisationPreset
  readonly plan: PlanPreset
  readonly nationalMenu: NationalMenuPreset
}

/**
 * The presets that a new ledger starts from (`resources/presets`). Throws a ZodError naming the place
 * when a preset was edited into something that is none.
 */
export function readPresets(): Presets {
  return {
    organisation: organisationSchema.parse(organisationFile),
    plan: planSchema.parse(planFile),
    nationalMenu: nationalMenuSchema.parse(nationalMenuFile),
  }
}
