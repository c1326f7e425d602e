import { describe, expect, test } from 'vitest'
import { verifyHistory } from '../../src/main/ledger/history/verify.ts'
import type { Ledger } from '../../src/main/ledger/ledger.ts'
import { mutate } from '../../src/main/ledger/mutate.ts'
import { build } from '../../src/main/ledger/query.ts'
import { historyOfRow, historyState, listHistory } from '../../src/main/ledger/repositories/history-list.ts'
import { insertStaff, listStaff } from '../../src/main/ledger/repositories/staff.ts'
import type { LedgerWriter } from '../../src/main/ledger/writer.ts'
import { action, expectOk, newLedger, write } from './support.ts'

const venue = (code: string) => ({ code, venue_name: [{ name: '会場', valid_from: null, valid_to: null }] })

const venues = (ledger: Ledger): readonly string[] =>
  ledger.all(build.selectFrom('venue').select('code').orderBy('key')).map(({ code }) => code)

describe('mutate', () => {
  test('writes the row, its children and one history entry, and says where', async () => {
    const ledger = write(await newLedger())
    const before = historyState(ledger).sequence
    const done = mutate(ledger, action('venue.add', { reason: '開設' }), (to) =>
      to.insert('venue', venue('hall')),
    )
    expect(done).toMatchObject({ ok: true, replayed: false, sequence: before + 1, value: { revision: 1 } })
    expect(listHistory(ledger, null, 1).lines).toEqual([
      expect.objectContaining({
        sequence: before + 1,
        who: '山田',
        action: 'venue.add',
        change: 'insert',
        table: 'venue',
        reason: '開設',
        at: '2024-11-30T01:02:03.000Z',
      }),
    ])
    expect(verifyHistory(ledger).problems).toEqual([])
  })

  test('the action stands before its entries: SQLite would search the whole history for them', async () => {
    const ledger = write(await newLedger())
    const actions = (from: Pick<Ledger, 'get'>): unknown =>
      from.get(build.selectFrom('action').select(({ fn }) => fn.countAll().as('count')))
    const before = actions(ledger)
    mutate(ledger, action('venue.add'), (to) => {
      expect(actions(to)).not.toEqual(before)
      return to.insert('venue', venue('hall'))
    })
    expect(verifyHistory(ledger).problems).toEqual([])
  })

  test('the same action id gives the same answer and writes nothing', async () => {
    const ledger = write(await newLedger())
    const add = action('venue.add', { request: { code: 'hall', more: [1, 2] } })
    const first = mutate(ledger, add, (to) => to.insert('venue', venue('hall')))
    const again = mutate(ledger, { ...add, request: { more: [1, 2], code: 'hall' } }, (to) =>
      to.insert('venue', venue('hall')),
    )
    expect(again).toEqual({ ...first, replayed: true })
    expect(venues(ledger)).toEqual(['hall'])
  })

  test('the same action id with another request is refused', async () => {
    const ledger = write(await newLedger())
    const add = action('venue.add', { request: { code: 'hall' } })
    mutate(ledger, add, (to) => to.insert('venue', venue('hall')))
    const other = mutate(ledger, { ...add, request: { code: 'room' } }, (to) =>
      to.insert('venue', venue('room')),
    )
    expect(other).toMatchObject({ ok: false, error: { code: 'actionReused' } })
    expect(venues(ledger)).toEqual(['hall'])
  })

  test('a stale revision is a conflict with both values, and nothing is written', async () => {
    const ledger = write(await newLedger())
    const { id } = expectOk(mutate(ledger, action('venue.add'), (to) => to.insert('venue', venue('hall'))))
    mutate(ledger, action('venue.rename'), (to) => to.update('venue', id, 1, { code: 'theirs' }))
    const late = mutate(ledger, action('venue.rename'), (to) => {
      to.insert('venue', venue('other'))
      return to.update('venue', id, 1, { code: 'mine' })
    })
    expect(late).toMatchObject({
      ok: false,
      error: { code: 'conflict', parameters: { table: 'venue', id, seen: 1, current: 2 } },
      conflict: { mine: { code: 'mine' }, theirs: { columns: { code: 'theirs', revision: 2 } } },
    })
    expect(venues(ledger)).toEqual(['theirs'])
  })

  test('an update that changes nothing keeps the revision and leaves an entry without a row', async () => {
    const ledger = write(await newLedger())
    const { id } = expectOk(mutate(ledger, action('venue.add'), (to) => to.insert('venue', venue('hall'))))
    const same = mutate(ledger, action('venue.rename'), (to) => to.update('venue', id, 1, { code: 'hall' }))
    expect(same).toMatchObject({ ok: true, value: { revision: 1 } })
    expect(listHistory(ledger, null, 1).lines[0]).toMatchObject({ change: 'none', action: 'venue.rename' })
    expect(verifyHistory(ledger).problems).toEqual([])
  })

  test('children are replaced as a whole, and the history shows both', async () => {
    const ledger = write(await newLedger())
    const { id } = expectOk(mutate(ledger, action('venue.add'), (to) => to.insert('venue', venue('hall'))))
    mutate(ledger, action('venue.rename'), (to) =>
      to.update('venue', id, 1, {
        venue_name: [
          { name: '旧', valid_from: null, valid_to: '2024-03-31' },
          { name: '新', valid_from: '2024-04-01', valid_to: null },
        ],
      }),
    )
    expect(ledger.all(build.selectFrom('venue_name').select(['position', 'name']))).toEqual([
      { position: 0, name: '旧' },
      { position: 1, name: '新' },
    ])
    const [added, renamed] = historyOfRow(ledger, 'venue', id)
    expect(added?.before).toBeNull()
    expect(renamed?.before).toBe(added?.after)
    expect(renamed?.after).toContain('新')
    expect(verifyHistory(ledger).problems).toEqual([])
  })

  test('a removed row leaves its image; its key is never given again', async () => {
    const ledger = write(await newLedger())
    const first = expectOk(mutate(ledger, action('a'), (to) => to.insert('venue', venue('hall'))))
    expectOk(
      mutate(ledger, action('b'), (to) => {
        to.remove('venue', first.id, 1)
        return null
      }),
    )
    const second = expectOk(mutate(ledger, action('c'), (to) => to.insert('venue', venue('hall'))))
    expect(second.key).toBeGreaterThan(first.key)
    expect(historyOfRow(ledger, 'venue', first.id).at(-1)).toMatchObject({ change: 'delete', after: null })
    expect(verifyHistory(ledger).problems).toEqual([])
  })

  test('order is the sequence, also when the clock jumps back over an era', async () => {
    const ledger = write(await newLedger())
    for (const at of ['2024-11-30T00:00:00.000Z', '1988-01-01T00:00:00.000Z', '2031-01-01T00:00:00.000Z']) {
      mutate(ledger, action('venue.add', { at }), (to) => to.insert('venue', venue(at)))
    }
    const years = listHistory(ledger, null, 3).lines.map(({ at }) => at.slice(0, 4))
    expect(years).toEqual(['2031', '1988', '2024'])
    expect(verifyHistory(ledger).problems).toEqual([])
  })
})

const refused: readonly (readonly [what: string, change: (to: LedgerWriter) => unknown, expected: object])[] =
  [
    [
      'a code twice',
      (to) => [to.insert('venue', venue('a')), to.insert('venue', venue('a'))],
      { code: 'invalidValue', parameters: { constraint: 'unique', place: 'venue.code' } },
    ],
    [
      'an empty code',
      (to) => to.insert('venue', venue('')),
      { code: 'invalidValue', parameters: { constraint: 'check' } },
    ],
    [
      'a day that does not exist',
      (to) => to.insert('staff', { name: 'x', valid_from: '2024-02-30', valid_to: null, position: 1 }),
      { code: 'invalidValue', parameters: { constraint: 'check' } },
    ],
    [
      'a reference to nothing',
      (to) =>
        to.insert('report', {
          party_key: 99,
          form: 'place',
          month: '2024-04',
          state: 'missing',
          zero_declared: 0,
        }),
      { code: 'invalidValue', parameters: { constraint: 'foreignkey' } },
    ],
    [
      'half a surrogate',
      (to) => to.insert('venue', venue('\ud842')),
      { code: 'invalidValue', parameters: { constraint: 'type', place: 'venue.code' } },
    ],
    [
      'a fraction',
      (to) => to.insert('staff', { name: 'x', valid_from: null, valid_to: null, position: 0.5 }),
      { code: 'invalidValue', parameters: { constraint: 'type' } },
    ],
    ['a row that is not there', (to) => to.remove('venue', 'nothing', 1), { code: 'notFound' }],
    [
      'a name twice',
      (to) => [insertStaff(to, '鈴木'), insertStaff(to, ' 鈴木 ')],
      { code: 'invalidValue', parameters: { constraint: 'unique', place: 'staff.name' } },
    ],
  ]

describe('a change that is refused', () => {
  test.each(refused)('%s', async (_what, change, expected) => {
    const ledger = write(await newLedger())
    const before = historyState(ledger)
    const result = mutate(ledger, action('try'), (to) => {
      to.insert('venue', venue('before'))
      change(to)
      return null
    })
    expect(result).toMatchObject({ ok: false, error: expected })
    expect(historyState(ledger)).toEqual(before)
    expect(venues(ledger)).toEqual([])
    expect(listStaff(ledger)).toHaveLength(1)
    // The ledger goes on as if nothing had happened.
    expect(mutate(ledger, action('next'), (to) => to.insert('venue', venue('after'))).ok).toBe(true)
    expect(verifyHistory(ledger).problems).toEqual([])
  })

  test('a bug inside the change is thrown on, after everything was taken back', async () => {
    const ledger = write(await newLedger())
    const work = (): unknown =>
      mutate(ledger, action('bug'), (to) => {
        to.insert('venue', venue('hall'))
        throw new TypeError('a bug')
      })
    expect(work).toThrow(TypeError)
    expect(venues(ledger)).toEqual([])
  })

  test('no one named, no known time, no id: refused before anything', async () => {
    const ledger = write(await newLedger())
    const nothing = (): null => null
    expect(mutate(ledger, action('x', { staff: ' ' }), nothing)).toMatchObject({
      error: { code: 'staffNotChosen' },
    })
    expect(mutate(ledger, action('x', { at: 'yesterday' }), nothing)).toMatchObject({
      error: { code: 'malformedRequest', field: 'at' },
    })
    expect(mutate(ledger, action('x', { actionId: '' }), nothing)).toMatchObject({
      error: { code: 'malformedRequest' },
    })
  })
})

describe('what is not possible', () => {
  test('a reader runs no statement that writes', async () => {
    const ledger = write(await newLedger())
    expect(() => ledger.all(build.deleteFrom('staff'))).toThrow('writes')
  })

  test('a writer cannot be kept after its action', async () => {
    const ledger = write(await newLedger())
    const kept: LedgerWriter[] = []
    mutate(ledger, action('x'), (to) => {
      kept.push(to)
      return null
    })
    expect(() => kept[0]?.insert('venue', venue('late'))).toThrow('after its action')
  })
})
