import { firstLedger } from './0001-first-ledger.ts'
import { recording } from './0002-recording.ts'
import { intakeAndConfirming } from './0003-intake.ts'
import type { Migration } from './migration.ts'

/** Every step there ever was, oldest first. Steps are never changed after a release: add a new one. */
export const migrations: readonly Migration[] = Object.freeze([firstLedger, recording, intakeAndConfirming])
