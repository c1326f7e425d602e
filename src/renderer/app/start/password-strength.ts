export type Strength =
  | { readonly kind: 'empty' }
  | { readonly kind: 'short'; readonly rest: number }
  | { readonly kind: 'weak' | 'fair' | 'strong' }

export const leastLength = 12

/**
 * How hard a password is to guess, roughly: its length, how many kinds of characters it mixes, and whether
 * it runs in a row (aaaa, 1234, abcd). Only advice: the ledger itself asks for the length alone.
 */
export function strengthOf(passphrase: string): Strength {
  const characters = [...passphrase]
  if (characters.length === 0) return { kind: 'empty' }
  if (characters.length < leastLength) return { kind: 'short', rest: leastLength - characters.length }
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^\x20-\x7e]/, /[^\w\u0080-\uffff]/].filter((kind) =>
    kind.test(passphrase),
  ).length
  const steps = characters.filter((character, index) => {
    const before = characters[index - 1]?.codePointAt(0)
    const here = character.codePointAt(0) ?? 0
    return before !== undefined && Math.abs(here - before) > 1
  }).length
  const score = Math.min(new Set(characters).size, steps + 1) * (kinds >= 3 ? 1.5 : kinds === 2 ? 1.2 : 1)
  if (score < 9) return { kind: 'weak' }
  return { kind: score < 15 ? 'fair' : 'strong' }
}
