import { cpSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mutate } from '../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../src/main/ledger/open/close.ts'
import { action, expectOk, newLedger, scratchFolder, type TestLedger, write } from '../ledger/support.ts'
import { detected, detectedIn } from './detect.ts'
import { randomNumbers } from './random.ts'

/** A ledger as a power cut leaves it: its last ten saved rows stand in the write-ahead log alone. */
async function afterPowerCut(): Promise<TestLedger> {
  const made = await newLedger()
  const ledger = write(made)
  for (let number = 0; number < 10; number += 1) {
    expectOk(mutate(ledger, action('venue.add'), (to) => to.insert('venue', { code: `v${number}` })))
  }
  const path = join(scratchFolder(), '停電.daicho')
  cpSync(made.path, path, { recursive: true })
  closeLedger(ledger)
  return { ...made, path }
}

function flip(file: string, at: number, bit: number): void {
  const bytes = readFileSync(file)
  const place = at % bytes.length
  bytes.writeUInt8((bytes[place] ?? 0) ^ (1 << bit), place)
  writeFileSync(file, bytes)
}

/** Each with how many flips; the long run takes more: DAICHO_FLIPS=1000. */
const flips = Number(process.env.DAICHO_FLIPS ?? 12)

describe('one flipped bit is never silent', () => {
  test('the ledger itself, unspoilt, raises no alarm', async () => {
    const made = await newLedger()
    expect(detected(made)).toBeNull()
    expect(detected(await afterPowerCut())).toBeNull()
  })

  test.each(['ledger.db', 'anchor', 'keys.json'])('in %s', async (name) => {
    const made = await newLedger()
    const random = randomNumbers(7)
    const copy = join(scratchFolder(), '写し.daicho')
    for (let number = 0; number < flips; number += 1) {
      const at = random(2 ** 30)
      const bit = random(8)
      const told = detectedIn(made, copy, (folder) => flip(join(folder, name), at, bit))
      expect(told, `${name}: byte ${at}, bit ${bit}`).not.toBeNull()
    }
  })

  test('in the write-ahead log: SQLite drops the tail in silence, the anchor does not', async () => {
    const made = await afterPowerCut()
    const random = randomNumbers(11)
    const copy = join(scratchFolder(), '写し.daicho')
    for (let number = 0; number < flips; number += 1) {
      const at = random(2 ** 30)
      const bit = random(8)
      const told = detectedIn(made, copy, (folder) => flip(join(folder, 'ledger.db-wal'), at, bit))
      expect(told, `byte ${at}, bit ${bit}`).not.toBeNull()
    }
  })
})

describe('a truncated file is never silent', () => {
  test.each(['ledger.db', 'ledger.db-wal', 'anchor', 'keys.json'])('%s', async (name) => {
    // What is cut off ledger.db may stand in the log as well, and is then not lost: a ledger that was closed.
    const made = name === 'ledger.db' ? await newLedger() : await afterPowerCut()
    const { length } = readFileSync(join(made.path, name))
    const copy = join(scratchFolder(), '写し.daicho')
    for (const part of [0, 0.001, 0.3, 0.7, 0.99]) {
      const told = detectedIn(made, copy, (folder) =>
        truncateSync(join(folder, name), Math.floor(length * part)),
      )
      expect(told, `${name} cut at ${part}`).not.toBeNull()
    }
  })
})
