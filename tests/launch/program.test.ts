import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { packProgram } from '../../src/main/launch/program.ts'
import { programEntries, programFolder } from '../../src/main/launch/program-place.mjs'

const root = join(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'fukushi-program-'))
const prepare = join(root, 'src/main/prepare-node.mjs')
process.env.FUKUSHI_DATA = data
afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }))

const urlOf = (...parts: readonly string[]) => pathToFileURL(join(...parts)).href

/** The files that Node loads for a piece of the program, in its process or in a thread of it. */
function loadedBy(program: string): string[] {
  const heard = `data:text/javascript,${encodeURIComponent(`
    import { registerHooks } from 'node:module'
    registerHooks({ load: (url, context, next) => (console.log(url), next(url, context)) })`)}`
  const file = join(data, 'ask.mjs')
  writeFileSync(file, program)
  const started = spawnSync(process.execPath, ['--import', prepare, '--import', heard, file], {
    encoding: 'utf8',
    env: { ...process.env, FUKUSHI_DATA: data },
  })
  expect(started.stderr).not.toContain('Error')
  return started.stdout.split('\n').filter((url) => url.startsWith('file:'))
}

const thread = `
  import { Worker } from 'node:worker_threads'
  const worker = new Worker(new URL(${JSON.stringify(urlOf(root, programEntries['render-worker'] ?? ''))}))
  worker.once('online', () => setTimeout(() => worker.terminate(), 1_000))`
const ask = `await import(${JSON.stringify(urlOf(root, programEntries['command-line'] ?? ''))})`

test('the sources run until they are packed; then a process and its threads load the packed program', async () => {
  expect(loadedBy(thread)).toContain(urlOf(root, 'src/main/backend/worker-loop.ts'))
  const folder = programFolder()
  expect(await packProgram(folder)).toBe(true)
  const ours = (urls: readonly string[]) => urls.filter((url) => url.startsWith(urlOf(root, 'src')))
  // What was loaded before the entry is plain JavaScript.
  expect(ours(loadedBy(thread)).filter((url) => url.endsWith('.ts'))).toEqual([])
  expect(loadedBy(thread)).toContain(urlOf(folder, 'render-worker.mjs'))
  const urls = loadedBy(ask)
  expect(urls).toContain(urlOf(folder, 'command-line.mjs'))
  expect(ours(urls).filter((url) => url.endsWith('.ts'))).toEqual([])
}, 30_000)

test('the packed program finds packages, fonts and threads where the sources do', async () => {
  const folder = programFolder()
  await packProgram(folder)
  const made = spawnSync(
    process.execPath,
    ['--import', prepare, join(root, 'src/main/cli.ts'), 'demo', join(data, '見本')],
    { encoding: 'utf8', env: { ...process.env, FUKUSHI_DATA: data } },
  )
  expect(made).toMatchObject({ status: 0 })
  const written = spawnSync(
    process.execPath,
    [
      '--import',
      prepare,
      join(root, 'src/main/cli.ts'),
      'report',
      'council',
      '--ledger',
      join(data, '見本'),
    ].concat(['--fy', '2024', '--format', 'pdf', '--out', join(data, '資料')]),
    { encoding: 'utf8', env: { ...process.env, FUKUSHI_DATA: data } },
  )
  expect(written).toMatchObject({ status: 0 })
  expect(readdirSync(join(data, '資料'))).toHaveLength(1)
}, 30_000)

test('no path of a module is left to where the packed program lies', async () => {
  const folder = programFolder()
  await packProgram(folder)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.mjs'),
  )
  const lost = files.filter((name) => readFileSync(join(folder, name), 'utf8').includes('import.meta.url'))
  expect(lost).toEqual([])
}, 30_000)
