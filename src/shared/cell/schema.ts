import { z } from 'zod'
import type { Cell } from './cell.ts'

const integer = z.int()

/** Exact numbers only; ranges in order, denominators above zero. */
export const quantitySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('integer'), integer }),
  z.strictObject({ kind: z.literal('fraction'), numerator: integer, denominator: integer.positive() }),
  z
    .strictObject({ kind: z.literal('range'), low: integer, high: integer })
    .refine((range) => range.low <= range.high, 'range reversed'),
])

export const partsSchema = z.strictObject({ reported: integer.min(0), expected: integer.min(0) })

export const cellFlagSchema = z.enum(['provisional', 'revised', 'estimate'])

export const cellStateSchema = z.enum([
  'value',
  'blank',
  'notApplicable',
  'cancelled',
  'postponed',
  'notDone',
  'unknown',
  'suppressed',
])

export const cellSchema: z.ZodType<Cell> = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('value'),
    quantity: quantitySchema,
    parts: partsSchema,
    flags: z.array(cellFlagSchema),
  }),
  z.strictObject({
    state: cellStateSchema.exclude(['value']),
    parts: partsSchema,
    flags: z.array(cellFlagSchema),
  }),
])
