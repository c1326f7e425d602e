import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Proposal, proposeProfile } from '../../../src/shared/intake/propose.ts'
import { type BookRows, readBookRows } from '../../../src/shared/intake/read-book-rows.ts'
import type { StagedConsultation, StagedRow } from '../../../src/shared/intake/staged.ts'
import { facts } from './support/facts.ts'
import { sampleBook, sampleNames } from './support/sample-book.ts'

const truth = JSON.parse(
  readFileSync(new URL('../../../../shared/samples/expected.json', import.meta.url), 'utf8'),
).consultations as {
  readonly rows: number
  readonly byMonth: Readonly<Record<string, number>>
  readonly problems: readonly { sheet: string; row: number; column: string; value: string }[]
  readonly ditto: number
  readonly distinctCases: number
}

const contactsOf = (rows: readonly StagedRow[]): readonly StagedConsultation[] =>
  rows.flatMap((row) => (row.outcome === 'record' && row.record.kind === 'consultation' ? [row.record] : []))

describe('the register of the samples', () => {
  let proposal: Proposal
  let read: BookRows
  let contacts: readonly StagedConsultation[]

  beforeAll(() => {
    const book = sampleBook(sampleNames.register)
    proposal = proposeProfile(book, facts)
    if (proposal.profile === null) throw new Error('no profile')
    read = readBookRows(book, proposal.profile, facts)
    contacts = contactsOf(read.rows)
  })

  it('is proposed as a register of the contractor, a sheet a month', () => {
    expect(proposal.kind).toBe('consultations')
    expect(proposal.party).toEqual({ party: 'contractor', confidence: 'certain', reason: 'statedParty' })
    expect(proposal.year).toMatchObject({ fiscalYear: 2024, from: 'title' })
    expect(proposal.sheets.map(({ months }) => months)).toEqual(
      [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((month) => [month]),
    )
    expect(proposal.sheets.every(({ use, headRows }) => use && headRows.join() === '3,4')).toBe(true)
    expect(proposal.profile?.sheets).toHaveLength(1)
  })

  it('gives exactly the good rows', () => {
    const byMonth = Object.groupBy(contacts, ({ month }) => String(Number(month.slice(5))))
    expect(contacts).toHaveLength(truth.rows)
    expect(Object.fromEntries(Object.entries(byMonth).map(([month, rows]) => [month, rows?.length]))).toEqual(
      truth.byMonth,
    )
    expect(new Set(contacts.map(({ caseCode }) => caseCode)).size).toBe(truth.distinctCases)
    expect(contacts.filter(({ newClaim }) => newClaim === true)).toHaveLength(92)
  })

  it('refuses exactly the bad ones, with sheet, row, column and value', () => {
    const refused = read.rows.flatMap((row) => (row.outcome === 'refused' ? [row.problem] : []))
    expect(
      refused.map(({ place, column, value }) => ({ sheet: place.sheet, row: place.row, column, value })),
    ).toEqual(truth.problems)
  })

  it('counts channels as the truth does: 同行 is a visit with 同行支援', () => {
    const method = (code: string): number => contacts.filter((contact) => contact.method === code).length
    const accompanied = contacts.filter(({ supports }) => supports.includes('accompanied'))
    expect([method('phone'), method('visitUs'), method('mail'), method('sns'), method('online')]).toEqual([
      122, 122, 50, 23, 20,
    ])
    expect([method('outreach'), accompanied.length]).toEqual([68, 22])
    expect(accompanied.every((contact) => contact.method === 'outreach')).toBe(true)
  })

  it('resolves 〃 from the row above and says so', () => {
    const dittos = read.rows.flatMap((row) =>
      row.outcome === 'record' ? row.readings.filter(({ took }) => took === 'ditto') : [],
    )
    const callers = Object.groupBy(contacts, ({ caller }) => caller)
    expect(dittos).toHaveLength(truth.ditto)
    expect(dittos[0]).toMatchObject({ field: 'caller', text: '〃' })
    expect([callers.mother?.length, callers.self?.length, callers.agency?.length]).toEqual([132, 116, 46])
  })

  it('keeps what is known of an age and of a period', () => {
    expect(contacts.find(({ caseCode }) => caseCode === 'H011')).toMatchObject({ ageLow: 60, ageHigh: 69 })
    const durations = new Set(contacts.map(({ duration }) => duration))
    expect([...durations].toSorted()).toEqual(['2y-3y', '3y-5y', '5y-7y', 'over10y', 'unknown'])
    expect(contacts.filter(({ factors }) => factors.length > 0)).toHaveLength(237)
    expect(contacts.flatMap(({ factors }) => factors)).toHaveLength(319)
  })

  it('finds nothing else: every total agrees, nothing is asked, nothing dropped', () => {
    expect(read.findings).toEqual([])
    expect(read.questions).toEqual([])
    expect(read.dropped).toEqual([])
    expect(read.unknownValues).toMatchObject([{ list: 'method', text: '狼煙', count: 3 }])
  })
})
