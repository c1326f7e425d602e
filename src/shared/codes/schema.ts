import { z } from 'zod'
import { daySchema } from '../time/schema.ts'
import { type CodeList, type CodeLists, otherCode, unknownCode } from './code-list.ts'
import { normaliseChoice } from './read-code.ts'

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/)
const text = z.string().min(1).max(60)
const age = z.int().min(0).max(150).nullable()

/** In the file an alias may be a bare word, and what is empty may be left out. */
const alias = z.union([
  text.transform((word) => ({ text: word, also: null })),
  z.strictObject({
    text,
    also: z.strictObject({ list: code, code }).nullable().default(null),
  }),
])

const item = z.strictObject({
  code,
  label: text,
  kana: z.string().regex(/^[ぁ-ゖー0-9]*$/),
  group: code.nullable().default(null),
  aliases: z.array(alias).default([]),
  withText: z.boolean().default(false),
  validFrom: daySchema.nullable().default(null),
  validTo: daySchema.nullable().default(null),
  mergedInto: code.nullable().default(null),
})

const list = z.strictObject({
  code,
  label: text,
  choice: z.enum(['single', 'multiple']),
  groups: code.nullable(),
  items: z.array(item).min(1),
})

const ageBands = z.strictObject({
  code,
  label: text,
  bands: z.array(z.strictObject({ code, label: text, low: age, high: age })).min(1),
})

/** Lists without その他 or 不明 of their own: a state is always known, a period has no third kind. */
const withoutUnknown: ReadonlySet<string> = new Set(['activityState'])
const withoutOther: ReadonlySet<string> = new Set(['activityState', 'duration', 'depth', 'area', 'zone'])

/** The file `resources/code-lists.json` and what a ledger keeps of it. */
export const codeListsSchema = z
  .strictObject({
    version: z.int().min(1),
    lists: z.array(list),
    ageBands: z.array(ageBands),
    household8050: z.strictObject({
      minimumAge: z.int().min(0).max(150),
      parentMinimumAge: z.int().min(0).max(150),
    }),
  })
  .superRefine((lists, context) => {
    for (const problem of problemsOf(lists)) context.addIssue({ code: 'custom', message: problem })
  }) satisfies z.ZodType<CodeLists>

/** Reads code lists from JSON. Throws a ZodError that names the place. */
export function parseCodeLists(json: unknown): CodeLists {
  return codeListsSchema.parse(json)
}

function problemsOf(lists: CodeLists): readonly string[] {
  return [
    ...repeated([...lists.lists, ...lists.ageBands].map((one) => one.code)).map(
      (one) => `list twice: ${one}`,
    ),
    ...lists.lists.flatMap((one) => problemsOfList(one, lists)),
    ...lists.ageBands.flatMap((bands) =>
      bands.bands.flatMap((band, index) => {
        const next = bands.bands[index + 1]
        const joined = next === undefined || (band.high !== null && next.low === band.high + 1)
        const open =
          (index > 0 || band.low === null || band.low === 0) && (next !== undefined || band.high === null)
        return joined && open ? [] : [`gap in ${bands.code} at ${band.code}`]
      }),
    ),
  ]
}

function problemsOfList(one: CodeList, lists: CodeLists): readonly string[] {
  const codes = new Set(one.items.map((entry) => entry.code))
  const groups = lists.lists.find((candidate) => candidate.code === one.groups)
  const spellings = one.items.flatMap((entry) => [
    ...new Set([entry.code, entry.label, ...entry.aliases.map((name) => name.text)].map(normaliseChoice)),
  ])
  return [
    ...repeated(one.items.map((entry) => entry.code)).map((twice) => `${one.code}: code twice: ${twice}`),
    ...repeated(spellings).map((twice) => `${one.code}: spelling twice: ${twice}`),
    ...(codes.has(unknownCode) || withoutUnknown.has(one.code) ? [] : [`${one.code}: no 不明`]),
    ...(codes.has(otherCode) || withoutOther.has(one.code) ? [] : [`${one.code}: no その他`]),
    ...(one.groups !== null && groups === undefined ? [`${one.code}: no list ${one.groups}`] : []),
    ...one.items
      .filter((entry) => !(groups?.items.some((group) => group.code === entry.group) ?? entry.group === null))
      .map((entry) => `${one.code}: no group for ${entry.code}`),
  ]
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))]
}
