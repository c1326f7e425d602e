import type { BookFinding } from '../../shared/intake/book.ts'

/** Gathers what is noticed: one finding for each code and sheet, with the first place and how many there are. */
export class Findings {
  readonly #found = new Map<string, { finding: BookFinding; count: number }>()

  note(
    code: BookFinding['code'],
    sheet: string | null = null,
    row: number | null = null,
    column: number | null = null,
    count = 1,
  ): void {
    const key = JSON.stringify([code, sheet])
    const known = this.#found.get(key)
    if (known !== undefined) known.count += count
    else this.#found.set(key, { finding: { code, sheet, row, column, count }, count })
  }

  all(): readonly BookFinding[] {
    return [...this.#found.values()].map(({ finding, count }) => ({ ...finding, count }))
  }
}
