import { commandLineWords } from '../../shared/words/command-line.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { listHistory } from '../ledger/repositories/history-list.ts'
import { type Command, type ExitCode, exitCodes, ledgerOptions, type Terminal } from './command.ts'
import { withReader } from './opening.ts'

const pageSize = 500

/** `history --ledger PATH [--verify] [--json]`: the list, newest first, or a check of the chain. */
export const historyCommand: Command = {
  parameters: [],
  options: { ...ledgerOptions, verify: { type: 'boolean' }, json: { type: 'boolean' } },
  run: (invocation) =>
    withReader(invocation, (ledger) => {
      const json = invocation.options.json === true
      if (invocation.options.verify === true) return verify(ledger, json, invocation.terminal)
      return list(ledger, json, invocation.terminal)
    }),
}

function list(ledger: LedgerReader, json: boolean, terminal: Terminal): ExitCode {
  let before: number | null = null
  do {
    const { lines, next } = listHistory(ledger, before, pageSize)
    for (const line of lines) {
      const { sequence, at, who, action, change, table, rowId, reason } = line
      terminal.out(
        json ? JSON.stringify(line) : [sequence, at, who, action, change, table, rowId, reason].join('\t'),
      )
    }
    before = next
  } while (before !== null)
  return exitCodes.done
}

async function verify(ledger: LedgerReader, json: boolean, terminal: Terminal): Promise<ExitCode> {
  const { verifyHistory } = await import('../ledger/history/verify.ts')
  const report = verifyHistory(ledger)
  if (json) terminal.out(JSON.stringify(report))
  else for (const problem of report.problems) terminal.out(JSON.stringify(problem))
  const count = report.problems.length
  terminal.message(
    count === 0 ? commandLineWords.historyWhole(report.entries) : commandLineWords.historyProblems(count),
  )
  return count === 0 ? exitCodes.done : exitCodes.findings
}
