import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyHistory } from '../../../src/main/ledger/history/verify.ts'
import { demonstrationPassphrase } from '../../../src/main/ledger/keys/passphrase.ts'
import { closeLedger } from '../../../src/main/ledger/open/close.ts'
import { openLedger } from '../../../src/main/ledger/open/open.ts'
import { build } from '../../../src/main/ledger/query.ts'
import { readCodeLists } from '../../../src/main/ledger/repositories/code-lists.ts'
import { readCountingRules } from '../../../src/main/ledger/repositories/counting-rules.ts'
import { listPapers } from '../../../src/main/ledger/repositories/papers.ts'
import { readLedgerFacts } from '../../../src/main/ledger/repositories/settings.ts'
import { listStaff } from '../../../src/main/ledger/repositories/staff.ts'
import { readRows } from '../../../src/main/ledger/rows/read-rows.ts'
import { readCodeListPreset } from '../../../src/main/services/code-lists.ts'
import { createDemonstration } from '../../../src/main/services/demo/create-demonstration.ts'
import { demonstrationRows, demonstrationSeed } from '../../../src/main/services/demo/demonstration-rows.ts'
import { demonstrationEnvironment } from '../../../src/main/services/demo/environment.ts'
import { readPaperFacts } from '../../../src/main/services/paper-facts.ts'
import { readPresets } from '../../../src/main/services/presets.ts'
import { stats } from '../../../src/main/services/statistics.ts'
import { demonstrationCouncilSettings } from '../../../src/shared/paper/templates/council/demonstration-draft.ts'
import { nameOn } from '../../../src/shared/time/names.ts'
import {
  cheap,
  expectOk,
  makeDemonstration,
  openForReading,
  temporaryFolder,
  testEnvironment,
} from '../support/ledgers.ts'

const folder = temporaryFolder()
const ledger = await makeDemonstration(join(folder, '見本.daicho'))
const reader = await openForReading(ledger)

describe('the demonstration ledger', () => {
  test('holds exactly the generated rows', () => {
    expect(JSON.parse(JSON.stringify(readRows(reader)))).toEqual(
      JSON.parse(JSON.stringify(demonstrationRows())),
    )
  })

  test('is marked as fictional and has its names, rules, lists and staff', () => {
    expect(readLedgerFacts(reader).fictional).toBe(true)
    expect(readCodeLists(reader)).toEqual(readCodeListPreset())
    expect(readCountingRules(reader)).toEqual(readPresets().organisation.countingRules)
    expect(listStaff(reader).map((member) => member.name)).toEqual(['担当者', '係長', '計画担当'])
  })

  test('says so beside every statistic of the command line', () => {
    const { frame } = demonstrationCouncilSettings
    const query = { statistic: 'consultation.events', frame, by: [], where: [], party: null }
    const answer = expectOk(stats(reader, query))
    expect(answer.total.value).toBe(362)
    expect(answer.notes).toContainEqual({ code: 'fictional', text: '架空の数値' })
  })

  test('holds the draft council paper as of 30 November 2024', () => {
    expect(listPapers(reader).map((paper) => paper.settings)).toEqual([demonstrationCouncilSettings])
  })

  test('gives papers their facts: plan, lineage, names of the day, activities of two years', () => {
    const facts = readPaperFacts(reader, demonstrationCouncilSettings.frame)
    expect([facts.city, facts.fictional]).toEqual(['西東京市', true])
    expect(facts.plan?.nodes.map((node) => node.text)).toEqual(
      readPresets().plan.nodes.map((node) => node.text),
    )
    expect(facts.departments.map((row) => nameOn(row.names, '2024-12-10'))).toEqual([
      '健康福祉部',
      '地域共生課',
    ])
    expect(facts.programmes.find((row) => row.code === 'hikikomori')?.predecessor).toBe('hikikomori-neet')
    expect(new Set(facts.activities.map((row) => row.fiscalYear))).toEqual(new Set([2024, 2025]))
    expect(facts.codes.party).toContainEqual({ code: 'division', label: '地域共生課' })
    expect(facts.codes.method).toContainEqual({ code: 'phone', label: '電話' })
  })

  test('has a whole history', () => {
    expect(verifyHistory(reader).problems).toEqual([])
  })

  test('opens with the published passphrase', async () => {
    const opened = await openLedger({
      mode: 'read',
      path: ledger.path,
      passphrase: demonstrationPassphrase,
      environment: testEnvironment(),
    })
    expect(opened.ok).toBe(true)
    if (opened.ok) closeLedger(opened.value)
  })
})

test('a second one has the same ids, in every table and in the history', async () => {
  const second = await openForReading(await makeDemonstration(join(folder, '二つ目.daicho')))
  for (const table of [
    'party',
    'plan_node',
    'code_item',
    'staff',
    'paper',
    'consultation',
    'tally',
  ] as const) {
    const ids = build.selectFrom(table).select('id').orderBy('key')
    expect(second.all(ids), table).toEqual(reader.all(ids))
  }
  const chain = build.selectFrom('history').select(['seq', 'row_id', 'mac']).orderBy('seq', 'desc').limit(1)
  expect(second.get(chain)).toEqual(reader.get(chain))
})

describe('what stands in the way', () => {
  test('a ledger of that name stays as it is', async () => {
    const again = await createDemonstration({
      path: ledger.path,
      environment: testEnvironment(),
      cost: cheap,
    })
    expect(again.ok ? null : again.error.code).toBe('ledgerExists')
    expect(readdirSync(ledger.path)).toContain('ledger.db')
  })

  test('a missing folder is named, and nothing is left', async () => {
    const path = join(folder, 'ない', '見本.daicho')
    const made = await createDemonstration({ path, environment: testEnvironment(), cost: cheap })
    expect(made.ok ? null : made.error.code).toBe('folderMissing')
    expect(existsSync(join(folder, 'ない'))).toBe(false)
  })

  test('the leftover of a killed process is in nobody’s way, though the ids are the same each time', async () => {
    const place = join(folder, '残り')
    mkdirSync(place)
    const id = demonstrationEnvironment(demonstrationSeed, testEnvironment()).newId()
    for (const name of [`1-${id}`, id]) mkdirSync(join(place, `.見本.daicho.${name}.making`))
    const path = join(place, '見本.daicho')
    const made = await createDemonstration({ path, environment: testEnvironment(), cost: cheap })
    expect(made.ok).toBe(true)
  })
})
