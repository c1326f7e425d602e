import type { StatisticNote } from '../definition.ts'

/** Notes of one result: each code once, the first parameters win; printed in the order of their making. */
export class NoteCollector {
  readonly #notes = new Map<StatisticNote['code'], StatisticNote>()

  add(code: StatisticNote['code'], parameters: StatisticNote['parameters'] = {}): void {
    if (!this.#notes.has(code)) this.#notes.set(code, { code, parameters })
  }

  addAll(notes: readonly StatisticNote[]): void {
    for (const note of notes) this.add(note.code, note.parameters)
  }

  list(): readonly StatisticNote[] {
    return [...this.#notes.values()]
  }
}
