import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { readAge } from '../../src/shared/codes/age.ts'
import { findList } from '../../src/shared/codes/code-list.ts'
import { readCode, readCodes } from '../../src/shared/codes/read-code.ts'
import type {
  ActivityRow,
  CaseRow,
  ConsultationRow,
  LedgerRows,
  ReferralRow,
  ReportRow,
  TallyRow,
} from '../../src/shared/statistics/rows.ts'
import { monthsOf } from '../../src/shared/time/calendar.ts'
import type { Day, Month } from '../../src/shared/time/day.ts'
import { fiscalYearPeriod } from '../../src/shared/time/fiscal-year.ts'
import { readDay } from '../../src/shared/time/read-day.ts'
import { codeLists } from './code-book.ts'

/** A reader for the tests only: it knows the three books by heart and is no import. */
const folder = new URL('../../../shared/samples/', import.meta.url)
const year = 2024
const months = monthsOf(fiscalYearPeriod(year))

export interface SampleRows {
  readonly rows: LedgerRows
  /** Rows of the register that cannot be read: sheet and row. */
  readonly refused: readonly { readonly sheet: string; readonly row: number; readonly column: string }[]
}

const text = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return value === null || value === undefined ? '' : String(value)
}

async function book(name: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(fileURLToPath(new URL(name, folder)))
  return workbook
}

function code(
  list: string,
  spelling: string,
): { readonly code: string; readonly also: string | null } | null {
  const found = findList(codeLists, list)
  if (spelling === '' || found === null) return { code: 'unknown', also: null }
  const reading = readCode(found, spelling)
  return reading.ok ? { code: reading.code, also: reading.also?.code ?? null } : null
}

const durations: Readonly<Record<string, string>> = {
  '1年未満': 'unknown',
  '2〜3年': '2y-3y',
  '３年くらい': '3y-5y',
  '5年': '5y-7y',
  '10年以上': 'over10y',
}

/** The register of consultations: 405 good rows, 8 refused. */
async function readRegister(): Promise<{
  readonly consultations: readonly ConsultationRow[]
  readonly referrals: readonly ReferralRow[]
  readonly refused: SampleRows['refused']
}> {
  const consultations: ConsultationRow[] = []
  const referrals: ReferralRow[] = []
  const refused: { sheet: string; row: number; column: string }[] = []
  for (const sheet of (await book('相談受付簿_令和６年度.xlsx')).worksheets) {
    let above = ''
    sheet.eachRow((row, number) => {
      if (number < 5 || !/^\d+$/.test(text(row.getCell(1).value))) return
      const cell = (column: number): string => text(row.getCell(column).value)
      const caller = cell(4) === '〃' ? above : cell(4)
      above = caller
      const day = readDay(cell(2), { fiscalYear: year })
      const method = code('method', cell(3))
      const age = readAge(cell(5))
      const problem = !day.ok ? '受付日' : method === null ? '相談方法' : !age.ok ? '年齢' : null
      if (problem !== null || !day.ok || method === null || !age.ok) {
        refused.push({ sheet: sheet.name, row: number, column: problem ?? '' })
        return
      }
      const list = findList(codeLists, 'factor')
      const factors = list === null || cell(10) === '' ? [] : readCodes(list, cell(10))
      const id = `c-${String(consultations.length).padStart(4, '0')}`
      consultations.push({
        id,
        day: day.day,
        party: 'contractor',
        caseId: cell(13),
        method: method.code,
        supports: method.also === null ? [] : [method.also],
        caller: code('caller', caller)?.code ?? `?${caller}`,
        companions: [],
        ageLow: age.age.low,
        ageHigh: age.age.high,
        sex: code('sex', cell(6) === '－' ? '' : cell(6))?.code ?? `?${cell(6)}`,
        schooling: 'unknown',
        economic: 'unknown',
        household: 'unknown',
        area: 'unknown',
        duration: durations[cell(7)] ?? 'unknown',
        route: code('route', cell(8))?.code ?? `?${cell(8)}`,
        mainTopic: code('topic', cell(9))?.code ?? `?${cell(9)}`,
        topics: [],
        factors: factors.map((reading) => (reading.ok ? reading.code : '?')),
        newClaim: cell(12) === '新規',
        note: '',
      })
      if (cell(11) !== '') {
        referrals.push({
          id: `r-${id}`,
          day: day.day,
          party: 'contractor',
          caseId: cell(13),
          consultationId: id,
          destination: code('destination', cell(11))?.code ?? `?${cell(11)}`,
          depth: 'introduced',
        })
      }
    })
  }
  return { consultations, referrals, refused }
}

/** 居場所: 48 sessions held, 4 cancelled. */
async function readPlace(): Promise<readonly ActivityRow[]> {
  const activities: ActivityRow[] = []
  const sheet = (await book('居場所_実施報告_令和６年度.xlsx')).worksheets[0]
  sheet?.eachRow((row, number) => {
    const cell = (column: number): string => text(row.getCell(column).value)
    const day = readDay(cell(2), { fiscalYear: year })
    if (number < 4 || !day.ok) return
    const cancelled = cell(9).startsWith('中止')
    const on = { kind: 'day', day: day.day } as const
    activities.push({
      id: `a-${String(number).padStart(3, '0')}`,
      fiscalYear: year,
      category: 2,
      kind: 'place',
      title: '居場所',
      party: 'contractor',
      venue: 'annex',
      planned: on,
      held: cancelled ? null : on,
      states: [
        { state: 'planned', on: '2024-04-01', reason: '' },
        { state: cancelled ? 'cancelled' : 'held', on: day.day, reason: cancelled ? '台風' : '' },
      ],
      partners: [],
      publicPersons: '',
      purpose: '',
      content: '',
      attendance: cancelled
        ? []
        : (['person', 'family', 'other'] as const).map((group, index) => ({
            group,
            count: Number(
              cell(5 + index)
                .normalize('NFKC')
                .replace('人', ''),
            ),
          })),
      measures: [],
    })
  })
  return activities
}

const tallyStatistics: Readonly<Record<string, string>> = {
  相談延べ件数: 'consultation.events',
  相談実人数: 'consultation.persons',
  うち新規: 'consultation.new',
  居場所参加延べ人数: 'place.attendance',
  つなぎ件数: 'referral.events',
}

/** The monthly report of the second party: months, and 実人数 of the year from the footnote. */
function readTallies(): readonly TallyRow[] {
  const bytes = readFileSync(new URL('就労準備支援_月次報告_令和６年度.csv', folder))
  const lines = new TextDecoder('shift_jis').decode(bytes).split(/\r?\n/)
  const monthly = lines.flatMap((line) => {
    const [label = '', , ...cells] = line.split(',')
    const statistic = tallyStatistics[label]
    if (statistic === undefined) return []
    return months.map((month, index) => tally(statistic, month, (cells[index] ?? '').normalize('NFKC')))
  })
  const footnote = /年間 (\d+)人/.exec(lines.join('\n'))?.[1] ?? ''
  return [...monthly, tally('consultation.persons', null, footnote)]
}

function tally(statistic: string, month: Month | null, written: string): TallyRow {
  const digits = /^(\d+)/.exec(written)?.[1]
  const state = digits !== undefined ? 'value' : written === '...' ? 'unknown' : 'blank'
  return {
    id: `t-${statistic}-${month ?? 'year'}`,
    party: 'workprep',
    statistic,
    fiscalYear: year,
    month,
    keys: {},
    state,
    value: digits === undefined ? null : Number(digits),
    flags: [],
    adopted: true,
    comment: '',
  }
}

const firstDay: Day = '2024-04-01'

/** The three books as one ledger: a contractor by records, a second party by tally, all months checked. */
export async function readSamples(): Promise<SampleRows> {
  const { consultations, referrals, refused } = await readRegister()
  const cases: readonly CaseRow[] = [...new Set(consultations.flatMap((row) => row.caseId ?? []))].map(
    (id) => ({
      id,
      code: id,
      mergedInto: null,
      beforeLedger: false,
      householdId: null,
    }),
  )
  const party = (code: string, name: string, programme: string) => ({
    code,
    names: [{ name, from: null, to: null }],
    corporation: code,
    programme,
    contractFrom: firstDay,
    contractTo: null,
  })
  const programme = (code: string, name: string) => ({
    code,
    names: [{ name, from: null, to: null }],
    predecessor: null,
    scopes: [],
    newRule: 'firstEver' as const,
  })
  const reports = (['consultation', 'place'] as const).flatMap((form) =>
    months.map(
      (month): ReportRow => ({ party: 'contractor', form, month, state: 'checked', zeroDeclared: false }),
    ),
  )
  const rows: LedgerRows = {
    programmes: [programme('support', 'ひきこもり支援事業'), programme('work', '就労準備支援事業')],
    parties: [
      party('contractor', '委託事業者', 'support'),
      party('workprep', '就労準備支援事業委託事業者', 'work'),
    ],
    partyForms: [
      { party: 'contractor', form: 'consultation', mode: 'records', from: '2024-04', to: null },
      { party: 'contractor', form: 'place', mode: 'records', from: '2024-04', to: null },
      { party: 'workprep', form: 'consultation', mode: 'tally', from: '2024-04', to: null },
      { party: 'workprep', form: 'place', mode: 'tally', from: '2024-04', to: null },
    ],
    venues: [{ code: 'annex', names: [{ name: '消費者センター分館', from: null, to: null }] }],
    cases,
    caseEpisodes: [],
    consultations,
    coordinations: [],
    referrals,
    activities: await readPlace(),
    tallies: readTallies(),
    reports,
    recordingSince: firstDay,
    earlierCasesKnown: true,
  }
  return { rows, refused }
}
