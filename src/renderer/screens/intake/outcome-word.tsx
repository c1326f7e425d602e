import { ArrowRight, Clock, Equal, type LucideIcon, Minus, OctagonX, Plus, SkipForward } from 'lucide-react'
import type { IntakeRow } from '../../../shared/contract/schemas/intake.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { State } from '../../ui/tag.tsx'

type Outcome = IntakeRow['outcome']
const looks: Readonly<
  Record<Outcome, { readonly icon: LucideIcon; readonly tone: 'active' | 'quiet' | 'stop' | 'warn' }>
> = {
  new: { icon: Plus, tone: 'active' },
  changed: { icon: ArrowRight, tone: 'active' },
  same: { icon: Equal, tone: 'quiet' },
  refused: { icon: OctagonX, tone: 'stop' },
  ignored: { icon: SkipForward, tone: 'quiet' },
  late: { icon: Clock, tone: 'warn' },
  gone: { icon: Minus, tone: 'quiet' },
}

/** What becomes of a row, in mark and word. */
export function OutcomeWord({ outcome }: { readonly outcome: Outcome }) {
  const { icon, tone } = looks[outcome]
  return (
    <State icon={icon} tone={tone}>
      {intakeScreenWords.trial.outcomes[outcome]}
    </State>
  )
}
