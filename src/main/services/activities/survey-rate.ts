import { strataOfSurvey } from '../../../shared/activities/kinds.ts'
import { AppFailure } from '../../../shared/contract/errors.ts'
import { calculate } from '../../../shared/statistics/calculate.ts'
import type { StatisticResult } from '../../../shared/statistics/definition.ts'
import type { ActivityRow } from '../../../shared/statistics/rows.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { readStatisticContext } from '../../ledger/statistics/query-statistics.ts'

const party = 'survey'

/**
 * 有効回収率 of one survey by stratum: the statistics engine over a ledger that holds this survey alone, so
 * that the panel and the papers can never differ. Strata stand side by side, never added or averaged.
 */
export function surveyRate(reader: LedgerReader, measures: ActivityRow['measures']): StatisticResult {
  const known = measures.filter(
    ({ stratum }) => stratum === null || strataOfSurvey.includes(stratum as never),
  )
  const survey: ActivityRow = {
    id: party,
    fiscalYear: 2024,
    category: 6,
    kind: 'survey',
    title: party,
    party,
    venue: null,
    planned: { kind: 'month', month: '2024-08' },
    held: { kind: 'month', month: '2024-08' },
    states: [{ state: 'held', on: '2024-08-31', reason: '' }],
    partners: [],
    publicPersons: '',
    purpose: '',
    content: '',
    attendance: [],
    measures: known,
  }
  const result = calculate(
    {
      statistic: 'survey.responseRate',
      frame: { fiscalYear: 2024, period: { from: '2024-04', to: '2025-03' }, asOf: '2025-03-31' },
      by: ['stratum'],
      where: [],
      party: null,
    },
    {
      programmes: [],
      parties: [
        {
          code: party,
          names: [],
          corporation: party,
          programme: party,
          contractFrom: '2024-04-01',
          contractTo: null,
        },
      ],
      partyForms: [{ party, form: 'other', mode: 'records', from: '2024-04', to: null }],
      venues: [],
      cases: [],
      caseEpisodes: [],
      consultations: [],
      coordinations: [],
      referrals: [],
      activities: [survey],
      tallies: [],
      reports: [],
      recordingSince: '2024-04-01',
      earlierCasesKnown: true,
    },
    readStatisticContext(reader),
  )
  if (!result.ok) throw new AppFailure(result.error)
  return result.value
}
