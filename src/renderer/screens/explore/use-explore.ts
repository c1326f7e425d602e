import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import { plain } from '../../../shared/contract/plain.ts'
import { addressOf, choicesOfAddress } from '../../../shared/explore/address.ts'
import { type ExploreChoices, firstChoices } from '../../../shared/explore/choices.ts'
import type { StatisticDefinition } from '../../../shared/statistics/definition.ts'
import type { TimeFrame } from '../../../shared/time/day.ts'
import { useClient } from '../../api/client-context.tsx'
import { answerOf, queryKey, useRequest } from '../../api/queries.ts'
import { type FrameOwner, useLentFrame, useSession } from '../../api/session.tsx'

export type ExploreAnswer = RequestOutput<'explore.run'>
export type Catalogue = RequestOutput<'statistics.catalogue'>
export type ChangeChoices = (next: ExploreChoices) => void

/** What was looked at last in this window: coming back to the screen shows it again. */
let lastSeen: ExploreChoices = firstChoices

/** The choices as the address says them; changing them is changing the address. */
export function useChoices(): readonly [ExploreChoices, ChangeChoices] {
  const [parameters, setParameters] = useSearchParams()
  const text = parameters.toString()
  const choices = useMemo(() => choicesOfAddress(text) ?? lastSeen, [text])
  lastSeen = choices
  const change = useCallback((next: ExploreChoices) => setParameters(addressOf(next)), [setParameters])
  return [choices, change]
}

/** Fixed choices bring their own frame: the top line shows and changes it while they are on the screen. */
export function useChosenFrame(choices: ExploreChoices, change: ChangeChoices): TimeFrame {
  const session = useSession()
  const { years } = choices
  const owner = useMemo(
    (): FrameOwner | null =>
      years.kind === 'window'
        ? null
        : {
            frame: years.frame,
            of: 'kept',
            change: (frame) => {
              const span = years.frame.fiscalYear - years.from
              change({ ...choices, years: { kind: 'fixed', from: frame.fiscalYear - span, frame } })
            },
          },
    [years, choices, change],
  )
  useLentFrame(owner)
  return years.kind === 'fixed' ? years.frame : session.window
}

/** The table of the choices; while the next one is counted, the last one stays in sight. */
export function useExplore(choices: ExploreChoices, frame: TimeFrame) {
  const client = useClient()
  const input = { choices: plain(choices), frame }
  return useQuery({
    queryKey: queryKey('explore.run', input),
    queryFn: async () => answerOf(await client.call('explore.run', input)),
    placeholderData: keepPreviousData,
  })
}

export const useCatalogue = () => useRequest('statistics.catalogue', {})

export const definitionIn = (catalogue: Catalogue, code: string): StatisticDefinition | null =>
  catalogue.statistics.find((each) => each.code === code) ?? null

/** Labels of codes as the rules of `shared` ask for them. */
export const factsOf = (catalogue: Catalogue) => ({
  codes: Object.fromEntries(catalogue.breakdowns.map((list) => [list.code, list.items])),
})
