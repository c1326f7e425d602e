import { describe, expect, test } from 'vitest'
import { verifyHistory } from '../../../src/main/ledger/history/verify.ts'
import { listStaff } from '../../../src/main/ledger/repositories/staff.ts'
import { queryStatistic, readStatisticContext } from '../../../src/main/ledger/statistics/query-statistics.ts'
import { readPaperFacts } from '../../../src/main/services/paper-facts.ts'
import { readPaperStyle } from '../../../src/main/services/paper-style.ts'
import { readDueDay } from '../../../src/main/services/reports/due-day.ts'
import type { PartyEdit } from '../../../src/shared/contract/schemas/organisation.ts'
import { deskOf, present } from './support.ts'

const desk = await deskOf('demo')
const organisation = () => desk.read('settings.organisation', {})
const partyOf = (code: string) => present(organisation().parties.find((party) => party.code === code))
const named = (name: string) => [{ name, from: null, to: null }]
const party: PartyEdit = {
  names: named('北部相談室'),
  kana: 'ホクブ',
  corporation: '社会福祉法人北',
  programme: 'hikikomori',
  contractFrom: '2025-04-01',
  contractTo: null,
}

describe('報告元', () => {
  test('is made with its forms, renamed from a day on, and old papers keep the old name', () => {
    const { id } = desk.write('settings.saveParty', {
      id: null,
      revision: 0,
      party,
      forms: [{ form: 'consultation', mode: 'records' }],
    })
    const made = present(organisation().parties.find((one) => one.id === id))
    expect(made).toMatchObject({ code: 'party-7', kana: 'ほくぶ', uses: 0 })
    expect(made.forms).toMatchObject([{ form: 'consultation', mode: 'records', from: '2025-04', to: null }])
    desk.write('settings.saveParty', {
      id,
      revision: made.revision,
      party: {
        ...party,
        names: [
          { name: '北部相談室', from: null, to: '2025-09-30' },
          { name: '北部ひきこもり相談室', from: '2025-10-01', to: null },
        ],
      },
      forms: [],
    })
    const labelOn = (asOf: '2025-09-30' | '2025-10-01') =>
      readPaperFacts(desk.ledger, {
        fiscalYear: 2025,
        period: { from: '2025-04', to: '2026-03' },
        asOf,
      }).codes.party?.find(({ code }) => code === 'party-7')?.label
    expect([labelOn('2025-09-30'), labelOn('2025-10-01')]).toEqual(['北部相談室', '北部ひきこもり相談室'])
  })

  test('is refused with names in disorder, a name that is taken, a contract that ends before it begins', () => {
    const save = (part: Partial<PartyEdit>) =>
      desk.refusal('settings.saveParty', { id: null, revision: 0, party: { ...party, ...part }, forms: [] })
    expect(save({ names: named('　') })).toBe('nameNotUsable')
    expect(save({ names: named('地域共生課') })).toBe('nameTaken')
    expect(save({ names: [...named('南部'), { name: '南', from: '2025-10-01', to: null }] })).toBe(
      'namePeriods',
    )
    expect(save({ names: named('南部'), contractTo: '2025-03-31' })).toBe('datesReversed')
    expect(save({ names: named('南部'), programme: 'nothing' })).toBe('notFound')
    expect(save({ names: named('南部'), kana: 'nanbu' })).toBe('nameNotUsable')
    expect(organisation().parties).toHaveLength(7)
  })

  test('hands a form in by records or by tally, never both; the way changes from a month on', () => {
    const { forms } = partyOf('party-7')
    const form = present(forms[0])
    const add = (from: '2025-12' | '2025-04', to: '2026-03' | null) =>
      desk.refusal('settings.saveForm', {
        id: null,
        revision: 0,
        party: 'party-7',
        form: 'consultation',
        mode: 'tally',
        from,
        to,
      })
    expect(add('2025-12', null)).toBe('formsOverlap')
    expect(add('2025-04', '2026-03')).toBe('formsOverlap')
    expect(
      desk.refusal('settings.switchMode', { id: form.id, revision: form.revision, from: '2025-03' }),
    ).toBe('datesReversed')
    desk.write('settings.switchMode', { id: form.id, revision: form.revision, from: '2025-10' })
    expect(partyOf('party-7').forms).toMatchObject([
      { mode: 'records', from: '2025-04', to: '2025-09' },
      { mode: 'tally', from: '2025-10', to: null },
    ])
  })

  test('that has told months already is not switched over them', () => {
    const contractor = partyOf('hikikomori-contractor')
    const form = present(contractor.forms.find((one) => one.form === 'consultation'))
    const at = (from: '2024-09' | '2025-04') =>
      desk.refusal('settings.switchMode', { id: form.id, revision: form.revision, from })
    expect(at('2024-09')).toBe('modeHasValues')
    const workprep = present(partyOf('workprep-contractor').forms[0])
    expect(
      desk.refusal('settings.switchMode', { id: workprep.id, revision: workprep.revision, from: '2024-09' }),
    ).toBe('modeHasValues')
    expect(at('2025-04')).toBe('done')
  })

  test('is deleted while nothing was reported, with its forms; else it is refused', () => {
    const remove = (code: string) => {
      const { id, revision } = partyOf(code)
      return desk.refusal('settings.remove', { table: 'party', id, revision })
    }
    expect(remove('division')).toBe('stillUsed')
    expect(remove('party-7')).toBe('done')
    expect(organisation().parties.some(({ code }) => code === 'party-7')).toBe(false)
  })

  test('受託者交代: the old contract ends the day before, the successor takes programme and forms over', () => {
    const old = partyOf('hikikomori-contractor')
    desk.write('settings.succeedParty', {
      id: old.id,
      revision: old.revision,
      from: '2025-10-01',
      until: '2028-03-31',
      name: '新しい受託者の相談室',
      corporation: '受託法人Ｅ（架空）',
    })
    expect(partyOf('hikikomori-contractor')).toMatchObject({
      contractTo: '2025-09-30',
      forms: expect.arrayContaining([expect.objectContaining({ form: 'place', to: '2025-09' })]),
    })
    const heir = present(
      organisation().parties.find(({ predecessor }) => predecessor === 'hikikomori-contractor'),
    )
    expect(heir).toMatchObject({
      programme: 'hikikomori',
      contractFrom: '2025-10-01',
      contractTo: '2028-03-31',
    })
    expect(heir.forms.map(({ form, mode, from }) => [form, mode, from])).toEqual([
      ['consultation', 'tally', '2025-10'],
      ['place', 'records', '2025-10'],
    ])
    // It counts wherever the party before it counts.
    const rules = organisation().rules.filter(({ parties }) => parties.includes('hikikomori-contractor'))
    expect(rules.length).toBeGreaterThan(0)
    for (const rule of rules) expect(rule.parties).toContain(heir.code)
  })
})

describe('事業', () => {
  const programmes = () => organisation().programmes
  test('changes its rule of 新規, and the figures follow', () => {
    const news = () =>
      queryStatistic(desk.ledger, {
        statistic: 'consultation.new',
        frame: { fiscalYear: 2024, period: { from: '2024-04', to: '2025-03' }, asOf: '2025-03-31' },
        by: [],
        where: [],
        party: null,
      })
    const before = news()
    const row = present(programmes().find(({ code }) => code === 'hikikomori'))
    const { names, predecessor, scopes } = row
    desk.write('settings.saveProgramme', {
      id: row.id,
      revision: row.revision,
      programme: { names, predecessor, scopes, newRule: 'notInPreviousYear' },
    })
    expect(news()).not.toEqual(before)
  })

  test('has a lineage without circles, scopes one after the other', () => {
    const row = present(programmes().find(({ code }) => code === 'hikikomori-neet'))
    const { names, scopes, newRule } = row
    const save = (part: Partial<typeof row>) =>
      desk.refusal('settings.saveProgramme', {
        id: row.id,
        revision: row.revision,
        programme: {
          names,
          newRule,
          predecessor: part.predecessor ?? null,
          scopes: part.scopes ?? scopes,
        },
      })
    expect(save({ predecessor: 'hikikomori' })).toBe('mergeCircle')
    expect(save({ predecessor: 'hikikomori-neet' })).toBe('mergeCircle')
    const [first] = scopes
    expect(save({ scopes: first === undefined ? [] : [{ ...first, to: null }, ...scopes.slice(1)] })).toBe(
      'datesReversed',
    )
  })
})

describe('会場 and 課名', () => {
  test('a venue is made, retired and restored; one with activities is not deleted', () => {
    const { id, revision } = desk.write('settings.savePlace', {
      id: null,
      revision: 0,
      kind: 'venue',
      place: { names: named('田無公民館'), kana: 'たなし' },
    })
    const retired = desk.write('settings.retire', { table: 'venue', id, revision, on: '2026-03-31' })
    expect(organisation().venues.find((row) => row.id === id)?.retiredOn).toBe('2026-03-31')
    desk.write('settings.retire', { table: 'venue', id, revision: retired.revision, on: null })
    const used = present(organisation().venues.find(({ code }) => code === 'consumer-annex'))
    expect(desk.refusal('settings.remove', { table: 'venue', id: used.id, revision: used.revision })).toBe(
      'stillUsed',
    )
  })

  test('課名変更: a paper of the day before keeps the old name', () => {
    const row = present(organisation().departments.find(({ code }) => code === 'division'))
    desk.write('settings.savePlace', {
      id: row.id,
      revision: row.revision,
      kind: 'department',
      place: {
        kana: '',
        names: [
          ...row.names.slice(0, -1),
          { name: '地域共生課', from: '2024-04-01', to: '2025-03-31' },
          { name: '福祉総務課', from: '2025-04-01', to: null },
        ],
      },
    })
    expect(
      organisation()
        .departments.find(({ id }) => id === row.id)
        ?.names.at(-1)?.name,
    ).toBe('福祉総務課')
  })
})

describe('計上ルール, 担当者 and the values', () => {
  test('a rule decides which parties make the total; unknown ones are refused', () => {
    const rule = { statistic: 'place', from: 2024, to: null, parties: ['division'], reason: '試験' }
    const { id } = desk.write('settings.saveRule', { id: null, revision: 0, rule })
    expect(readStatisticContext(desk.ledger).countingRules).toContainEqual(expect.objectContaining(rule))
    const again = (part: Partial<typeof rule>) =>
      desk.refusal('settings.saveRule', { id: null, revision: 0, rule: { ...rule, ...part } })
    expect(again({})).toBe('nameTaken')
    expect(again({ from: 2025, parties: ['nobody'] })).toBe('unknownParty')
    expect(again({ from: 2025, statistic: 'nothing' })).toBe('unknownStatistic')
    const row = present(organisation().rules.find((one) => one.id === id))
    expect(desk.refusal('settings.remove', { table: 'counting_rule', id, revision: row.revision })).toBe(
      'done',
    )
  })

  test('who left is offered no more; who recorded is not deleted', () => {
    const { id, revision } = desk.write('settings.saveStaff', {
      id: null,
      revision: 0,
      name: ' 新　人 ',
      validFrom: null,
    })
    expect(
      desk.refusal('settings.saveStaff', { id: null, revision: 0, name: '新　人', validFrom: null }),
    ).toBe('nameTaken')
    const gone = desk.write('settings.retire', { table: 'staff', id, revision, on: '2025-03-31' })
    expect(listStaff(desk.ledger, '2025-04-01').some((one) => one.id === id)).toBe(false)
    const ids = organisation().staff.map((one) => one.id)
    desk.write('settings.orderStaff', { ids: ids.toReversed() })
    expect(organisation().staff.map((one) => one.id)).toEqual(ids.toReversed())
    const now = present(organisation().staff.find((one) => one.id === id))
    expect(gone.revision).toBeLessThan(now.revision)
    expect(desk.refusal('settings.remove', { table: 'staff', id, revision: now.revision })).toBe('done')
    const worker = present(organisation().staff.find((one) => one.uses > 0))
    expect(
      desk.refusal('settings.remove', { table: 'staff', id: worker.id, revision: worker.revision }),
    ).toBe('stillUsed')
  })

  test('each value is kept where its readers look; a stale one is a conflict', () => {
    const values = () => desk.read('settings.values', {})
    const save = (
      setting: Parameters<typeof desk.write<'settings.saveValue'>>[1]['setting'],
      revision: number,
    ) => desk.refusal('settings.saveValue', { revision, setting })
    expect(values().deadlines).toEqual({ value: { day: 10 }, revision: 0 })
    expect(save({ name: 'deadlines', value: { day: 5 } }, 0)).toBe('done')
    expect(readDueDay(desk.ledger)).toBe(5)
    expect(save({ name: 'deadlines', value: { day: 6 } }, 0)).toBe('conflict')
    expect(save({ name: 'paperStyle', value: { numbering: 'national', wording: 'asWritten' } }, 0)).toBe(
      'done',
    )
    expect(readPaperStyle(desk.ledger)).toEqual({ numbering: 'national', wording: 'asWritten' })
    expect(save({ name: 'referralDepths', value: { depths: ['informed'] } }, 0)).toBe('done')
    expect(readStatisticContext(desk.ledger).referralDepths).toEqual(['informed'])
    const { city, recording, household8050 } = values()
    const { remark: _remark, ...own } = city.value
    expect(save({ name: 'city', value: { ...own, committee: '厚生委員会' } }, city.revision)).toBe('done')
    expect(
      save({ name: 'recording', value: { ...recording.value, earlierCasesKnown: true } }, recording.revision),
    ).toBe('done')
    expect(
      save(
        { name: 'household8050', value: { minimumAge: 45, parentMinimumAge: 70 } },
        household8050.revision,
      ),
    ).toBe('done')
    expect(values()).toMatchObject({
      city: { value: { committee: '厚生委員会' } },
      recording: { value: { earlierCasesKnown: true } },
      household8050: { value: { minimumAge: 45, parentMinimumAge: 70 } },
    })
  })
})

test('after all of it the history holds', () => {
  expect(verifyHistory(desk.ledger).problems).toEqual([])
})
