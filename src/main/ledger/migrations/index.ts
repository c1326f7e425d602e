import { firstLedger } from './0001-first-ledger.ts'
import type { Migration } from './migration.ts'

/** Every step there ever was, oldest first. Steps are never changed after a release: add a new one. */
export const migrations: readonly Migration[] = Object.freeze([firstLedger])
