import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Ledger, LedgerReader } from '../../../src/main/ledger/ledger.ts'
import { mutate } from '../../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../../src/main/ledger/open/close.ts'
import { openLedger } from '../../../src/main/ledger/open/open.ts'
import { build } from '../../../src/main/ledger/query.ts'
import { readPartyForms } from '../../../src/main/ledger/repositories/parties.ts'
import { saveReport } from '../../../src/main/ledger/repositories/reports.ts'
import { casesReader, casesWriter } from '../../../src/main/services/consultations/cases.ts'
import { consultationsReader } from '../../../src/main/services/consultations/reader.ts'
import { consultationsWriter } from '../../../src/main/services/consultations/writer.ts'
import type { ReaderContext, WriterContext } from '../../../src/main/services/contexts.ts'
import { historyWriter } from '../../../src/main/services/history/writer.ts'
import type { RequestInput } from '../../../src/shared/contract/contract.ts'
import { AppFailure } from '../../../src/shared/contract/errors.ts'
import type {
  AboutCase,
  Consultation,
  ConsultationFilter,
} from '../../../src/shared/contract/schemas/consultations.ts'
import { firstDayOf } from '../../../src/shared/time/calendar.ts'
import type { Day, Month } from '../../../src/shared/time/day.ts'
import { expectOk, makeDemonstration, temporaryFolder, testEnvironment } from '../support/ledgers.ts'

/** What stands in every record that a test does not change. */
export const contact: Consultation = {
  day: '2025-02-06',
  party: 'support-desk',
  method: 'phone',
  caller: 'mother',
  companions: [],
  ageLow: null,
  ageHigh: null,
  sex: 'unknown',
  schooling: 'unknown',
  economic: 'unknown',
  household: 'unknown',
  area: 'unknown',
  duration: 'unknown',
  route: 'unknown',
  mainTopic: 'withdrawal',
  topics: [],
  factors: [],
  supports: [],
  referrals: [],
  others: [],
  note: '',
}

export const everything: ConsultationFilter = {
  period: null,
  party: null,
  method: null,
  caller: null,
  caseId: null,
  search: '',
  warned: false,
}
export const byNumber = { column: 'number', direction: 'up' } as const

/** The demonstration ledger, open for writing, with the handlers of the register. */
export async function register() {
  const made = await makeDemonstration(join(temporaryFolder(), '見本.daicho'))
  const opening = { mode: 'write', owner: '担当者', path: made.path, key: made.key } as const
  const ledger: Ledger = expectOk(await openLedger({ ...opening, environment: testEnvironment() }))
  // The screens' reader is a connection of its own: what it kept must follow what was written.
  const reading = await openLedger({
    mode: 'read',
    path: made.path,
    key: made.key,
    environment: testEnvironment(),
  })
  const reader = expectOk(reading)
  afterAll(() => {
    closeLedger(reader)
    closeLedger(ledger)
  })
  let minute = 0
  const common = {
    staff: { id: 'staff', name: '担当者' },
    now: () => new Date(Date.UTC(2025, 2, 31, 3, minute++)),
    newId: randomUUID,
    progress: () => undefined,
    stopIfCancelled: () => undefined,
  }
  const writing: WriterContext = { ...common, ledger }
  const asking: ReaderContext = { ...common, ledger: reader }
  const actionId = () => randomUUID()
  return {
    ledger,
    reader,
    writing,
    asking,
    create: (changes: Partial<Consultation> = {}, about: AboutCase = { kind: 'none' }, id = randomUUID()) =>
      consultationsWriter['consultations.create'](
        { actionId: actionId(), id, consultation: { ...contact, ...changes }, about },
        writing,
      ),
    createRaw: (input: RequestInput<'consultations.create'>) =>
      consultationsWriter['consultations.create'](input, writing),
    change: (id: string, revision: number, changes: Partial<Consultation>, about: AboutCase | null = null) =>
      consultationsWriter['consultations.change'](
        { actionId: actionId(), id, revision, changes, about, reason: '' },
        writing,
      ),
    remove: (id: string, revision: number, reason: string) =>
      consultationsWriter['consultations.remove']({ actionId: actionId(), id, revision, reason }, writing),
    /** As `remove`; gives the id of the action. */
    removeBy: (id: string, revision: number, reason: string) => {
      const of = actionId()
      consultationsWriter['consultations.remove']({ actionId: of, id, revision, reason }, writing)
      return of
    },
    read: (id: string) => consultationsReader['consultations.read']({ id }, asking),
    list: (filter: Partial<ConsultationFilter> = {}, limit = 200, offset: number | null = null) =>
      consultationsReader['consultations.list'](
        { filter: { ...everything, ...filter }, sort: byNumber, offset, limit },
        asking,
      ),
    find: (code: string) => casesReader['cases.find']({ code }, asking).found,
    caseOf: (id: string) => casesReader['cases.read']({ id }, asking),
    cases: casesWriter,
    actionId,
    contact,
    undo: (of: string) => historyWriter['history.undo']({ actionId: actionId(), of }, writing),
    /** Puts a month into the state that refuses every change. */
    tallyParty: tallyMonth(reader),
    confirmMonth: (party: string, month: Month) => {
      const report = ledger.get(
        build
          .selectFrom('report')
          .innerJoin('party', 'party.key', 'report.party_key')
          .select(['report.id', 'report.revision'])
          .where('party.code', '=', party)
          .where('form', '=', 'consultation')
          .where('month', '=', month),
      )
      const action = { staff: '担当者', kind: 'test.confirm', reason: '', at: '2025-03-31T03:00:00.000Z' }
      const done = mutate(ledger, { ...action, actionId: actionId() }, (write) => {
        const place = { party, form: 'consultation', month } as const
        saveReport(write, place, { state: 'confirmed', zeroDeclared: false }, report?.revision ?? 0)
        return null
      })
      expectOk(done)
    },
  }
}

/** A party that tells consultations by tally, and a day of its. */
function tallyMonth(reader: LedgerReader): { readonly code: string; readonly day: Day } {
  const form = readPartyForms(reader).find((one) => one.form === 'consultation' && one.mode === 'tally')
  if (form === undefined) throw new Error('no party tells by tally')
  return { code: form.party, day: firstDayOf(form.from) }
}

export const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'ok'
  } catch (error) {
    if (error instanceof AppFailure) return error.appError.code
    throw error
  }
}
