import { join } from 'node:path'
import type { Environment } from '../environment.ts'
import { appErrorOf, fail } from '../failures.ts'
import { ledgerFiles } from '../files.ts'
import { lastLink } from '../history/chain.ts'
import type { DerivedKeys } from '../keys/derive.ts'
import { damageOf } from '../open/check.ts'
import { openConnection } from '../open/connection.ts'
import { fileFacts, isGenuine, type Manifest, readManifest } from './manifest.ts'

/** Looks at a manifest before any key is tried. Stops with `fileMissing` or `backupNotGood` {path, cause}. */
export function requireManifest(
  folder: string,
  environment: Environment,
): Manifest & { readonly mac: string } {
  if (!environment.files.existsSync(folder)) fail('fileMissing', { path: folder })
  return readManifest(folder, environment) ?? fail('backupNotGood', { path: folder, cause: 'manifest' })
}

/** Every byte of a backup against its manifest. Stops with `backupNotGood` {path, cause}. */
export function requireSameFiles(folder: string, manifest: Manifest, environment: Environment): void {
  for (const name of ['ledger.db', 'keys.json'] as const) {
    const file = join(folder, name)
    if (!environment.files.existsSync(file)) fail('backupNotGood', { path: folder, cause: name })
    if (fileFacts(file, environment).sha256 !== manifest.files[name].sha256) {
      fail('backupNotGood', { path: folder, cause: name })
    }
  }
}

/** Opens the copy with the key: manifest's MAC, pages, foreign keys, history. Stops with `backupNotGood`. */
export function requireGoodCopy(
  folder: string,
  manifest: Manifest & { readonly mac: string },
  ledgerId: string,
  keys: DerivedKeys,
): void {
  const bad = (cause: string): never => fail('backupNotGood', { path: folder, cause })
  if (manifest.ledger !== ledgerId || !isGenuine(keys.manifest, manifest)) bad('manifest')
  try {
    const connection = openConnection(join(folder, ledgerFiles.database), keys, 'read')
    try {
      if (damageOf(connection).length > 0) bad('pages')
      const link = lastLink(connection, keys.history, ledgerId)
      if (link.sequence !== manifest.history.sequence) bad('history')
      if (link.mac.toString('hex') !== manifest.history.mac) bad('history')
    } finally {
      connection.close()
    }
  } catch (error) {
    if (appErrorOf(error)?.code === 'ledgerDamaged') bad('pages')
    throw error
  }
}
