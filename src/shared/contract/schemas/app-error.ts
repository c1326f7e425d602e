import { z } from 'zod'
import { type AppError, errorCodes } from '../errors.ts'
import { proven, type Same } from './same-type.ts'

/** A failure inside an answer that is given all the same. */
export const appErrorSchema = z.strictObject({
  code: z.enum(errorCodes),
  parameters: z.record(z.string().max(100), z.union([z.string(), z.number()])),
  field: z.string().nullable(),
})
proven<Same<z.infer<typeof appErrorSchema>, AppError>>()
