import { filterFits } from '../explore/choices.ts'
import { isAdditive } from '../statistics/algebra.ts'
import { findStatistic, statistics } from '../statistics/catalogue/catalogue.ts'
import type { Filter, StatisticDefinition, StatisticQuery } from '../statistics/definition.ts'
import { type FrameProblem, frameOfTerms } from './frame.ts'
import { type Chip, type MeasureWord, sameTerm, type Term } from './term.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a set of chips amounts to. */
export type Composed =
  | { readonly kind: 'empty' }
  /** Several meanings: which one? `chip` is the piece in question, null where a whole is missing. */
  | { readonly kind: 'ask'; readonly chip: number | null; readonly options: readonly Term[] }
  | {
      readonly kind: 'impossible'
      readonly reason: Impossible
      readonly statistic: string | null
      readonly what: string
    }
  | {
      readonly kind: 'query'
      readonly query: StatisticQuery
      /** Why the question as put has no sum, answered with what there is instead. */
      readonly instead: 'personsNotAdded' | 'notAdded' | null
    }

export type Impossible = 'noSuchStatistic' | 'cannotFilter' | 'cannotParty' | FrameProblem

const fits: Readonly<Record<MeasureWord, (definition: StatisticDefinition) => boolean>> = {
  events: ({ measure, unit }) => measure === 'events' && unit !== '回',
  sessions: ({ measure, unit }) => measure === 'events' && unit === '回',
  persons: ({ measure, unit }) => measure === 'persons' && unit === '人',
  attendance: ({ measure }) => measure === 'attendance',
  people: ({ unit, quotient }) => unit === '人' && quotient === null,
  newPersons: ({ measure }) => measure === 'newPersons',
  share: ({ quotient }) => quotient !== null,
}

/** The statistics a question most often means, in the order in which they are offered. */
const usual: readonly string[] = [
  'consultation.events',
  'consultation.persons',
  'consultation.new',
  'consultation.visits',
  'place.sessions',
  'place.attendance',
]

/** Puts chips together to one query, or says what is still open. Ambiguity is asked, never guessed. */
export function compose(chips: readonly Chip[], vocabulary: Vocabulary): Composed {
  if (chips.length === 0) return { kind: 'empty' }
  const roles = chips.map((chip) => roleOf(chip))
  const measures = chips.flatMap(({ options }) =>
    options.flatMap((term) => (term.kind === 'measure' ? [term.measure] : [])),
  )
  const counts = (definition: StatisticDefinition): boolean =>
    measures.every((measure) => fits[measure](definition))
  const pure = candidatesOf(
    chips,
    chips.flatMap((_, at) => (roles[at] === 'subject' ? [at] : [])),
  )
  // 「訪問」 is the statistic where that can be what is counted, else the condition 「相談方法：訪問」.
  const isSubject = (at: number): boolean =>
    roles[at] === 'subject' ||
    (roles[at] === 'either' &&
      candidatesOf(chips, [at]).some((definition) => pure.includes(definition) && counts(definition)))
  const subjectChips = chips.flatMap((_, at) => (isSubject(at) ? [at] : []))
  const filterChips = chips.flatMap((_, at) =>
    roles[at] === 'filter' || (roles[at] === 'either' && !isSubject(at)) ? [at] : [],
  )
  const fields = chips.flatMap(({ options }) =>
    options.flatMap((term) => (term.kind === 'field' ? [term.field] : [])),
  )
  const named = candidatesOf(chips, subjectChips)
  const measured = named.filter(counts).filter((definition) => subjectChips.length > 0 || isMain(definition))
  if (measured.length === 0) {
    return named.length === 0 || subjectChips.length === 0
      ? { kind: 'impossible', reason: 'noSuchStatistic', statistic: null, what: '' }
      : {
          kind: 'impossible',
          reason: 'noSuchStatistic',
          statistic: named[0]?.code ?? null,
          what: measures[0] ?? '',
        }
  }
  const optionsAt = (at: number, definition: StatisticDefinition): readonly Term[] =>
    filterOptions(chips[at], definition, fields)
  const parties = chips.flatMap(({ options }) =>
    options.flatMap((term) => (term.kind === 'party' ? [term.party] : [])),
  )
  const fitting = measured.filter(
    (definition) =>
      filterChips.every((at) => optionsAt(at, definition).length > 0) &&
      (parties.length === 0 || definition.breakdowns.includes('party')),
  )
  if (fitting.length === 0) {
    const first = measured[0]
    const bad = filterChips.find((at) => first === undefined || optionsAt(at, first).length === 0)
    return {
      kind: 'impossible',
      reason: bad === undefined ? 'cannotParty' : 'cannotFilter',
      statistic: first?.code ?? null,
      what: bad === undefined ? '' : (chips[bad]?.text ?? ''),
    }
  }
  const [definition] = fitting
  if (definition === undefined) return { kind: 'empty' }
  if (fitting.length > 1) {
    // Words that name different statistics are asked about together.
    const chip = agree(chips, subjectChips) ? (subjectChips[0] ?? null) : null
    // With nothing said of what is counted, only what is usually meant is offered.
    const offered = subjectChips.length === 0 && measures.length === 0 ? usualOf(fitting) : fitting
    return {
      kind: 'ask',
      chip,
      options: offered.slice(0, 8).map(({ code }) => ({ kind: 'subject', statistics: [code] })),
    }
  }
  const open = filterChips.find((at) => optionsAt(at, definition).length > 1)
  if (open !== undefined) return { kind: 'ask', chip: open, options: optionsAt(open, definition) }
  const unclear = chips.findIndex(({ options }, at) => roles[at] === 'time' && options.length > 1)
  if (unclear !== -1) return { kind: 'ask', chip: unclear, options: chips[unclear]?.options ?? [] }
  const frame = frameOfTerms(
    chips.flatMap(({ options }) => options.slice(0, 1)),
    vocabulary.window,
    vocabulary.today,
  )
  if (frame.kind === 'problem') {
    return { kind: 'impossible', reason: frame.problem, statistic: definition.code, what: frame.what }
  }
  if (parties.length > 1)
    return { kind: 'impossible', reason: 'cannotParty', statistic: definition.code, what: '' }
  const where = filterChips.flatMap((at): readonly Filter[] => {
    const [term] = optionsAt(at, definition)
    return term?.kind === 'filter' ? term.filters : []
  })
  const has = (kind: Term['kind']): boolean => chips.some(({ options }) => options[0]?.kind === kind)
  const summed = has('sum') && has('monthly') && !isAdditive(definition.measure, 'months')
  return {
    kind: 'query',
    query: { statistic: definition.code, frame: frame.frame, by: [], where, party: parties[0] ?? null },
    instead: summed ? (definition.measure === 'persons' ? 'personsNotAdded' : 'notAdded') : null,
  }
}

type Role = 'subject' | 'filter' | 'either' | 'time' | 'none'

function roleOf({ options }: Chip): Role {
  const subject = options.some((term) => term.kind === 'subject')
  const filter = options.some((term) => term.kind === 'filter')
  if (subject && filter) return 'either'
  if (subject) return 'subject'
  if (filter) return 'filter'
  const time = ['year', 'months', 'period', 'until', 'asOf']
  return options.some((term) => time.includes(term.kind)) ? 'time' : 'none'
}

const statisticsAt = (chips: readonly Chip[], at: number): readonly string[] =>
  (chips[at]?.options ?? []).flatMap((term) => (term.kind === 'subject' ? term.statistics : []))

/** Whether some statistic is meant by all of these words. */
function agree(chips: readonly Chip[], at: readonly number[]): boolean {
  const [first = [], ...others] = at.map((place) => statisticsAt(chips, place))
  return first.some((code) => others.every((set) => set.includes(code)))
}

/** What all subjects agree on; where they agree on nothing, what the most telling one says is asked. */
function candidatesOf(chips: readonly Chip[], at: readonly number[]): readonly StatisticDefinition[] {
  if (at.length === 0) return statistics
  const sets = at.map((place) => statisticsAt(chips, place))
  const common = (sets[0] ?? []).filter((code) => sets.every((set) => set.includes(code)))
  const codes = common.length > 0 ? common : [...new Set(sets.flat())]
  return codes.flatMap((code) => findStatistic(code) ?? [])
}

/** The conditions that a piece can mean for a statistic; 「来談者が」 before it says in which list. */
function filterOptions(
  chip: Chip | undefined,
  definition: StatisticDefinition,
  fields: readonly string[],
): readonly Term[] {
  const fitting = (chip?.options ?? []).filter(
    (term) => term.kind === 'filter' && term.filters.every((filter) => filterFits(definition, filter)),
  )
  const hinted = fitting.filter(
    (term) => term.kind === 'filter' && term.filters.some((filter) => fields.includes(filter.field)),
  )
  // Who sat beside is meant only where the question says so.
  const usualOnes = fitting.filter(
    (term) => term.kind === 'filter' && term.filters.every((filter) => filter.field !== 'companion'),
  )
  const left = hinted.length > 0 ? hinted : usualOnes
  return left.filter((term, at) => left.findIndex((one) => sameTerm(one, term)) === at)
}

/** With no subject named, parts of another statistic (再掲) and quotients are not meant. */
const isMain = ({ partOf, quotient, measure }: StatisticDefinition): boolean =>
  (partOf === null && quotient === null) || measure === 'newPersons'

const usualOf = (definitions: readonly StatisticDefinition[]): readonly StatisticDefinition[] => {
  const found = definitions.filter(({ code }) => usual.includes(code))
  return found.length > 1 ? found : definitions
}
