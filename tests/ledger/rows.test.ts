import { describe, expect, test } from 'vitest'
import { verifyHistory } from '../../src/main/ledger/history/verify.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { historyState } from '../../src/main/ledger/repositories/history-list.ts'
import { readPlan } from '../../src/main/ledger/repositories/plan.ts'
import { insertRows } from '../../src/main/ledger/rows/insert-rows.ts'
import { readRows } from '../../src/main/ledger/rows/read-rows.ts'
import { demonstrationRows, demonstrationSeed } from '../../src/main/services/demo/demonstration-rows.ts'
import { action, expectOk, newLedger, read, write } from './support.ts'

describe('rows in bulk', () => {
  const rows = demonstrationRows(demonstrationSeed)

  test('come back as they were given, with full history, also to a reader beside', async () => {
    const made = await newLedger()
    const ledger = write(made)
    const before = historyState(ledger).sequence
    const told: number[] = []
    const { rows: written } = expectOk(insertRows(ledger, action('rows'), rows, (done) => told.push(done)))
    expect(told.at(-1)).toBe(written)
    expect(historyState(ledger).sequence).toBe(before + written)
    expect(readRows(ledger)).toEqual(rows)
    const reader = read(made)
    expect(readRows(reader)).toEqual(rows)
    expect(verifyHistory(reader).problems).toEqual([])
    expect(readPlan(reader, 2024)).toBeNull()
    closeLedger(ledger)
    // Also what ANALYZE changed in the header is known to the anchor.
    expect(write(made).notices).toEqual([])
  })

  test('all or nothing: one bad row takes back the rest and says where', async () => {
    const ledger = write(await newLedger())
    const [first, ...others] = rows.consultations
    if (first === undefined) throw new Error('The demonstration has consultations')
    const bad = { ...rows, consultations: [...others, { ...first, party: 'nobody' }] }
    const before = historyState(ledger)
    expect(insertRows(ledger, action('rows'), bad)).toMatchObject({
      ok: false,
      error: { code: 'invalidValue', parameters: { constraint: 'reference', place: 'consultation.party' } },
    })
    expect(historyState(ledger)).toEqual(before)
    expect(readRows(ledger).parties).toEqual([])
  })

  test('the same action again writes nothing', async () => {
    const ledger = write(await newLedger())
    const once = action('rows')
    const none = { ...rows, consultations: [], referrals: [], coordinations: [], activities: [], tallies: [] }
    expectOk(insertRows(ledger, once, none))
    const before = historyState(ledger)
    expect(insertRows(ledger, once, none)).toMatchObject({ ok: true, replayed: true })
    expect(historyState(ledger)).toEqual(before)
  })

  test('told to stop, it stops and leaves nothing', async () => {
    const ledger = write(await newLedger())
    const before = historyState(ledger)
    const stop = (): never => {
      throw new Error('stop')
    }
    expect(() => insertRows(ledger, action('rows'), rows, stop)).toThrow('stop')
    expect(historyState(ledger)).toEqual(before)
  })
})
