import { useCallback, useMemo } from 'react'
import { useSearchParams } from 'react-router'

/** What the address keeps: way of seeing, filters, sort, the chosen record and what is done with it. */
export interface ActivitiesView {
  readonly view: 'list' | 'calendar'
  readonly category: string
  readonly kind: string
  readonly party: string
  readonly venue: string
  readonly state: string
  readonly month: string
  readonly search: string
  /** Column id, `-` before it for downwards. */
  readonly sort: string
  /** The chosen record; `new` for one that is being made. */
  readonly id: string | null
  /** What stands under the list. */
  readonly task: 'edit' | 'record' | null
}

export type ViewChange = Partial<ActivitiesView>

const names = {
  category: 'category',
  kind: 'kind',
  party: 'party',
  venue: 'venue',
  state: 'state',
  month: 'month',
  search: 'q',
  sort: 'sort',
  id: 'id',
  task: 'do',
  view: 'view',
} as const satisfies Record<keyof ActivitiesView, string>

/** The view as the address says it, and how to change it: a chosen record or filter replaces the address. */
export function useActivitiesView(): readonly [ActivitiesView, (change: ViewChange) => void] {
  const [parameters, setParameters] = useSearchParams()
  const view = useMemo((): ActivitiesView => {
    const text = (name: keyof typeof names): string => parameters.get(names[name]) ?? ''
    const task = text('task')
    return {
      view: text('view') === 'calendar' ? 'calendar' : 'list',
      category: text('category'),
      kind: text('kind'),
      party: text('party'),
      venue: text('venue'),
      state: text('state'),
      month: text('month'),
      search: text('search'),
      sort: text('sort') || 'when',
      id: parameters.get('id'),
      task: task === 'edit' || task === 'record' ? task : null,
    }
  }, [parameters])
  const change = useCallback(
    (part: ViewChange) =>
      setParameters(
        (before) => {
          const next = new URLSearchParams(before)
          for (const [name, value] of Object.entries(part)) {
            const key = names[name as keyof ActivitiesView]
            const standard = (name === 'view' && value === 'list') || (name === 'sort' && value === 'when')
            if (value === null || value === '' || standard) next.delete(key)
            else next.set(key, String(value))
          }
          return next
        },
        { replace: true },
      ),
    [setParameters],
  )
  return [view, change]
}
