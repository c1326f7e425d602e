import { dirname, join, sep } from 'node:path'
import type { Environment } from '../environment.ts'
import { appErrorOf, fail } from '../failures.ts'

/** File systems of other machines, as /proc/mounts names them. FUSE alone says nothing: sshfs and rclone do. */
const networkFileSystems =
  /^(nfs\d?|cifs|smb\d?|smbfs|afs|afpfs|ncpfs|davfs\d?|webdav|ceph|glusterfs|fuse\.(sshfs|rclone|davfs2?|s3fs|gvfsd-fuse|glusterfs|cifs))$/

/** Folder names that synchronising programs give themselves. */
const syncedNames = [
  /^OneDrive( -.*|-.*)?$/i,
  /^Dropbox( \(.*\))?$/i,
  /^Google ?Drive$/i,
  /^(My Drive|マイドライブ)$/i,
  /^(iCloudDrive|iCloud Drive|Mobile Documents)$/i,
  /^CloudStorage$/,
  /^Box( Sync)?$/,
  /^(Nextcloud|ownCloud|pCloudDrive|MEGAsync|SynologyDrive|Syncthing)$/i,
]

/** Files and folders that they leave at the top of what they synchronise. */
const syncedMarkers = [
  '.stfolder',
  '.dropbox',
  '.dropbox.cache',
  '.nextcloudsync.log',
  '.owncloudsync.log',
  '.SynologyWorkingDirectory',
]

/** From the folder up to the root, so far as it exists. */
function ancestors(path: string): string[] {
  const parent = dirname(path)
  return parent === path ? [path] : [path, ...ancestors(parent)]
}

/** The real place behind links, mapped drives (Windows gives `\\server\share`) and not yet made folders. */
function realPlace(path: string, environment: Environment): string {
  for (const place of ancestors(path)) {
    if (!environment.files.existsSync(place)) continue
    try {
      return environment.files.realpathSync.native(place) + path.slice(place.length)
    } catch (error) {
      if (appErrorOf(error) === null) throw error
      return path
    }
  }
  return path
}

function unescapeMount(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_all, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  )
}

/** The type of the file system that a place lies on, where the system tells (Linux). */
function fileSystemOf(path: string, environment: Environment): string | null {
  if (environment.platform !== 'linux') return null
  let mounts: string
  try {
    mounts = environment.files.readFileSync('/proc/mounts', 'utf8')
  } catch (error) {
    if (appErrorOf(error) === null) throw error
    return null
  }
  let best = { point: '', type: null as string | null }
  for (const line of mounts.split('\n')) {
    const [, pointText, type] = line.split(' ')
    if (pointText === undefined || type === undefined) continue
    const point = unescapeMount(pointText)
    const inside = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`)
    if (inside && point.length >= best.point.length) best = { point, type }
  }
  return best.type
}

/** `network`, with how it was told, or null. */
export function networkPlace(path: string, environment: Environment): string | null {
  const real = realPlace(path, environment)
  if (environment.platform === 'win32' && /^(\\\\|\/\/)(?!\?\\[A-Za-z]:)/.test(real)) return 'UNC'
  const type = fileSystemOf(real, environment)
  return type !== null && networkFileSystems.test(type) ? type : null
}

/** The synchronised folder around a place, or null. */
export function syncedFolder(path: string, environment: Environment): string | null {
  const real = realPlace(path, environment)
  const variables = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer']
  for (const folder of ancestors(real)) {
    if (variables.some((name) => environment.variables[name] === folder)) return folder
    const name = folder.split(/[\\/]/).at(-1) ?? ''
    if (syncedNames.some((pattern) => pattern.test(name))) return folder
    if (syncedMarkers.some((marker) => environment.files.existsSync(join(folder, marker)))) return folder
    if (folder === sep) return null
  }
  return null
}

/**
 * Stops with `ledgerOnNetwork` {path, method} or `ledgerInSyncedFolder` {path, folder}: locks do not
 * hold over a network, and a synchroniser copies a ledger in the middle of a write.
 */
export function requireLocalPlace(path: string, environment: Environment): void {
  const method = networkPlace(path, environment)
  if (method !== null) fail('ledgerOnNetwork', { path, method })
  const folder = syncedFolder(path, environment)
  if (folder !== null) fail('ledgerInSyncedFolder', { path, folder })
}
