import { checks } from './0003/checks.ts'
import { collection } from './0003/collection.ts'
import { confirming } from './0003/confirming.ts'
import { indicators } from './0003/indicators.ts'
import { intake } from './0003/intake.ts'
import type { Migration } from './migration.ts'

/** What intake, checks and confirming need; only new tables and columns with defaults. Until version 0.3 is released parts may be added here. */
export const intakeAndConfirming: Migration = {
  version: 3,
  name: 'intakeAndConfirming',
  run: (connection) => {
    for (const part of [intake, checks, confirming, collection, indicators]) connection.exec(part)
  },
}
