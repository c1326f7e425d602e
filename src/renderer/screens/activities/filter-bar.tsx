import { activityStates } from '../../../shared/activities/record.ts'
import { monthsOf } from '../../../shared/time/calendar.ts'
import type { TimeFrame } from '../../../shared/time/day.ts'
import { fiscalYearPeriod } from '../../../shared/time/fiscal-year.ts'
import { formatMonthOnly } from '../../../shared/time/format.ts'
import { activityWords } from '../../../shared/words/activities.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { type ActivityRowView, type Choices, kindLabel, nameOf } from './rows.ts'
import type { ActivitiesView, ViewChange } from './use-view.ts'

const words = activityWords.filters

/** Filters of what stands in the year: only what occurs is offered. */
export function FilterBar(props: {
  readonly view: ActivitiesView
  readonly change: (change: ViewChange) => void
  readonly rows: readonly ActivityRowView[]
  readonly choices: Choices
  readonly frame: TimeFrame
}) {
  const { view, rows, choices, frame } = props
  const occurring = (of: (row: ActivityRowView) => string | null): readonly string[] => [
    ...new Set(rows.flatMap((row) => of(row) ?? [])),
  ]
  const kinds = occurring(({ entry }) => entry.kind).map((code) => ({
    value: code,
    label: kindLabel(choices, code),
  }))
  const venues = occurring(({ entry }) => entry.venue).map((code) => ({
    value: code,
    label: nameOf(choices.venues, code, frame.asOf),
  }))
  const parties = occurring(({ entry }) => entry.party).map((code) => ({
    value: code,
    label: nameOf(choices.parties, code, frame.asOf),
  }))
  const filters = [
    {
      name: 'category',
      label: words.category,
      choices: [1, 2, 3, 4, 5, 6].map((category) => ({
        value: String(category),
        label: activityWords.categories[category] ?? '',
      })),
    },
    { name: 'kind', label: words.kind, choices: kinds },
    {
      name: 'state',
      label: words.state,
      choices: [
        ...activityStates.map((state) => ({ value: state as string, label: activityWords.states[state] })),
        { value: 'later', label: activityWords.notYetKnown },
      ],
    },
    {
      name: 'month',
      label: words.month,
      choices: [
        ...monthsOf(fiscalYearPeriod(frame.fiscalYear)).map((month) => ({
          value: month as string,
          label: formatMonthOnly(month),
        })),
        { value: 'none', label: words.undated },
      ],
    },
    { name: 'venue', label: words.venue, choices: venues },
    { name: 'party', label: words.party, choices: parties },
  ] as const
  const isFiltered = filters.some(({ name }) => view[name] !== '') || view.search !== ''
  return (
    <div className="act-filters">
      {filters.map(({ name, label, choices: own }) => (
        <Select
          key={name}
          look="bar"
          label={label}
          value={view[name] === '' ? everything : view[name]}
          choices={[{ value: everything, label: words.allOf(label) }, ...own]}
          onChange={(value) => props.change({ [name]: value === everything ? '' : value })}
        />
      ))}
      {isFiltered && (
        <Button
          look="text"
          onPress={() =>
            props.change({ category: '', kind: '', state: '', month: '', venue: '', party: '', search: '' })
          }
        >
          {words.clear}
        </Button>
      )}
    </div>
  )
}

const everything: string = '*'
