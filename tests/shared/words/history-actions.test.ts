import { expect, test } from 'vitest'
import { contract, requestNames } from '../../../src/shared/contract/contract.ts'
import { historyWords } from '../../../src/shared/words/history.ts'
import { actionName, operationWords, rowsWords } from '../../../src/shared/words/history-actions.ts'

/** Half-filled entries leave no history; see `services/act.ts`: the kind of an action is its request. */
const writing = requestNames.filter(
  (name) =>
    contract[name].kind === 'write' && contract[name].runs === 'writer' && !name.startsWith('drafts.'),
)

/** Requests that do one of several things: the action is called by which. */
const kindsOf: Readonly<Record<string, readonly string[]>> = {
  'monthly.save': ['type', 'paste', 'fill', 'clear', 'offer', 'adopt', 'comment'].map(
    (how) => `monthly.${how}`,
  ),
  'monthly.declareZero': ['monthly.report'],
  'reports.move': ['received', 'checked', 'sentBack', 'resubmitted', 'missing'].map((to) => `reports.${to}`),
}

test('every request that writes has words for the undo list', () => {
  expect(writing.length).toBeGreaterThan(10)
  const kinds = writing.flatMap((name) => kindsOf[name] ?? [name])
  expect(kinds.filter((name) => !Object.hasOwn(historyWords.actions, name))).toEqual([])
})

test.each([
  ['papers.edit', { table: 'paper', count: 1, subject: '資料　年報' }, '資料　年報の編集'],
  ['staff.add', { table: 'staff', count: 1, subject: '担当者　山口' }, '担当者　山口の追加'],
  ['reports.checked', { table: 'consultation', count: 1, subject: '相談 No.349' }, '相談 No.349 の確認'],
  [
    'reports.checked',
    { table: 'consultation', count: 3, subject: rowsWords('consultation', 3) },
    '相談3件の確認',
  ],
  ['history.undo', null, '元に戻す'],
] as const)('%s of %o is called %s', (kind, rows, name) => {
  expect(actionName(kind, rows)).toBe(name)
})

test('cells of a sheet are counted after the name', () => {
  const words = historyWords.actions['reports.checked']
  const name = actionName('reports.checked', { table: 'tally', count: 480, subject: rowsWords('tally', 480) })
  expect(name).toBe(`${words} 480か所`)
  expect(operationWords('nobody.knows')).toBe('nobody.knows')
})
