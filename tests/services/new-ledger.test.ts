import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyHistory } from '../../src/main/ledger/history/verify.ts'
import { readCodeLists } from '../../src/main/ledger/repositories/code-lists.ts'
import { readPlan } from '../../src/main/ledger/repositories/plan.ts'
import { readLedgerFacts } from '../../src/main/ledger/repositories/settings.ts'
import { listStaff } from '../../src/main/ledger/repositories/staff.ts'
import { readRows } from '../../src/main/ledger/rows/read-rows.ts'
import { readCodeListPreset } from '../../src/main/services/code-lists.ts'
import { readCity } from '../../src/main/services/ledger-content/settings.ts'
import { createEmptyLedger } from '../../src/main/services/new-ledger.ts'
import { readPaperFacts } from '../../src/main/services/paper-facts.ts'
import { readPresets } from '../../src/main/services/presets.ts'
import { nameOn } from '../../src/shared/time/names.ts'
import { cheap, expectOk, openForReading, temporaryFolder, testEnvironment } from './support/ledgers.ts'

const folder = temporaryFolder()
const options = {
  path: join(folder, '新しい台帳.daicho'),
  name: '新しい台帳',
  passphrase: '忘れにくい 合い言葉 です よ',
  staff: '山口',
  environment: testEnvironment('2026-03-31T16:00:00.000Z'),
  cost: cheap,
}
const reader = await openForReading(expectOk(await createEmptyLedger(options)))
const rows = readRows(reader)

describe('an empty ledger', () => {
  test('has no figures at all', () => {
    const counts = [rows.cases, rows.caseEpisodes, rows.consultations, rows.coordinations, rows.referrals]
    expect([...counts, rows.activities, rows.tallies, rows.reports].map((part) => part.length)).toEqual(
      Array.from({ length: 8 }, () => 0),
    )
    expect(rows.earlierCasesKnown).toBe(false)
  })

  test('has code lists, the plan, the city and its committee, and who made it', () => {
    expect(readCodeLists(reader)).toEqual(readCodeListPreset())
    expect(readPlan(reader, 2026)?.nodes).toHaveLength(readPresets().plan.nodes.length)
    expect(readCity(reader)).toMatchObject({
      name: '西東京市',
      areaCode: '13229',
      committee: '文教厚生委員会',
    })
    expect(listStaff(reader).map((member) => member.name)).toEqual(['山口'])
    expect(readLedgerFacts(reader)).toMatchObject({ name: '新しい台帳', fictional: false })
  })

  test('records from the fiscal year of today in Japan: 1 April begins while UTC is still in March', () => {
    expect(rows.recordingSince).toBe('2026-04-01')
    expect(rows.partyForms.every((form) => form.from === '2026-04')).toBe(true)
  })

  test('holds nothing that the preset invented', () => {
    const texts = JSON.stringify([rows, readCity(reader), readPaperFacts(reader, frame).departments])
    expect(texts).not.toContain('架空')
    expect(rows.parties.map((party) => party.code)).not.toContain('neet-contractor')
    const division = readPaperFacts(reader, frame).departments.at(-1)
    expect(division?.names).toEqual([{ name: '地域共生課', from: null, to: null }])
  })

  test('keeps the lineage of the programmes, which is true', () => {
    const old = rows.programmes.find((row) => row.code === 'hikikomori-neet')
    expect(old && nameOn(old.names, '2024-03-31')).toBe('ひきこもり・ニート対策事業')
    expect(old?.scopes).toHaveLength(2)
  })

  test('has a whole history', () => {
    expect(verifyHistory(reader).problems).toEqual([])
  })
})

const frame = { fiscalYear: 2026, period: { from: '2026-04', to: '2027-03' }, asOf: '2026-04-01' } as const

test.each([
  ['passwordTooShort', { passphrase: '短い' }],
  ['ledgerExists', {}],
  ['folderMissing', { path: join(folder, 'どこにもない', '台帳.daicho') }],
] as const)('%s is refused by its own name', async (code, changes) => {
  const made = await createEmptyLedger({ ...options, ...changes })
  expect(made.ok ? null : made.error.code).toBe(code)
})

test('two weeks before the year ends, that year still runs', async () => {
  const made = await createEmptyLedger({
    ...options,
    path: join(folder, '三月.daicho'),
    environment: testEnvironment('2026-03-17T03:00:00.000Z'),
  })
  expect(readRows(await openForReading(expectOk(made))).recordingSince).toBe('2025-04-01')
})
