/** Writes one file again and again, each time filled with another byte, until it is killed. */
import { writeFileSafely } from '../../src/main/export/files.ts'

const path = process.argv[2] ?? ''
for (let round = 0; ; round++) {
  await writeFileSafely(path, new Uint8Array(300_000).fill((round % 250) + 1))
  if (round === 0) process.send?.('first file written')
}
