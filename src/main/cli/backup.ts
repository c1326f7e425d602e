import { commandLineWords } from '../../shared/words/command-line.ts'
import { createBackup } from '../ledger/backup/backup.ts'
import { type Command, exitCodes, ledgerOptions } from './command.ts'
import { withReader } from './opening.ts'
import { required, unwrap } from './options.ts'
import { inTargetFolder } from './target-folder.ts'

/** `backup --ledger PATH --to DIR`: a copy, opened and compared, also beside a running tool. */
export const backupCommand: Command = {
  parameters: [],
  options: { ...ledgerOptions, to: { type: 'string' } },
  run: async (invocation) => {
    const to = required(invocation, 'to')
    return await withReader(invocation, (ledger) =>
      inTargetFolder(to, async (place) => {
        const made = unwrap(createBackup(ledger, { place, reason: 'manual' }))
        invocation.terminal.message(commandLineWords.backupDone(made.path))
        invocation.terminal.out(JSON.stringify(made))
        return exitCodes.done
      }),
    )
  },
}
