import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Warning } from '../../../shared/consultations/warnings.ts'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import type { Codes } from './codes.ts'
import type { EntryStore } from './entry-store.ts'
import type { EntryError, EntryField } from './entry-values.ts'

export type FoundCase = RequestOutput<'cases.find'>['found']
export type PartyChoice = RequestOutput<'consultations.parties'>['parties'][number]
export type Locked = RequestOutput<'consultations.judge'>['locked']

/** What the ledger says of the form as it is now. */
export interface EntryFacts {
  /** The day by which choices are offered. */
  readonly day: Day
  readonly parties: readonly PartyChoice[]
  readonly found: FoundCase
  readonly isLooking: boolean
  readonly newness: RequestOutput<'consultations.judge'>['newness']
  readonly warnings: readonly Warning[]
  /** The contract that does not hold the day. */
  readonly contract: { readonly from: Day; readonly to: Day | null } | null
  readonly locked: Locked
  /** What blocks the save, after a save was tried. */
  readonly errors: ReadonlyMap<EntryField, EntryError>
}

/** The facts outside of React's tree: each field hears of its own. */
export class FactStore {
  #facts: EntryFacts
  readonly #listeners = new Set<() => void>()

  constructor(day: Day) {
    this.#facts = {
      day,
      parties: [],
      found: null,
      isLooking: false,
      newness: null,
      warnings: [],
      contract: null,
      locked: null,
      errors: new Map(),
    }
  }

  readonly read = (): EntryFacts => this.#facts
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly set = (facts: Partial<EntryFacts>): void => {
    this.#facts = { ...this.#facts, ...facts }
    for (const listener of this.#listeners) listener()
  }
}

/** What every field of the form shares; it never changes with a key. */
export interface EntryContext {
  readonly store: EntryStore
  readonly facts: FactStore
  readonly codes: Codes
  readonly fiscalYear: FiscalYear
  readonly isReadOnly: boolean
  /** A field was left: an existing record is saved then. */
  readonly onLeave: (field: EntryField) => void
}

export const EntryContextValue = createContext<EntryContext | null>(null)

export function useEntryContext(): EntryContext {
  const context = useContext(EntryContextValue)
  if (context === null) throw new Error('no form: EntryContextValue is missing')
  return context
}

/** A part of the facts; the field is drawn again only when that part changes. */
export function useFact<T>(choose: (facts: EntryFacts) => T): T {
  const { facts } = useEntryContext()
  return useSyncExternalStore(facts.subscribe, () => choose(facts.read()))
}
