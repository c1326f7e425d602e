import { type AgeRange, readAge, unknownAge } from '../../../shared/codes/age.ts'
import { otherCode, unknownCode } from '../../../shared/codes/code-list.ts'
import type {
  AboutCase,
  CaseAttributes,
  Consultation,
} from '../../../shared/contract/schemas/consultations.ts'
import type { DraftContent } from '../../../shared/contract/schemas/drafts.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import { formatDay } from '../../../shared/time/format.ts'
import { readDay } from '../../../shared/time/read-day.ts'
import { ageText } from '../../ui/age-field.tsx'

/** Fields that hold one code of a list, with the list. */
export const codeFields = {
  method: 'method',
  caller: 'caller',
  sex: 'sex',
  duration: 'duration',
  schooling: 'schooling',
  economic: 'economic',
  household: 'household',
  area: 'area',
  route: 'route',
  mainTopic: 'topic',
} as const
export type CodeFieldName = keyof typeof codeFields

/** Fields that hold several. */
export const codesFields = {
  companions: 'caller',
  topics: 'topic',
  factors: 'factor',
  supports: 'support',
} as const
export type CodesFieldName = keyof typeof codesFields

/**
 * The form as it is filled in: what was typed stays as typed, null and empty are 「不明」 without typing.
 * Flat, so that a half-filled form is a draft as it stands.
 */
export interface EntryValues
  extends Readonly<Record<CodeFieldName, string | null>>,
    Readonly<Record<CodesFieldName, readonly string[]>> {
  readonly day: string
  readonly age: string
  /** As typed; 0 and 匿名 are nobody that is known. */
  readonly case: string
  /** The typed number is a new person's: it was said so. */
  readonly newCase: boolean
  /** つなぎ先, and how far each went: `medical:introduced`. */
  readonly referrals: readonly string[]
  readonly party: string | null
  /** What その他 means: `method:テレビ電話`. */
  readonly others: readonly string[]
  readonly note: string
}
export type EntryField = keyof EntryValues

export const emptyEntry: EntryValues = {
  day: '',
  method: null,
  caller: null,
  companions: [],
  case: '',
  newCase: false,
  age: '',
  sex: null,
  duration: null,
  schooling: null,
  economic: null,
  household: null,
  area: null,
  route: null,
  mainTopic: null,
  topics: [],
  factors: [],
  supports: [],
  referrals: [],
  party: null,
  others: [],
  note: '',
}

/** In the order of the form: also the order in which errors are shown. */
export const formOrder: readonly EntryField[] = [
  'day',
  'method',
  'caller',
  'companions',
  'case',
  'age',
  'sex',
  'duration',
  'schooling',
  'economic',
  'household',
  'area',
  'route',
  'mainTopic',
  'topics',
  'factors',
  'supports',
  'referrals',
  'party',
  'note',
]

export type Depth = Consultation['referrals'][number]['depth']
/** What is taken where nothing is said: the least that a つなぎ is. */
export const usualDepth: Depth = 'informed'
export const depths: readonly Depth[] = ['informed', 'introduced', 'accompanied', 'useConfirmed']
const isDepth = (text: string): text is Depth => depths.some((depth) => depth === text)

export const referralOf = (text: string): Consultation['referrals'][number] => {
  const [destination = '', depth = ''] = text.split(':')
  return { destination, depth: isDepth(depth) ? depth : usualDepth }
}
export const referralText = (destination: string, depth: Depth): string => `${destination}:${depth}`

/** Whether a typed case number says 匿名. */
export const isAnonymous = (typed: string): boolean =>
  /^(?:0|匿名|－|-)$/.test(typed.normalize('NFKC').trim())
export const anonymousTyped = '匿名'

/** The lists in which その他 is chosen, so that its text is asked for. */
export function listsWithOther(values: EntryValues): readonly string[] {
  const single = Object.entries(codeFields).flatMap(([field, list]) =>
    values[field as CodeFieldName] === otherCode ? [list as string] : [],
  )
  const many = Object.entries(codesFields).flatMap(([field, list]) =>
    values[field as CodesFieldName].includes(otherCode) ? [list as string] : [],
  )
  const referred = values.referrals.some((one) => referralOf(one).destination === otherCode)
    ? ['destination']
    : []
  return [...new Set([...single, ...many, ...referred])]
}

export const otherText = (values: EntryValues, list: string): string =>
  values.others.find((one) => one.startsWith(`${list}:`))?.slice(list.length + 1) ?? ''

export const withOther = (values: EntryValues, list: string, text: string): readonly string[] => [
  ...values.others.filter((one) => !one.startsWith(`${list}:`)),
  ...(text === '' ? [] : [`${list}:${text}`]),
]

export const dayOfEntry = (values: Pick<EntryValues, 'day'>, fiscalYear: FiscalYear): Day | null => {
  const reading = readDay(values.day, { fiscalYear })
  return reading.ok ? reading.day : null
}

export const ageOfEntry = (values: Pick<EntryValues, 'age'>): AgeRange => {
  const reading = readAge(values.age)
  return reading.ok ? reading.age : unknownAge
}

/** A record as the form shows it. */
export function entryOf(consultation: Consultation, caseCode: string | null): EntryValues {
  const known = (code: string): string | null => (code === unknownCode ? null : code)
  const { day, ageLow, ageHigh, companions, topics, factors, supports, party, note } = consultation
  const codes = Object.keys(codeFields).map((field) => [field, known(consultation[field as CodeFieldName])])
  return {
    ...emptyEntry,
    ...(Object.fromEntries(codes) as Record<CodeFieldName, string | null>),
    day: formatDay(day, { digits: 'halfWidth' }),
    age: ageText({ low: ageLow, high: ageHigh }),
    case: caseCode ?? anonymousTyped,
    companions,
    topics,
    factors,
    supports,
    referrals: consultation.referrals.map(({ destination, depth }) => referralText(destination, depth)),
    party,
    others: consultation.others.map(({ list, text }) => `${list}:${text}`),
    note,
  }
}

/** What a known case's last contact offers to the fields of this one. */
export function offeredBy(attributes: CaseAttributes): Partial<EntryValues> {
  const { ageLow, ageHigh, factors, ...codes } = attributes
  const known = Object.entries(codes).filter(([, code]) => code !== unknownCode)
  const age = ageText({ low: ageLow, high: ageHigh })
  return {
    ...Object.fromEntries(known),
    ...(age === '' ? {} : { age }),
    ...(factors.length === 0 ? {} : { factors }),
  }
}

export type EntryError = 'day' | 'age' | 'caseMissing' | 'caseUnknown' | 'partyMissing' | 'noteTooLong'

/** The form as a record, or the fields that block the save. `knownCase`: the case of the typed number. */
export function recordOf(
  values: EntryValues,
  about: { readonly fiscalYear: FiscalYear; readonly knownCase: string | null; readonly longestNote: number },
):
  | { readonly ok: true; readonly consultation: Consultation; readonly about: AboutCase }
  | { readonly ok: false; readonly errors: ReadonlyMap<EntryField, EntryError> } {
  const errors = new Map<EntryField, EntryError>()
  const reading = readDay(values.day, { fiscalYear: about.fiscalYear })
  if (!reading.ok || reading.findings.some((finding) => finding.code !== 'timeIgnored'))
    errors.set('day', 'day')
  const age = readAge(values.age)
  if (!age.ok) errors.set('age', 'age')
  const whom = aboutOf(values, about.knownCase)
  if (whom === 'caseMissing' || whom === 'caseUnknown') errors.set('case', whom)
  if (values.party === null) errors.set('party', 'partyMissing')
  if (values.note.length > about.longestNote) errors.set('note', 'noteTooLong')
  if (!reading.ok || !age.ok || typeof whom === 'string' || values.party === null || errors.size > 0) {
    return { ok: false, errors }
  }
  const lists = listsWithOther(values)
  const codes = Object.keys(codeFields).map((field) => [field, values[field as CodeFieldName] ?? unknownCode])
  return {
    ok: true,
    about: whom,
    consultation: {
      ...(Object.fromEntries(codes) as Record<CodeFieldName, string>),
      day: reading.day,
      party: values.party,
      ageLow: age.age.low,
      ageHigh: age.age.high,
      companions: [...values.companions],
      // The main one is not told twice.
      topics: values.topics.filter((topic) => topic !== values.mainTopic),
      factors: [...values.factors],
      supports: [...values.supports],
      referrals: values.referrals.map(referralOf),
      others: values.others.flatMap((one) => {
        const [list = '', ...rest] = one.split(':')
        const text = rest.join(':').trim().slice(0, 200)
        return lists.includes(list) && text !== '' ? [{ list, text }] : []
      }),
      note: values.note,
    },
  }
}

function aboutOf(values: EntryValues, knownCase: string | null): AboutCase | 'caseMissing' | 'caseUnknown' {
  const typed = values.case.trim()
  if (typed === '') return 'caseMissing'
  if (isAnonymous(typed)) return { kind: 'none' }
  if (knownCase !== null) return { kind: 'known', id: knownCase }
  return values.newCase ? { kind: 'new', code: typed.slice(0, 40) } : 'caseUnknown'
}

/** For the ledger's drafts. */
export const draftOf = (values: EntryValues): DraftContent =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      Array.isArray(value)
        ? value.map((one) => String(one).slice(0, 200))
        : typeof value === 'string'
          ? value.slice(0, 20_000)
          : value,
    ]),
  )

/** A kept draft as a form again; what a later version would write is left out. */
export function entryOfDraft(content: DraftContent): EntryValues {
  const taken = Object.entries(emptyEntry).map(([field, empty]) => {
    const value = content[field]
    const fits =
      Array.isArray(empty) === Array.isArray(value) &&
      value !== undefined &&
      (empty === null
        ? value === null || typeof value === 'string'
        : Array.isArray(empty) || typeof value === typeof empty)
    return [field, fits ? value : empty]
  })
  return Object.fromEntries(taken) as EntryValues
}

/** Whether something was typed beyond what a new form begins with. */
export const isTouched = (values: EntryValues, begun: EntryValues): boolean =>
  formOrder.some((field) => JSON.stringify(values[field]) !== JSON.stringify(begun[field]))
