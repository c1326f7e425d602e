import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verifyHistory } from '../../../src/main/ledger/history/verify.ts'
import { readCodeLists } from '../../../src/main/ledger/repositories/code-lists.ts'
import { settingsWriter } from '../../../src/main/services/settings/writer.ts'
import { contract } from '../../../src/shared/contract/contract.ts'
import { errorCodes } from '../../../src/shared/contract/errors.ts'
import { deskOf } from './support.ts'

const desk = await deskOf('new')
const codes = desk.read('settings.codes', {})
const organisation = desk.read('settings.organisation', {})

/** What people paste: full and half width, emoji, signs, 10,000 characters, halves of characters. */
const rubbish = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '　',
    '\u0000',
    'ｱｲｳ',
    '👪'.repeat(40),
    '\ud800',
    '１'.repeat(10_000),
    'a\tb\nc',
    '電話',
    'メール',
    '=1+1',
    '‮逆',
  ),
)
const day = fc.option(fc.constantFrom('2025-04-01', '2024-02-30', '令和７年', '9999-12-31', '2020-03-31'))
const ids = [
  ...codes.lists.flatMap((list) => list.items.map(({ id }) => id)),
  ...codes.ageBands.map(({ id }) => id),
  ...organisation.parties.flatMap(({ id, forms }) => [id, ...forms.map((form) => form.id)]),
  ...organisation.programmes.map(({ id }) => id),
  ...organisation.venues.map(({ id }) => id),
  ...organisation.staff.map(({ id }) => id),
]
const scalar = fc.oneof(
  rubbish,
  day,
  fc.constantFrom(...ids),
  fc.constantFrom(0, 1, 2, -1, 2024, 2025, 1.5, 1e308),
  fc.boolean(),
  fc.constantFrom(
    ...codes.lists.map(({ code }) => code),
    'phone',
    'mail',
    'division',
    'hikikomori',
    'consultation',
  ),
  fc.constantFrom(
    'records',
    'tally',
    'venue',
    'department',
    'code_item',
    'party',
    'staff',
    'firstEver',
    'succeed',
  ),
)

/** A value of the right shape filled with anything, found by asking the schema what it misses. */
function filled(schema: (typeof contract)[keyof typeof contract]['input'], values: () => unknown): unknown {
  let input: unknown = {}
  for (let round = 0; round < 40; round += 1) {
    const parsed = schema.safeParse(input)
    if (parsed.success) return input
    for (const issue of parsed.error.issues) {
      if (issue.code === 'unrecognized_keys') return input
      input = withValue(
        input,
        issue.path,
        issue.code === 'invalid_type' ? shapeOf(issue.expected, values) : values(),
      )
    }
  }
  return input
}

function shapeOf(expected: string, values: () => unknown): unknown {
  if (expected === 'object') return {}
  if (expected === 'array') return [values()]
  return values()
}

function withValue(target: unknown, path: readonly PropertyKey[], value: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return value
  const copy: Record<PropertyKey, unknown> = Array.isArray(target)
    ? (target.slice() as never)
    : { ...(typeof target === 'object' && target !== null ? target : {}) }
  copy[key] = withValue(copy[key], rest, value)
  return copy
}

const names = Object.keys(settingsWriter) as (keyof typeof settingsWriter)[]

test('any input ends in an answer or a typed error, and the ledger stays readable', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(scalar, { minLength: 30, maxLength: 60 }),
      (name, given) => {
        let at = 0
        const input = filled(contract[name].input, () => given[at++ % given.length])
        const parsed = contract[name].input.safeParse({ ...(input as object), actionId: crypto.randomUUID() })
        if (!parsed.success) return
        const outcome = desk.refusal(name, parsed.data as never)
        seen.add(outcome)
        expect([...errorCodes, 'done'] as readonly string[]).toContain(outcome)
        expect(outcome).not.toBe('internal')
      },
    ),
    { numRuns: 400 },
  )
  readCodeLists(desk.ledger)
  desk.read('settings.organisation', {})
  expect(verifyHistory(desk.ledger).problems).toEqual([])
  // The inputs came far enough to be judged by the rules, not only by the shapes.
  expect(seen.size).toBeGreaterThan(3)
})
