import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Environment } from '../environment.ts'
import { appErrorOf, fail } from '../failures.ts'
import { writeWhole } from '../files.ts'

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/)

/** Bounds keep a hostile file from asking for all memory. */
const costSchema = z.strictObject({
  N: z
    .int()
    .min(2 ** 10)
    .max(2 ** 20)
    .refine((n) => Number.isInteger(Math.log2(n))),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
})

const slotSchema = z.strictObject({
  id: z.string().max(100),
  /** `recovery` is the key that is printed once, on paper. */
  kind: z.enum(['user', 'recovery']),
  label: z.string().max(200),
  cost: costSchema,
  salt: base64.length(44),
  nonce: base64.length(16),
  sealed: base64.length(64),
})

const keyFileSchema = z.strictObject({
  format: z.literal('fukushi-daicho keys'),
  version: z.literal(1),
  ledger: z.string().min(1).max(100),
  slots: z.array(slotSchema).min(1).max(100),
  /** Against damage, not against attackers: those meet the seal of each slot. */
  check: z.string().length(64),
})

export type SlotCost = z.infer<typeof costSchema>
export type KeySlot = z.infer<typeof slotSchema>
export type KeyFile = Omit<z.infer<typeof keyFileSchema>, 'check'>

function serialise(content: KeyFile): string {
  const body = {
    format: content.format,
    version: content.version,
    ledger: content.ledger,
    slots: content.slots.map(({ id, kind, label, cost, salt, nonce, sealed }) => ({
      id,
      kind,
      label,
      cost: { N: cost.N, r: cost.r, p: cost.p },
      salt,
      nonce,
      sealed,
    })),
  }
  const check = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  return `${JSON.stringify({ ...body, check }, null, 2)}\n`
}

export function writeKeyFile(path: string, content: KeyFile, environment: Environment): void {
  writeWhole(environment.files, path, Buffer.from(serialise(content)))
}

/** Who may not read the keys may not read the ledger: told by that name. */
function readOwn(path: string, environment: Environment): Buffer {
  try {
    return environment.files.readFileSync(path)
  } catch (error) {
    if (appErrorOf(error)?.code !== 'folderNotWritable') throw error
    return fail('ledgerNotReadable', { path })
  }
}

/** Reads `keys.json`; stops with `keysMissing` or, when a single bit differs from what was written, `keysDamaged`. */
export function readKeyFile(path: string, environment: Environment): KeyFile {
  if (!environment.files.existsSync(path)) fail('keysMissing', { path })
  if (!environment.files.statSync(path).isFile()) fail('keysDamaged', { path })
  const bytes = readOwn(path, environment)
  const text = bytes.toString('utf8')
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    fail('keysDamaged', { path })
  }
  const parsed = keyFileSchema.safeParse(json)
  if (!parsed.success) fail('keysDamaged', { path })
  if (!Buffer.from(serialise(parsed.data)).equals(bytes)) fail('keysDamaged', { path })
  return parsed.data
}
