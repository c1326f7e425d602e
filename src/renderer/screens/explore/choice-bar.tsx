import { Filter as FilterIcon, X } from 'lucide-react'
import { useState } from 'react'
import {
  allowsMonths,
  type ExploreChoices,
  offeredBreakdowns,
  withBreakdowns,
} from '../../../shared/explore/choices.ts'
import { filterWords } from '../../../shared/explore/filter-words.ts'
import { breakdownLabel } from '../../../shared/paper/assemble/code-labels.ts'
import type { StatisticDefinition } from '../../../shared/statistics/definition.ts'
import type { TimeFrame } from '../../../shared/time/day.ts'
import { filterForm, exploreWords as words } from '../../../shared/words/explore.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/choice.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Select } from '../../ui/select.tsx'
import { FilterDialog } from './filter-dialog.tsx'
import { TableOptions } from './table-options.tsx'
import { type Catalogue, type ChangeChoices, factsOf } from './use-explore.ts'
import { YearsControl } from './years-control.tsx'

const none = '-'

/** How the statistic is cut: breakdowns, years, party, conditions, 年度別 or 月別. */
export function ChoiceBar(props: {
  readonly choices: ExploreChoices
  readonly definition: StatisticDefinition
  readonly catalogue: Catalogue
  readonly frame: TimeFrame
  readonly canRecut: boolean
  readonly onChange: ChangeChoices
}) {
  const { choices, definition, catalogue, onChange } = props
  const [filtering, setFiltering] = useState(false)
  const [first, second] = choices.by
  const offered = offeredBreakdowns(definition)
  const facts = factsOf(catalogue)
  const entries = (without: string | undefined, noneLabel: string) => [
    { value: none, label: noneLabel },
    ...offered
      .filter((code) => code !== without)
      .map((code) => ({ value: code, label: breakdownLabel(code) })),
  ]
  const parties = definition.breakdowns.includes('party') ? (facts.codes.party ?? []) : []
  const months = allowsMonths(definition, choices.by)
  const chips = choices.where.map((filter) => ({ filter, words: filterWords(filter, facts) }))
  return (
    <div className="flt">
      <span className="pair">
        <span className="lab">{words.breakdown}</span>
        <Select
          look="bar"
          label={words.firstBreakdown}
          value={first ?? none}
          choices={entries(second, words.noBreakdown)}
          onChange={(code) =>
            onChange(
              withBreakdowns(choices, code === none ? [] : second === undefined ? [code] : [code, second]),
            )
          }
          isDisabled={offered.length === 0}
        />
        {first !== undefined && offered.length > 1 && (
          <Select
            look="bar"
            label={words.secondBreakdown}
            value={second ?? none}
            choices={entries(first, second === undefined ? words.addBreakdown : words.noBreakdown)}
            onChange={(code) => onChange(withBreakdowns(choices, code === none ? [first] : [first, code]))}
          />
        )}
      </span>
      <span className="pair">
        <span className="lab">{words.years}</span>
        <YearsControl choices={choices} frame={props.frame} onChange={onChange} />
      </span>
      {parties.length > 0 && (
        <span className="pair">
          <span className="lab">{words.party}</span>
          <Select
            look="bar"
            label={words.party}
            value={choices.party ?? none}
            choices={[
              { value: none, label: words.allParties },
              ...parties.map(({ code, label }) => ({ value: code, label })),
            ]}
            onChange={(code) => onChange({ ...choices, party: code === none ? null : code })}
          />
        </span>
      )}
      {chips.map((chip, index) => (
        <span key={chip.words} className="tag on">
          {chip.words}
          <button
            type="button"
            className="drop"
            aria-label={filterForm.remove(chip.words)}
            onClick={() => onChange({ ...choices, where: choices.where.filter((_, at) => at !== index) })}
          >
            <Icon of={X} size={14} />
          </button>
        </span>
      ))}
      <Button look="quiet" icon={FilterIcon} onPress={() => setFiltering(true)}>
        {words.addFilter}
      </Button>
      <span className="grow" />
      <TableOptions {...props} />
      <span className="pair" title={months ? undefined : reason(choices)}>
        <Segmented
          label={words.per}
          value={choices.per}
          choices={
            months
              ? [
                  { value: 'year', label: words.perYear },
                  { value: 'month', label: words.perMonth },
                ]
              : [{ value: 'year', label: words.perYear }]
          }
          onChange={(per: 'year' | 'month') => onChange({ ...choices, per })}
        />
      </span>
      {filtering && (
        <FilterDialog
          definition={definition}
          catalogue={catalogue}
          onClose={() => setFiltering(false)}
          onAdd={(filter) => {
            onChange({ ...choices, where: [...choices.where, filter] })
            setFiltering(false)
          }}
        />
      )}
    </div>
  )
}

const reason = (choices: ExploreChoices): string =>
  choices.by.length > 1 ? words.monthsNotWithTwo : words.monthsNotThere
