import { fail } from '../failures.ts'

/** Shortest passphrase for a ledger, in characters. Length is what scrypt cannot give. */
export const minimumPassphraseLength = 12

/**
 * The published passphrase of every demonstration ledger: it goes through the same code as any other.
 * It protects nothing; the figures in that ledger are fictional.
 */
export const demonstrationPassphrase = 'fukushi-daicho-demonstration'

/** The same words typed through an IME in full width are the same passphrase. */
export function normalisePassphrase(passphrase: string): string {
  return passphrase.normalize('NFKC')
}

/** Stops with `passwordTooShort` {least}. */
export function requireLongPassphrase(passphrase: string): void {
  if ([...normalisePassphrase(passphrase)].length < minimumPassphraseLength) {
    fail('passwordTooShort', { least: minimumPassphraseLength }, 'passphrase')
  }
}
