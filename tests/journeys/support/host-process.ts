/**
 * The local browser host in a process of its own, that a test may kill:
 * `node host-process.ts DATA-FOLDER SCREENS-FOLDER`; prints its address.
 */
import { runHost } from '../../../src/main/host.ts'

const [dataFolder = '', screens = ''] = process.argv.slice(2)
const host = await runHost({
  dataFolder,
  screens: Promise.resolve(screens),
  port: 0,
  reason: null,
  begin: { kind: 'nothing' },
})
console.log(`address: ${host.address}`)
