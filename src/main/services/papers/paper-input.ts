import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { PaperDraft, PaperSettings } from '../../../shared/paper/draft.ts'
import type { PaperTemplate, TemplateInput } from '../../../shared/paper/template.ts'
import { paperTemplates } from '../../../shared/paper/templates/index.ts'
import type { StatisticResult } from '../../../shared/statistics/definition.ts'
import { validateFrame } from '../../../shared/time/frame.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { queryStatistics } from '../../ledger/statistics/query-statistics.ts'
import { readPaperFacts } from '../paper-facts.ts'

/**
 * Everything that a template needs, on one unchanging state of the ledger. An earlier year of which the
 * ledger has nothing is left out; the paper's own year must have data.
 *
 * @throws AppFailure `noDataForYear`, `invalidPeriod`, `invalidAsOf`, `unknownYear`, `unknownStatistic`, `unknownBreakdown`, `tooManyBreakdowns`
 */
export function paperInput(
  reader: LedgerReader,
  draft: PaperDraft,
): { readonly template: PaperTemplate; readonly input: TemplateInput } {
  const template = paperTemplates[draft.settings.template]
  const frame = validateFrame(draft.settings.frame)
  if (!frame.ok) throw new AppFailure(frame.error)
  return reader.snapshot(() => ({
    template,
    input: {
      draft,
      facts: readPaperFacts(reader, draft.settings.frame),
      results: paperResults(reader, template, draft.settings),
    },
  }))
}

function paperResults(
  reader: LedgerReader,
  template: PaperTemplate,
  settings: PaperSettings,
): Readonly<Record<string, StatisticResult>> {
  const queries = Object.entries(template.queries(settings))
  const answers = queryStatistics(
    reader,
    queries.map(([, query]) => query),
  )
  const results: Record<string, StatisticResult> = {}
  queries.forEach(([name, query], index) => {
    const answer = answers[index]
    if (answer === undefined) throw new Error('Every query has one answer')
    if (answer.ok) {
      results[name] = answer.value
      return
    }
    const earlier = query.frame.fiscalYear !== settings.frame.fiscalYear
    const absent = answer.error.code === 'noDataForYear' || answer.error.code === 'unknownYear'
    if (!earlier || !absent) throw new AppFailure(answer.error)
  })
  if (queries.length === 0) throw new AppFailure(appError('internal', { place: 'papers.queries' }))
  return results
}
