import { describe, expect, test } from 'vitest'
import { verifyHistory } from '../../../src/main/ledger/history/verify.ts'
import { readCodeLists } from '../../../src/main/ledger/repositories/code-lists.ts'
import { queryStatistic } from '../../../src/main/ledger/statistics/query-statistics.ts'
import { findList, itemsOn } from '../../../src/shared/codes/code-list.ts'
import { readCode } from '../../../src/shared/codes/read-code.ts'
import { type Desk, deskOf, present } from './support.ts'

const desk = await deskOf('demo')

const listOf = (code: string) =>
  present(desk.read('settings.codes', {}).lists.find((list) => list.code === code))
const itemOf = (list: string, code: string) => present(listOf(list).items.find((item) => item.code === code))
const fresh = { label: '', kana: '', group: null, aliases: [], withText: false, validFrom: null }
const alias = (text: string) => ({ text, also: null })

const events = (by: string) =>
  queryStatistic(desk.ledger, {
    statistic: 'consultation.events',
    frame: { fiscalYear: 2024, period: { from: '2024-04', to: '2025-03' }, asOf: '2025-03-31' },
    by: [by],
    where: [],
    party: null,
  })

describe('an item of a list', () => {
  test('is added before その他 with a code of its own, and can be chosen and read at once', () => {
    const before = listOf('method')
    desk.write('settings.saveItem', {
      id: null,
      revision: 0,
      list: 'method',
      item: { ...fresh, label: ' チャット ', kana: 'チャット', aliases: [alias('ﾁｬｯﾄ'), alias('LINE相談')] },
    })
    const after = listOf('method')
    expect(after.version).toBe(before.version + 1)
    expect(after.items.map(({ label }) => label).slice(-3)).toEqual(['チャット', 'その他', '不明'])
    const item = present(after.items.at(-3))
    // The half-width spelling is the label itself.
    expect(item).toMatchObject({ code: 'c2', kana: 'ちゃっと', aliases: [alias('LINE相談')] })
    const list = present(findList(readCodeLists(desk.ledger), 'method'))
    expect(readCode(list, 'ＬＩＮＥ相談')).toMatchObject({ ok: true, code: 'c2' })
  })

  test('keeps its code and its records when its label changes; every version is told', () => {
    const phone = itemOf('method', 'phone')
    const item = { ...phone, label: '電話・通話' }
    const { label, kana, group, aliases, withText, validFrom } = item
    desk.write('settings.saveItem', {
      id: phone.id,
      revision: phone.revision,
      list: 'method',
      item: { label, kana, group, aliases, withText, validFrom },
    })
    const { uses, changes } = desk.read('settings.codeItem', { list: 'method', code: 'phone' })
    expect(changes[0]).toMatchObject({ before: '電話', after: '電話・通話', who: '山口' })
    expect(uses.total).toBeGreaterThan(50)
    expect(uses.years.map(({ fiscalYear }) => fiscalYear)).toEqual([2022, 2023, 2024])
  })

  test('retires on a day: old records keep it, new ones are not offered it; it can come back', () => {
    const mail = itemOf('method', 'mail')
    const list = () => present(findList(readCodeLists(desk.ledger), 'method'))
    desk.write('settings.retire', {
      table: 'code_item',
      id: mail.id,
      revision: mail.revision,
      on: '2025-03-31',
    })
    const offered = (day: '2025-03-31' | '2025-04-01') =>
      itemsOn(list(), day).some(({ code }) => code === 'mail')
    expect([offered('2025-03-31'), offered('2025-04-01')]).toEqual([true, false])
    expect(list().items.some(({ code }) => code === 'mail')).toBe(true)
    const again = itemOf('method', 'mail')
    desk.write('settings.retire', { table: 'code_item', id: mail.id, revision: again.revision, on: null })
    expect(offered('2025-04-01')).toBe(true)
  })

  test('is refused where a spelling would mean two things, where it says nothing, and where it is rubbish', () => {
    const add = (label: string, aliases: readonly string[] = []) =>
      desk.refusal('settings.saveItem', {
        id: null,
        revision: 0,
        list: 'method',
        item: { ...fresh, label, aliases: aliases.map(alias) },
      })
    expect(add('メール')).toBe('spellingTaken')
    expect(add('新しい方法', ['ﾒｰﾙ'])).toBe('spellingTaken')
    expect(add('phone')).toBe('spellingTaken')
    expect(add('   ')).toBe('nameNotUsable')
    expect(add('・・')).toBe('nameNotUsable')
    expect(add('あ'.repeat(61))).toBe('nameNotUsable')
    expect(add('改行\nあり')).toBe('nameNotUsable')
    expect(
      desk.refusal('settings.saveItem', {
        id: null,
        revision: 0,
        list: 'depth',
        item: { ...fresh, label: '新しい段階' },
      }),
    ).toBe('codeNeeded')
    expect(
      desk.refusal('settings.saveItem', {
        id: null,
        revision: 0,
        list: 'caller',
        item: { ...fresh, label: 'おば', group: 'nobody' },
      }),
    ).toBe('invalidValue')
  })

  test('that another window changed is a conflict, and nothing is written', () => {
    const sns = itemOf('method', 'sns')
    const input = {
      table: 'code_item' as const,
      id: sns.id,
      revision: sns.revision + 1,
      on: '2025-03-31' as const,
    }
    expect(desk.refusal('settings.retire', input)).toBe('conflict')
  })

  test('is deleted only while nothing refers to it', () => {
    const remove = (list: string, code: string) => {
      const { id, revision } = itemOf(list, code)
      return desk.refusal('settings.remove', { table: 'code_item', id, revision })
    }
    expect(remove('method', 'phone')).toBe('stillUsed')
    expect(remove('method', 'unknown')).toBe('codeNeeded')
    expect(remove('callerGroup', 'family')).toBe('stillUsed')
    expect(remove('method', 'c2')).toBe('done')
    expect(listOf('method').items.some(({ code }) => code === 'c2')).toBe(false)
  })
})

describe('order', () => {
  test('is the printing order; an order that misses an item is a conflict', () => {
    const ids = listOf('sex').items.map(({ id }) => id)
    desk.write('settings.orderItems', { list: 'sex', ids: ids.toReversed() })
    expect(listOf('sex').items.map(({ id }) => id)).toEqual(ids.toReversed())
    expect(desk.refusal('settings.orderItems', { list: 'sex', ids: ids.slice(1) })).toBe('conflict')
    desk.write('settings.orderItems', { list: 'sex', ids })
  })
})

describe('merging', () => {
  const merge = (at: Desk, list: string, code: string, into: string | null) => {
    const { id, revision } = itemOf(list, code)
    return at.refusal('settings.mergeItem', { id, revision, into })
  }

  test('is a map: figures follow it, rows do not; undone it is as before', () => {
    const before = events('method')
    const rows = desk.read('settings.codeItem', { list: 'method', code: 'mail' }).uses
    expect(merge(desk, 'method', 'mail', 'online')).toBe('done')
    const merged = events('method')
    expect(desk.read('settings.codeItem', { list: 'method', code: 'mail' }).uses).toEqual(rows)
    const value = (answer: typeof before, code: string) => {
      const cell = answer.ok ? answer.value.rows.find(({ keys }) => keys[0] === code)?.cell : undefined
      return cell?.state === 'value' && cell.quantity.kind === 'integer' ? cell.quantity.integer : 0
    }
    expect(value(merged, 'online')).toBe(value(before, 'online') + value(before, 'mail'))
    expect(value(merged, 'mail')).toBe(0)
    expect(
      itemsOn(present(findList(readCodeLists(desk.ledger), 'method')), '2025-03-31').map(({ code }) => code),
    ).not.toContain('mail')
    expect(merge(desk, 'method', 'mail', null)).toBe('done')
    expect(events('method')).toEqual(before)
  })

  test('is refused in a circle, onto a merged or retired one, and for what every list or a definition needs', () => {
    expect(merge(desk, 'method', 'letter', 'mail')).toBe('done')
    expect(merge(desk, 'method', 'mail', 'letter')).toBe('mergeCircle')
    expect(merge(desk, 'method', 'sns', 'letter')).toBe('mergeCircle')
    expect(merge(desk, 'method', 'sns', 'sns')).toBe('mergeCircle')
    expect(merge(desk, 'method', 'sns', 'nothing')).toBe('mergeCircle')
    expect(merge(desk, 'method', 'sns', 'unknown')).toBe('mergeCircle')
    expect(merge(desk, 'method', 'other', 'mail')).toBe('codeNeeded')
    expect(merge(desk, 'method', 'unknown', 'mail')).toBe('codeNeeded')
    // 訪問 is what consultation.visits counts.
    expect(merge(desk, 'method', 'outreach', 'onSite')).toBe('codeNeeded')
    expect(merge(desk, 'activityState', 'held', 'planned')).toBe('codeNeeded')
    expect(merge(desk, 'method', 'letter', null)).toBe('done')
  })
})

describe('bands of ages', () => {
  const bands = () =>
    present(desk.read('settings.codes', {}).ageBands.find(({ code }) => code === 'ageBandNational'))
  const save = (rows: readonly { label: string; low: number | null; high: number | null }[]) =>
    desk.refusal('settings.saveBands', { id: bands().id, revision: bands().revision, bands: [...rows] })

  test('are cut anew without gaps; a band with the same ages keeps its code', () => {
    expect(
      save([
        { label: '15歳未満', low: null, high: 14 },
        { label: '15～24歳', low: 15, high: 24 },
        { label: '25～64歳', low: 25, high: 64 },
        { label: '65歳以上', low: 65, high: null },
      ]),
    ).toBe('done')
    expect(bands().bands.map(({ code }) => code)).toEqual(['under15', '15-24', '25-64', 'over65'])
    expect(bands().version).toBe(2)
    const answer = events('ageBandNational')
    expect(answer.ok && answer.value.rows.map(({ keys }) => keys[0])).toEqual([
      'under15',
      '15-24',
      '25-64',
      'over65',
      'unknown',
    ])
  })

  test('with a gap, an overlap, a closed end or twice the same name are refused', () => {
    const open = { label: '上', low: 30, high: null }
    expect(save([{ label: '下', low: null, high: 28 }, open])).toBe('bandsBroken')
    expect(save([{ label: '下', low: null, high: 30 }, open])).toBe('bandsBroken')
    expect(
      save([
        { label: '下', low: null, high: 29 },
        { ...open, high: 99 },
      ]),
    ).toBe('bandsBroken')
    expect(save([{ label: '下', low: 5, high: 29 }, open])).toBe('bandsBroken')
    expect(save([{ label: '上', low: null, high: 29 }, open])).toBe('nameTaken')
    expect(save([{ label: '逆', low: null, high: null }, open])).toBe('bandsBroken')
  })
})

test('after all of it the history holds', () => {
  expect(verifyHistory(desk.ledger).problems).toEqual([])
})
