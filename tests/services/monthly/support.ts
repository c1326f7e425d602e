import { randomUUID } from 'node:crypto'
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Ledger } from '../../../src/main/ledger/ledger.ts'
import { type LedgerWriter, mutate } from '../../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../../src/main/ledger/open/close.ts'
import type { CreatedLedger } from '../../../src/main/ledger/open/create.ts'
import { openLedger } from '../../../src/main/ledger/open/open.ts'
import { saveReport } from '../../../src/main/ledger/repositories/reports.ts'
import type { ReaderContext, WriterContext } from '../../../src/main/services/contexts.ts'
import { monthlyReader } from '../../../src/main/services/monthly/reader.ts'
import { monthlyWriter } from '../../../src/main/services/monthly/writer.ts'
import { createEmptyLedger } from '../../../src/main/services/new-ledger.ts'
import type { RequestInput } from '../../../src/shared/contract/contract.ts'
import { type AppError, AppFailure } from '../../../src/shared/contract/errors.ts'
import type { MonthlyChange } from '../../../src/shared/contract/schemas/monthly.ts'
import type { ReportState } from '../../../src/shared/statistics/rows.ts'
import type { Month } from '../../../src/shared/time/day.ts'
import { cheap, expectOk, temporaryFolder, testEnvironment } from '../support/ledgers.ts'

/** The party of the presets that reports 相談 by tally, in the year in which the ledger was made. */
export const place = { party: 'workprep-contractor', form: 'consultation', fiscalYear: 2024 } as const

export interface Office {
  readonly ledger: Ledger
  readonly context: WriterContext & ReaderContext
}

let made = 0
const folder = temporaryFolder()
let template: Promise<CreatedLedger> | null = null

async function makeTemplate(): Promise<CreatedLedger> {
  const path = join(folder, '原本.daicho')
  const passphrase = '試験のための合言葉です。'
  const environment = testEnvironment()
  return expectOk(
    await createEmptyLedger({ path, name: '試験', passphrase, staff: '山田', environment, cost: cheap }),
  )
}

/** An empty ledger of the presets, open for writing; closed at the end of the file. A copy: making takes longer. */
export async function newOffice(): Promise<Office> {
  template ??= makeTemplate()
  const { path: original, key } = await template
  const environment = testEnvironment()
  made += 1
  const path = join(folder, `月報${made}.daicho`)
  cpSync(original, path, { recursive: true })
  const ledger = expectOk(await openLedger({ mode: 'write', path, key, environment, owner: '山田' }))
  afterAll(() => closeLedger(ledger))
  const context = {
    ledger,
    staff: { id: 's', name: '山田' },
    now: () => new Date('2025-04-10T03:00:00.000Z'),
    newId: randomUUID,
    progress: () => {},
    stopIfCancelled: () => {},
  }
  return { ledger, context }
}

export const sheetOf = ({ context }: Office, more: Partial<RequestInput<'monthly.sheet'>> = {}) =>
  monthlyReader['monthly.sheet']({ ...place, ...more }, context)

/** A number for a statistic and month, at the revision seen. */
export function change(
  statistic: string,
  month: Month | null,
  value: number | null,
  more: Partial<MonthlyChange> = {},
): MonthlyChange {
  return {
    statistic,
    keys: {},
    month,
    state: value === null ? 'blank' : 'value',
    value,
    flags: [],
    adopted: true,
    comment: '',
    seen: 0,
    ...more,
  }
}

export function save(
  office: Office,
  cells: MonthlyChange[],
  more: Partial<RequestInput<'monthly.save'>> = {},
) {
  const input = { ...place, actionId: randomUUID(), how: 'type' as const, cells, ...more }
  return monthlyWriter['monthly.save'](input, office.context)
}

export function failureOf(work: () => unknown): AppError | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof AppFailure) return error.appError
    throw error
  }
}

export function setReport(office: Office, month: Month, state: ReportState): void {
  doing(office, (write) => {
    const { party, form } = place
    saveReport(write, { party, form, month }, { state, zeroDeclared: false }, 0)
    return null
  })
}

/** An action of the test's own. */
export function doing<T>({ ledger }: Office, work: (write: LedgerWriter) => T): void {
  const actionId = randomUUID()
  const action = { actionId, staff: '山田', kind: 'test', reason: '', at: '2025-04-10T03:00:00.000Z' }
  expectOk(mutate(ledger, action, work))
}
