import { expect, test } from 'vitest'
import { newLedger, scratchFolder } from '../ledger/support.ts'
import { killCampaign } from './kill-campaign.ts'

test('kill −9 in the middle of entry, bulk, backup and migration loses nothing that was called saved', async () => {
  const made = await newLedger()
  const report = await killCampaign({ ...made, folder: scratchFolder() }, 6, 3)
  expect(report).toMatchObject({ lost: 0, notOpening: 0, broken: 0, badBackups: 0, failures: [] })
  // The campaign itself worked: something had been saved before the kills.
  expect(report.saved).toBeGreaterThan(3)
}, 60_000)
