import { type Host, startHost } from '../../../src/main/host/server.ts'
import { Site } from '../../../src/main/site.ts'
import { type FakeBackend, fakeBackend } from '../../renderer/fake/backend.ts'
import { screensFolder } from './screens.ts'

/** The real host and the built screens over the contract in memory. */
export async function startFakeHost(
  options: Parameters<typeof fakeBackend>[0] = {},
): Promise<{ readonly host: Host; readonly backend: FakeBackend }> {
  const backend = fakeBackend(options)
  const site = new Site(screensFolder())
  const host = await startHost({ backend, site, port: 0, onAbandoned: () => {} })
  return { host, backend }
}
