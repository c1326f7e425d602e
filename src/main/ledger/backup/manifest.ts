import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { Environment } from '../environment.ts'
import { appErrorOf } from '../failures.ts'
import { canonicalJson } from '../history/canonical.ts'

export const manifestFile = 'manifest.json'

/** Why a backup was taken. */
export const backupReasons = ['start', 'close', 'hourly', 'migration', 'import', 'restore', 'manual'] as const
export type BackupReason = (typeof backupReasons)[number]

const hex = z.string().regex(/^[0-9a-f]{64}$/)
const fileSchema = z.strictObject({ bytes: z.int().min(0), sha256: hex })

const manifestSchema = z.strictObject({
  format: z.literal('fukushi-daicho backup'),
  version: z.literal(1),
  ledger: z.string().max(100),
  schema: z.int().min(1),
  takenAt: z.iso.datetime(),
  reason: z.enum(backupReasons),
  /** The end of the history in the copy. */
  history: z.strictObject({ sequence: z.int().min(0), mac: hex }),
  /** Rows of each table, as counted in the copy. */
  rows: z.record(z.string(), z.int().min(0)),
  files: z.strictObject({ 'ledger.db': fileSchema, 'keys.json': fileSchema }),
  /** Made with a key derived from the ledger's. */
  mac: hex,
})
export type Manifest = Omit<z.infer<typeof manifestSchema>, 'mac'>

function macOf(key: Uint8Array, manifest: Manifest): string {
  return createHmac('sha256', key).update(canonicalJson(manifest)).digest('hex')
}

export function manifestText(key: Uint8Array, manifest: Manifest): string {
  return `${JSON.stringify({ ...manifest, mac: macOf(key, manifest) }, null, 2)}\n`
}

/** A manifest as it stands in a backup's folder; null when there is none or it cannot be read. */
export function readManifest(
  folder: string,
  environment: Environment,
): z.infer<typeof manifestSchema> | null {
  try {
    const text = environment.files.readFileSync(join(folder, manifestFile), 'utf8')
    const parsed = manifestSchema.safeParse(JSON.parse(text))
    if (!parsed.success) return null
    return `${JSON.stringify(parsed.data, null, 2)}\n` === text ? parsed.data : null
  } catch (error) {
    if (error instanceof SyntaxError || appErrorOf(error) !== null) return null
    throw error
  }
}

/** Whether a manifest was made with the ledger's key. */
export function isGenuine(
  key: Uint8Array,
  { mac, ...manifest }: Manifest & { readonly mac: string },
): boolean {
  return timingSafeEqual(Buffer.from(mac, 'hex'), Buffer.from(macOf(key, manifest), 'hex'))
}

/** Size and SHA-256, read piece by piece: a ledger may be larger than the memory. */
export function fileFacts(path: string, { files }: Environment): z.infer<typeof fileSchema> {
  const digest = createHash('sha256')
  const piece = Buffer.alloc(1024 * 1024)
  const descriptor = files.openSync(path, 'r')
  try {
    let bytes = 0
    for (;;) {
      const read = files.readSync(descriptor, piece, 0, piece.length, bytes)
      if (read === 0) return { bytes, sha256: digest.digest('hex') }
      digest.update(piece.subarray(0, read))
      bytes += read
    }
  } finally {
    files.closeSync(descriptor)
  }
}
