import { afterAll, describe, expect, test } from 'vitest'
import type { Incident } from '../../src/main/backend/protocol.ts'
import { WorkerHandle } from '../../src/main/backend/worker-handle.ts'
import { quietTask } from '../../src/main/backend/worker-pool.ts'

const incidents: { request: string; incident: Incident }[] = []
const prepared: string[] = []
const worker = new WorkerHandle({
  name: 'tried',
  entry: new URL('./fixtures/tried-worker.ts', import.meta.url),
  prepare: async () => void prepared.push('prepared'),
  onIncident: (request, incident) => {
    incidents.push({ request, incident })
    return `number-${incidents.length}`
  },
})
afterAll(() => worker.stop())

const run = (name: string, input: unknown = null, task = quietTask(null)) => worker.run(name, input, task)
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: { appError: { code: string } }) => error.appError.code,
  )

describe('a thread', () => {
  test('answers', async () => {
    expect(await run('echo', { a: ['あ', 1, null] })).toEqual({ a: ['あ', 1, null] })
  })

  test('gives typed failures as they are, without a log entry', async () => {
    incidents.length = 0
    expect(await codeOf(run('refuse'))).toBe('notFound')
    expect(incidents).toEqual([])
  })

  test('gives a bug as internal with an incident number; its message never reaches the log', async () => {
    incidents.length = 0
    const failure = await run('bug', '秘密の氏名').catch((error: unknown) => error)
    expect(failure).toMatchObject({ appError: { code: 'internal', parameters: { incident: 'number-1' } } })
    expect(incidents[0]?.incident.frames.length).toBeGreaterThan(0)
    expect(JSON.stringify(incidents)).not.toContain('秘密の氏名')
  })

  test('does not know names of Object’s own properties', async () => {
    for (const name of ['constructor', '__proto__', 'toString', 'nothing']) {
      expect(await codeOf(run(name))).toBe('unknownRequest')
    }
  })

  test('moves bytes instead of copying them', async () => {
    const { bytes } = (await run('bytes')) as { bytes: Uint8Array }
    expect([...bytes]).toEqual([1, 2, 3])
  })

  test('stops synchronous work when it is cancelled', async () => {
    const task = quietTask(null)
    const running = codeOf(run('spin', null, task))
    setTimeout(() => Atomics.store(task.cancel, 0, 1), 50)
    expect(await running).toBe('cancelled')
  })

  test('that dies fails what is pending, and a new one answers', async () => {
    const before = prepared.length
    const pending = codeOf(run('wait'))
    expect(await codeOf(run('die'))).toBe('workerStopped')
    expect(await pending).toBe('workerStopped')
    expect(await run('echo', 'again')).toBe('again')
    expect(prepared.length).toBe(before + 1)
  })

  test('that throws outside a task is replaced as well', async () => {
    expect(await codeOf(run('throwLater'))).toBe('workerStopped')
    expect(await run('echo', 1)).toBe(1)
  })

  test('refuses input that cannot cross', async () => {
    await expect(run('echo', () => {})).rejects.toThrow()
    expect(worker.pending).toBe(0)
  })
})
