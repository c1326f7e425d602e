import type { RequestInput } from '../../../shared/contract/contract.ts'
import type { BookProfile } from '../../../shared/intake/profile.ts'

export type SentProfile = RequestInput<'intake.read'>['profile']

/** A profile as requests take it: the same, without the promise that nobody changes it. */
export const sentProfile = (profile: BookProfile): SentProfile => structuredClone(profile) as SentProfile

/** A profile as an answer brought it. */
export const keptProfile = (profile: SentProfile): BookProfile => profile as BookProfile
