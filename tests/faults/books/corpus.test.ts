import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { errorWords } from '../../../src/shared/words/errors.ts'
import { hostileFiles } from './corpus.ts'

interface Line {
  readonly name: string
  readonly refused: string | null
  readonly file?: string
  readonly findings?: readonly string[]
  readonly rows?: number
  readonly milliseconds: number
  readonly megabytes: number
}

const script = fileURLToPath(new URL('read-corpus.ts', import.meta.url))
const printed = execFileSync(process.execPath, ['--expose-gc', script], {
  encoding: 'utf8',
  maxBuffer: 1 << 24,
})
const lines = new Map(
  printed
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
    .map((line) => [line.name, line]),
)

/** Attack: files that break, blow up or deceive the reader (trust, "Files coming in are hostile"). */
describe('hostile books get an answer', () => {
  test.each(hostileFiles)('$name', ({ name, refused, findings = [], rows }) => {
    const line = lines.get(name)
    if (refused !== undefined) {
      expect(line).toMatchObject({ refused, file: name })
      expect(errorWords[refused].next).not.toBe('')
    } else {
      expect(line).toMatchObject({ refused: null, findings: [...findings].sort(), rows })
    }
    expect(line?.milliseconds).toBeLessThan(10_000)
    expect(line?.megabytes).toBeLessThan(600)
  })
})
