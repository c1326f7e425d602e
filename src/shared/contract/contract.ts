import type { z } from 'zod'
import type { RequestDefinition, RunsIn } from './request.ts'
import { activitiesRequests } from './requests/activities.ts'
import { answersRequests } from './requests/answers.ts'
import { appRequests } from './requests/app.ts'
import { checkRequests } from './requests/check.ts'
import { collectionRequests } from './requests/collection.ts'
import { confirmingRequests } from './requests/confirming.ts'
import { consultationsRequests } from './requests/consultations.ts'
import { draftsRequests } from './requests/drafts.ts'
import { exploreRequests } from './requests/explore.ts'
import { historyRequests } from './requests/history.ts'
import { homeRequests } from './requests/home.ts'
import { intakeRequests } from './requests/intake.ts'
import { ledgerRequests } from './requests/ledger.ts'
import { monthlyRequests } from './requests/monthly.ts'
import { papersRequests } from './requests/papers.ts'
import { platformRequests } from './requests/platform.ts'
import { recordsRequests } from './requests/records.ts'
import { settingsRequests } from './requests/settings.ts'
import { statisticsRequests } from './requests/statistics.ts'

/**
 * Everything that the tool does. Router, preload, HTTP host and typed client are derived from this
 * object; a new request is one definition here and one handler in `src/main/services`.
 */
export const contract = Object.freeze({
  ...appRequests,
  ...ledgerRequests,
  ...statisticsRequests,
  ...exploreRequests,
  ...answersRequests,
  ...papersRequests,
  ...checkRequests,
  ...recordsRequests,
  ...historyRequests,
  ...activitiesRequests,
  ...consultationsRequests,
  ...draftsRequests,
  ...homeRequests,
  ...confirmingRequests,
  ...intakeRequests,
  ...collectionRequests,
  ...monthlyRequests,
  ...settingsRequests,
  ...platformRequests,
})

export type Contract = typeof contract
export type RequestName = keyof Contract
/** As the handler sees it, after parsing. */
export type RequestInput<Name extends RequestName> = z.output<Contract[Name]['input']>
export type RequestOutput<Name extends RequestName> = z.output<Contract[Name]['output']>
/** Names of the requests that run in one place. */
export type RequestsIn<Place extends RunsIn> = {
  [Name in RequestName]: Contract[Name]['runs'] extends Place ? Name : never
}[RequestName]

export const requestNames = Object.keys(contract) as readonly string[] as readonly RequestName[]

export function isRequestName(name: string): name is RequestName {
  return Object.hasOwn(contract, name)
}

/** The definition of a request by its name, without its own types (for routers). */
export function definitionOf(name: RequestName): RequestDefinition {
  return contract[name]
}
