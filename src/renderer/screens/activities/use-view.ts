import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
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

/**
 * The view, kept in the address (a chosen record or filter replaces the address), and how to change it. The
 * screen follows at once, the address a moment later: the next key must not meet the row before.
 */
export function useActivitiesView(): readonly [ActivitiesView, (change: ViewChange) => void] {
  const [parameters, setParameters] = useSearchParams()
  const [text, setText] = useState(() => parameters.toString())
  const latest = useRef(text)
  const written = useRef<string[]>([])
  const address = parameters.toString()
  useEffect(() => {
    const own = written.current.indexOf(address)
    if (own >= 0) written.current = written.current.slice(own + 1)
    else {
      // A link led here, or the way back.
      latest.current = address
      setText(address)
    }
  }, [address])
  const change = useCallback(
    (part: ViewChange) => {
      const next = new URLSearchParams(latest.current)
      for (const [name, value] of Object.entries(part)) {
        const key = names[name as keyof ActivitiesView]
        const isStandard = (name === 'view' && value === 'list') || (name === 'sort' && value === 'when')
        if (value === null || value === '' || isStandard) next.delete(key)
        else next.set(key, String(value))
      }
      if (next.toString() === latest.current) return
      latest.current = next.toString()
      written.current = [...written.current, latest.current]
      setText(latest.current)
      setParameters(next, { replace: true })
    },
    [setParameters],
  )
  return [useMemo(() => viewOf(text), [text]), change]
}

function viewOf(address: string): ActivitiesView {
  const parameters = new URLSearchParams(address)
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
}
