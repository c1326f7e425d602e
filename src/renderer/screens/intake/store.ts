import { useSyncExternalStore } from 'react'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import type { Accounting, DryRun } from '../../../shared/contract/schemas/intake.ts'
import type { ChosenFile } from '../../../shared/contract/schemas/platform.ts'
import type { BookProfile } from '../../../shared/intake/profile.ts'

export type Opened = RequestOutput<'intake.open'>
export type Step = 'choose' | 'reading' | 'trial' | 'apply'

/** A reading and the profile that gave it. */
export interface Trial {
  readonly profile: BookProfile
  readonly dry: DryRun
}

export interface Applied {
  readonly at: string
  readonly accounting: Accounting
  readonly withdrawn: number
  readonly actionId: string
}

/** An open book on its way into the ledger. */
export interface IntakeWork {
  readonly ledger: string
  readonly step: Step
  readonly file: ChosenFile
  readonly opened: Opened
  /** As the user has it now; null: the kind is not known yet. */
  readonly profile: BookProfile | null
  /** The stored profile that is read by, and its name. */
  readonly stored: { readonly id: string; readonly name: string } | null
  readonly trial: Trial | null
  readonly withdrawGone: boolean
  readonly applied: Applied | null
}

/** The book under work: in memory, so that another screen can be looked at meanwhile. */
class IntakeStore {
  #work: IntakeWork | null = null
  readonly #listeners = new Set<() => void>()
  readonly read = (): IntakeWork | null => this.#work
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  set(work: IntakeWork | null): void {
    this.#work = work
    for (const listener of this.#listeners) listener()
  }
  /** Changes the work if there is one; what was answered for another session is not put into this one. */
  change(session: string, part: Partial<IntakeWork>): void {
    if (this.#work?.opened.session === session) this.set({ ...this.#work, ...part })
  }
}

export const intakeStore = new IntakeStore()

/** The work on a book of this ledger. */
export function useIntakeWork(ledger: string): IntakeWork | null {
  const work = useSyncExternalStore(intakeStore.subscribe, intakeStore.read)
  return work?.ledger === ledger ? work : null
}
