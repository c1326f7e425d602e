import type { FormCode } from '../../statistics/rows.ts'
import { daysOf } from '../../time/calendar.ts'
import type { FiscalYear } from '../../time/day.ts'
import { fiscalYearPeriod } from '../../time/fiscal-year.ts'
import type { IntakeFacts, PartyFacts } from '../facts.ts'
import { fold } from '../fold.ts'
import type { BookKind } from '../staged.ts'
import type { Confidence, SheetLayout } from './sheet-layout.ts'

export interface PartyGuess {
  readonly party: string | null
  readonly confidence: Confidence
  /** What told it: a note 「報告元：…」, words of the title, or that only one party hands such books in. */
  readonly reason: 'statedParty' | 'titleNamesParty' | 'titleNamesProgramme' | 'onlyOne' | 'asked'
}

/** 「報告元：委託事業者」, 「受託者名　○○」 in a note row. */
const stated =
  /(?:報告元|報告者|受託者名?|受託事業者名?|事業者名?|事業所名?|団体名|法人名|提出者)[\s　]*[:：][\s　]*([^\s　：:）)]{2,40})/

/**
 * Who wrote a book: a note row says it, or the words of its titles do, narrowed to parties that hand in such a
 * form in that year. 「委託事業者」 fits several names: the form and the programme's name decide.
 */
export function findParty(
  layouts: readonly SheetLayout[],
  bookName: string,
  kind: BookKind,
  forms: readonly FormCode[],
  fiscalYear: FiscalYear | null,
  facts: IntakeFacts,
): PartyGuess {
  const texts = [bookName, ...layouts.flatMap(({ sheet, preface }) => [sheet.name, ...preface])]
  const all = fold(texts.join('　'))
  const said = texts.map((text) => stated.exec(text)?.[1]).find((name) => name !== undefined)
  const eligible = facts.parties.filter((party) => handsIn(party, kind, forms, fiscalYear))
  const named = said === undefined ? [] : withName(fold(said), eligible.length > 0 ? eligible : facts.parties)
  if (said !== undefined) {
    const best = strongest(named, all, facts)
    if (best !== null)
      return { party: best, confidence: named.length === 1 ? 'certain' : 'likely', reason: 'statedParty' }
  }
  const titled = facts.parties.filter(({ names }) =>
    names.some((name) => fold(name).length >= 4 && all.includes(fold(name))),
  )
  const byTitle = strongest(
    titled.filter((party) => eligible.length === 0 || eligible.includes(party)),
    all,
    facts,
  )
  if (byTitle !== null) return { party: byTitle, confidence: 'likely', reason: 'titleNamesParty' }
  const ofProgramme = eligible.filter((party) => programmeNamed(party, all, facts) > 0)
  const byProgramme = strongest(ofProgramme, all, facts)
  if (byProgramme !== null) return { party: byProgramme, confidence: 'likely', reason: 'titleNamesProgramme' }
  const [only] = eligible
  if (only !== undefined && eligible.length === 1)
    return { party: only.code, confidence: 'unsure', reason: 'onlyOne' }
  return { party: null, confidence: 'unsure', reason: 'asked' }
}

/** Equal names before those that hold the words. */
function withName(name: string, parties: readonly PartyFacts[]): readonly PartyFacts[] {
  const equal = parties.filter(
    ({ code, names }) => fold(code) === name || names.some((each) => fold(each) === name),
  )
  if (equal.length > 0) return equal
  return parties.filter(({ names }) =>
    names.some((each) => fold(each).includes(name) || name.includes(fold(each))),
  )
}

/** The one whose programme the titles name at most length; null where two are as good. */
function strongest(parties: readonly PartyFacts[], texts: string, facts: IntakeFacts): string | null {
  const ranked = parties
    .map((party) => ({ party, weight: programmeNamed(party, texts, facts) }))
    .toSorted((a, b) => b.weight - a.weight)
  const [first, second] = ranked
  if (first === undefined || (second !== undefined && second.weight === first.weight)) return null
  return first.party.code
}

/** How many letters of a programme's name the titles hold; 「事業」 at the end may be missing. */
function programmeNamed(party: PartyFacts, texts: string, facts: IntakeFacts): number {
  const names = facts.programmes.find(({ code }) => code === party.programme)?.names ?? []
  return Math.max(
    0,
    ...names.flatMap((name) => {
      const whole = fold(name)
      return [whole, whole.replace(/事業$/, ''), whole.replace(/支援事業$/, '')].map((part) =>
        part.length >= 4 && texts.includes(part) ? part.length : 0,
      )
    }),
  )
}

function handsIn(
  party: PartyFacts,
  kind: BookKind,
  forms: readonly FormCode[],
  fiscalYear: FiscalYear | null,
): boolean {
  const mode = kind === 'tally' ? 'tally' : 'records'
  const fits = party.forms.filter(
    (form) => form.mode === mode && (forms.length === 0 || forms.includes(form.form)),
  )
  if (fiscalYear === null) return fits.length > 0
  const period = fiscalYearPeriod(fiscalYear)
  const { from, to } = daysOf(period)
  const contracted = party.contractFrom <= to && (party.contractTo === null || from <= party.contractTo)
  return (
    contracted && fits.some((form) => form.from <= period.to && (form.to === null || period.from <= form.to))
  )
}
