import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { hasDisplay } from '../../src/main/launch/browser.ts'
import { findRuntime } from '../../src/main/launch/runtime.ts'
import { openWindow } from '../../src/main/launch/window.ts'
import { dataFolder } from '../../src/main/services/data-folder.ts'

/**
 * Smoke test in real Electron, wherever its runtime is present (beside the package, or fetched by an earlier
 * `npm start`) and a display is there. Where it is not, it says so loudly: a green run is then no proof.
 */
test('real Electron shows the window', async () => {
  const { platform, arch } = process
  const variables = { ...process.env }
  delete variables.FUKUSHI_DATA
  const program = findRuntime({ dataFolder: dataFolder(variables), platform, arch })
  if (program === null || !hasDisplay(platform, process.env)) {
    const why = program === null ? 'its runtime is not on this machine' : 'there is no display'
    process.stderr.write(
      `\n!!! NOT RUN in real Electron: ${why}. The shell was tried against a stand-in only.\n\n`,
    )
    expect(why).not.toBe('')
    return
  }
  const data = mkdtempSync(join(tmpdir(), 'fukushi-electron-'))
  const outcome = await openWindow({
    program,
    project: join(import.meta.dirname, '../..'),
    variables: { ...process.env, FUKUSHI_DATA: data },
    withinMs: 30_000,
    // Root and containers have no sandbox; used in tests only.
    parameters: ['--no-sandbox'],
  })
  expect(outcome.kind).toBe('shown')
  if (outcome.kind === 'shown') outcome.end()
  rmSync(data, { recursive: true, force: true, maxRetries: 5 })
})
