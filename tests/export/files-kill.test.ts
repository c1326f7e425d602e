import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeFileSafely } from '../../src/main/export/files.ts'

const kills = 8

test('kill −9 while files are written: the file is the old or the new one, whole; leftovers go with the next write', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fukushi-kill-'))
  const path = join(folder, 'a.pdf')
  try {
    for (let round = 0; round < kills; round++) {
      const writer = fork(new URL('./write-for-ever.ts', import.meta.url), [path], { stdio: 'ignore' })
      const ended = once(writer, 'exit')
      await once(writer, 'message')
      await new Promise((resolve) => setTimeout(resolve, (round * 7) % 31))
      writer.kill('SIGKILL')
      await ended
      const bytes = readFileSync(path)
      expect(bytes.length).toBe(300_000)
      expect(new Set(bytes).size).toBe(1)
    }
    await writeFileSafely(path, new Uint8Array([1, 2, 3]))
    expect(readdirSync(folder)).toEqual(['a.pdf'])
    expect([...readFileSync(path)]).toEqual([1, 2, 3])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
