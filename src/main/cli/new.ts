import { userInfo } from 'node:os'
import path from 'node:path'
import { commandLineWords } from '../../shared/words/command-line.ts'
import { systemEnvironment } from '../ledger/environment.ts'
import { createEmptyLedger } from '../services/new-ledger.ts'
import { type Command, exitCodes, WrongUse } from './command.ts'
import { optional, unwrap } from './options.ts'
import { newPassphrase } from './passphrase.ts'

/** `new PATH`: an empty ledger, with a recovery key that is shown once. */
export const newCommand: Command = {
  parameters: ['PATH'],
  options: { as: { type: 'string' }, name: { type: 'string' } },
  async run(invocation) {
    const { positionals, terminal } = invocation
    const folder = ledgerFolder(positionals[0] ?? '')
    const made = unwrap(
      await createEmptyLedger({
        path: folder,
        name: optional(invocation, 'name') ?? path.basename(folder, '.daicho'),
        passphrase: await newPassphrase(terminal),
        staff: optional(invocation, 'as') ?? userInfo().username,
        withRecoveryKey: true,
        environment: systemEnvironment({ now: () => terminal.now() }),
      }),
    )
    made.key.fill(0)
    terminal.message(commandLineWords.created(made.path))
    if (made.recoveryKey !== null) terminal.message(commandLineWords.recoveryKey(made.recoveryKey))
    terminal.out(JSON.stringify({ path: made.path }))
    return exitCodes.done
  },
}

/** The folder as asked for, with the ending that every ledger has. @throws WrongUse for a place without a name. */
export function ledgerFolder(asked: string): string {
  if (['', '.', '..'].includes(path.basename(asked))) throw new WrongUse(commandLineWords.noName(asked))
  const folder = path.resolve(asked)
  return folder.endsWith('.daicho') ? folder : `${folder}.daicho`
}
