import { commandLineWords } from '../../shared/words/command-line.ts'
import { systemEnvironment } from '../ledger/environment.ts'
import { createDemonstration } from '../services/demo/create-demonstration.ts'
import { type Command, exitCodes } from './command.ts'
import { ledgerFolder } from './new.ts'
import { unwrap } from './options.ts'

/** `demo PATH`: the demonstration ledger, the same each time; its key is published. */
export const demoCommand: Command = {
  parameters: ['PATH'],
  options: {},
  async run({ positionals, terminal }) {
    const environment = systemEnvironment({ now: () => terminal.now() })
    const made = unwrap(await createDemonstration({ path: ledgerFolder(positionals[0] ?? ''), environment }))
    made.key.fill(0)
    terminal.message(commandLineWords.created(made.path))
    terminal.out(JSON.stringify({ path: made.path }))
    return exitCodes.done
  },
}
