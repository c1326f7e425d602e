import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { check, checkReader, findingsOf, isOpen } from '../../src/main/services/check.ts'
import { checkWriter } from '../../src/main/services/check-acknowledge.ts'
import { historyWriter } from '../../src/main/services/history/writer.ts'
import { change, failureOf, newOffice, type Office, place, save } from './monthly/support.ts'

const today = '2025-04-10'
const months = ['2024-04', '2024-05', '2024-06', '2024-07', '2024-08', '2024-09'] as const

/** Half a year of about 40, and one 10 times as much: a slip, or a truly large month. */
async function officeWithSlip(): Promise<Office> {
  const office = await newOffice()
  const values = [41, 38, 44, 40, 37, 430]
  save(
    office,
    months.map((month, at) => change('consultation.events', month, values[at] ?? 0)),
  )
  return office
}

const slipsOf = ({ ledger }: Office) =>
  findingsOf(ledger, { party: place.party, form: place.form, month: '2024-09' }, today).filter(
    ({ rule }) => rule === 'digitSlip',
  )

const told = async (office: Office, show: 'open' | 'acknowledged' | 'all') =>
  await checkReader['check.run']({ frame: null, show }, office.context)

async function acknowledge(office: Office, reason: string, actionId: string = randomUUID()) {
  const { findings } = await told(office, 'open')
  const own = findings.filter(({ rule }) => rule === 'digitSlip')
  const input = own.map(({ rule, placeKey, fingerprint, place: where, message }) => ({
    rule,
    placeKey,
    fingerprint,
    place: where,
    message,
  }))
  return checkWriter['check.acknowledge']({ actionId, findings: input, reason }, office.context)
}

describe('確認済（理由あり）', () => {
  test('silences a finding until its value changes, and can be taken back', async () => {
    const office = await officeWithSlip()
    expect(slipsOf(office).map(isOpen)).toEqual([true])
    const before = (await told(office, 'open')).counts
    await acknowledge(office, '集団説明会のため')
    const [kept] = slipsOf(office)
    expect(kept?.acknowledgement?.reason).toBe('集団説明会のため')
    const after = await told(office, 'open')
    expect(after.counts).toEqual({ ...before, warnings: before.warnings - 1, acknowledged: 1 })
    expect(after.findings.some(({ rule }) => rule === 'digitSlip')).toBe(false)
    expect((await told(office, 'acknowledged')).findings).toHaveLength(1)
    // Another month changes nothing, another value of its own does.
    save(office, [change('consultation.events', '2024-10', 42)])
    expect(slipsOf(office).map(isOpen)).toEqual([false])
    save(office, [change('consultation.events', '2024-09', 440, { seen: 1 })])
    expect(slipsOf(office).map(isOpen)).toEqual([true])
    save(office, [change('consultation.events', '2024-09', 430, { seen: 2 })])
    const acknowledgement = slipsOf(office)[0]?.acknowledgement
    const { id, revision } = acknowledgement ?? { id: '', revision: 0 }
    const taken = { actionId: randomUUID(), acknowledgements: [{ id, revision }] }
    expect(checkWriter['check.withdrawAcknowledgement'](taken, office.context)).toEqual({ count: 1 })
    expect(slipsOf(office).map(isOpen)).toEqual([true])
  })

  test('is one step of the undo list', async () => {
    const office = await officeWithSlip()
    const actionId = randomUUID()
    await acknowledge(office, '集団説明会のため', actionId)
    expect(slipsOf(office).map(isOpen)).toEqual([false])
    await historyWriter['history.undo']({ actionId: randomUUID(), of: actionId }, office.context)
    expect(slipsOf(office).map(isOpen)).toEqual([true])
  })

  test('needs a reason, and never silences what cannot be true', async () => {
    const office = await officeWithSlip()
    save(office, [change('consultation.persons', '2024-04', 99)])
    const finding = check(office.ledger, today).find(({ severity }) => severity === 'error')
    expect(finding?.rule).toBe('personsOverEvents')
    const { rule, placeKey, fingerprint, placeWords, message } = finding ?? {
      rule: '',
      placeKey: '',
      fingerprint: '',
      placeWords: '',
      message: '',
    }
    const of = (reason: string, name: string) => () =>
      checkWriter['check.acknowledge'](
        {
          actionId: randomUUID(),
          findings: [{ rule: name, placeKey, fingerprint, place: placeWords, message }],
          reason,
        },
        office.context,
      )
    expect(failureOf(of('', 'digitSlip'))?.code).toBe('reasonMissing')
    expect(failureOf(of('　', 'digitSlip'))?.code).toBe('reasonMissing')
    expect(failureOf(of('正しい', rule))?.code).toBe('findingStays')
    expect(failureOf(of('正しい', 'noSuchRule'))?.code).toBe('findingStays')
  })
})

test('findings of a party and form: of a month, and of a year with its months', async () => {
  const office = await officeWithSlip()
  const { ledger } = office
  const own = { party: place.party, form: place.form }
  const month = findingsOf(ledger, { ...own, month: '2024-09' }, today)
  expect(month.every((one) => one.place.month === '2024-09' && one.place.form === 'consultation')).toBe(true)
  const year = findingsOf(ledger, { ...own, fiscalYear: 2024 }, today)
  expect(year.length).toBeGreaterThan(month.length)
  expect(findingsOf(ledger, { ...own, form: 'place', month: '2024-09' }, today)).toEqual([])
})
