import { describe, expect, test } from 'vitest'
import type { Ledger } from '../../../src/main/ledger/ledger.ts'
import { mutate } from '../../../src/main/ledger/mutate.ts'
import { saveReport } from '../../../src/main/ledger/repositories/reports.ts'
import { assertMode, assertMonthOpen } from '../../../src/main/services/guards/month-guard.ts'
import { AppFailure } from '../../../src/shared/contract/errors.ts'
import type { ReportState } from '../../../src/shared/statistics/rows.ts'
import { describeError } from '../../../src/shared/words/errors.ts'
import { action, expectOk, newLedger, write } from '../../ledger/support.ts'

/** A party whose 相談 was told by tally to March 2024 and by records since, with one month in a state. */
async function ledgerWith(state: ReportState): Promise<Ledger> {
  const ledger = write(await newLedger())
  const done = mutate(ledger, action('test.organisation'), (to) => {
    const programme = to.insert('programme', { code: 'work', predecessor: null, new_rule: 'firstEver' })
    const party = to.insert('party', {
      code: 'workprep',
      corporation: '受託法人',
      programme_key: programme.key,
      contract_from: '2023-04-01',
      contract_to: null,
      party_name: [
        { name: '旧受託者', valid_from: null, valid_to: '2024-03-31' },
        { name: '新受託者', valid_from: '2024-04-01', valid_to: null },
      ],
    })
    const form = { party_key: party.key, form: 'consultation' } as const
    to.insert('party_form', { ...form, mode: 'tally', from_month: '2023-04', to_month: '2024-03' })
    to.insert('party_form', { ...form, mode: 'records', from_month: '2024-04', to_month: null })
    const place = { party: 'workprep', form: 'consultation', month: '2024-05' } as const
    saveReport(to, place, { state, zeroDeclared: false }, 0)
    return null
  })
  expectOk(done)
  return ledger
}

function failureOf(work: () => void): AppFailure['appError'] | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof AppFailure) return error.appError
    throw error
  }
}

describe('a month that is 確定', () => {
  test('is refused, with the party and the month as the user reads them', async () => {
    const ledger = await ledgerWith('confirmed')
    const error = failureOf(() => assertMonthOpen(ledger, 'workprep', 'consultation', '2024-05'))
    expect(error).toMatchObject({
      code: 'periodConfirmed',
      parameters: { party: '新受託者', month: '令和６年５月' },
    })
    if (error !== null) expect(describeError(error).what).toContain('（新受託者 令和６年５月分）')
  })

  test('shuts no other form, month or party', async () => {
    const ledger = await ledgerWith('confirmed')
    expect(failureOf(() => assertMonthOpen(ledger, 'workprep', 'place', '2024-05'))).toBeNull()
    expect(failureOf(() => assertMonthOpen(ledger, 'workprep', 'consultation', '2024-06'))).toBeNull()
    expect(failureOf(() => assertMonthOpen(ledger, 'nobody', 'consultation', '2024-05'))).toBeNull()
  })

  test.each(['missing', 'received', 'sentBack', 'resubmitted', 'checked'] as const)(
    '%s is still open',
    async (state) => {
      const ledger = await ledgerWith(state)
      expect(failureOf(() => assertMonthOpen(ledger, 'workprep', 'consultation', '2024-05'))).toBeNull()
    },
  )
})

describe('by records or by tally, never both', () => {
  test.each([
    ['2024-03', 'records', 'reportedByTally'],
    ['2024-03', 'tally', null],
    ['2024-04', 'tally', 'reportedByRecords'],
    ['2024-04', 'records', null],
    // Before the form was asked for: either.
    ['2023-03', 'tally', null],
    ['2023-03', 'records', null],
  ] as const)('%s as %s: %s', async (month, mode, code) => {
    const ledger = await ledgerWith('missing')
    const error = failureOf(() => assertMode(ledger, 'workprep', 'consultation', month, mode))
    expect(error?.code ?? null).toBe(code)
    if (code === 'reportedByTally') expect(error?.parameters.party).toBe('旧受託者')
  })
})
