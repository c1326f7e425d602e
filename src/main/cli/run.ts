import { parseArgs } from 'node:util'
import { AppFailure, appError } from '../../shared/contract/errors.ts'
import { commandLineWords } from '../../shared/words/command-line.ts'
import { errorLines } from '../../shared/words/errors.ts'
import { CannotOpen, type Command, type ExitCode, exitCodes, type Terminal, WrongUse } from './command.ts'
import { exitCodeOf } from './exit-codes.ts'
import { recordIncident } from './incident.ts'

/** Commands by name; each is loaded when it is called. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  new: async () => (await import('./new.ts')).newCommand,
  demo: async () => (await import('./demo.ts')).demoCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  stats: async () => (await import('./stats.ts')).statsCommand,
  check: async () => (await import('./check.ts')).checkCommand,
  import: async () => (await import('./import.ts')).importCommand,
  'export records': async () => (await import('./export-records.ts')).exportRecordsCommand,
  history: async () => (await import('./history.ts')).historyCommand,
  backup: async () => (await import('./backup.ts')).backupCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
}

/** Runs one command line. Never throws; messages are Japanese, results alone go to `out`. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  try {
    return await dispatch(words, terminal)
  } catch (error) {
    if (error instanceof WrongUse) {
      terminal.message(`${error.message}\n${commandLineWords.seeUsage}`)
      return exitCodes.wrongUse
    }
    const described = await describe(error, terminal)
    terminal.message(errorLines(described))
    const code = exitCodeOf(described.code)
    return error instanceof CannotOpen && code !== exitCodes.internal ? exitCodes.cannotOpen : code
  }
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [first] = words
  if (first === 'help' || words.some((word) => word === '--help' || word === '-h')) {
    terminal.message(commandLineWords.usage)
    return exitCodes.done
  }
  if (first === undefined) {
    terminal.message(`${commandLineWords.missingCommand}\n\n${commandLineWords.usage}`)
    return exitCodes.wrongUse
  }
  const name = first === 'export' ? words.slice(0, 2).join(' ') : first
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) throw new WrongUse(commandLineWords.unknownCommand(name))
  const command = await load()
  const { values, positionals } = parseWords(command, words.slice(name.split(' ').length))
  const missing = command.parameters[positionals.length]
  if (missing !== undefined) throw new WrongUse(commandLineWords.missingArgument(missing))
  const extra = positionals[command.parameters.length]
  if (extra !== undefined) throw new WrongUse(commandLineWords.extraArgument(extra))
  return await command.run({ positionals, options: values, terminal })
}

function parseWords(
  command: Command,
  words: readonly string[],
): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: command.options,
      allowPositionals: true,
      strict: true,
    })
    return { values: values as Record<string, string | boolean | undefined>, positionals }
  } catch (error) {
    const text = error instanceof Error ? (/'([^']*)'/.exec(error.message)?.[1] ?? '') : ''
    throw new WrongUse(commandLineWords.unknownOption(text))
  }
}

async function describe(error: unknown, terminal: Terminal): Promise<AppFailure['appError']> {
  if (error instanceof AppFailure) return error.appError
  const { describeFailure } = await import('../backend/failures.ts')
  const { error: described, incident } = describeFailure(error)
  if (incident === null || described.code !== 'internal') return described
  return appError('internal', { incident: recordIncident(incident, terminal) })
}
