const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 160 random bits as eight groups of four letters without I, L, O, U, to be printed once and kept in a safe. */
export function recoveryKeyText(bytes: Uint8Array): string {
  let bits = 0n
  for (const byte of bytes.subarray(0, 20)) bits = (bits << 8n) | BigInt(byte)
  const letters = Array.from({ length: 32 }, (_, index) =>
    alphabet.charAt(Number((bits >> BigInt((31 - index) * 5)) & 31n)),
  ).join('')
  return (letters.match(/.{4}/g) ?? []).join('-')
}

/** As typed from paper: spaces, hyphens and case do not matter, O is 0, I and L are 1. */
export function normaliseRecoveryKey(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐－ー]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (letters.length !== 32 || [...letters].some((letter) => !alphabet.includes(letter))) return null
  return (letters.match(/.{4}/g) ?? []).join('-')
}
