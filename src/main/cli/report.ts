import type { TableChoice } from '../../shared/paper/draft.ts'
import { reportDraft, writeReport } from '../services/report.ts'
import { type Command, exitCodes, frameOptions, type Invocation, ledgerOptions } from './command.ts'
import { withReader } from './opening.ts'
import { frameOf, listOf, optional, required, unwrap, yearOf } from './options.ts'
import { targetFolder } from './target-folder.ts'

/** `report TEMPLATE --ledger PATH --fy N … --out DIR`: writes a paper's files and prints their paths and hashes. */
export const reportCommand: Command = {
  parameters: ['TEMPLATE'],
  options: {
    ...ledgerOptions,
    ...frameOptions,
    edition: { type: 'string' },
    format: { type: 'string' },
    out: { type: 'string' },
    statistic: { type: 'string' },
    by: { type: 'string' },
    years: { type: 'string' },
    as: { type: 'string' },
  },
  run: async (invocation) => {
    const { terminal, positionals } = invocation
    const folder = targetFolder(required(invocation, 'out'))
    const fiscalYear = yearOf(required(invocation, 'fy'))
    return await withReader(invocation, async (ledger) => {
      const now = terminal.now()
      const tables = tablesOf(invocation, fiscalYear)
      const draft = unwrap(reportDraft(ledger, { template: positionals[0] ?? '', fiscalYear, tables, now }))
      const asked = optional(invocation, 'period') !== null || optional(invocation, 'as-of') !== null
      const written = unwrap(
        await writeReport(ledger, {
          draft,
          frame: asked ? frameOf(invocation, draft.settings.frame) : null,
          edition: optional(invocation, 'edition') ?? 'internal',
          formats: listOf(invocation, 'format'),
          folder,
          now,
        }),
      )
      terminal.out(
        JSON.stringify(written.map(({ path: file, format, sha256 }) => ({ path: file, format, sha256 }))),
      )
      return exitCodes.done
    })
  },
}

/** For `tables`: each statistic by the same breakdowns and years; none asked leaves the paper its own. */
function tablesOf(invocation: Invocation, fiscalYear: number): TableChoice[] {
  const years = listOf(invocation, 'years').map(yearOf)
  return listOf(invocation, 'statistic').map((statistic) => ({
    statistic,
    by: listOf(invocation, 'by'),
    fiscalYears: years.length > 0 ? years : [fiscalYear],
  }))
}
