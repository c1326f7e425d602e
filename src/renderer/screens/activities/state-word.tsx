import {
  CalendarClock,
  Circle,
  CircleCheck,
  CircleDashed,
  CircleDot,
  CircleSlash,
  type LucideIcon,
  RefreshCw,
} from 'lucide-react'
import type { ActivityState } from '../../../shared/statistics/rows.ts'
import { State } from '../../ui/tag.tsx'
import { stateLabel } from './rows.ts'

const looks: Readonly<Record<ActivityState, readonly [LucideIcon, 'done' | 'active' | 'quiet' | 'warn']>> = {
  planned: [Circle, 'active'],
  held: [CircleCheck, 'done'],
  partlyHeld: [CircleDot, 'done'],
  substituted: [RefreshCw, 'done'],
  cancelled: [CircleSlash, 'quiet'],
  postponed: [CalendarClock, 'warn'],
}

/** A state as mark and word; null is what the as-of date does not know yet. */
export function StateWord({ state }: { readonly state: ActivityState | null }) {
  const [icon, tone] = state === null ? ([CircleDashed, 'quiet'] as const) : looks[state]
  return (
    <State icon={icon} tone={tone}>
      {stateLabel(state)}
    </State>
  )
}
