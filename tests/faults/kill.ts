import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import { createLedger } from '../../src/main/ledger/open/create.ts'
import { killCampaign } from './kill-campaign.ts'

/** The long run: `node tests/faults/kill.ts --points 1000 --seed 1`. Prints JSON; exit code 1 when anything was lost. */
const { values } = parseArgs({
  options: { points: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
})
const folder = mkdtempSync(join(tmpdir(), 'daicho-kill-'))
try {
  const environment = systemEnvironment()
  const made = await createLedger({
    path: join(folder, '原本.daicho'),
    name: '試験',
    passphrase: 'kill -9 campaign',
    staff: '山田',
    environment,
    cost: { N: 2 ** 10, r: 8, p: 1 },
  })
  if (!made.ok) throw new Error(made.error.code)
  const started = performance.now()
  const target = { path: made.value.path, key: made.value.key, environment, folder }
  const report = await killCampaign(target, Number(values.points), Number(values.seed))
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(JSON.stringify({ work: 'kill -9', seed: Number(values.seed), seconds, ...report }, null, 2))
  process.exitCode = report.failures.length === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
