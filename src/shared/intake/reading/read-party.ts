import type { IntakeFacts } from '../facts.ts'
import { fold } from '../fold.ts'
import type { BookProfile } from '../profile.ts'
import { taughtOf } from './read-words.ts'
import { refusedText, type Taken, taken } from './taken.ts'

/** A party by its name, row by row (a column 報告元): equal names, else the only one that holds the word. */
export function readPartyName(text: string, facts: IntakeFacts, profile: BookProfile): Taken<string> {
  const written = fold(text)
  const taught = taughtOf(profile, 'party').get(written)
  if (taught !== undefined) return taken(taught, { as: nameOf(taught, facts), took: 'answer' })
  const equal = facts.parties.filter(
    ({ code, names }) => fold(code) === written || names.some((name) => fold(name) === written),
  )
  if (equal[0] !== undefined) return taken(equal[0].code)
  const holding = facts.parties.filter(
    ({ names }) => written.length >= 3 && names.some((name) => fold(name).includes(written)),
  )
  const [only] = holding
  if (only !== undefined && holding.length === 1)
    return taken(only.code, { as: nameOf(only.code, facts), took: 'alias' })
  return refusedText('partyUnknown', {}, { list: 'party' })
}

const nameOf = (code: string, facts: IntakeFacts): string =>
  facts.parties.find((party) => party.code === code)?.names.at(-1) ?? code
