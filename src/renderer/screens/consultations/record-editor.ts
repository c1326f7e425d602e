import type { Client } from '../../../shared/contract/client.ts'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { AboutCase, Consultation } from '../../../shared/contract/schemas/consultations.ts'
import type { KeptDraft } from '../../../shared/contract/schemas/drafts.ts'
import type { FiscalYear } from '../../../shared/time/day.ts'
import { saveState } from '../../api/save-state.ts'
import { type ConsultationField, changesOf, clashesOf, type FieldClash, joined } from './changes.ts'
import { DraftKeeper, holdUnsaved } from './draft-keeper.ts'
import { FactStore } from './entry-context.ts'
import { longestNote } from './entry-fields.tsx'
import { EntryStore } from './entry-store.ts'
import {
  draftOf,
  type EntryField,
  entryOf,
  entryOfDraft,
  formOrder,
  isTouched,
  recordOf,
} from './entry-values.ts'
import { caseOfTyped, fieldOf } from './new-entry.tsx'

type ReadRecord = RequestOutput<'consultations.read'>

export interface EditState {
  readonly savedAt: string | null
  readonly error: AppError | null
  /** Both windows changed these: one value of each must be chosen. */
  readonly clashes: readonly FieldClash[] | null
}

/**
 * An existing record while it is put right: one save at a time, with the revision that was seen. What cannot
 * be saved (an error in a field, a conflict) is kept as a draft of the record until it can.
 */
export class RecordEditor {
  readonly store: EntryStore
  readonly facts: FactStore
  readonly #client: Client
  readonly #newId: () => string
  readonly #fiscalYear: FiscalYear
  readonly #show: (field: ConsultationField, of: Consultation) => string
  readonly #id: string
  #base: Consultation
  #baseCase: ReadRecord['caseOf']
  #revision: number
  #keeper: DraftKeeper
  #state: EditState = { savedAt: null, error: null, clashes: null }
  #saving: Promise<boolean> | null = null
  #theirs: ReadRecord | null = null
  readonly #listeners = new Set<() => void>()

  constructor(options: {
    readonly client: Client
    readonly newId: () => string
    readonly record: ReadRecord
    readonly draft: KeptDraft | null
    readonly fiscalYear: FiscalYear
    readonly show: (field: ConsultationField, of: Consultation) => string
  }) {
    const { client, newId, record, draft } = options
    this.#client = client
    this.#newId = newId
    this.#fiscalYear = options.fiscalYear
    this.#show = options.show
    this.#id = record.id
    this.#base = record.consultation
    this.#baseCase = record.caseOf
    this.#revision = record.revision
    this.facts = new FactStore(record.consultation.day)
    this.store = new EntryStore(draft === null ? this.#shown() : entryOfDraft(draft.content))
    this.#keeper = this.#newKeeper(draft)
    this.store.subscribe(() => {
      if (this.facts.read().errors.size > 0) this.facts.set({ errors: new Map() })
      if (this.isChanged()) this.#keeper.keep(draftOf(this.store.read()))
    })
  }

  readonly read = (): EditState => this.#state
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Something stands in the form that is not in the record. */
  isChanged(): boolean {
    return isTouched(this.store.read(), this.#shown())
  }

  firstError(): EntryField | null {
    const { errors } = this.facts.read()
    return formOrder.find((field) => errors.has(field)) ?? null
  }

  /** The record was read again: taken over as long as nothing is typed against it. */
  hear(record: ReadRecord): void {
    if (record.revision <= this.#revision || this.#saving !== null || this.isChanged()) return
    this.#take(record)
    this.store.replace(this.#shown())
  }

  /** Saves what changed; true when nothing is left unsaved. */
  async save(): Promise<boolean> {
    while (this.#saving !== null) await this.#saving
    if (!this.isChanged()) return true
    this.#saving = this.#save()
    try {
      return await this.#saving
    } finally {
      this.#saving = null
    }
  }

  /** The fields of which the other window's value stays; the rest is saved over it. */
  async settle(keepTheirs: ReadonlySet<string>): Promise<void> {
    const theirs = this.#theirs
    const mine = await this.#record()
    if (theirs === null || mine === null) return
    const both = joined(this.#base, mine.consultation, theirs.consultation, keepTheirs)
    const typedCase = this.store.read().case
    const isMyCase = typedCase !== this.#shown().case && !keepTheirs.has('case')
    this.#take(theirs)
    this.#tell({ clashes: null, error: null })
    this.store.replace({
      ...entryOf(both, theirs.caseOf?.code ?? null),
      ...(isMyCase ? { case: typedCase } : {}),
    })
    await this.save()
  }

  /** @returns why not, or null. */
  async remove(reason: string): Promise<AppError | null> {
    const answer = await this.#client.call('consultations.remove', {
      actionId: this.#newId(),
      id: this.#id,
      revision: this.#revision,
      reason,
    })
    if (!answer.ok) return answer.error
    await this.#keeper.end(true)
    return null
  }

  async #record() {
    const knownCase = await caseOfTyped(this.#client, this.store.read().case)
    const record = recordOf(this.store.read(), { fiscalYear: this.#fiscalYear, knownCase, longestNote })
    if (record.ok) return record
    this.facts.set({ errors: record.errors })
    return null
  }

  async #save(): Promise<boolean> {
    const record = await this.#record()
    if (record === null) {
      await this.#keeper.flush()
      return false
    }
    const typed = this.store.read()
    const changes = changesOf(this.#base, record.consultation)
    const about = this.#changedCase(record.about)
    if (Object.keys(changes).length === 0 && about === null) return true
    saveState.set({ kind: 'saving' })
    const answer = await this.#client.call('consultations.change', {
      actionId: this.#newId(),
      id: this.#id,
      revision: this.#revision,
      changes,
      about,
      reason: '',
    })
    saveState.settle()
    if (!answer.ok) return this.#refused(answer.error)
    this.#base = record.consultation
    this.#revision = answer.value.revision
    if (about !== null) await this.#readAgain()
    await this.#keeper.end(true)
    this.#keeper = this.#newKeeper(null)
    this.#tell({ savedAt: new Date().toISOString(), error: null, clashes: null })
    // What was typed while it was saved is saved next.
    if (this.store.read() !== typed && this.isChanged()) this.#keeper.keep(draftOf(this.store.read()))
    return true
  }

  #changedCase(about: AboutCase): AboutCase | null {
    const before = this.#baseCase
    if (about.kind === 'none') return before === null ? null : about
    return about.kind === 'known' && about.id === before?.id ? null : about
  }

  async #refused(error: AppError): Promise<false> {
    await this.#keeper.flush()
    if (error.code !== 'conflict') {
      this.#tell({ error })
      if (error.field !== null) this.facts.set({ errors: new Map([[fieldOf(error), 'day']]) })
      return false
    }
    const answer = await this.#client.call('consultations.read', { id: this.#id })
    const mine = await this.#record()
    if (!answer.ok || mine === null) {
      this.#tell({ error: answer.ok ? error : answer.error })
      return false
    }
    this.#theirs = answer.value
    const theirs = answer.value.consultation
    const clashes = [...clashesOf(this.#base, mine.consultation, theirs, this.#show)].filter(
      (clash) => clash.field !== 'ageHigh',
    )
    const theirCase = answer.value.caseOf?.code ?? null
    const shown = this.#shown().case
    const typed = this.store.read().case
    const both = entryOf(theirs, theirCase).case
    if (typed !== shown && both !== shown && both !== typed)
      clashes.push({ field: 'case', mine: typed, theirs: both })
    if (clashes.length > 0) {
      this.#tell({ clashes })
      return false
    }
    // Each window changed other fields: both stay.
    queueMicrotask(() => void this.settle(new Set()))
    return false
  }

  async #readAgain(): Promise<void> {
    const answer = await this.#client.call('consultations.read', { id: this.#id })
    if (answer.ok) this.#take(answer.value)
  }

  #take(record: ReadRecord): void {
    this.#base = record.consultation
    this.#baseCase = record.caseOf
    this.#revision = record.revision
  }

  #shown() {
    return entryOf(this.#base, this.#baseCase?.code ?? null)
  }

  #newKeeper(draft: KeptDraft | null): DraftKeeper {
    const kept = draft === null ? null : { id: draft.id, revision: draft.revision, at: draft.updatedAt }
    return new DraftKeeper({
      client: this.#client,
      newId: this.#newId,
      targetId: this.#id,
      draft: kept,
      hold: holdUnsaved,
    })
  }

  #tell(state: Partial<EditState>): void {
    this.#state = { ...this.#state, ...state }
    for (const listener of this.#listeners) listener()
  }
}
