import { z } from 'zod'
import { limits } from '../limits.ts'

/** An instant in UTC: `2024-11-30T12:03:00.000Z`. */
export const instantSchema = z.iso.datetime()

export const codeSchema = z.string().min(1).max(limits.code)
export const idSchema = z.string().min(1).max(limits.code)
export const nameSchema = z.string().max(limits.name)
export const textSchema = z.string().max(limits.text)
export const pathSchema = z
  .string()
  .min(1)
  .max(limits.path)
  .refine((value) => !value.includes('\0'), 'NUL in a path')
export const countSchema = z.int().min(0)
/** Grows by one with every write; a request that saw an older one conflicts. */
export const revisionSchema = z.int().min(0)
/** Made by the client, once for an action: the same id again gives the same answer. */
export const actionIdSchema = z.uuid()
export const passphraseSchema = z.string().max(limits.passphrase)
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/)
/** A handle for a folder, a file in memory or a written file; 128 random bits or more. */
export const handleSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/)
export const nothing = z.strictObject({})

/** Bytes never travel in JSON: they are fetched from the door by this handle. */
export const fileHandleSchema = z.strictObject({
  handle: handleSchema,
  mediaType: z.string().max(limits.code),
  name: nameSchema,
})
export type FileHandle = z.infer<typeof fileHandleSchema>
