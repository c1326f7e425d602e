import { afterAll, expect, test } from 'vitest'
import { EventHub } from '../../src/main/backend/event-hub.ts'
import { LedgerSession } from '../../src/main/backend/session.ts'
import { quietTask, WorkerPool } from '../../src/main/backend/worker-pool.ts'

const entry = (name: string) => new URL(`./fixtures/${name}.ts`, import.meta.url)
const pool = new WorkerPool({
  entries: {
    writer: entry('unopening-writer'),
    reader: entry('tried-worker'),
    render: entry('tried-worker'),
    intake: entry('tried-worker'),
  },
  prepare: async () => {},
  onIncident: () => 'number',
  onWaiting: () => {},
})
afterAll(() => pool.stop())

test('a ledger that was made and does not open still gives its recovery key, and why', async () => {
  const session = new LedgerSession({
    pool,
    hub: new EventHub(),
    now: () => new Date(),
    owner: '山田',
    onOpened: () => {},
    onClosing: async () => {},
  })
  const input = {
    kind: 'empty',
    path: '/x/y.daicho',
    name: 'y',
    passphrase: 'x'.repeat(12),
    staff: '山田',
  } as const
  expect(await session.create(input, quietTask(null))).toMatchObject({
    path: '/x/y.daicho',
    recoveryKey: 'ABCD-EFGH',
    ledger: null,
    failure: { code: 'diskFull' },
  })
  expect(session.status()).toBeNull()
})
