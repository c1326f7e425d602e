import { describe, expect, test } from 'vitest'
import { type CaseFacts, type JudgedContact, warningsOf } from '../../../src/shared/consultations/warnings.ts'
import { warningWords } from '../../../src/shared/words/consultations.ts'

const rule = { minimumAge: 40, parentMinimumAge: 65 }
const contact: JudgedContact = {
  number: 5,
  day: '2025-02-06',
  method: 'phone',
  age: { low: null, high: null },
  household: 'unknown',
  newClaim: null,
}
const age = (low: number, high = low) => ({ low, high })
const facts = (contacts: CaseFacts['contacts'], episodes: CaseFacts['episodes'] = []): CaseFacts => ({
  contacts,
  episodes,
})
const other = { number: 3, day: '2025-01-06', method: 'mail', age: age(50) } as const

describe('warningsOf', () => {
  test.each<[string, Partial<JudgedContact>, CaseFacts | null, boolean | null, readonly string[]]>([
    ['nothing speaks against it', {}, null, null, []],
    ['today', { day: '2025-03-31' }, null, null, []],
    ['tomorrow', { day: '2025-04-01' }, null, null, ['future']],
    ['8050 at 39', { household: '8050', age: age(39) }, null, null, ['tooYoungFor8050']],
    ['8050 at 40', { household: '8050', age: age(40) }, null, null, []],
    [
      '8050 in the thirties or forties',
      { household: '8050', age: age(35, 45) },
      null,
      null,
      ['unclearFor8050'],
    ],
    ['8050, age not known', { household: '8050' }, null, null, []],
    ['younger than before', { age: age(49) }, facts([other]), null, ['younger']],
    ['a decade that may hold it', { age: age(50, 59) }, facts([other]), null, []],
    ['a decade wholly under it', { age: age(40, 49) }, facts([other]), null, ['younger']],
    ['older later', { age: age(49) }, facts([{ ...other, day: '2025-02-07' }]), null, []],
    [
      'older the same day, recorded later',
      { age: age(49) },
      facts([{ ...other, number: 9, day: '2025-02-06' }]),
      null,
      [],
    ],
    [
      'the same day and channel',
      {},
      facts([{ ...other, day: '2025-02-06', method: 'phone' }]),
      null,
      ['duplicate'],
    ],
    ['the same day, another channel', {}, facts([{ ...other, day: '2025-02-06' }]), null, []],
    ['itself', {}, facts([{ ...contact }]), null, []],
    ['before the episode', {}, facts([], [{ openedOn: '2025-02-07', closedOn: null }]), null, ['notOpen']],
    ['on its first day', {}, facts([], [{ openedOn: '2025-02-06', closedOn: null }]), null, []],
    ['on its last day', {}, facts([], [{ openedOn: '2025-01-01', closedOn: '2025-02-06' }]), null, []],
    ['after it', {}, facts([], [{ openedOn: '2025-01-01', closedOn: '2025-02-05' }]), null, ['notOpen']],
    ['told as new, is not', { newClaim: true }, facts([other]), false, ['claimedNew']],
    ['told as new, not known', { newClaim: true }, facts([other]), null, []],
  ])('%s', (_what, changes, known, isNew, expected) => {
    const found = warningsOf({ ...contact, ...changes }, known, { today: '2025-03-31', rule, isNew })
    expect(found.map((warning) => warning.code)).toEqual(expected)
    for (const warning of found) expect(warningWords(warning)).not.toMatch(/undefined|\{|NaN/)
  })
})
