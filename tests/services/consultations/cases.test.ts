import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { casesReader } from '../../../src/main/services/consultations/cases.ts'
import { consultationsRequests } from '../../../src/shared/contract/requests/consultations.ts'
import { codeOf, register } from './support.ts'

const r = await register()
const { cases, writing } = r

/** A case that begins with a contact. */
function newCase(code: string, day: `${number}-${number}-${number}` = '2025-02-06') {
  const { caseOf } = r.create({ day, ageLow: 40, ageHigh: 40, sex: 'male' }, { kind: 'new', code })
  if (caseOf === null) throw new Error('no case')
  return caseOf.id
}
const revisionOf = (id: string) => r.caseOf(id).revision
const merge = (fromId: string, intoId: string, actionId = randomUUID()) => {
  cases['cases.merge'](
    { actionId, fromId, revision: revisionOf(fromId), intoId, reason: '同じ人と分かった' },
    writing,
  )
  return actionId
}

describe('a case', () => {
  test('begins on the day of its first contact, is found however it is typed, and offers what was known last', () => {
    const id = newCase('ｋ０１')
    for (const typed of ['K01', 'k01', 'Ｋ０１', ' k01 ']) expect(r.find(typed)?.id, typed).toBe(id)
    r.create({ day: '2025-02-08', sex: 'unknown', economic: 'needy' }, { kind: 'known', id })
    expect(r.find('K01')).toMatchObject({
      state: 'open',
      contacts: 2,
      last: { day: '2025-02-08' },
      attributes: { ageLow: 40, sex: 'male', economic: 'needy' },
    })
    const detail = r.caseOf(id)
    expect(consultationsRequests['cases.read'].output.safeParse(detail).error).toBeUndefined()
    expect(detail.episodes).toMatchObject([{ openedOn: '2025-02-06', closedOn: null }])
    expect(codeOf(() => r.create({}, { kind: 'new', code: 'k01' }))).toBe('caseCodeTaken')
    expect(r.find('')).toBeNull()
  })

  test('is closed with a reason and opened again; never twice, never before its start', () => {
    const id = newCase('K02')
    const close = (on: '2025-02-10' | '2025-01-01') =>
      cases['cases.close'](
        { actionId: randomUUID(), id, on, closingReason: 'goalReached', reason: '就労が決まった' },
        writing,
      )
    const reopen = (on: '2025-02-09' | '2025-02-20') =>
      cases['cases.reopen']({ actionId: randomUUID(), id, on }, writing)
    expect(codeOf(() => close('2025-01-01'))).toBe('invalidValue')
    expect(codeOf(() => reopen('2025-02-20'))).toBe('caseStillOpen')
    close('2025-02-10')
    expect(r.caseOf(id).state).toBe('closed')
    expect(codeOf(() => close('2025-02-10'))).toBe('caseNotOpen')
    expect(codeOf(() => reopen('2025-02-09'))).toBe('invalidValue')
    reopen('2025-02-20')
    expect(r.caseOf(id)).toMatchObject({
      state: 'open',
      episodes: [{ closingReason: 'goalReached' }, { closedOn: null }],
    })
    const between = r.create({ day: '2025-02-15', method: 'mail' }, { kind: 'known', id })
    expect(r.read(between.id).warnings.map((warning) => warning.code)).toContain('notOpen')
  })

  test('has its episodes put right, but never over one another', () => {
    const id = newCase('K03')
    const [episode] = r.caseOf(id).episodes
    if (episode === undefined) throw new Error('no episode')
    const change = (
      openedOn: '2025-02-01' | '2025-03-01',
      closedOn: '2025-02-20' | null,
      closingReason: 'wish' | null,
    ) =>
      cases['cases.changeEpisode'](
        {
          actionId: randomUUID(),
          id: episode.id,
          revision: r.caseOf(id).episodes[0]?.revision ?? 0,
          openedOn,
          closedOn,
          closingReason,
          reason: '書類で確認',
        },
        writing,
      )
    expect(codeOf(() => change('2025-03-01', '2025-02-20', 'wish'))).toBe('invalidValue')
    expect(codeOf(() => change('2025-02-01', '2025-02-20', null))).toBe('invalidValue')
    change('2025-02-01', '2025-02-20', 'wish')
    cases['cases.reopen']({ actionId: randomUUID(), id, on: '2025-02-25' }, writing)
    expect(codeOf(() => change('2025-02-01', null, null))).toBe('invalidValue')
  })

  test('is merged as a map and taken apart by undo; chains end at one person, circles are refused', () => {
    const a = newCase('K10')
    const b = newCase('K11', '2025-02-07')
    const c = newCase('K12', '2025-02-08')
    const first = merge(a, b)
    merge(b, c)
    expect(r.find('K10')?.root.code).toBe('K12')
    expect(r.caseOf(a)).toMatchObject({
      contacts: 3,
      members: [{ code: 'K12' }, { code: 'K11' }, { code: 'K10' }],
    })
    expect(r.list({ caseId: c }).total).toBe(3)
    expect(codeOf(() => merge(c, a))).toBe('caseCircle')
    expect(codeOf(() => merge(a, c))).toBe('caseCircle')
    expect(codeOf(() => casesReader['cases.mergePreview']({ fromId: c, intoId: a }, r.asking))).toBe(
      'caseCircle',
    )
    // One person: 新規 is the first contact of all three codes.
    const rows = r.list({ caseId: c }).rows
    expect(rows.map((row) => row.newness)).toEqual(['new', 'continuing', 'continuing'])
    expect(new Set(rows.map((row) => row.caseCode))).toEqual(new Set(['K10', 'K11', 'K12']))
    r.undo(first)
    expect(r.caseOf(a)).toMatchObject({ contacts: 1, members: [{ code: 'K10' }] })
    expect(r.list({ caseId: c }).total).toBe(2)
  })

  test('shares a household with others, and leaves it', () => {
    const a = newCase('K20')
    const b = newCase('K21')
    const link = (withId: string | null) =>
      cases['cases.linkHousehold'](
        { actionId: randomUUID(), id: a, revision: revisionOf(a), withId },
        writing,
      )
    expect(codeOf(() => link(a))).toBe('caseCircle')
    link(b)
    expect(r.caseOf(a).household.map((one) => one.code)).toEqual(['K21'])
    expect(r.caseOf(b).household.map((one) => one.code)).toEqual(['K20'])
    link(null)
    expect(r.caseOf(a).household).toEqual([])
  })

  test('of before the ledger is known as such, alone or as a list, and is 継続 at its first contact', () => {
    const added = cases['cases.addEarlier'](
      { actionId: randomUUID(), codes: ['e1', 'E1', 'e2', 'K20'] },
      writing,
    )
    expect(added).toEqual({ added: 2, marked: 1 })
    const first = r.create({ day: '2025-02-11' }, { kind: 'known', id: r.find('E1')?.id ?? '' })
    expect(r.read(first.id).newness).toBe('continuing')
    const list = casesReader['cases.list'](
      { search: 'e', which: 'beforeLedger', offset: 0, limit: 200 },
      r.asking,
    )
    expect(list.rows.map((row) => row.code)).toEqual(['E1', 'E2'])
    expect(consultationsRequests['cases.list'].output.safeParse(list).error).toBeUndefined()
  })

  test('that begins by mistake goes with the undo of its contact', () => {
    const actionId = randomUUID()
    r.createRaw({
      actionId,
      id: randomUUID(),
      consultation: { ...r.contact },
      about: { kind: 'new', code: 'K30' },
    })
    expect(r.find('K30')).not.toBeNull()
    r.undo(actionId)
    expect(r.find('K30')).toBeNull()
  })
})
