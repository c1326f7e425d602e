import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entityTables } from '../../src/main/ledger/history/entities.ts'
import { reverseAction } from '../../src/main/ledger/history/undo.ts'
import { contentOf, readBlocks } from '../../src/main/ledger/history/undo-check.ts'
import { verifyHistory } from '../../src/main/ledger/history/verify.ts'
import { readerInternals } from '../../src/main/ledger/internals.ts'
import type { Ledger } from '../../src/main/ledger/ledger.ts'
import { mutate } from '../../src/main/ledger/mutate.ts'
import { build } from '../../src/main/ledger/query.ts'
import { actionById, lastStepOf } from '../../src/main/ledger/repositories/history-actions.ts'
import type { LedgerWriter } from '../../src/main/ledger/writer.ts'
import { action, expectOk, newLedger, write } from './support.ts'

const open = () => null

/** Every row of the ledger with its children, byte for byte but the revision, which only rises. */
function contents(ledger: Ledger): readonly string[] {
  const { stores } = readerInternals(ledger)
  return entityTables.flatMap((table) =>
    [...stores.of(table).readAll()].map((image) => `${table} ${contentOf(image)}`),
  )
}

function step(ledger: Ledger, kind: 'history.undo' | 'history.redo', of: string) {
  return reverseAction(
    ledger,
    action(kind, { request: { of } }),
    () => {
      const carrier = lastStepOf(ledger, of) ?? actionById(ledger, of)
      if (carrier === null) throw new Error('no action')
      return carrier
    },
    open,
  )
}

/** What a user may do, by numbers: which of the rows there are is meant modulo their count. */
const change = fc.record({
  what: fc.constantFrom(
    'venue',
    'rename',
    'removeVenue',
    'case',
    'episode',
    'close',
    'removeEpisode',
    'merge',
  ),
  at: fc.nat(9),
  text: fc.string({ maxLength: 4 }),
})
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

let names = 0

function apply(to: LedgerWriter, { what, at, text }: Change): void {
  const row = (table: 'venue' | 'case_file' | 'case_episode') => {
    const rows = to.all(build.selectFrom(table).select(['key', 'id', 'revision']).orderBy('key'))
    return rows[at % Math.max(1, rows.length)]
  }
  const [venue, file, episode] = [row('venue'), row('case_file'), row('case_episode')]
  names += 1
  switch (what) {
    case 'venue':
      to.insert('venue', {
        code: `v${names}`,
        venue_name: [{ name: text, valid_from: null, valid_to: null }],
      })
      return
    case 'rename':
      if (venue)
        to.update('venue', venue.id, venue.revision, {
          kana: text,
          venue_name: [...text].map((name) => ({ name, valid_from: '2024-04-01', valid_to: null })),
        })
      return
    case 'removeVenue':
      if (venue) to.remove('venue', venue.id, venue.revision)
      return
    case 'case':
      to.insert('case_file', {
        code: `c${names}`,
        merged_into_key: null,
        before_ledger: 0,
        household_id: null,
      })
      return
    case 'episode':
      if (file)
        to.insert('case_episode', {
          case_key: file.key,
          opened_on: '2024-04-01',
          closed_on: null,
          closing_reason: null,
        })
      return
    case 'close':
      if (episode)
        to.update('case_episode', episode.id, episode.revision, {
          closed_on: '2024-05-01',
          closing_reason: 'wish',
        })
      return
    case 'removeEpisode':
      if (episode) to.remove('case_episode', episode.id, episode.revision)
      return
    case 'merge': {
      const other = to.get(build.selectFrom('case_file').select('key').orderBy('key', 'desc').limit(1))
      if (file && other && other.key !== file.key)
        to.update('case_file', file.id, file.revision, { merged_into_key: other.key })
      return
    }
  }
}

describe('undo', () => {
  test('of every action, newest first, leaves the ledger as it was, byte for byte; redo brings all back', async () => {
    const ledger = write(await newLedger())
    let moved = 0
    fc.assert(
      fc.property(fc.array(fc.array(change, { minLength: 1, maxLength: 5 }), { maxLength: 8 }), (actions) => {
        const before = contents(ledger)
        const done = actions.flatMap((changes) => {
          const one = action('venue.work')
          const saved = mutate(ledger, one, (to) => {
            for (const each of changes) apply(to, each)
            return null
          })
          expect(saved.ok).toBe(true)
          const wrote = readerInternals(ledger)
            .statements.prepare<{ change: string }>(
              'SELECT h.change FROM history h JOIN action a ON a.key = h.action_key WHERE a.id = ? LIMIT 1',
            )
            .get(one.actionId)
          return wrote?.change === 'none' ? [] : [one.actionId]
        })
        const after = contents(ledger)
        for (const of of done.toReversed()) expectOk(step(ledger, 'history.undo', of))
        expect(contents(ledger)).toEqual(before)
        for (const of of done) expectOk(step(ledger, 'history.redo', of))
        expect(contents(ledger)).toEqual(after)
        for (const of of done.toReversed()) expectOk(step(ledger, 'history.undo', of))
        expect(contents(ledger)).toEqual(before)
        moved += done.length
      }),
      { numRuns: 12, seed: 8, endOnFailure: true },
    )
    expect(moved).toBeGreaterThan(15)
    expect(verifyHistory(ledger).problems).toEqual([])
  })

  test('never brings a revision back: another window that saw the row meets a conflict', async () => {
    const ledger = write(await newLedger())
    const { id } = expectOk(mutate(ledger, action('venue.add'), (to) => to.insert('venue', { code: 'a' })))
    const rename = action('venue.rename')
    mutate(ledger, rename, (to) => to.update('venue', id, 1, { code: 'b' }))
    expectOk(step(ledger, 'history.undo', rename.actionId))
    const late = mutate(ledger, action('venue.rename'), (to) => to.update('venue', id, 1, { code: 'c' }))
    expect(late).toMatchObject({ ok: false, error: { code: 'conflict', parameters: { current: 3 } } })
  })

  test('a row that was touched later stands against it, all or nothing', async () => {
    const ledger = write(await newLedger())
    const add = action('venue.add')
    const [one] = expectOk(
      mutate(ledger, add, (to) => ['a', 'b', 'c'].map((code) => to.insert('venue', { code }))),
    )
    if (one === undefined) throw new Error('no row')
    const rename = action('venue.rename')
    mutate(ledger, rename, (to) => to.update('venue', one.id, 1, { code: 'z' }))
    const before = contents(ledger)
    expect(step(ledger, 'history.undo', add.actionId)).toMatchObject({ error: { code: 'undoBlocked' } })
    expect(contents(ledger)).toEqual(before)
    const carrier = actionById(ledger, add.actionId)
    if (carrier === null) throw new Error('no action')
    expect(readBlocks(ledger, carrier, open).map(({ reason, by }) => [reason, by])).toEqual([
      ['changedLater', rename.actionId],
    ])
    expectOk(step(ledger, 'history.undo', rename.actionId))
    expectOk(step(ledger, 'history.undo', add.actionId))
    expect(contents(ledger).some((row) => row.startsWith('venue'))).toBe(false)
  })

  test('a place that another record took meanwhile stands against the return of a removed one', async () => {
    const ledger = write(await newLedger())
    const { id } = expectOk(mutate(ledger, action('venue.add'), (to) => to.insert('venue', { code: 'hall' })))
    const remove = action('venue.remove')
    mutate(ledger, remove, (to) => {
      to.remove('venue', id, 1)
      return null
    })
    mutate(ledger, action('venue.add'), (to) => to.insert('venue', { code: 'hall' }))
    expect(step(ledger, 'history.undo', remove.actionId)).toMatchObject({ error: { code: 'undoBlocked' } })
  })
})
