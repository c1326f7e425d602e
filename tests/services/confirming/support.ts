import { afterAll } from 'vitest'
import type { Ledger } from '../../../src/main/ledger/ledger.ts'
import { closeLedger } from '../../../src/main/ledger/open/close.ts'
import { openLedger } from '../../../src/main/ledger/open/open.ts'
import { countForConfirming } from '../../../src/main/services/confirming/count.ts'
import { confirmingReader, confirmingWriter } from '../../../src/main/services/confirming/handlers.ts'
import { confirmingWriterTasks } from '../../../src/main/services/confirming/writer.ts'
import type { WriterContext } from '../../../src/main/services/contexts.ts'
import { reportsWriter } from '../../../src/main/services/reports/writer.ts'
import type { RequestInput } from '../../../src/shared/contract/contract.ts'
import { AppFailure } from '../../../src/shared/contract/errors.ts'
import type { FormCode } from '../../../src/shared/statistics/rows.ts'
import type { Month } from '../../../src/shared/time/day.ts'
import { expectOk, makeDemonstration, temporaryFolder, testEnvironment } from '../support/ledgers.ts'

export const now = new Date('2025-05-12T03:00:00.000Z')

/** A demonstration ledger of the test's own, open for writing, with what handlers need. */
export async function demonstrationOffice(): Promise<WriterContext> {
  const made = await makeDemonstration(`${temporaryFolder()}/見本.daicho`)
  const environment = testEnvironment(now.toISOString())
  const opened = await openLedger({
    mode: 'write',
    path: made.path,
    key: made.key,
    owner: '中村',
    environment,
  })
  const ledger: Ledger = expectOk(opened)
  afterAll(() => closeLedger(ledger))
  return {
    ledger,
    staff: { id: 's', name: '中村' },
    now: () => now,
    newId: () => crypto.randomUUID(),
    progress: () => {},
    stopIfCancelled: () => {},
  }
}

type Confirm = RequestInput<'confirming.confirm'>

/** `confirming.confirm` as the backend runs it. */
export function confirm(context: WriterContext, input: Partial<Confirm> & Pick<Confirm, 'places' | 'month'>) {
  const whole = { actionId: crypto.randomUUID(), fiscalYear: 2024, reason: '', ...input }
  const plan = countForConfirming(whole, context)
  return confirmingWriterTasks['confirming.store']({ input: whole, plan }, context)
}

/** Every place of a month or year that can be 確定 now. */
export function confirmable(
  context: WriterContext,
  month: Month | null,
  fiscalYear = 2024,
): Confirm['places'] {
  return confirmingReader['confirming.overview']({ fiscalYear, month }, context)
    .rows.filter(({ state, obstacle }) => state !== 'confirmed' && obstacle === null)
    .map(({ party, form, warnings }) => ({ party, form, warningsSeen: warnings }))
}

export const reopen = (
  context: WriterContext,
  input: { party: string; form: FormCode; month: Month | null; reason?: string; submitAgain?: boolean },
) =>
  confirmingWriter['confirming.reopen'](
    {
      actionId: crypto.randomUUID(),
      fiscalYear: 2024,
      reason: '件数の訂正',
      submitAgain: false,
      ...input,
    },
    context,
  )

export function moveTo(
  context: WriterContext,
  place: { party: string; form: FormCode; month: Month },
  to: 'missing' | 'received' | 'sentBack' | 'resubmitted' | 'checked',
  revision: number,
) {
  const actionId = crypto.randomUUID()
  return reportsWriter['reports.move']({ actionId, ...place, to, reason: '訂正', revision }, context)
}

export function failureOf(work: () => unknown): AppFailure['appError'] | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof AppFailure) return error.appError
    throw error
  }
}
