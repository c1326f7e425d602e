import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import type { Ledger, LedgerReader } from '../../src/main/ledger/ledger.ts'
import { mutate } from '../../src/main/ledger/mutate.ts'
import { createLedger } from '../../src/main/ledger/open/create.ts'
import { currentVersion } from '../../src/main/ledger/open/inspect.ts'
import { openLedger } from '../../src/main/ledger/open/open.ts'
import { insertCodeLists } from '../../src/main/ledger/repositories/code-lists.ts'
import { insertRows } from '../../src/main/ledger/rows/insert-rows.ts'
import type { Result } from '../../src/shared/contract/errors.ts'
import type { CaseRow, ConsultationRow, LedgerRows } from '../../src/shared/statistics/rows.ts'
import { addDays, monthsOf } from '../../src/shared/time/calendar.ts'
import { codeLists } from '../samples/code-book.ts'

/** Six fiscal years, 2019–2024. */
const firstYear = 2019
const years = 6
export const bigLedgerPassphrase = 'a ledger of one million contacts'
/** Raise it when the data change; an older cached ledger, also one of an older schema, is made anew. */
const version = `6 of ${currentVersion}`

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** mulberry32: the same ledger on every machine. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const pick = <T>(random: (below: number) => number, values: readonly [T, ...T[]]): T =>
  values[random(values.length)] ?? values[0]

const parties = ['desk', 'contractor', 'outreach'] as const

function frame(): LedgerRows {
  const forms = parties.map((party) => ({
    party,
    form: 'consultation' as const,
    mode: 'records' as const,
    from: `${firstYear}-04` as const,
    to: null,
  }))
  return {
    programmes: [{ code: 'support', names: [], predecessor: null, scopes: [], newRule: 'firstEver' }],
    parties: parties.map((code) => ({
      code,
      names: [],
      corporation: code,
      programme: 'support',
      contractFrom: `${firstYear}-04-01`,
      contractTo: null,
    })),
    partyForms: forms,
    venues: [],
    cases: [],
    caseEpisodes: [],
    consultations: [],
    coordinations: [],
    referrals: [],
    activities: [],
    tallies: [],
    reports: forms.flatMap(({ party, form }) =>
      monthsOf({ from: `${firstYear}-04`, to: `${firstYear + years}-03` }).map((month) => ({
        party,
        form,
        month,
        state: 'checked' as const,
        zeroDeclared: false,
      })),
    ),
    recordingSince: `${firstYear}-04-01`,
    earlierCasesKnown: true,
  }
}

interface YearOfRows {
  readonly cases: readonly CaseRow[]
  readonly consultations: readonly ConsultationRow[]
}

/** About 4.4 contacts a person and year; two of five persons come again in the next year; 3 % anonymous. */
function* yearsOfRows(total: number, withNotes: boolean): Generator<YearOfRows> {
  const random = randomOf(20241130)
  const perYear = Math.ceil(total / years)
  let caseNumber = 0
  let contactNumber = 0
  let returning: number[] = []
  for (let year = firstYear; year < firstYear + years; year += 1) {
    const cases: CaseRow[] = []
    const persons = [...returning]
    while (persons.length < perYear / 4.4) {
      caseNumber += 1
      persons.push(caseNumber)
      const id = `case-${caseNumber}`
      const merged = caseNumber % 500 === 0 ? `case-${caseNumber - 1}` : null
      cases.push({ id, code: `H${caseNumber}`, mergedInto: merged, beforeLedger: false, householdId: null })
    }
    const consultations: ConsultationRow[] = []
    for (let index = 0; index < perYear && contactNumber < total; index += 1) {
      contactNumber += 1
      const person = persons[random(persons.length)] ?? 1
      const made = contact(random, contactNumber, person, year, index / perYear)
      consultations.push(withNotes ? { ...made, note: noteOf(contactNumber) } : made)
    }
    yield { cases, consultations }
    returning = persons.filter(() => random(5) < 2)
  }
}

function contact(
  random: (below: number) => number,
  number: number,
  person: number,
  year: number,
  through: number,
): ConsultationRow {
  const age = 14 + ((person * 7919) % 55)
  const decade = random(10) === 0
  const low = decade ? age - (age % 10) : age
  return {
    id: `c-${String(number).padStart(8, '0')}`,
    day: addDays(`${year}-04-01`, Math.floor(through * 365)),
    party: pick(random, parties),
    caseId: random(100) < 3 ? null : `case-${person}`,
    method: pick(random, ['phone', 'phone', 'visitUs', 'visitUs', 'outreach', 'mail', 'sns', 'online']),
    supports: [],
    caller: pick(random, ['self', 'self', 'mother', 'mother', 'father', 'sibling', 'agency', 'commissioner']),
    companions: [],
    ageLow: low,
    ageHigh: decade ? low + 9 : low,
    sex: random(20) === 0 ? 'unknown' : person % 3 === 0 ? 'female' : 'male',
    schooling: 'unknown',
    economic: 'unknown',
    household: 'unknown',
    area: 'unknown',
    duration: 'unknown',
    route: pick(random, [
      'self',
      'family',
      'commissioner',
      'publicity',
      'communityCare',
      'medical',
      'welfareOffice',
    ]),
    mainTopic: pick(random, ['withdrawal', 'family', 'health', 'jobSearch']),
    topics: [],
    factors: [],
    newClaim: number % 50 === 0 ? true : null,
    note: '',
  }
}

/** Two of three contacts have a note of a line or two. */
function noteOf(number: number): string {
  const texts = [
    '母から電話。就労の相談を受けた。次回は来所を予定する。',
    '本人は体調がよくないため、訪問を延期した。来週あらためて連絡する。',
    '就労準備支援の見学について説明した。本人は前向きである。',
    '家族会の案内を送付した。',
    'ハローワークへ同行。求人の探し方を確認した。',
  ]
  return number % 3 === 0 ? '' : `${texts[number % 5]}（${number % 97}）`
}

function fill(ledger: Ledger, total: number, withNotes: boolean): Result<unknown> {
  const environment = systemEnvironment()
  const action = (kind: string) => ({
    actionId: environment.newId(),
    staff: '担当者',
    kind,
    reason: '',
    at: environment.now().toISOString(),
  })
  must(insertRows(ledger, action('bench.frame'), frame()))
  const empty: LedgerRows = { ...frame(), programmes: [], parties: [], partyForms: [], reports: [] }
  for (const { cases, consultations } of yearsOfRows(total, withNotes)) {
    must(insertRows(ledger, action('bench.cases'), { ...empty, cases }))
    for (let at = 0; at < consultations.length; at += 50_000) {
      const some = consultations.slice(at, at + 50_000)
      must(insertRows(ledger, action('bench.contacts'), { ...empty, consultations: some }))
      process.stderr.write(`${some.at(-1)?.id}\n`)
    }
  }
  return mutate(ledger, action('bench.codes'), (write) => {
    insertCodeLists(write, codeLists)
    return null
  })
}

/**
 * A ledger of so many contacts, made by the real writer with full history. It is kept in the system's
 * folder for temporary files, marked with its version, and made again when the mark does not fit.
 */
export async function bigLedger(total: number, withNotes = false): Promise<LedgerReader> {
  const folder = join(tmpdir(), 'fukushi-daicho-bench')
  const name = withNotes ? `${total}-notes` : String(total)
  const path = join(folder, `${name}.daicho`)
  const mark = join(folder, `${name}.version`)
  const environment = systemEnvironment()
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== version) {
    rmSync(path, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    must(
      await createLedger({
        path,
        name: '計測用',
        passphrase: bigLedgerPassphrase,
        staff: '担当者',
        environment,
        fictional: true,
        fill: (ledger) => fill(ledger, total, withNotes),
      }),
    )
    writeFileSync(mark, version)
  }
  return must(await openLedger({ path, mode: 'read', passphrase: bigLedgerPassphrase, environment }))
}

/** So many more contacts of known cases and parties, with ids of their own. */
export function contactsOf(count: number, prefix: string): LedgerRows {
  const random = randomOf(count)
  const consultations = Array.from({ length: count }, (_, index) => ({
    ...contact(random, index, 1 + random(1_000), firstYear + years - 1, index / count),
    id: `${prefix}-${index}`,
  }))
  return { ...frame(), programmes: [], parties: [], partyForms: [], reports: [], consultations }
}
