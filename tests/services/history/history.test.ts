import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { verifyHistory } from '../../../src/main/ledger/history/verify.ts'
import { build } from '../../../src/main/ledger/query.ts'
import { historyScreenReader as reader } from '../../../src/main/services/history/reader.ts'
import { historyWriter as writer } from '../../../src/main/services/history/writer.ts'
import { historyRequests } from '../../../src/shared/contract/requests/history.ts'
import { consultations, doing, errorOf, openDemonstration } from './support.ts'

const context = await openDemonstration()
const { ledger } = context
const [first, second, third] = consultations(ledger, 3)
if (first === undefined || second === undefined || third === undefined) throw new Error('no consultations')

const ages = (id: string) =>
  ledger.get(
    build.selectFrom('consultation').select(['age_low', 'age_high', 'revision']).where('id', '=', id),
  )
const ofRow = (id: string, field: string | null) =>
  historyRequests['history.ofRow'].output.parse(
    reader['history.ofRow']({ table: 'consultation', id, field, before: null, limit: 20 }, context),
  )
const list = () => historyRequests['history.undoList'].output.parse(reader['history.undoList']({}, context))
const undo = (of: string) => writer['history.undo']({ actionId: randomUUID(), of }, context)
const redo = (of: string) => writer['history.redo']({ actionId: randomUUID(), of }, context)
const search = (changes: Partial<Parameters<(typeof reader)['history.search']>[0]>) =>
  historyRequests['history.search'].output.parse(
    reader['history.search'](
      {
        who: null,
        kinds: [],
        table: null,
        from: null,
        to: null,
        text: '',
        before: null,
        limit: 50,
        ...changes,
      },
      context,
    ),
  )

describe('the history of a value', () => {
  test('tells before and after of the field alone, with who and why, newest first', () => {
    doing(context, 'consultations.save', (write) =>
      write.update('consultation', first.id, first.revision, { age_low: 51, age_high: 51 }),
    )
    doing(
      context,
      'consultations.save',
      (write) =>
        write.update('consultation', first.id, first.revision + 1, {
          age_low: 50,
          age_high: 59,
          note: '訂正',
        }),
      '委託事業者から訂正の連絡',
    )
    const { label, current, items, revision, subject } = ofRow(first.id, 'age')
    expect({ label, current, revision }).toEqual({
      label: '年齢',
      current: '50代',
      revision: first.revision + 2,
    })
    expect(subject).toBe(`相談 No.${first.key}`)
    expect(items.map(({ changes }) => changes).slice(0, 2)).toEqual([
      [{ field: 'age', label: '年齢', before: '51歳', after: '50代' }],
      [expect.objectContaining({ after: '51歳' })],
    ])
    expect(items[0]).toMatchObject({ who: '山口', reason: '委託事業者から訂正の連絡' })
    expect(ofRow(first.id, null).items[0]?.changes.map(({ label }) => label)).toEqual(['年齢', '備考'])
  })

  test('puts an earlier value back as a new action, and refuses an old revision', () => {
    const { items, revision } = ofRow(first.id, 'age')
    const entry = items[0]
    if (entry === undefined || revision === null) throw new Error('no entry')
    const input = {
      actionId: randomUUID(),
      table: 'consultation',
      id: first.id,
      field: 'age',
      sequence: entry.sequence,
      seen: revision,
      reason: '',
    }
    expect(writer['history.putBack'](input, context)).toEqual({ revision: revision + 1 })
    expect(ages(first.id)).toMatchObject({ age_low: 51, age_high: 51 })
    expect(ofRow(first.id, 'note').current).toBe('訂正')
    expect(errorOf(() => writer['history.putBack']({ ...input, actionId: randomUUID() }, context)).code).toBe(
      'conflict',
    )
  })

  test('choices of one list are one field, and putting them back leaves the other lists alone', () => {
    const choice = (list: 'topic' | 'factor', code: string) => ({ list, code })
    doing(context, 'consultations.save', (write) =>
      write.update('consultation', third.id, third.revision, {
        consultation_choice: [choice('topic', 'debt'), choice('factor', 'poverty')],
      }),
    )
    doing(context, 'consultations.save', (write) =>
      write.update('consultation', third.id, third.revision + 1, {
        consultation_choice: [choice('topic', 'housing'), choice('factor', 'poverty')],
      }),
    )
    const { items, revision } = ofRow(third.id, 'topics')
    const entry = items[0]
    if (entry === undefined || revision === null) throw new Error('no entry')
    writer['history.putBack'](
      {
        actionId: randomUUID(),
        table: 'consultation',
        id: third.id,
        field: 'topics',
        sequence: entry.sequence,
        seen: revision,
        reason: '',
      },
      context,
    )
    const key = third.key
    const rows = ledger.all(
      build.selectFrom('consultation_choice').select(['list', 'code']).where('consultation_key', '=', key),
    )
    expect(rows).toEqual([choice('factor', 'poverty'), choice('topic', 'debt')])
    expect(ofRow(third.id, 'factors').items).toHaveLength(1)
  })
})

describe('undo and redo', () => {
  test('are one list, named, and an undo of an undo is redo', () => {
    const { revision } = ages(second.id) ?? { revision: 0 }
    const before = ages(second.id)
    const of = doing(context, 'papers.edit', (write) =>
      write.update('consultation', second.id, revision, { age_low: 44, age_high: 44 }),
    )
    expect(list().undo).toMatchObject({ actionId: of, name: `相談 No.${second.key} の編集`, possible: true })
    expect(undo(of)).toMatchObject({ of, rows: 1, tables: ['consultation'] })
    expect(ages(second.id)).toEqual({ ...before, revision: revision + 2 })
    expect(list().undo?.actionId).not.toBe(of)
    expect(list().redo?.actionId).toBe(of)
    redo(of)
    expect(ages(second.id)).toMatchObject({ age_low: 44, revision: revision + 3 })
    expect(list()).toMatchObject({ undo: { actionId: of }, redo: null })
    undo(of)
    expect(ages(second.id)).toEqual({ ...before, revision: revision + 4 })
    expect(search({ limit: 1 }).actions[0]).toMatchObject({
      state: 'step',
      name: expect.stringMatching(/^元に戻した：/),
    })
    expect(verifyHistory(ledger).problems).toEqual([])
  })

  test('redo ends with the next new action', () => {
    const { redo: next } = list()
    if (next === null) throw new Error('nothing to redo')
    doing(context, 'papers.edit', (write) =>
      write.update('consultation', third.id, revisionOf(third.id), { note: '別の操作' }),
    )
    expect(list().redo).toBeNull()
    expect(errorOf(() => redo(next.actionId)).code).toBe('undoNotPossible')
  })

  test('is refused with the rows named when a later action touched them', () => {
    const of = doing(context, 'papers.edit', (write) =>
      write.update('consultation', second.id, revisionOf(second.id), { note: '一' }),
    )
    const later = doing(context, 'papers.edit', (write) =>
      write.update('consultation', second.id, revisionOf(second.id), { note: '二' }),
    )
    expect(errorOf(() => undo(of))).toMatchObject({ code: 'undoBlocked', parameters: { count: 1 } })
    const blocks = reader['history.undoBlocks']({ of }, context)
    expect(blocks).toMatchObject({
      count: 1,
      blocks: [
        { reason: 'changedLater', rowId: second.id, subject: `相談 No.${second.key}`, actionId: later },
      ],
    })
    undo(later)
    expect(list().undo).toMatchObject({ actionId: of, possible: true })
    undo(of)
  })

  test('is refused when the month was confirmed since', () => {
    const of = doing(context, 'papers.edit', (write) =>
      write.update('consultation', second.id, revisionOf(second.id), { note: '確定の前' }),
    )
    const report = ledger.get(
      build
        .selectFrom('report')
        .select(['id', 'revision'])
        .where('party_key', '=', second.party_key)
        .where('form', '=', 'consultation')
        .where('month', '=', monthOf(second.day)),
    )
    if (report === undefined) throw new Error('no report')
    const confirm = doing(context, 'reports.confirmed', (write) =>
      write.update('report', report.id, report.revision, { state: 'confirmed' }),
    )
    expect(errorOf(() => undo(of)).code).toBe('undoBlocked')
    expect(reader['history.undoBlocks']({ of }, context).blocks[0]?.reason).toBe('confirmed')
    undo(confirm)
    undo(of)
  })

  test('is refused when other records refer to what would go', () => {
    let key = 0
    const of = doing(context, 'cases.open', (write) => {
      key = write.insert('case_file', {
        code: 'H999',
        merged_into_key: null,
        before_ledger: 0,
        household_id: null,
      }).key
    })
    const later = doing(context, 'consultations.save', (write) =>
      write.update('consultation', second.id, revisionOf(second.id), { case_key: key }),
    )
    expect(errorOf(() => undo(of)).code).toBe('undoBlocked')
    expect(reader['history.undoBlocks']({ of }, context).blocks).toEqual([
      expect.objectContaining({ reason: 'referred', by: `相談 No.${second.key}` }),
    ])
    undo(later)
    undo(of)
    expect(verifyHistory(ledger).problems).toEqual([])
  })

  test('answers the same request again without doing it twice', () => {
    const of = doing(context, 'papers.edit', (write) =>
      write.update('consultation', second.id, revisionOf(second.id), { note: '三' }),
    )
    const input = { actionId: randomUUID(), of }
    const once = writer['history.undo'](input, context)
    expect(writer['history.undo'](input, context)).toEqual(once)
  })

  test("the ledger's making, and an undo itself, are not undone", () => {
    const made = search({ kinds: ['ledger.create'] }).actions[0]
    expect(made).toMatchObject({ state: 'fixed', possible: false })
    expect(errorOf(() => undo(made?.actionId ?? '')).code).toBe('undoNotPossible')
    const step = search({ kinds: ['history.undo'] }).actions[0]
    expect(errorOf(() => undo(step?.actionId ?? '')).code).toBe('undoNotPossible')
  })
})

describe('search', () => {
  test('by staff, kind, table and period', () => {
    expect(search({ who: '山口' }).actions.every(({ who }) => who === '山口')).toBe(true)
    expect(search({ who: 'だれか' }).actions).toEqual([])
    expect(search({ kinds: ['cases.open'] }).actions).toHaveLength(1)
    expect(search({ table: 'case_file', who: '山口' }).actions.map(({ action }) => action)).toContain(
      'cases.open',
    )
    expect(search({ from: '2025-04-08' }).actions).toEqual([])
    expect(search({ from: '2025-04-07', to: '2025-04-07', limit: 3 }).actions).toHaveLength(3)
  })

  test('by a number, a case and words of a reason', () => {
    const named = search({ text: `No.${first.key}`, who: '山口' }).actions
    expect(named.length).toBeGreaterThan(1)
    expect(new Set(named.map(({ subject }) => subject))).toEqual(new Set([`相談 No.${first.key}`]))
    expect(search({ text: 'H999' }).actions).toEqual([])
    expect(search({ text: '訂正の連絡' }).actions).toHaveLength(1)
    expect(search({ text: '%' }).actions).toEqual([])
  })

  test('pages follow one another without a gap', () => {
    const all = search({ limit: 10 }).actions.map(({ actionId }) => actionId)
    const page = search({ limit: 4 })
    const rest = search({ limit: 6, before: page.next })
    expect([...page.actions, ...rest.actions].map(({ actionId }) => actionId)).toEqual(all)
  })
})

function revisionOf(id: string): number {
  return ages(id)?.revision ?? 0
}

const monthOf = (day: string) => day.slice(0, 7) as `${number}-${number}`
