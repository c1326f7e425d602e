import { expect, test } from 'vitest'
import { dataFolder } from '../../src/main/services/data-folder.ts'

test.each([
  ['linux', {}, '/home/u/.local/share/fukushi-daicho'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/fukushi-daicho'],
  // XDG: a relative path must be ignored.
  ['linux', { XDG_DATA_HOME: 'data' }, '/home/u/.local/share/fukushi-daicho'],
  ['darwin', {}, '/home/u/Library/Application Support/fukushi-daicho'],
  ['linux', { FUKUSHI_DATA: '/tmp/x', XDG_DATA_HOME: '/data' }, '/tmp/x'],
] as const)('%s %o → %s', (platform, variables, expected) => {
  expect(dataFolder(variables, platform, '/home/u')).toBe(expected)
})
