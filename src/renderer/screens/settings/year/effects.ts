import type { YearDecisions, YearOutcome, YearView } from '../../../../shared/contract/schemas/year-change.ts'
import { formWords } from '../../../../shared/words/checks.ts'
import { yearWords } from '../../../../shared/words/settings.ts'

const words = yearWords.outcome

/** What was done, line by line, as it is kept. */
export const outcomeLines = (outcome: YearOutcome): readonly string[] => [
  ...outcome.extended.map(words.extended),
  ...outcome.succeeded.map(({ from, to }) => words.succeeded(from, to)),
  ...outcome.ended.map(words.ended),
  ...outcome.renamed.map(({ from, to }) => words.renamed(from, to)),
  ...outcome.offered.map(({ party, form, values }) => words.offered(party, formWords[form], values)),
  ...outcome.planned.map(({ title, count }) => words.planned(title, count)),
  ...(outcome.carriedCases > 0 ? [words.carried(outcome.carriedCases)] : []),
]

/** What would be done by these decisions, in the same words. */
export function effectLines(view: YearView, decisions: YearDecisions): readonly string[] {
  const partyName = (code: string): string =>
    view.contracts.find(({ party }) => party === code)?.name ??
    view.offers.find(({ party }) => party === code)?.name ??
    code
  const of = (decision: string) => decisions.contracts.filter((one) => one.decision === decision)
  return outcomeLines({
    extended: of('extend').map(({ party }) => partyName(party)),
    succeeded: of('succeed').map(({ party, name }) => ({ from: partyName(party), to: name.trim() })),
    ended: of('end').map(({ party }) => partyName(party)),
    renamed: decisions.names.map(({ id, name }) => ({
      from: view.names.find((one) => one.id === id)?.name ?? '',
      to: name,
    })),
    offered: decisions.offers.map(({ party, form }) => ({
      party: partyName(party),
      form,
      values: view.offers.find((one) => one.party === party && one.form === form)?.values ?? 0,
    })),
    planned: decisions.series.flatMap((key) => {
      const series = view.series.find((one) => one.key === key)
      return series === undefined ? [] : [{ title: series.title, count: series.count - series.holidays }]
    }),
    carriedCases: view.carried.openCases,
  })
}
