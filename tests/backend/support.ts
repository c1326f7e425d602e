import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { Backend } from '../../src/main/backend/backend.ts'
import { hostPlatform } from '../../src/main/host/platform.ts'
import { systemEnvironment } from '../../src/main/ledger/environment.ts'
import { createDemonstration } from '../../src/main/services/demo/create-demonstration.ts'
import type { RequestInput, RequestName, RequestOutput } from '../../src/shared/contract/contract.ts'
import type { Result } from '../../src/shared/contract/errors.ts'

const source = (name: string) => new URL(`../../src/main/backend/${name}-worker.ts`, import.meta.url)

/** A folder of the test file's own, gone at its end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'fukushi-backend-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

/** A demonstration ledger whose key takes no time to derive. */
export async function demonstration(folder: string): Promise<string> {
  const path = join(folder, '見本.daicho')
  const cost = { N: 1024, r: 8, p: 1 }
  const made = await createDemonstration({ path, environment: systemEnvironment(), cost })
  if (!made.ok) throw new Error(made.error.code)
  return path
}

/** The real backend with its real threads. */
export function startBackend(folder: string): Backend {
  const backend = new Backend({
    dataFolder: join(folder, 'data'),
    entries: {
      writer: source('writer'),
      reader: source('reader'),
      render: source('render'),
      intake: source('intake'),
    },
    door: hostPlatform({ version: '0.0.0', reason: null }),
  })
  afterAll(() => backend.close())
  return backend
}

/** A typed call. */
export async function call<Name extends RequestName>(
  backend: Backend,
  name: Name,
  input: RequestInput<Name>,
  jobId: string | null = null,
): Promise<Result<RequestOutput<Name>>> {
  return (await backend.call({ name, input, jobId })) as Result<RequestOutput<Name>>
}

export function answerOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.parameters)}`)
  return result.value
}
