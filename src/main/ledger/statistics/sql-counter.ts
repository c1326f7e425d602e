import type { StatisticContext, StatisticFrameRows } from '../../../shared/statistics/engine/context.ts'
import type { CountRequest, Counts, RecordCounter } from '../../../shared/statistics/engine/counter.ts'
import { yearsOf } from '../../../shared/statistics/engine/slices.ts'
import {
  countActivities,
  countUndated,
  withCanonicalCodes,
} from '../../../shared/statistics/records/activities.ts'
import { newRules } from '../../../shared/statistics/records/newness.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import type { LedgerReader } from '../ledger.ts'
import { type CaseMap, readCaseMap, readReopenings } from './case-map.ts'
import { choiceKey, chooseContacts } from './choose-contacts.ts'
import {
  type ContactCounts,
  countAnonymous,
  countWithAny,
  countYears,
  type YearOfRequest,
} from './count-contacts.ts'
import { readHeldActivities } from './held-activities.ts'
import { countEpisodes, countPlain } from './plain-counts.ts'
import { asNumber, asText, rawRows } from './raw-rows.ts'
import { type Needs, readYearContacts, withMoreColumns } from './year-contacts.ts'
import { covers, needsOf, YearCuts } from './year-cuts.ts'
import { newContactsOf } from './year-newness.ts'

export const hasDataSql = `SELECT
  EXISTS (SELECT 1 FROM consultation INDEXED BY consultation_statistics WHERE fiscal_year = @year)
  OR EXISTS (SELECT 1 FROM coordination WHERE fiscal_year = @year)
  OR EXISTS (SELECT 1 FROM referral WHERE fiscal_year = @year)
  OR EXISTS (SELECT 1 FROM activity WHERE fiscal_year = @year AND held_kind IS NOT NULL)
  OR EXISTS (SELECT 1 FROM tally WHERE fiscal_year = @year)
  OR EXISTS (SELECT 1 FROM case_episode WHERE opened_on BETWEEN @first AND @last OR closed_on BETWEEN @first AND @last)`

/**
 * Counts the records of a ledger: SQL picks, orders and groups; contacts are read once for a year and
 * as-of date, from a covering index, and counted in one pass per request. It keeps what it read
 * and counted: it may be asked only while the ledger is in the state in which it was made, with one context.
 */
export class SqlCounter implements RecordCounter {
  readonly #reader: LedgerReader
  readonly #rows: StatisticFrameRows
  #wanted: ReadonlySet<string> = new Set()
  readonly #partyCodes: ReadonlyMap<number, string>
  readonly #years = new Map<string, YearCuts>()
  readonly #newness = new Map<string, Uint8Array>()
  readonly #choices = new Map<string, Uint8Array>()
  readonly #counted = new Map<string, ContactCounts>()
  /** By what was chosen of a year. */
  readonly #anonymous = new Map<Uint8Array, number>()
  #wantsNewness = false
  readonly #held = new Map<Day, ReturnType<typeof readHeldActivities>>()
  readonly #hasData = new Map<FiscalYear, boolean>()
  #cases: CaseMap | null = null

  constructor(reader: LedgerReader, rows: StatisticFrameRows) {
    this.#reader = reader
    this.#rows = rows
    this.#partyCodes = new Map(
      rawRows(reader, 'SELECT key, code FROM party', []).map(([key, code]) => [asNumber(key), asText(code)]),
    )
  }

  /**
   * Says what is to come. `wanted`: breakdowns and filters of all queries, so that a year is read only once;
   * `wantsNewness`: whether 新規 or 継続 is among them, so that it is counted only once.
   */
  expect(wanted: ReadonlySet<string>, wantsNewness: boolean): void {
    this.#wanted = wanted
    this.#wantsNewness = wantsNewness
  }

  hasData(fiscalYear: FiscalYear): boolean {
    const known = this.#hasData.get(fiscalYear) ?? this.#lookForData(fiscalYear)
    this.#hasData.set(fiscalYear, known)
    return known
  }

  #lookForData(fiscalYear: FiscalYear): boolean {
    // Cases from before the ledger are no data of their year: only what came about while recording is.
    const since = this.#rows.recordingSince
    const opening = `${fiscalYear}-04-01`
    const parameters = {
      year: fiscalYear,
      first: since > opening ? since : opening,
      last: `${fiscalYear + 1}-03-31`,
    }
    return rawRows(this.#reader, hasDataSql, parameters)[0]?.[0] === 1
  }

  count(request: CountRequest, context: StatisticContext): Counts {
    switch (request.source.kind) {
      case 'contacts':
        return this.#countContacts(request, context)
      case 'coordinations':
      case 'referrals':
        return countPlain(this.#reader, request, context)
      case 'episodes':
        return countEpisodes(this.#reader, request, context, this.#caseMap())
      case 'sessions':
      case 'attendance':
      case 'measures':
        return countActivities(request, withCanonicalCodes(this.#heldOn(request.asOf), context.codes))
      default:
        return new Map()
    }
  }

  anonymous(request: CountRequest, context: StatisticContext): number {
    const { years } = this.#yearsOf(request, context, 'persons')
    return years.reduce((sum, year) => sum + this.#anonymousOf(year), 0)
  }

  withAny(breakdown: string, request: CountRequest, context: StatisticContext): number {
    const events = request.source.kind === 'contacts' && request.source.count === 'events'
    return countWithAny(breakdown, this.#yearsOf(request, context, 'persons').years, events)
  }

  undated(request: CountRequest, context: StatisticContext): number {
    return countUndated(request, withCanonicalCodes(this.#heldOn(request.asOf), context.codes))
  }

  #anonymousOf(year: YearOfRequest): number {
    const known = this.#anonymous.get(year.chosen) ?? countAnonymous(year)
    this.#anonymous.set(year.chosen, known)
    return known
  }

  /**
   * The contacts of a request one by one, in the order of day and recording, for 算出根拠. The counter must
   * have been made with a multiple choice among the wanted, so that years carry the keys of their rows.
   */
  contactsOf(request: CountRequest, context: StatisticContext): readonly ChosenContact[] {
    const count = request.source.kind === 'contacts' ? request.source.count : 'events'
    const newness = count === 'new' || count === 'continuing'
    return this.#yearsOf(request, context, 'persons').years.flatMap((one) =>
      chosenContacts(newness ? { ...one, isNew: this.#newContacts(one.cuts, request) } : one),
    )
  }

  /** One pass counts events, persons, 新規 and 継続; the others of a batch find them here. */
  #countContacts(request: CountRequest, context: StatisticContext): Counts {
    const count = request.source.kind === 'contacts' ? request.source.count : 'events'
    const unit = count === 'households' ? 'households' : 'persons'
    const newness = this.#wantsNewness || count === 'new' || count === 'continuing'
    const scope = newness ? [...request.scope].join(',') : ''
    const years = yearsOf(request.months).join(',')
    const at = [choiceKey(request), years, request.time, ...request.keys, unit, newness, scope].join(' | ')
    const known = this.#counted.get(at) ?? this.#pass(request, context, unit, newness)
    this.#counted.set(at, known)
    return count === 'households' ? known.persons : known[count]
  }

  #pass(
    request: CountRequest,
    context: StatisticContext,
    unit: 'persons' | 'households',
    newness: boolean,
  ): ContactCounts {
    const { years, units } = this.#yearsOf(request, context, unit)
    return countYears(
      request,
      newness ? years.map((year) => ({ ...year, isNew: this.#newContacts(year.cuts, request) })) : years,
      units,
    )
  }

  /** The request's years, with the persons or households of all of them numbered. */
  #yearsOf(
    request: CountRequest,
    context: StatisticContext,
    unit: 'persons' | 'households',
  ): { readonly years: readonly YearOfRequest[]; readonly units: number } {
    const fiscalYears = yearsOf(request.months)
    const units = new Map<number | string, number>()
    const years = fiscalYears.map((fiscalYear): YearOfRequest => {
      const cuts = this.#cutsOf(fiscalYear, request, context)
      // Persons of one year are numbered already.
      const alone = unit === 'persons' && fiscalYears.length === 1
      return {
        cuts,
        chosen: this.#chosen(cuts, request),
        isNew: noOne,
        unitOf: alone ? cuts.persons : this.#numbered(cuts, unit, units),
      }
    })
    const only = years[0]
    const alone = unit === 'persons' && fiscalYears.length === 1 && only !== undefined
    return { years, units: alone ? only.cuts.persons.length : units.size }
  }

  #numbered(cuts: YearCuts, unit: 'persons' | 'households', units: Map<number | string, number>): Int32Array {
    const { households } = this.#caseMap()
    return Int32Array.from(cuts.year.roots, (root) => {
      const one = unit === 'households' ? (households.get(root) ?? root) : root
      const known = units.get(one) ?? units.size
      units.set(one, known)
      return known
    })
  }

  #chosen(cuts: YearCuts, request: CountRequest): Uint8Array {
    const at = `${cuts.year.fiscalYear} ${choiceKey(request)}`
    const chosen = this.#choices.get(at) ?? chooseContacts(cuts, request, this.#partyCodes)
    this.#choices.set(at, chosen)
    return chosen
  }

  #cutsOf(fiscalYear: FiscalYear, request: CountRequest, context: StatisticContext): YearCuts {
    const at = `${fiscalYear} ${request.asOf}`
    const own = needsOf(breakdownsOf(request), this.#needsDays())
    const known = this.#years.get(at)
    if (known !== undefined && covers(known.year.needs, own)) return known
    const needs = this.#needsOfAll(own)
    const year =
      known === undefined
        ? readYearContacts(this.#reader, fiscalYear, request.asOf, this.#caseMap(), needs)
        : withMoreColumns(this.#reader, known.year, request.asOf, needs)
    const cuts = new YearCuts(this.#reader, year, context, request.asOf, known)
    this.#years.set(at, cuts)
    return cuts
  }

  #needsOfAll(own: Needs): Needs {
    const all = needsOf(this.#wanted, own.days)
    return {
      fields: new Set([...all.fields, ...own.fields]),
      ages: all.ages || own.ages,
      choices: all.choices || own.choices,
      days: own.days,
    }
  }

  #needsDays(): boolean {
    return this.#rows.programmes.some((programme) => programme.newRule === 'firstOrReopened')
  }

  #newContacts(cuts: YearCuts, request: CountRequest): Uint8Array {
    const { year } = cuts
    const scope = this.#scopeOf(request)
    const at = `${year.fiscalYear} ${request.asOf} ${scope === null ? 'all' : [...scope].join(',')}`
    const known = this.#newness.get(at)
    if (known !== undefined) return known
    const cases = this.#caseMap()
    const rules = newRules(this.#rows)
    const flags = newContactsOf(this.#reader, year, scope, {
      cases,
      reopenings: this.#needsDays() ? readReopenings(this.#reader, cases, request.asOf) : new Map(),
      rules: new Map([...this.#partyCodes].map(([key, code]) => [key, rules.get(code) ?? 'firstEver'])),
      recordingSince: this.#rows.recordingSince,
    })
    this.#newness.set(at, flags)
    return flags
  }

  /** Keys of the parties of the scope; null when it is all of them. */
  #scopeOf(request: CountRequest): ReadonlySet<number> | null {
    const keys = [...this.#partyCodes].filter(([, code]) => request.scope.has(code)).map(([key]) => key)
    return keys.length === this.#partyCodes.size ? null : new Set(keys)
  }

  #caseMap(): CaseMap {
    this.#cases ??= readCaseMap(this.#reader)
    return this.#cases
  }

  #heldOn(asOf: Day): ReturnType<typeof readHeldActivities> {
    const held = this.#held.get(asOf) ?? readHeldActivities(this.#reader, asOf)
    this.#held.set(asOf, held)
    return held
  }
}

const noOne = new Uint8Array(0)

/** A contact that a request counts. `root` is the case after 名寄せ, null for an anonymous one. */
export interface ChosenContact {
  readonly key: number
  readonly root: number | null
  readonly isNew: boolean
}

function chosenContacts({ cuts, chosen, isNew }: YearOfRequest): readonly ChosenContact[] {
  const { year } = cuts
  const found: ChosenContact[] = []
  for (let row = 0; row < chosen.length; row += 1) {
    if (chosen[row] !== 1) continue
    const person = year.person[row] ?? -1
    found.push({
      key: year.keys[row] ?? 0,
      root: person < 0 ? null : (year.roots[person] ?? null),
      isNew: isNew[row] === 1,
    })
  }
  return found
}

/** What a request asks of the contacts: its cuts, its filters and the statistic's own. */
function breakdownsOf(request: CountRequest): readonly string[] {
  const { source, keys, where } = request
  const only = source.kind === 'contacts' && source.only !== null ? [source.only.breakdown] : []
  return [...keys, ...where.map((filter) => filter.field), ...only]
}
