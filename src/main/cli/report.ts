import type { TableChoice } from '../../shared/paper/draft.ts'
import { isTemplateCode } from '../../shared/paper/templates/index.ts'
import { commandLineWords } from '../../shared/words/command-line.ts'
import { reportDraft, writeReport } from '../services/report.ts'
import { type Command, exitCodes, frameOptions, type Invocation, ledgerOptions, WrongUse } from './command.ts'
import { withReader } from './opening.ts'
import { frameOf, listOf, optional, required, unwrap, yearOf } from './options.ts'
import { inTargetFolder } from './target-folder.ts'

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
    const out = required(invocation, 'out')
    const fiscalYear = yearOf(required(invocation, 'fy'))
    const template = positionals[0] ?? ''
    const tables = tablesOf(invocation, template, fiscalYear)
    const edition = editionOf(invocation)
    return await withReader(invocation, async (ledger) => {
      const now = terminal.now()
      const draft = unwrap(reportDraft(ledger, { template, fiscalYear, tables, now }))
      const asked = optional(invocation, 'period') !== null || optional(invocation, 'as-of') !== null
      const frame = asked ? frameOf(invocation, draft.settings.frame) : null
      const formats = listOf(invocation, 'format')
      const written = await inTargetFolder(out, async (folder) =>
        unwrap(await writeReport(ledger, { draft, frame, edition, formats, folder, now })),
      )
      terminal.out(
        JSON.stringify(written.map(({ path: file, format, sha256 }) => ({ path: file, format, sha256 }))),
      )
      return exitCodes.done
    })
  },
}

/** `internal`, or `public` (which is refused further down, with its reason). */
function editionOf(invocation: Invocation): string {
  const edition = optional(invocation, 'edition') ?? 'internal'
  if (edition === 'internal' || edition === 'public') return edition
  throw new WrongUse(commandLineWords.badOption('edition', edition))
}

/** For `tables`: each statistic by the same breakdowns and years; none asked leaves the paper its own. */
function tablesOf(invocation: Invocation, template: string, fiscalYear: number): TableChoice[] {
  const statistics = listOf(invocation, 'statistic')
  const given = ['statistic', 'by', 'years'].find((name) => optional(invocation, name) !== null)
  if (given !== undefined && isTemplateCode(template) && (template !== 'tables' || statistics.length === 0)) {
    throw new WrongUse(commandLineWords.onlyForTables(given))
  }
  const years = listOf(invocation, 'years').map(yearOf)
  const by = listOf(invocation, 'by')
  return statistics.map((statistic) => ({
    statistic,
    by,
    fiscalYears: years.length > 0 ? years : [fiscalYear],
  }))
}
