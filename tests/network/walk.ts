import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Backend } from '../../src/main/backend/backend.ts'
import { hostPlatform } from '../../src/main/host/platform.ts'

/** A stranger's walk through the whole backend, for the test that counts sockets. */
const [folder = ''] = process.argv.slice(2)
const source = (name: string) => new URL(`../../src/main/backend/${name}-worker.ts`, import.meta.url)
const backend = new Backend({
  dataFolder: folder,
  entries: {
    writer: source('writer'),
    reader: source('reader'),
    render: source('render'),
    intake: source('intake'),
  },
  door: hostPlatform({ version: '0.0.0', reason: null }),
})

async function call<T>(name: string, input: unknown = {}): Promise<T> {
  const answer = await backend.call({ name, input, jobId: null })
  if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`)
  return answer.value as T
}

await call('ledger.openDemo')
const { papers } = await call<{ papers: { id: string }[] }>('papers.list')
const id = papers[0]?.id ?? ''
await call('papers.read', { id })
await call('papers.preview', { id })
mkdirSync(join(folder, 'out'))
const chosen = await call<{ folder: { handle: string } }>('platform.chooseFolder', {
  purpose: 'export',
  path: join(folder, 'out'),
})
const target = chosen.folder.handle
await call('papers.export', { id, formats: ['pdf', 'xlsx'], edition: 'internal', folder: target })
await call('records.export', { folder: target })
await call('backup.create', { folder: null })
await call('history.verify')
await backend.close()
process.stdout.write('walked\n')
