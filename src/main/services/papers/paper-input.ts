import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type { PaperDraft, PaperSettings } from '../../../shared/paper/draft.ts'
import type { PaperTemplate, TemplateInput } from '../../../shared/paper/template.ts'
import { paperTemplates } from '../../../shared/paper/templates/index.ts'
import type { StatisticResult } from '../../../shared/statistics/definition.ts'
import { validateFrame } from '../../../shared/time/frame.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { lastChangeBeside } from '../../ledger/repositories/history-list.ts'
import { queryStatistics } from '../../ledger/statistics/query-statistics.ts'
import { readPaperFacts } from '../paper-facts.ts'
import { orNamingYears } from '../years-with-data.ts'

type Material = Pick<TemplateInput, 'facts' | 'results'>

/** What was read for the last few settings; words typed into a paper change none of it. */
const kept = new WeakMap<LedgerReader, Map<string, Material>>()
const mostKept = 4

/**
 * Everything that a template needs, on one unchanging state of the ledger. An earlier year of which the
 * ledger has nothing is left out; the paper's own year must have data. Numbers and facts are read again
 * only after something other than papers has changed: an edit is answered without counting anew.
 *
 * @throws AppFailure `noDataForYear`, `invalidPeriod`, `invalidAsOf`, `unknownYear`, `unknownStatistic`,
 * `unknownBreakdown`, `tooManyBreakdowns`
 */
export function paperInput(
  reader: LedgerReader,
  draft: PaperDraft,
): { readonly template: PaperTemplate; readonly input: TemplateInput } {
  const template = paperTemplates[draft.settings.template]
  const frame = validateFrame(draft.settings.frame)
  if (!frame.ok) throw new AppFailure(frame.error)
  const material = reader.snapshot(() => materialOf(reader, template, draft.settings))
  return { template, input: { draft, ...material } }
}

function materialOf(reader: LedgerReader, template: PaperTemplate, settings: PaperSettings): Material {
  const queries = template.queries(settings)
  const key = JSON.stringify([lastChangeBeside(reader, 'paper'), settings.frame, queries])
  const cache = kept.get(reader) ?? new Map<string, Material>()
  kept.set(reader, cache)
  const known = cache.get(key)
  if (known !== undefined) return known
  const material = {
    facts: readPaperFacts(reader, settings.frame),
    results: paperResults(reader, queries, settings),
  }
  cache.set(key, material)
  const oldest = cache.keys().next().value
  if (cache.size > mostKept && oldest !== undefined) cache.delete(oldest)
  return material
}

function paperResults(
  reader: LedgerReader,
  named: ReturnType<PaperTemplate['queries']>,
  settings: PaperSettings,
): Readonly<Record<string, StatisticResult>> {
  const queries = Object.entries(named)
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
    if (!earlier || !absent) orNamingYears(reader, answer)
  })
  if (queries.length === 0) throw new AppFailure(appError('internal', { place: 'papers.queries' }))
  return results
}
