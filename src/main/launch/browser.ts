import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import path from 'node:path'

type Variables = Readonly<Record<string, string | undefined>>

/** Whether programs with windows can be shown at all. */
export function hasDisplay(platform: NodeJS.Platform, variables: Variables): boolean {
  if (platform !== 'linux') return true
  return Boolean(variables.DISPLAY || variables.WAYLAND_DISPLAY)
}

/** Opens an address in the PC's browser, where there is a command for it; a failure is no error. */
export function openInBrowser(address: string, platform: NodeJS.Platform, variables: Variables): boolean {
  const command = browserCommand(platform, variables)
  if (command === null) return false
  const child = spawn(command.program, [...command.before, address], { stdio: 'ignore', detached: true })
  child.on('error', () => {})
  child.unref()
  return true
}

interface BrowserCommand {
  readonly program: string
  readonly before: readonly string[]
}

function browserCommand(platform: NodeJS.Platform, variables: Variables): BrowserCommand | null {
  if (platform === 'darwin') return { program: 'open', before: [] }
  // `start` needs a shell, which would read the address; this one takes it as it is.
  if (platform === 'win32') return { program: 'rundll32', before: ['url.dll,FileProtocolHandler'] }
  if (!hasDisplay(platform, variables)) return null
  for (const name of ['xdg-open', 'firefox', 'google-chrome', 'chromium', 'microsoft-edge']) {
    const program = findProgram(name, variables)
    if (program !== null) return { program, before: [] }
  }
  return null
}

function findProgram(name: string, variables: Variables): string | null {
  for (const folder of (variables.PATH ?? '').split(path.delimiter)) {
    if (folder === '') continue
    const program = path.join(folder, name)
    try {
      accessSync(program, constants.X_OK)
      return program
    } catch {
      // Not in this folder.
    }
  }
  return null
}
