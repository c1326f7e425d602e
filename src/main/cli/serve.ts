import path from 'node:path'
import { AppFailure, appError } from '../../shared/contract/errors.ts'
import { commandLineWords } from '../../shared/words/command-line.ts'
import { launchWords } from '../../shared/words/launch.ts'
import { unlockAhead } from '../backend/unlock.ts'
import { packProgramLater } from '../launch/program.ts'
import { projectFolder } from '../launch/project.ts'
import { readyScreens } from '../launch/screens.ts'
import { dataFolder } from '../services/data-folder.ts'
import { type Command, exitCodes, ledgerOptions, type Terminal, WrongUse } from './command.ts'
import { ledgerPath, openAsking } from './passphrase.ts'
import { optional } from './required.ts'

/**
 * `serve --ledger PATH [--port N]`: the local browser host; prints its one-time address. With the passphrase
 * given beforehand that is at once, and the page loads while the ledger is opened; whoever is still to be
 * asked for a passphrase sees the address when it was right.
 */
export const serveCommand: Command = {
  parameters: [],
  options: { ...ledgerOptions, port: { type: 'string' } },
  async run(invocation) {
    const { terminal } = invocation
    const folder = ledgerPath(invocation)
    const port = portOf(optional(invocation, 'port'))
    const data = dataFolder(terminal.variables)
    const given = (terminal.variables.FUKUSHI_PASSPHRASE ?? '') !== ''
    const host = await openAsking(terminal, async ({ passphrase }) => {
      // Half a second of another thread's work: everything else is loaded beside it.
      unlockAhead(folder, passphrase)
      const { runHost } = await import('../host.ts')
      const screens = screensOf(terminal, data)
      // Whoever waits for the host hears of a failed build; until then nobody does.
      screens.catch(() => {})
      const started = await runHost({
        dataFolder: data,
        screens,
        port,
        reason: null,
        begin: { kind: 'ledger', path: folder, passphrase },
      })
      if (given) terminal.out(started.address)
      try {
        await started.opened
      } catch (error) {
        await started.stop()
        throw error
      }
      return started
    }).catch((error: unknown) => {
      throw portRefused(error) ? new AppFailure(appError('portInUse', { port }), { cause: error }) : error
    })
    packProgramLater()
    if (!given) terminal.out(host.address)
    terminal.message(commandLineWords.serveEnds)
    terminal.interrupted.addEventListener('abort', () => void host.stop())
    if ((await host.ended) === 'abandoned') terminal.message(commandLineWords.abandoned)
    return exitCodes.done
  },
}

/** Another program has the port, or it may not be used (below 1024). */
function portRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error.cause !== undefined) return portRefused(error.cause)
  const listening = 'syscall' in error && error.syscall === 'listen'
  return listening && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES')
}

async function screensOf(terminal: Terminal, data: string): Promise<string> {
  // After the threads have been started.
  await new Promise((resolve) => setImmediate(resolve))
  return await readyScreens({
    project: projectFolder,
    otherFolder: path.join(data, 'screens'),
    onBuild: () => terminal.message(launchWords.building),
  })
}

function portOf(text: string | null): number {
  if (text === null) return 0
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65_535) throw new WrongUse(commandLineWords.badOption('port', text))
  return port
}
