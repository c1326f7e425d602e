import { v7 } from 'uuid'
import type { Day } from '../../../shared/time/day.ts'
import { randomStream } from './random.ts'

/** Makes the next id of a kind of row; the day becomes the time part, so that ids sort by day. */
export type MakeId = (day: Day) => string

/** UUIDv7 ids that are the same for the same seed and part. */
export function idStream(seed: number, part: string): MakeId {
  const random = randomStream(seed, `ids/${part}`)
  let sequence = 0
  return (day) => {
    sequence += 1
    return v7({ msecs: Date.parse(`${day}T00:00:00Z`), seq: sequence, random: random.bytes(16) })
  }
}
