import { homedir } from 'node:os'
import path from 'node:path'

/**
 * The user's data folder: recent ledgers, preferences, logs, the demonstration ledger. `FUKUSHI_DATA`
 * replaces it (tests, a portable copy); else XDG on Linux, APPDATA on Windows, Library on macOS.
 */
export function dataFolder(
  variables: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const chosen = variables.FUKUSHI_DATA
  if (chosen) return path.resolve(chosen)
  if (platform === 'win32') {
    return path.join(variables.APPDATA || path.join(home, 'AppData', 'Roaming'), 'fukushi-daicho')
  }
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'fukushi-daicho')
  // XDG: a relative path must be ignored.
  const xdg = variables.XDG_DATA_HOME
  return path.join(xdg && path.isAbsolute(xdg) ? xdg : path.join(home, '.local', 'share'), 'fukushi-daicho')
}

/** Where the first start and 「見本の台帳」 make the demonstration ledger. */
export function demonstrationPath(folder: string): string {
  return path.join(folder, '見本.daicho')
}
