import type { Filter } from '../statistics/definition.ts'
import type { TimeFound } from './read-time.ts'

const from = (age: number): Filter => ({ field: 'age', operator: '>=', age })
const upTo = (age: number): Filter => ({ field: 'age', operator: '<=', age })

interface Rule {
  readonly pattern: RegExp
  filters(first: number, second: number): readonly Filter[]
}

const rules: readonly Rule[] = [
  { pattern: /(\d{1,3})歳?(?:以上|から)(\d{1,3})歳(?:以下|まで)/y, filters: (a, b) => [from(a), upTo(b)] },
  { pattern: /(\d{1,3})歳?(?:以上|から)(\d{1,3})歳未満/y, filters: (a, b) => [from(a), upTo(b - 1)] },
  { pattern: /(\d{1,3})歳から(\d{1,3})歳/y, filters: (a, b) => [from(a), upTo(b)] },
  { pattern: /(\d{1,3})(?:歳)?[~-](\d{1,3})歳/y, filters: (a, b) => [from(a), upTo(b)] },
  { pattern: /(\d{2})代?(?:~|から|-)(\d{2})代/y, filters: (a, b) => [from(a), upTo(b + 9)] },
  { pattern: /(\d{2})代以上/y, filters: (a) => [from(a)] },
  { pattern: /(\d{2})代以下/y, filters: (a) => [upTo(a + 9)] },
  { pattern: /80代/y, filters: () => [from(80), upTo(89)] },
  { pattern: /(\d{2})(?:歳)?代/y, filters: (a) => [from(a), upTo(a + 9)] },
  { pattern: /(\d{1,3})歳?(?:以上|超)/y, filters: (a) => [from(a)] },
  { pattern: /(\d{1,3})歳未満/y, filters: (a) => [upTo(a - 1)] },
  { pattern: /(\d{1,3})歳?(?:以下|まで)/y, filters: (a) => [upTo(a)] },
  { pattern: /(\d{1,3})歳/y, filters: (a) => [from(a), upTo(a)] },
]

/** An age at a place of a folded question: 「30歳以上」, 「40代」, 「18歳から29歳」, 「30歳未満」; or null. */
export function readAge(text: string, at: number): TimeFound | null {
  for (const { pattern, filters } of rules) {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (match === null) continue
    const found = filters(Number(match[1]), Number(match[2]))
    const sound = found.every((filter) => 'age' in filter && filter.age >= 0 && filter.age <= 150)
    if (sound) return { length: match[0].length, options: [{ kind: 'filter', filters: found }] }
  }
  return null
}
