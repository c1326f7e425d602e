import * as fs from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Environment, systemEnvironment } from '../../src/main/ledger/environment.ts'
import { networkPlace, syncedFolder } from '../../src/main/ledger/open/place.ts'
import { scratchFolder } from './support.ts'

const mounts = `/dev/sda1 / ext4 rw 0 0
server:/export /mnt/nfs nfs4 rw 0 0
//server/share /mnt/share\\040folder cifs rw 0 0
me@host:/ /mnt/ssh fuse.sshfs rw 0 0
tmpfs /mnt/nfs/local tmpfs rw 0 0
`

function linux(): Environment {
  const readFileSync = ((path: string, encoding: 'utf8') =>
    path === '/proc/mounts' ? mounts : fs.readFileSync(path, encoding)) as typeof fs.readFileSync
  return systemEnvironment({
    platform: 'linux',
    variables: {},
    files: { ...fs, readFileSync, existsSync: () => false },
  })
}

function windows(real: (path: string) => string): Environment {
  const realpathSync = Object.assign((path: fs.PathLike) => real(String(path)), {
    native: (path: fs.PathLike) => real(String(path)),
  }) as typeof fs.realpathSync
  return systemEnvironment({
    platform: 'win32',
    variables: {},
    files: { ...fs, realpathSync, existsSync: () => true },
  })
}

describe('a network drive', () => {
  test.each([
    ['/mnt/nfs/a.daicho', 'nfs4'],
    ['/mnt/share folder/課/a.daicho', 'cifs'],
    ['/mnt/ssh/a.daicho', 'fuse.sshfs'],
    ['/mnt/nfs/local/a.daicho', null],
    ['/mnt/nfsx/a.daicho', null],
    ['/home/a.daicho', null],
  ])('%s on Linux: %s', (path, expected) => {
    expect(networkPlace(path, linux())).toBe(expected)
  })

  test('on Windows a mapped drive shows its server behind the letter', () => {
    expect(
      networkPlace(
        'Z:\\a.daicho',
        windows(() => '\\\\server\\share\\a.daicho'),
      ),
    ).toBe('UNC')
    expect(
      networkPlace(
        'C:\\a.daicho',
        windows((path) => path),
      ),
    ).toBeNull()
  })
})

describe('a synchronised folder', () => {
  test.each([
    'OneDrive',
    'OneDrive - 西東京市',
    'Dropbox',
    'Google Drive',
    'マイドライブ',
    'iCloudDrive',
    'Box',
    'Nextcloud',
  ])('is told by its name: %s', (name) => {
    const folder = join('/home/me', name)
    expect(syncedFolder(join(folder, '課', 'a.daicho'), linux())).toBe(folder)
  })

  test.each(['/home/me/OneDriveの説明/a.daicho', '/home/me/Boxes/a.daicho', '/home/me/Documents/a.daicho'])(
    'is not told by half a name: %s',
    (path) => {
      expect(syncedFolder(path, linux())).toBeNull()
    },
  )

  test('is told by what the synchroniser leaves there, and by the variable that names it', () => {
    const folder = scratchFolder()
    const path = join(folder, '課', 'a.daicho')
    expect(syncedFolder(path, systemEnvironment())).toBeNull()
    expect(
      syncedFolder(path, systemEnvironment({ variables: { OneDriveCommercial: fs.realpathSync(folder) } })),
    ).toBe(folder)
    fs.mkdirSync(join(folder, '.stfolder'))
    expect(syncedFolder(path, systemEnvironment())).toBe(folder)
  })
})
