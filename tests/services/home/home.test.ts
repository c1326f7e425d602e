import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Ledger } from '../../../src/main/ledger/ledger.ts'
import { closeLedger } from '../../../src/main/ledger/open/close.ts'
import { openLedger } from '../../../src/main/ledger/open/open.ts'
import { listHistory } from '../../../src/main/ledger/repositories/history-list.ts'
import { homeReader } from '../../../src/main/services/home/reader.ts'
import { reportsWriter } from '../../../src/main/services/reports/writer.ts'
import { homeSchema } from '../../../src/shared/contract/schemas/home.ts'
import type { TimeFrame } from '../../../src/shared/time/day.ts'
import { expectOk, makeDemonstration, temporaryFolder, testEnvironment } from '../support/ledgers.ts'

const folder = temporaryFolder()
const context = () => ({
  ledger,
  staff: { id: 's', name: '山口' },
  now: () => new Date('2024-12-10T03:00:00.000Z'),
  newId: () => crypto.randomUUID(),
  progress: () => {},
  stopIfCancelled: () => {},
})
const november: TimeFrame = {
  fiscalYear: 2024,
  period: { from: '2024-04', to: '2024-11' },
  asOf: '2024-11-30',
}
let ledger: Ledger

beforeAll(async () => {
  const made = await makeDemonstration(`${folder}/見本.daicho`)
  const opened = await openLedger({
    mode: 'write',
    path: made.path,
    key: made.key,
    owner: '山口',
    environment: testEnvironment(),
  })
  ledger = expectOk(opened)
})
afterAll(() => closeLedger(ledger))

const cell = (party: string, month: string) => {
  const { board } = homeReader['home.read']({ frame: november }, context())
  return board.find((row) => row.party === party)?.cells.find((one) => one.month === month)
}
const move = (to: 'received' | 'sentBack' | 'checked' | 'confirmed', reason = '', revision = 0) =>
  reportsWriter['reports.move'](
    {
      actionId: crypto.randomUUID(),
      party: 'work-preparation-contractor',
      form: 'other',
      month: '2025-03',
      to,
      reason,
      revision,
    },
    context(),
  )

describe('ホーム of the demonstration ledger as of 30 November 令和６年', () => {
  test('is what the contract says, looked at on the as-of date', () => {
    const home = homeReader['home.read']({ frame: november }, context())
    expect(homeSchema.parse(home)).toEqual(home)
    expect(home.today).toBe('2024-11-30')
    // What is only held in December is still to come on 30 November.
    expect(home.coming.length).toBeGreaterThan(0)
    expect(home.board.flatMap(({ cells }) => cells.map(({ state }) => state))).toContain('future')
    expect(home.changes[0]?.what).toBe('最初の設定の登録')
  })

  test('the one report that never came is late, and nothing else is', () => {
    const year: TimeFrame = {
      fiscalYear: 2024,
      period: { from: '2024-04', to: '2025-03' },
      asOf: '2025-03-31',
    }
    const now = () => new Date('2025-04-30T03:00:00.000Z')
    const { board } = homeReader['home.read']({ frame: year }, { ...context(), now })
    const late = board.flatMap(({ party, cells }) =>
      cells.filter(({ daysLate }) => daysLate !== null).map(({ month }) => `${party} ${month}`),
    )
    expect(late).toHaveLength(1)
  })
})

describe('reports.move', () => {
  test('goes the way of domain §8, keeps the reason, and refuses what the order does not know', () => {
    const party = homeReader['home.read']({ frame: november }, context()).board[0]
    if (party === undefined) throw new Error('an empty board')
    const place = { party: party.party, form: party.form, month: '2024-10' as const }
    const before = cell(party.party, '2024-10')
    expect(before?.state).toBe('checked')
    const go = (to: 'received' | 'sentBack' | 'confirmed', reason: string, revision: number) =>
      reportsWriter['reports.move'](
        { actionId: crypto.randomUUID(), ...place, to, reason, revision },
        context(),
      )
    const seen = before?.revision ?? 0
    expect(() => go('confirmed', '', seen)).toThrow('reportStateRefused')
    expect(() => go('received', '  ', seen)).toThrow('reasonMissing')
    expect(() => go('received', '訂正の連絡', seen + 1)).toThrow('conflict')
    const moved = go('received', '訂正の連絡', seen)
    expect(moved).toEqual({ state: 'received', revision: seen + 1 })
    expect(listHistory(ledger, null, 1).lines[0]).toMatchObject({
      action: 'reports.received',
      reason: '訂正の連絡',
    })
  })

  test('an unknown party is refused by name', () => {
    expect(() => move('received')).toThrow('unknownParty')
  })
})
