import { statsText } from '../services/statistics/stats-text.ts'
import { readFilters, stats } from '../services/statistics.ts'
import { type Command, exitCodes, frameOptions, ledgerOptions } from './command.ts'
import { withReader } from './opening.ts'
import { frameOf, listOf, optional, unwrap } from './options.ts'

/** `stats NAME --ledger PATH --fy N …`: one statistic as a small table, or as JSON. */
export const statsCommand: Command = {
  parameters: ['NAME'],
  options: {
    ...ledgerOptions,
    ...frameOptions,
    by: { type: 'string' },
    where: { type: 'string' },
    party: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: (invocation) =>
    withReader(invocation, (ledger) => {
      const { terminal, positionals, options } = invocation
      const by = listOf(invocation, 'by')
      const answer = unwrap(
        stats(ledger, {
          statistic: positionals[0] ?? '',
          frame: frameOf(invocation),
          by,
          where: unwrap(readFilters(optional(invocation, 'where') ?? '')),
          party: optional(invocation, 'party'),
        }),
      )
      terminal.out(options.json === true ? JSON.stringify(answer) : statsText(ledger, answer, by))
      return exitCodes.done
    }),
}
