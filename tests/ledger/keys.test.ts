import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { macWith } from '../../src/main/ledger/history/hmac.ts'
import { waitAfter } from '../../src/main/ledger/keys/attempts.ts'
import { deriveKeys } from '../../src/main/ledger/keys/derive.ts'
import { readKeyFile } from '../../src/main/ledger/keys/key-file.ts'
import { normaliseRecoveryKey, recoveryKeyText } from '../../src/main/ledger/keys/recovery-key.ts'
import { openSlot, sealSlot, standardCost } from '../../src/main/ledger/keys/slots.ts'
import { cheap, newLedger } from './support.ts'

describe('keys', () => {
  test('our HMAC is HMAC', () => {
    const bytes = fc.uint8Array({ maxLength: 64 })
    fc.assert(
      fc.property(bytes, fc.string({ unit: 'binary' }), (key, message) => {
        expect(macWith(key)(message)).toEqual(createHmac('sha256', key).update(message).digest())
      }),
    )
  })

  test('the standard cost is that of the design', () => {
    expect(standardCost).toEqual({ N: 131_072, r: 8, p: 1 })
  })

  test('a slot opens for its passphrase, its ledger and its name only', async () => {
    const { environment } = await newLedger()
    const key = environment.randomBytes(32)
    const about = { kind: 'user', label: '山田', passphrase: '合言葉', cost: cheap } as const
    const slot = await sealSlot('ledger', key, about, environment)
    expect(await openSlot('ledger', slot, '合言葉')).toEqual(Buffer.from(key))
    expect(await openSlot('ledger', slot, '合言葉。')).toBeNull()
    expect(await openSlot('another', slot, '合言葉')).toBeNull()
    expect(await openSlot('ledger', { ...slot, label: '鈴木' }, '合言葉')).toBeNull()
    expect(await openSlot('ledger', { ...slot, cost: { ...cheap, N: 2 ** 11 } }, '合言葉')).toBeNull()
  })

  test('every purpose and every ledger has keys of its own', () => {
    const key = Buffer.alloc(32, 1)
    const all = [deriveKeys(key, 'a'), deriveKeys(key, 'b')].flatMap((keys) => Object.values(keys))
    expect(new Set(all.map((bytes) => bytes.toString('hex'))).size).toBe(all.length)
  })

  test('the key file names no one’s figures, and holds no key', async () => {
    const made = await newLedger()
    const file = readKeyFile(join(made.path, 'keys.json'), made.environment)
    expect(file.slots.map(({ kind }) => kind)).toEqual(['user', 'recovery'])
    expect(JSON.stringify(file)).not.toContain(made.key.toString('base64'))
  })

  test('waits: 0 0 0 2 4 8 …, at most five minutes', () => {
    expect([1, 2, 3, 4, 5, 6].map(waitAfter)).toEqual([0, 0, 0, 2, 4, 8])
    expect(waitAfter(1_000_000)).toBe(300)
  })

  test('a recovery key survives being copied by hand', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
        const text = recoveryKeyText(bytes)
        const sloppy = ` ${text.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `
        expect(normaliseRecoveryKey(sloppy)).toBe(text)
      }),
    )
    expect(normaliseRecoveryKey('短い')).toBeNull()
  })
})
