import { beforeAll, describe, expect, test } from 'vitest'
import { writerHandlers } from '../../../src/main/backend/tables/writer.ts'
import { readerInternals } from '../../../src/main/ledger/internals.ts'
import { build } from '../../../src/main/ledger/query.ts'
import { readActivityRecord } from '../../../src/main/ledger/repositories/activity-records.ts'
import { keepLateArrival } from '../../../src/main/ledger/repositories/late-arrivals.ts'
import { queryStatistics } from '../../../src/main/ledger/statistics/query-statistics.ts'
import { act } from '../../../src/main/services/act.ts'
import type { WriterContext } from '../../../src/main/services/contexts.ts'
import { contentOf } from '../../../src/shared/activities/record.ts'
import { storedQuery } from '../../../src/shared/confirming/stored-tables.ts'
import { contract, type RequestName } from '../../../src/shared/contract/contract.ts'
import { AppFailure } from '../../../src/shared/contract/errors.ts'
import type { FormCode } from '../../../src/shared/statistics/rows.ts'
import { monthsOf } from '../../../src/shared/time/calendar.ts'
import { fiscalYearPeriod } from '../../../src/shared/time/fiscal-year.ts'
import { contact } from '../consultations/support.ts'
import { confirm, confirmable, demonstrationOffice } from './support.ts'

/*
 * The attack: something that is 確定 is changed through a door that nobody thought of. Every writing request of
 * the contract has its entry here; one without an entry fails the test.
 */

const may = '2024-05'
let office: WriterContext
let known: Awaited<ReturnType<typeof prepared>>

/** What a request tries, and what must come of it: an error code, or `stands` (it may run, nothing moves). */
interface Door {
  readonly input: () => object
  readonly expects: string
}
const refused = (expects: string, input: () => object): Door => ({ expects, input })
const stands = (input: () => object): Door => ({ expects: 'stands', input })
/** Writes no row that a statistic reads; its own tests say what it writes. */
const apart = 'writes nothing that a statistic reads'

const key = (name: string) => ({ id: known.ids[name]?.id ?? '', revision: known.ids[name]?.revision ?? 0 })
const tallyCell = (month: string | null) => ({
  party: 'workprep-contractor',
  form: 'consultation',
  fiscalYear: 2024,
  how: 'type',
  cells: [
    {
      statistic: 'consultation.events',
      keys: {},
      month,
      state: 'value',
      value: 999,
      flags: [],
      adopted: true,
      comment: '',
      seen: known.ids.tally?.revision ?? 0,
    },
  ],
})
const session = () => {
  const record = readActivityRecord(office.ledger, key('activity').id)
  if (record === null) throw new Error('no activity')
  return record
}
const at = (day: string) => ({ kind: 'day', day })

const doors: Readonly<Partial<Record<RequestName, Door | typeof apart>>> = {
  'consultations.create': refused('periodConfirmed', () => ({
    id: crypto.randomUUID(),
    consultation: { ...contact, day: '2024-05-07' },
    about: { kind: 'none' },
  })),
  'consultations.change': refused('periodConfirmed', () => ({
    ...key('consultation'),
    changes: { method: 'mail' },
    about: null,
    reason: '訂正',
  })),
  'consultations.remove': refused('periodConfirmed', () => ({ ...key('consultation'), reason: '重複' })),
  'activities.create': refused('periodConfirmed', () => ({
    content: { ...contentOf(session()), planned: at('2024-05-09') },
    fiscalYear: 2024,
    plannedOn: '2024-05-01',
    change: null,
  })),
  'activities.save': refused('periodConfirmed', () => ({
    ...key('activity'),
    content: { ...contentOf(session()), attendance: [{ group: 'family', count: 77 }] },
    change: null,
  })),
  'activities.withdrawState': refused('periodConfirmed', () => ({ ...key('activity'), reason: '誤り' })),
  'activities.remove': refused('periodConfirmed', () => ({ ...key('activity'), reason: '誤り' })),
  'activities.createSeries': refused('periodConfirmed', () => ({
    content: { ...contentOf(session()), planned: at('2024-05-09') },
    plannedOn: '2024-05-01',
    days: ['2024-05-09', '2024-05-16'],
  })),
  'activities.changeSeries': stands(() => ({ ...key('activity'), title: '別の名', venue: null, hours: '' })),
  'monthly.save': refused('periodConfirmed', () => tallyCell(may)),
  'monthly.declareZero': refused('periodConfirmed', () => ({
    party: 'support-desk',
    form: 'consultation',
    fiscalYear: 2024,
    month: may,
    zeroDeclared: true,
    revision: key('report').revision,
  })),
  'monthly.setItems': stands(() => ({
    party: 'workprep-contractor',
    form: 'consultation',
    fiscalYear: 2024,
    items: [],
    revision: 0,
  })),
  'reports.move': refused('reportStateRefused', () => ({
    party: 'support-desk',
    form: 'consultation',
    month: may,
    to: 'missing',
    reason: '訂正',
    revision: key('report').revision,
  })),
  'late.take': refused('periodConfirmed', () => key('late')),
  'late.dismiss': stands(() => ({ ...key('late'), reason: '前の報告と同じ' })),
  'history.undo': refused('undoBlocked', () => ({ of: known.changed })),
  'history.redo': refused('undoNotPossible', () => ({ of: known.undone })),
  'history.putBack': refused('undoBlocked', () => ({
    table: 'consultation',
    id: key('consultation').id,
    field: 'note',
    sequence: known.changedAt,
    seen: key('consultation').revision,
    reason: '戻す',
  })),
  'settings.saveForm': refused('periodConfirmed', () => ({
    ...key('form'),
    party: 'support-desk',
    form: 'consultation',
    mode: 'records',
    from: '2024-06',
    to: null,
  })),
  'settings.switchMode': refused('modeHasValues', () => ({ ...key('emptyForm'), from: '2024-04' })),
  'settings.saveRule': refused('periodConfirmed', () => ({
    id: null,
    revision: 0,
    rule: { statistic: 'network', from: 2024, to: null, parties: ['support-desk'], reason: '計上の変更' },
  })),
  'settings.succeedParty': refused('periodConfirmed', () => ({
    ...key('party'),
    from: '2024-05-01',
    until: null,
    name: '新しい受託者',
    corporation: '新しい法人',
  })),
  'settings.remove': refused('stillUsed', () => ({ ...key('party'), table: 'party' })),
  'settings.beginYear': stands(() => ({
    fiscalYear: 2025,
    decisions: { contracts: [], names: [], offers: [], series: [] },
  })),
  'settings.mergeItem': stands(() => ({ ...key('method'), into: 'other' })),
  'cases.merge': stands(() => ({ ...from('case1'), intoId: key('case2').id, reason: '同じ人' })),
  'cases.linkHousehold': stands(() => ({ ...key('case3'), withId: key('case2').id })),
  'cases.setBeforeLedger': stands(() => ({ ...key('case4'), beforeLedger: true })),
  'cases.addEarlier': stands(() => ({ codes: ['Z900'] })),
  'cases.close': stands(() => ({
    id: key('case4').id,
    on: '2024-05-20',
    closingReason: 'wish',
    reason: '訂正',
  })),
  'cases.reopen': stands(() => ({ id: key('case4').id, on: '2024-05-25' })),
  'cases.changeEpisode': stands(() => ({
    ...key('episode'),
    openedOn: '2024-05-02',
    closedOn: null,
    closingReason: null,
    reason: '訂正',
  })),
  'submissions.record': stands(() => ({
    form: 'place',
    fiscalYear: 2024,
    month: may,
    recipient: '東京都',
    submittedOn: '2024-06-30',
  })),
  // They move the lock itself; `confirming.test.ts` shows that it opens with a reason only.
  'confirming.confirm': apart,
  'confirming.reopen': apart,
  'submissions.needAgain': apart,
  'submissions.submitAgain': apart,
  'submissions.withdraw': apart,
  // Each cell and record of a book goes through the same guards; what is shut is kept as a late arrival.
  'intake.apply': apart,
  'collection.issue': apart,
  'collection.withdraw': apart,
  'intake.saveProfile': apart,
  'intake.removeProfile': apart,
  'check.acknowledge': apart,
  'check.withdrawAcknowledgement': apart,
  'drafts.keep': apart,
  'drafts.forget': apart,
  'favourites.keep': apart,
  'favourites.rename': apart,
  'favourites.remove': apart,
  'favourites.move': apart,
  'figures.record': apart,
  'figures.remove': apart,
  'papers.create': apart,
  'papers.changeSettings': apart,
  'papers.edit': apart,
  'papers.remove': apart,
  'staff.add': apart,
  // They alter how records are read: confirmed periods are read from what was stored, see `confirming.test.ts`.
  'settings.saveItem': apart,
  'settings.orderItems': apart,
  'settings.saveBands': apart,
  'settings.retire': apart,
  'settings.saveParty': apart,
  'settings.saveProgramme': apart,
  'settings.savePlace': apart,
  'settings.saveStaff': apart,
  'settings.orderStaff': apart,
  'settings.saveValue': apart,
}

const from = (name: string) => ({ fromId: key(name).id, revision: key(name).revision })

/** A ledger with May 確定, and a year of 連絡会議; what the doors need is looked up before and after. */
async function prepared() {
  const call = (name: keyof typeof writerHandlers, input: object) => run(name, input)
  const consultation = one(
    'consultation',
    (sql) => `${sql} AND month = '2024-05' ORDER BY key LIMIT 1`,
    'support-desk',
  )
  const changed = crypto.randomUUID()
  await call('consultations.change', {
    actionId: changed,
    ...consultation,
    changes: { note: '電話で確認' },
    about: null,
    reason: '訂正',
  })
  const changedAt = Number(sql('SELECT max(seq) AS n FROM history')[0]?.n)
  const undone = crypto.randomUUID()
  const other = one(
    'consultation',
    (text) => `${text} AND month = '2024-05' ORDER BY key DESC LIMIT 1`,
    'support-desk',
  )
  await call('consultations.change', {
    actionId: undone,
    ...other,
    changes: { note: '電話で確認' },
    about: null,
    reason: '訂正',
  })
  await call('history.undo', { actionId: crypto.randomUUID(), of: undone })
  confirm(office, { month: may, places: confirmable(office, may) })
  const network = [{ party: 'division', form: 'network' as FormCode, warningsSeen: 99 }]
  for (const month of monthsOf(fiscalYearPeriod(2024))) {
    if (month !== may) confirm(office, { month, places: network })
  }
  confirm(office, { month: null, places: network })
  act(office, 'test.late', { actionId: crypto.randomUUID() }, (write) =>
    keepLateArrival(write, {
      replaces: null,
      party: 'support-desk',
      form: 'consultation',
      fiscalYear: 2024,
      month: may,
      record: {
        kind: 'tally',
        party: 'support-desk',
        form: 'consultation',
        month: may,
        fiscalYear: 2024,
        statistic: 'consultation.events',
        keys: {},
        state: 'value',
        value: 1,
        flags: [],
      },
      fileName: '月報.xlsx',
      place: { sheet: '5月', row: 3 },
      arrivedOn: '2025-05-12',
    }),
  )
  const cases = sql(
    "SELECT DISTINCT f.id, f.revision FROM consultation c JOIN case_file f ON f.key = c.case_key WHERE c.month = '2024-05' AND f.merged_into_key IS NULL ORDER BY f.key LIMIT 4",
  )
  const episode = sql(
    `SELECT e.id, e.revision FROM case_episode e JOIN case_file f ON f.key = e.case_key WHERE f.id = '${cases[3]?.id}' ORDER BY e.key DESC LIMIT 1`,
  )[0]
  return {
    changed,
    changedAt,
    undone,
    ids: {
      consultation: one(
        'consultation',
        () => `SELECT id, revision FROM consultation WHERE id = '${consultation.id}'`,
      ),
      activity: row(
        sql(
          "SELECT a.id, a.revision FROM activity a WHERE held_from LIKE '2024-05-%' AND kind = 'place' LIMIT 1",
        )[0],
      ),
      tally: row(
        sql(
          "SELECT id, revision FROM tally WHERE month = '2024-05' AND statistic = 'consultation.events' AND by1 = '' LIMIT 1",
        )[0],
      ),
      report: one(
        'report',
        (text) => `${text} AND form = 'consultation' AND month = '2024-05'`,
        'support-desk',
      ),
      form: one('party_form', (text) => `${text} AND form = 'consultation'`, 'support-desk'),
      emptyForm: one('party_form', (text) => `${text} AND form = 'other'`, 'division'),
      party: row(sql("SELECT id, revision FROM party WHERE code = 'support-desk'")[0]),
      late: row(sql('SELECT id, revision FROM late_arrival')[0]),
      method: row(
        sql(
          "SELECT i.id, i.revision FROM code_item i JOIN code_list l ON l.key = i.code_list_key WHERE l.code = 'method' AND i.code = 'phone'",
        )[0],
      ),
      case1: row(cases[0]),
      case2: row(cases[1]),
      case3: row(cases[2]),
      case4: row(cases[3]),
      episode: row(episode),
    } as Readonly<Record<string, { readonly id: string; readonly revision: number }>>,
  }
}

type SqlRow = Readonly<Record<string, string | number | null>>
const sql = (text: string): readonly SqlRow[] =>
  readerInternals(office.ledger).statements.prepare<SqlRow>(text).all()
const row = (found: SqlRow | undefined) => {
  if (found === undefined) throw new Error('the demonstration has no such row')
  return { id: String(found.id), revision: Number(found.revision) }
}
const one = (table: string, text: (sql: string) => string, party = '') =>
  row(
    sql(
      text(
        `SELECT id, revision FROM ${table} WHERE party_key = (SELECT key FROM party WHERE code = '${party}')`,
      ),
    )[0],
  )

async function run(name: keyof typeof writerHandlers, input: object): Promise<unknown> {
  const parsed = contract[name].input.parse({ actionId: crypto.randomUUID(), ...input })
  return await (writerHandlers[name] as (input: unknown, context: WriterContext) => unknown)(parsed, office)
}

/** Everything that was 確定, to the last byte: records, cells, stored values, and the answers of the statistics. */
function fingerprint(): string {
  const records = [
    "SELECT * FROM consultation WHERE month = '2024-05'",
    "SELECT x.* FROM consultation_choice x JOIN consultation c ON c.key = x.consultation_key WHERE c.month = '2024-05'",
    "SELECT * FROM referral WHERE month = '2024-05'",
    "SELECT * FROM coordination WHERE month = '2024-05'",
    "SELECT * FROM activity WHERE held_from LIKE '2024-05%' OR planned_from LIKE '2024-05%'",
    "SELECT x.* FROM activity_attendance x JOIN activity a ON a.key = x.activity_key WHERE a.held_from LIKE '2024-05%'",
    "SELECT * FROM tally WHERE month = '2024-05'",
    "SELECT * FROM report WHERE month = '2024-05'",
    'SELECT * FROM confirmation',
    'SELECT * FROM confirmed_value',
  ].map((text) => sql(text))
  const period = { party: 'support-desk', form: 'consultation', fiscalYear: 2024, month: may } as const
  const asked = ['consultation.events', 'consultation.persons', 'consultation.new'].flatMap((statistic) =>
    [[], ['method'], ['ageBand']].map((by) => storedQuery(period, { statistic, by })),
  )
  return JSON.stringify([records, queryStatistics(office.ledger, asked)])
}

beforeAll(async () => {
  office = await demonstrationOffice()
  known = await prepared()
}, 60_000)

test('every writing request of the contract has its entry', () => {
  const writing = Object.entries(contract).filter(([, { kind }]) => kind === 'write')
  expect(Object.keys(doors).toSorted()).toEqual(writing.map(([name]) => name).toSorted())
})

describe('nothing that is 確定 changes by any door', () => {
  const tried = Object.entries(doors).flatMap(([name, door]) =>
    door === undefined || door === apart ? [] : [[name as keyof typeof writerHandlers, door] as const],
  )
  // What is refused goes first: what stands may change what the others need.
  const ordered = tried.toSorted(
    ([, a], [, b]) => Number(a.expects === 'stands') - Number(b.expects === 'stands'),
  )
  test.each(ordered)('%s', async (name, door) => {
    const before = fingerprint()
    let code = 'stands'
    try {
      await run(name, door.input())
    } catch (error) {
      if (!(error instanceof AppFailure)) throw error
      code = error.appError.code
    }
    expect(fingerprint() === before).toBe(true)
    // What may run may also stop for a reason of its own: the proof is that nothing moved.
    if (door.expects !== 'stands') expect(code).toBe(door.expects)
  })

  test('a planted offender is seen: a row that is changed behind the guards', () => {
    const before = fingerprint()
    const { id } = known.ids.consultation ?? { id: '' }
    act(office, 'test.offender', { actionId: crypto.randomUUID() }, (write) => {
      const now = write.get(build.selectFrom('consultation').select('revision').where('id', '=', id))
      return write.update('consultation', id, now?.revision ?? 0, { note: '後から' }).revision
    })
    expect(fingerprint()).not.toBe(before)
  })
})
