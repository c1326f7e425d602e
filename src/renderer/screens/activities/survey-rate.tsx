import type { ActivityRecord } from '../../../shared/activities/record.ts'
import { plain } from '../../../shared/contract/plain.ts'
import { numberCell } from '../../../shared/paper/assemble/cells.ts'
import { measureOf } from '../../../shared/paper/assemble/measure.ts'
import { findStatistic } from '../../../shared/statistics/catalogue/catalogue.ts'
import { activityWords } from '../../../shared/words/activities.ts'
import { useRequest } from '../../api/queries.ts'
import { grouped } from '../../ui/format.ts'

const words = activityWords.form

/** 有効回収率 by stratum as the engine says it, written as papers write it: strata are never added. */
export function SurveyRate({ measures }: { readonly measures: ActivityRecord['measures'] }) {
  const own = measures.filter(({ statistic }) => statistic.startsWith('survey.'))
  const rate = useRequest('activities.survey', { measures: plain(own) }, { enabled: own.length > 0 })
  const definition = findStatistic('survey.responseRate')
  if (own.length === 0 || definition === null) return null
  const strata = [...new Set(own.map(({ stratum }) => stratum ?? ''))]
  const count = (statistic: string, stratum: string): string => {
    const found = own.find((one) => one.statistic === statistic && (one.stratum ?? '') === stratum)
    return found === undefined ? '' : grouped(found.value)
  }
  const rateOf = (stratum: string): string => {
    const row = rate.data?.rate.rows.find(({ keys }) => keys[0] === stratum)
    if (row === undefined) return words.rateNone
    const cell = numberCell(row.cell, measureOf(definition))
    const display = cell.kind === 'number' ? cell.display : ''
    return display === '' ? words.rateNone : display
  }
  return (
    <section aria-labelledby="act-rate">
      <h3 id="act-rate">{words.rate}</h3>
      <table className="act-rate">
        <thead>
          <tr>
            <th scope="col">{words.stratum}</th>
            <th scope="col">{words.sampleShort}</th>
            <th scope="col">{words.responsesShort}</th>
            <th scope="col">{words.rateShort}</th>
          </tr>
        </thead>
        <tbody>
          {strata.map((stratum) => (
            <tr key={stratum}>
              <th scope="row">{words.strata[stratum] ?? stratum}</th>
              <td>{count('survey.sample', stratum)}</td>
              <td>{count('survey.responses', stratum)}</td>
              <td>{rateOf(stratum)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="sub">{words.rateNote}</p>
    </section>
  )
}
