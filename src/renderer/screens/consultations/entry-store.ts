import { useMemo, useSyncExternalStore } from 'react'
import { type EntryField, type EntryValues, emptyEntry, formOrder } from './entry-values.ts'

export type Offered = Partial<EntryValues>

/**
 * The values of the form outside of React's tree: a key typed into one field redraws that field alone
 * (interface: main-thread work per key under 8 ms).
 */
export class EntryStore {
  #values: EntryValues
  #offered: Offered = {}
  readonly #listeners = new Set<() => void>()

  constructor(values: EntryValues = emptyEntry) {
    this.#values = values
  }

  readonly read = (): EntryValues => this.#values
  readonly offered = (): Offered => this.#offered

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly set = <Field extends EntryField>(field: Field, value: EntryValues[Field]): void => {
    if (Object.is(this.#values[field], value)) return
    this.#values = { ...this.#values, [field]: value }
    this.#tell()
  }

  readonly replace = (values: EntryValues): void => {
    this.#values = values
    this.#tell()
  }

  /** What stands grey in empty fields. */
  readonly offer = (offered: Offered): void => {
    if (JSON.stringify(offered) === JSON.stringify(this.#offered)) return
    this.#offered = offered
    this.#tell()
  }

  /** 「前回と同じ」 for all: every empty field takes what is offered. */
  readonly takeAll = (): void => {
    const taken = formOrder.filter(
      (field) => isEmpty(this.#values[field]) && this.#offered[field] !== undefined,
    )
    if (taken.length === 0) return
    this.#values = {
      ...this.#values,
      ...Object.fromEntries(taken.map((field) => [field, this.#offered[field]])),
    }
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}

export const isEmpty = (value: EntryValues[EntryField]): boolean =>
  value === null || value === '' || value === false || (Array.isArray(value) && value.length === 0)

export const useEntryValue = <Field extends EntryField>(
  store: EntryStore,
  field: Field,
): EntryValues[Field] => useSyncExternalStore(store.subscribe, () => store.read()[field])

export const useOffered = <Field extends EntryField>(
  store: EntryStore,
  field: Field,
): EntryValues[Field] | undefined =>
  useSyncExternalStore(store.subscribe, () => store.offered()[field] as EntryValues[Field] | undefined)

/** A value made of several fields; compared by its text, so that a key elsewhere redraws nothing. */
export function useEntry<T extends string | number | boolean | null>(
  store: EntryStore,
  make: (values: EntryValues) => T,
): T {
  return useSyncExternalStore(store.subscribe, () => make(store.read()))
}

/** Between the keys of a quick typist, so that drawing and looking through the text costs no key its frame. */
const restMilliseconds = 100

/**
 * The free text: the field itself shows each key, and what is drawn from the text (its findings, its length)
 * follows when the keys rest. What did not come from the field (a draft, the next form) is drawn at once.
 */
export function useTypedNote(store: EntryStore): readonly [note: string, type: (text: string) => void] {
  const [subscribe, type] = useMemo(() => {
    let typed: string | null = null
    const listen = (listener: () => void): (() => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const end = store.subscribe(() => {
        clearTimeout(timer)
        if (store.read().note === typed) timer = setTimeout(listener, restMilliseconds)
        else listener()
      })
      return () => {
        clearTimeout(timer)
        end()
      }
    }
    const take = (text: string): void => {
      typed = text
      store.set('note', text)
    }
    return [listen, take] as const
  }, [store])
  return [useSyncExternalStore(subscribe, () => store.read().note), type]
}
