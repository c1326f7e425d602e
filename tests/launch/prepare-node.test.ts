import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const prepare = join(import.meta.dirname, '../../src/main/prepare-node.mjs')

/** Starts Node with another version written over its own, as an old Node would show it. */
function startAs(version: string) {
  const data = mkdtempSync(join(tmpdir(), 'fukushi-node-'))
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`
  const started = spawnSync(
    process.execPath,
    ['--import', pretend, '--import', prepare, '-e', "process.stdout.write('went on')"],
    { encoding: 'utf8', env: { ...process.env, FUKUSHI_DATA: data } },
  )
  rmSync(data, { recursive: true, force: true })
  return started
}

describe('the Node version', () => {
  test.each(['18.20.0', '20.19.5', '22.17.0', '23.5.0'])(
    '%s is refused in Japanese before anything loads',
    (version) => {
      const { status, stdout, stderr } = startAs(version)
      expect({ status, stdout }).toEqual({ status: 4, stdout: '' })
      expect(stderr).toContain(`Node.js ${version} では動きません`)
    },
  )

  test.each(['22.18.0', '23.6.0', '24.21.0', '26.0.0'])('%s goes on', (version) => {
    expect(startAs(version)).toMatchObject({ status: 0, stdout: 'went on', stderr: '' })
  })
})
