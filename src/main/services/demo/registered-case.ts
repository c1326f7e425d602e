import type { CaseEpisodeRow, CaseRow, ClosingReason } from '../../../shared/statistics/rows.ts'
import type { Day } from '../../../shared/time/day.ts'
import { idStream } from './ids.ts'
import type { Person } from './persons.ts'

/** 開始 … 終結 of a case; a second one is a 再開. */
export interface Episode {
  readonly opened: Day
  closed: Day | null
  reason: ClosingReason | null
}

export interface RegisteredCase {
  readonly id: string
  readonly code: string
  readonly person: Person
  readonly beforeLedger: boolean
  readonly householdId: string | null
  readonly episodes: Episode[]
}

/** Rows of the register; the episodes of a case are in order of time. */
export function caseRows(
  seed: number,
  register: readonly RegisteredCase[],
): { readonly cases: readonly CaseRow[]; readonly caseEpisodes: readonly CaseEpisodeRow[] } {
  const makeId = idStream(seed, 'episode')
  return {
    cases: register.map(({ id, code, beforeLedger, householdId }) => ({
      id,
      code,
      mergedInto: null,
      beforeLedger,
      householdId,
    })),
    caseEpisodes: register.flatMap((file) =>
      file.episodes.map((episode) => ({
        id: makeId(episode.opened),
        caseId: file.id,
        openedOn: episode.opened,
        closedOn: episode.closed,
        closingReason: episode.reason,
      })),
    ),
  }
}

/** Whether a case was open on a day: from the day of opening to the day of closing. */
export function isOpenOn(file: RegisteredCase, day: Day): boolean {
  return file.episodes.some(
    (episode) => episode.opened <= day && (episode.closed === null || day <= episode.closed),
  )
}
