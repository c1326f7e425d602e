import path from 'node:path'
import { type FallbackReason, fallbackReasons, launchWords } from '../shared/words/launch.ts'
import { hasDisplay, openInBrowser } from './launch/browser.ts'
import { projectFolder } from './launch/project.ts'
import { fetchRuntime, findRuntime, rememberUnreachable, wasUnreachable } from './launch/runtime.ts'
import { readyScreens } from './launch/screens.ts'
import { dataFolder } from './services/data-folder.ts'

/**
 * `npm start`: builds the screens when they are stale, then opens the window, or the PC's browser where
 * there can be no window. The Node version was checked before this file was loaded.
 */
const { platform, arch, env: variables } = process
const folder = dataFolder(variables, platform)
const say = (text: string): void => void process.stderr.write(`${text}\n`)

const screens = await readyScreens({
  project: projectFolder,
  otherFolder: path.join(folder, 'screens'),
  onBuild: () => say(launchWords.building),
}).catch(() => {
  say(launchWords.buildFailed)
  process.exit(4)
})

const fallback = await tryWindow()
if (fallback !== null) await openBrowser(fallback)

/** @returns null when the window was used, else why not. */
async function tryWindow(): Promise<FallbackReason | null> {
  if (process.argv.includes('--browser')) return 'asked'
  if (!hasDisplay(platform, variables)) return 'noDisplay'
  if (platform === 'linux' && process.getuid?.() === 0) return 'root'
  const place = { dataFolder: folder, platform, arch }
  const found = findRuntime(place)
  const { program, reason } = found === null ? await obtainRuntime() : { program: found, reason: null }
  if (program === null) return reason
  const { readyShell } = await import('./launch/shell-build.ts')
  const { openWindow } = await import('./launch/window.ts')
  await readyShell(projectFolder)
  const outcome = await openWindow({
    program,
    project: projectFolder,
    variables: { ...variables, FUKUSHI_SCREENS: screens },
    withinMs: 15_000,
  })
  if (outcome.kind === 'silent') return 'windowSilent'
  if (outcome.kind === 'failed') return 'windowFailed'
  say(launchWords.opened)
  await outcome.ended
  return null
}

type Obtained =
  | { readonly program: string; readonly reason: null }
  | { readonly program: null; readonly reason: FallbackReason }

async function obtainRuntime(): Promise<Obtained> {
  const place = { dataFolder: folder, platform, arch }
  if (wasUnreachable(place, new Date())) return { program: null, reason: 'unreachableBefore' }
  let last = -1
  const program = await fetchRuntime({
    ...place,
    onProgress: (percent) => {
      if (percent < last + 5) return
      last = percent
      say(launchWords.fetching(percent))
    },
  })
  if (program !== null) return { program, reason: null }
  rememberUnreachable(place)
  return { program: null, reason: 'unreachable' }
}

async function openBrowser(why: FallbackReason): Promise<void> {
  say(launchWords.fallback(fallbackReasons[why]))
  const { runHost } = await import('./host.ts')
  const { packProgramLater } = await import('./launch/program.ts')
  const host = await runHost({
    dataFolder: folder,
    screens: Promise.resolve(screens),
    port: 0,
    reason: launchWords.fallback(fallbackReasons[why]),
    begin: { kind: 'usual' },
  })
  process.stdout.write(`${launchWords.address(host.address)}\n`)
  packProgramLater()
  openInBrowser(host.address, platform, variables)
  say(launchWords.openByHand)
  say(launchWords.ends)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.stop())
  if ((await host.ended) === 'abandoned') say(launchWords.abandoned)
}
