import { z } from 'zod'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readSetting } from '../../ledger/repositories/settings.ts'

/** Day of the following month until which parties report (締切). */
export const dueDaySetting = 'reports.dueDay'
export const dueDaySchema = z.int().min(1).max(31)
const usualDueDay = 10

export function readDueDay(reader: LedgerReader): number {
  const stored = dueDaySchema.safeParse(readSetting(reader, dueDaySetting)?.value)
  return stored.success ? stored.data : usualDueDay
}
