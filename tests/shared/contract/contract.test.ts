import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { contract, isRequestName, requestNames } from '../../../src/shared/contract/contract.ts'
import { proven, type Same } from '../../../src/shared/contract/schemas/same-type.ts'

/** Every object schema inside a schema, with its place. */
function objectsIn(schema: unknown, place: string, found: { place: string; strict: boolean }[] = []) {
  const json = schema as Record<string, unknown>
  if (json === null || typeof json !== 'object') return found
  if (json.type === 'object' && json.properties !== undefined) {
    found.push({ place, strict: json.additionalProperties === false })
  }
  for (const [key, value] of Object.entries(json)) objectsIn(value, `${place}.${key}`, found)
  return found
}

describe('the contract', () => {
  test.each(requestNames)('%s is named feature.verb', (name) => {
    expect(name).toMatch(/^[a-z]+\.[a-z][A-Za-z]+$/)
  })

  test.each(requestNames)('%s refuses strangers in its input at every depth', (name) => {
    const schema = z.toJSONSchema(contract[name].input, { unrepresentable: 'any' })
    const objects = objectsIn(schema, name)
    expect(objects.length).toBeGreaterThan(0)
    expect(objects.filter(({ strict }) => !strict)).toEqual([])
  })

  // A half-filled entry is no action: it has no history, and the last one kept wins by its revision.
  const actions = requestNames.filter(
    (name) => contract[name].kind === 'write' && !name.startsWith('drafts.'),
  )
  test.each(actions)('%s carries an action id', (name) => {
    const schema = z.toJSONSchema(contract[name].input, { unrepresentable: 'any' })
    expect(schema.required).toContain('actionId')
  })

  test('names of Object’s own properties are no requests', () => {
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty', '']) {
      expect(isRequestName(name)).toBe(false)
    }
  })

  test('a schema that drifts from its type does not compile', () => {
    proven<Same<{ readonly a: readonly string[] }, { a: string[] }>>()
    // @ts-expect-error another type
    proven<Same<{ a: string }, { a: number }>>()
    // @ts-expect-error one more property
    proven<Same<{ a: string }, { a: string; b: string }>>()
    // @ts-expect-error one state more
    proven<Same<'x' | 'y', 'x'>>()
  })
})
