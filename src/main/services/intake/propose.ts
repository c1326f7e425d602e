import { plain } from '../../../shared/contract/plain.ts'
import type { StoredProfile } from '../../../shared/contract/schemas/intake.ts'
import type { Book } from '../../../shared/intake/book.ts'
import type { IntakeFacts } from '../../../shared/intake/facts.ts'
import type { BookProfile } from '../../../shared/intake/profile.ts'
import { proposeProfile } from '../../../shared/intake/propose.ts'

/** What a book is: by a stored profile that fits, else proposed. */
export interface ChosenProfile {
  readonly kind: BookProfile['kind'] | null
  readonly profile: StoredProfile['profile'] | null
  readonly profileId: string | null
  readonly profileName: string | null
}

/**
 * The profile to begin with: a stored one of the same party and kind that knows every column of the book; else
 * the proposal, with the spellings and answers that were taught for that party's books before.
 */
export function chooseProfile(
  book: Book,
  facts: IntakeFacts,
  stored: readonly StoredProfile[],
): ChosenProfile {
  const { kind, profile } = proposeProfile(book, facts)
  if (profile === null) return { kind, profile: null, profileId: null, profileName: null }
  const earlier = stored.filter((one) => one.kind === kind && one.party === profile.party)
  const fitting = earlier.findLast((one) => knowsAll(one.profile as BookProfile, profile))
  if (fitting !== undefined) {
    return { kind, profile: fitting.profile, profileId: fitting.id, profileName: fitting.name }
  }
  const last = earlier.at(-1)?.profile as BookProfile | undefined
  const taught = last === undefined ? profile : { ...profile, values: last.values, answers: last.answers }
  return { kind, profile: plain(taught) as StoredProfile['profile'], profileId: null, profileName: null }
}

/** Whether a profile has a rule for every sheet that would be read, and for every column that it takes. */
function knowsAll(stored: BookProfile, proposed: BookProfile): boolean {
  return proposed.sheets.every((sheet) => {
    if (!sheet.use) return true
    const rule = stored.sheets.find((one) => one.sheet === sheet.sheet)
    const heads = new Set(rule?.columns.map(({ head }) => head))
    return rule !== undefined && sheet.columns.every(({ head }) => heads.has(head))
  })
}
