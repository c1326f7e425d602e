import { describe, expect, test } from 'vitest'
import { verifyHistory } from '../../src/main/ledger/history/verify.ts'
import type { Ledger } from '../../src/main/ledger/ledger.ts'
import { mutate } from '../../src/main/ledger/mutate.ts'
import {
  closeCase,
  mergeCases,
  openCase,
  readCaseEpisodes,
  readCases,
  reopenCase,
} from '../../src/main/ledger/repositories/cases.ts'
import { listDrafts, removeDraft, saveDraft } from '../../src/main/ledger/repositories/drafts.ts'
import { historyState, listHistory } from '../../src/main/ledger/repositories/history-list.ts'
import {
  insertPaper,
  listPapers,
  readPaper,
  removePaper,
  updatePaper,
} from '../../src/main/ledger/repositories/papers.ts'
import { readReports, saveReport } from '../../src/main/ledger/repositories/reports.ts'
import { readLedgerFacts, readSetting, saveSetting } from '../../src/main/ledger/repositories/settings.ts'
import { findStaff, insertStaff, listStaff } from '../../src/main/ledger/repositories/staff.ts'
import { insertRows } from '../../src/main/ledger/rows/insert-rows.ts'
import type { LedgerWriter } from '../../src/main/ledger/writer.ts'
import { demonstrationCouncilSettings } from '../../src/shared/paper/templates/council/demonstration-draft.ts'
import { emptyRows } from '../faults/kill-work.ts'
import { action, expectError, expectOk, newLedger, write } from './support.ts'

const run = <T>(ledger: Ledger, work: (to: LedgerWriter) => T): T =>
  expectOk(mutate(ledger, action('test'), work))

describe('staff', () => {
  test('the first name made the ledger; names are kept once, without spaces around', async () => {
    const ledger = write(await newLedger())
    run(ledger, (to) => insertStaff(to, ' 鈴木 '))
    expect(listStaff(ledger).map(({ name }) => name)).toEqual(['山田', '鈴木'])
    expect(findStaff(ledger, '鈴木 ')).toMatchObject({ name: '鈴木' })
    expect(findStaff(ledger, '佐藤')).toBeNull()
  })

  test('who has left is not offered any more, but still known', async () => {
    const ledger = write(await newLedger())
    const { id, revision } = run(ledger, (to) => insertStaff(to, '鈴木'))
    run(ledger, (to) => to.update('staff', id, revision, { valid_to: '2024-03-31' }))
    expect(listStaff(ledger, '2024-03-31')).toHaveLength(2)
    expect(listStaff(ledger, '2024-04-01').map(({ name }) => name)).toEqual(['山田'])
    expect(listStaff(ledger)).toHaveLength(2)
  })
})

describe('settings', () => {
  test('know the ledger, and change by revision', async () => {
    const ledger = write(await newLedger())
    expect(readLedgerFacts(ledger)).toMatchObject({ name: '試験', fictional: false })
    run(ledger, (to) => saveSetting(to, 'style', { persons: '実人数' }, null))
    run(ledger, (to) => saveSetting(to, 'style', { persons: '実人員' }, 1))
    expect(readSetting(ledger, 'style')).toMatchObject({ revision: 2, value: { persons: '実人員' } })
    const late = mutate(ledger, action('test'), (to) => saveSetting(to, 'style', 1, 1))
    expect(expectError(late).code).toBe('conflict')
    expect(readSetting(ledger, 'none')).toBeNull()
  })
})

describe('papers', () => {
  const at = '2024-12-01T00:00:00.000Z'

  test('are kept with their edits, the one changed last first', async () => {
    const ledger = write(await newLedger())
    const first = run(ledger, (to) => insertPaper(to, demonstrationCouncilSettings, at))
    run(ledger, (to) => insertPaper(to, demonstrationCouncilSettings, '2024-12-02T00:00:00.000Z'))
    const edits = { 'intro/0': '相談は{{consultation.events}}であった。' }
    run(ledger, (to) => updatePaper(to, first.id, 1, { edits }, '2024-12-03T00:00:00.000Z'))
    expect(listPapers(ledger).map(({ id }) => id)[0]).toBe(first.id)
    expect(readPaper(ledger, first.id)).toEqual({
      id: first.id,
      revision: 2,
      settings: demonstrationCouncilSettings,
      edits,
      createdAt: at,
      updatedAt: '2024-12-03T00:00:00.000Z',
    })
  })

  test('two screens editing one paper: the later one sees the conflict, not a lost text', async () => {
    const ledger = write(await newLedger())
    const { id } = run(ledger, (to) => insertPaper(to, demonstrationCouncilSettings, at))
    run(ledger, (to) => updatePaper(to, id, 1, { edits: { a: '一' } }, at))
    const late = mutate(ledger, action('test'), (to) => updatePaper(to, id, 1, { edits: { a: '二' } }, at))
    expect(late).toMatchObject({
      ok: false,
      conflict: { mine: { edits: '{"a":"二"}' }, theirs: { columns: { edits: '{"a":"一"}' } } },
    })
    run(ledger, (to) => {
      removePaper(to, id, 2)
      return null
    })
    expect(expectError(mutate(ledger, action('test'), (to) => updatePaper(to, id, 2, {}, at))).code).toBe(
      'notFound',
    )
  })
})

describe('drafts', () => {
  const draft = {
    id: 'd',
    kind: 'consultation',
    targetId: null,
    staff: '山田',
    content: { day: 'R6.4.' },
    updatedAt: '2024-04-01T00:00:00.000Z',
    revision: 0,
  }

  test('survive, know conflicts, and leave no trace in the history', async () => {
    const ledger = write(await newLedger())
    const before = historyState(ledger)
    expect(saveDraft(ledger, draft)).toEqual({ ok: true, value: 1 })
    expect(saveDraft(ledger, { ...draft, content: { day: 'R6.4.3' }, revision: 1 })).toEqual({
      ok: true,
      value: 2,
    })
    expect(expectError(saveDraft(ledger, { ...draft, revision: 1 }))).toMatchObject({
      code: 'conflict',
      parameters: { current: 2 },
    })
    expect(listDrafts(ledger, 'consultation')).toMatchObject([{ content: { day: 'R6.4.3' }, revision: 2 }])
    expectOk(removeDraft(ledger, 'd'))
    expect(listDrafts(ledger, 'consultation')).toEqual([])
    expect(historyState(ledger)).toEqual(before)
    expect(verifyHistory(ledger).problems).toEqual([])
  })
})

describe('cases', () => {
  test('are opened, closed, reopened; what cannot be is refused', async () => {
    const ledger = write(await newLedger())
    const { id } = run(ledger, (to) => openCase(to, { code: 'H001', on: '2024-04-03' }))
    const change = (work: (to: LedgerWriter) => void) =>
      mutate(ledger, action('test'), (to) => {
        work(to)
        return null
      })
    expect(expectError(change((to) => reopenCase(to, id, '2024-05-01'))).code).toBe('invalidValue')
    expect(expectError(change((to) => closeCase(to, id, '2024-04-02', 'wish'))).code).toBe('invalidValue')
    expectOk(change((to) => closeCase(to, id, '2024-06-30', 'goalReached')))
    expect(expectError(change((to) => closeCase(to, id, '2024-07-01', 'wish'))).code).toBe('invalidValue')
    expectOk(change((to) => reopenCase(to, id, '2024-09-01')))
    expect(readCaseEpisodes(ledger)).toMatchObject([
      { openedOn: '2024-04-03', closedOn: '2024-06-30', closingReason: 'goalReached' },
      { openedOn: '2024-09-01', closedOn: null, closingReason: null },
    ])
  })

  test('are merged by a map that never runs in a circle', async () => {
    const ledger = write(await newLedger())
    const [a, b, c] = ['H1', 'H2', 'H3'].map(
      (code) => run(ledger, (to) => openCase(to, { code, on: '2024-04-03' })).id,
    )
    const merge = (from = '', into = '') =>
      mutate(ledger, action('test'), (to) => {
        mergeCases(to, from, 1, into)
        return null
      })
    expectOk(merge(a, b))
    expectOk(merge(b, c))
    expect(merge(c, a)).toMatchObject({
      ok: false,
      error: { code: 'invalidValue', parameters: { constraint: 'circle' } },
    })
    expect(expectError(merge(c, c)).code).toBe('invalidValue')
    expect(readCases(ledger).map(({ mergedInto }) => mergedInto)).toEqual([b, c, null])
  })
})

describe('reports', () => {
  test('change their state by revision; an unknown party is named', async () => {
    const ledger = write(await newLedger())
    const rows = {
      ...emptyRows,
      programmes: [{ code: 'p', names: [], predecessor: null, scopes: [], newRule: 'firstEver' as const }],
      parties: [
        {
          code: 'city',
          names: [],
          corporation: '市',
          programme: 'p',
          contractFrom: '2024-04-01' as const,
          contractTo: null,
        },
      ],
    }
    expectOk(insertRows(ledger, action('rows'), rows))
    const place = { party: 'city', form: 'consultation', month: '2024-04' } as const
    const save = (party: string, state: 'received' | 'checked', seen: number) =>
      mutate(ledger, action('test'), (to) => {
        saveReport(to, { ...place, party }, { state, zeroDeclared: false }, seen)
        return null
      })
    expectOk(save('city', 'received', 0))
    expectOk(save('city', 'checked', 1))
    expect(expectError(save('city', 'received', 1)).code).toBe('conflict')
    expect(expectError(save('nobody', 'received', 0)).code).toBe('unknownParty')
    expect(readReports(ledger)).toEqual([{ ...place, state: 'checked', zeroDeclared: false }])
  })
})

test('the history list comes page by page, newest first, each entry once', async () => {
  const ledger = write(await newLedger())
  for (let number = 0; number < 7; number += 1) run(ledger, () => null)
  const seen: number[] = []
  let before: number | null = null
  do {
    const page = listHistory(ledger, before, 3)
    seen.push(...page.lines.map(({ sequence }) => sequence))
    before = page.next
  } while (before !== null)
  expect(seen).toEqual(Array.from({ length: seen.length }, (_, index) => seen.length - index))
})
