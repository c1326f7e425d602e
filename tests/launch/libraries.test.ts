import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { gatherLibraries } from '../../src/main/launch/libraries.ts'
import { librariesFolder } from '../../src/main/launch/libraries-place.mjs'

const root = join(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'fukushi-libraries-'))
const prepare = join(root, 'src/main/prepare-node.mjs')
afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }))

/** The files that a module makes Node load, as paths from `node_modules` or from the data folder. */
function loadedBy(file: string): string[] {
  const program = `
    import { registerHooks } from 'node:module'
    registerHooks({ load: (url, context, next) => (console.log(url), next(url, context)) })
    await import(${JSON.stringify(pathToFileURL(join(root, file)).href)})`
  const started = spawnSync(
    process.execPath,
    ['--import', prepare, '--input-type=module', '--eval', program],
    { encoding: 'utf8', env: { ...process.env, FUKUSHI_DATA: data } },
  )
  expect(started.stderr).toBe('')
  return started.stdout.split('\n').filter((url) => url !== '')
}

const ofKysely = (urls: readonly string[]) => urls.filter((url) => url.includes('kysely'))

test('libraries are loaded as they are until they are gathered, then from one file each', async () => {
  expect(ofKysely(loadedBy('src/main/ledger/query.ts')).length).toBeGreaterThan(100)
  const folder = join(data, 'cache', 'libraries', basename(librariesFolder()))
  expect(await gatherLibraries(folder)).toBe(true)
  const urls = ofKysely(loadedBy('src/main/ledger/query.ts'))
  expect(urls).toEqual([pathToFileURL(join(folder, 'kysely.mjs')).href])
}, 30_000)
