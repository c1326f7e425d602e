import { isDay } from '../../shared/time/calendar.ts'
import { commandLineWords } from '../../shared/words/command-line.ts'
import { check, checkDay, checkLine, isOpen } from '../services/check.ts'
import { dayInJapan } from '../services/statistics.ts'
import { type Command, exitCodes, ledgerOptions, WrongUse } from './command.ts'
import { withReader } from './opening.ts'
import { optional } from './options.ts'

/**
 * `check --ledger PATH [--as-of DAY] [--json]`: silent and 0 when clean, else a line a finding and 1. What
 * someone acknowledged with a reason is clean.
 */
export const checkCommand: Command = {
  parameters: [],
  options: { ...ledgerOptions, 'as-of': { type: 'string' }, json: { type: 'boolean' } },
  run: async (invocation) => {
    const { terminal, options } = invocation
    const asked = optional(invocation, 'as-of')
    if (asked !== null && !isDay(asked)) throw new WrongUse(commandLineWords.badOption('as-of', asked))
    return await withReader(invocation, (ledger) => {
      const today = dayInJapan(terminal.now())
      const findings = check(ledger, asked ?? checkDay(ledger, today), today).filter(isOpen)
      if (options.json === true) terminal.out(JSON.stringify(findings))
      else for (const finding of findings) terminal.out(checkLine(finding))
      if (findings.length === 0) return exitCodes.done
      const errors = findings.filter(({ severity }) => severity === 'error').length
      terminal.message(commandLineWords.findings(errors, findings.length - errors))
      return exitCodes.findings
    })
  },
}
