import { useState } from 'react'
import type { Offer, YearDecisions, YearView } from '../../../../shared/contract/schemas/year-change.ts'
import type { Day } from '../../../../shared/time/day.ts'

export type ContractChoice = YearDecisions['contracts'][number]['decision'] | 'undecided'

/** What is decided of one contract so far. */
export interface ContractState {
  readonly decision: ContractChoice
  readonly until: Day | null
  readonly name: string
  readonly corporation: string
}

const undecided: ContractState = { decision: 'undecided', until: null, name: '', corporation: '' }

/** What is decided for the new year, until it is begun; nothing of it is written before. */
export function useYearDecisions(view: YearView) {
  const [contracts, setContracts] = useState<Readonly<Record<string, ContractState>>>({})
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const [offers, setOffers] = useState<readonly string[]>([])
  const [series, setSeries] = useState<readonly string[]>([])
  const contractOf = (party: string): ContractState => contracts[party] ?? undecided
  const open = view.contracts.filter(({ party }) => contractOf(party).decision === 'undecided')
  const incomplete = view.contracts.filter(({ party }) => {
    const { decision, name, corporation } = contractOf(party)
    return decision === 'succeed' && (name.trim() === '' || corporation.trim() === '')
  })
  const decisions: YearDecisions = {
    contracts: view.contracts.flatMap(({ party, revision }) => {
      const { decision, ...rest } = contractOf(party)
      return decision === 'undecided' ? [] : [{ party, revision, decision, ...rest }]
    }),
    names: view.names.flatMap(({ what, id, revision, name }) => {
      const next = names[id]?.trim() ?? ''
      return next === '' || next === name ? [] : [{ what, id, revision, name: next }]
    }),
    offers: view.offers
      .filter((offer) => offers.includes(offerKey(offer)))
      .map(({ party, form }) => ({ party, form })),
    series: view.series.filter(({ key }) => series.includes(key)).map(({ key }) => key),
  }
  return {
    decisions,
    undecided: open.length,
    incomplete: incomplete.length,
    contractOf,
    decide: (party: string, part: Partial<ContractState>) =>
      setContracts((before) => ({ ...before, [party]: { ...(before[party] ?? undecided), ...part } })),
    nameOf: (id: string) => names[id] ?? '',
    rename: (id: string, name: string) => setNames((before) => ({ ...before, [id]: name })),
    isOffered: (offer: Offer) => offers.includes(offerKey(offer)),
    offer: (offer: Offer, on: boolean) => setOffers((before) => toggled(before, offerKey(offer), on)),
    isPlanned: (key: string) => series.includes(key),
    plan: (key: string, on: boolean) => setSeries((before) => toggled(before, key, on)),
  }
}

export type YearDesk = ReturnType<typeof useYearDecisions>

export const offerKey = ({ party, form }: Offer): string => `${party} ${form}`

const toggled = (list: readonly string[], one: string, on: boolean): readonly string[] =>
  on ? [...list.filter((other) => other !== one), one] : list.filter((other) => other !== one)
