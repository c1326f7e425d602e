import { commandLineWords } from '../../shared/words/command-line.ts'
import { historyWords, wordsOf } from '../../shared/words/history.ts'
import type { HistoryProblem } from '../ledger/history/verify.ts'
import type { LedgerReader } from '../ledger/ledger.ts'
import { type HistoryLine, listHistory } from '../ledger/repositories/history-list.ts'
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
      terminal.out(json ? JSON.stringify(line) : lineText(line))
    }
    before = next
  } while (before !== null)
  return exitCodes.done
}

/** Number, time in Japan, who, what was done, what became of which record, reason; tabs between them. */
function lineText({ sequence, at, who, action, change, table, rowId, reason }: HistoryLine): string {
  const time = new Date(at).toLocaleString('sv-SE', { timeZone: 'Asia/Tokyo' })
  const { actions, changes, tables } = historyWords
  const record = [wordsOf(tables, table), rowId].filter((part) => part !== '').join(' ')
  return [sequence, time, who, wordsOf(actions, action), changes[change], record, reason].join('\t')
}

/** Where, what is wrong, and what found it. */
function problemText({ kind, sequence, table, rowId }: HistoryProblem): string {
  const { problems, tables, number, file } = historyWords
  const place =
    kind === 'damaged'
      ? file
      : [sequence === null ? '' : number(sequence), table === null ? '' : wordsOf(tables, table)]
          .filter((part) => part !== '')
          .join(' ')
  const detail = (rowId ?? '').replaceAll(/\s+/g, ' ').trim()
  return [place, problems[kind], detail].filter((part) => part !== '').join('\t')
}

async function verify(ledger: LedgerReader, json: boolean, terminal: Terminal): Promise<ExitCode> {
  const { verifyHistory } = await import('../ledger/history/verify.ts')
  const report = verifyHistory(ledger)
  if (json) terminal.out(JSON.stringify(report))
  else for (const problem of report.problems) terminal.out(problemText(problem))
  const count = report.problems.length
  terminal.message(
    count === 0 ? commandLineWords.historyWhole(report.entries) : commandLineWords.historyProblems(count),
  )
  return count === 0 ? exitCodes.done : exitCodes.findings
}
