import { cellStateWords } from '../../shared/words/cell.ts'
import { commandLineWords } from '../../shared/words/command-line.ts'
import { readFilters, type StatsCell, type StatsJson, stats } from '../services/statistics.ts'
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
      const answer = unwrap(
        stats(ledger, {
          statistic: positionals[0] ?? '',
          frame: frameOf(invocation),
          by: listOf(invocation, 'by'),
          where: unwrap(readFilters(optional(invocation, 'where') ?? '')),
          party: optional(invocation, 'party'),
        }),
      )
      terminal.out(options.json === true ? JSON.stringify(answer) : tableOf(answer))
      return exitCodes.done
    }),
}

/** One line a row: codes, number with its unit; notes below. */
function tableOf(answer: StatsJson): string {
  const { statistic, fiscalYear, period, asOf, unit } = answer
  const head = `${statistic}\t${fiscalYear}\t${period.from}..${period.to}\t${asOf}`
  const rows = answer.by.map(({ keys, cell }) => `${keys.join('\t')}\t${numberOf(cell, unit)}`)
  const notes = answer.notes.map(({ text }) => `※ ${text}`)
  return [head, ...rows, `${commandLineWords.total}\t${numberOf(answer.total, unit)}`, ...notes].join('\n')
}

function numberOf(cell: StatsCell, unit: string): string {
  const { reported, expected } = cell.parts
  const parts = reported < expected ? commandLineWords.parts(reported, expected) : ''
  if (cell.value !== null) return `${cell.value}${unit}${parts}`
  if (cell.low !== undefined && cell.high !== undefined) {
    return `${commandLineWords.range(cell.low, cell.high, unit)}${parts}`
  }
  return `${cell.state === 'value' ? commandLineWords.noValue : cellStateWords[cell.state]}${parts}`
}
