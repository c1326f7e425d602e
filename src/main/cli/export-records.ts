import { writeRecords } from '../services/records/write-records.ts'
import { type Command, exitCodes, ledgerOptions } from './command.ts'
import { withReader } from './opening.ts'
import { required } from './options.ts'

/** `export records --ledger PATH --out F.csv`: consultations as CSV; prints path, hash and number of rows. */
export const exportRecordsCommand: Command = {
  parameters: [],
  options: { ...ledgerOptions, out: { type: 'string' }, as: { type: 'string' } },
  run: async (invocation) => {
    const file = required(invocation, 'out')
    return await withReader(invocation, async (ledger) => {
      const quiet = { progress: () => {}, stopIfCancelled: () => {} }
      const { path, sha256, rows } = await writeRecords(ledger, file, quiet)
      invocation.terminal.out(JSON.stringify({ path, sha256, rows }))
      return exitCodes.done
    })
  },
}
