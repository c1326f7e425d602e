import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Step } from './store.ts'

const words = intakeScreenWords.steps
const steps = ['choose', 'reading', 'trial', 'apply'] as const satisfies readonly Step[]

/** Where the work stands; steps behind can be gone back to. */
export function Stepper(props: {
  readonly step: Step
  readonly isDone: boolean
  readonly onGo: (step: Step) => void
}) {
  const at = steps.indexOf(props.step)
  const here = useRef<HTMLLIElement>(null)
  const before = useRef(props.step)
  // The button that led here is gone: the keyboard goes on from the step.
  useEffect(() => {
    if (before.current !== props.step) here.current?.focus()
    before.current = props.step
  }, [props.step])
  return (
    <div className="stepper">
      <ol aria-label={words.label}>
        {steps.map((step, index) => {
          const isBehind = index < at || props.isDone
          const canGo = index > 0 && index < at && !props.isDone
          const mark = isBehind ? <Icon of={Check} size={14} /> : index + 1
          const label = (
            <>
              <span className="no">{mark}</span>
              <span className="name">{words[step]}</span>
              {isBehind && <span className="vh">（{words.done}）</span>}
            </>
          )
          return (
            <li
              key={step}
              ref={index === at ? here : null}
              tabIndex={index === at ? -1 : undefined}
              className={isBehind ? 'behind' : undefined}
              aria-current={index === at && !props.isDone ? 'step' : undefined}
            >
              {canGo ? (
                <button type="button" onClick={() => props.onGo(step)}>
                  {label}
                </button>
              ) : (
                <span>{label}</span>
              )}
            </li>
          )
        })}
      </ol>
      {!props.isDone && <span className="sub">{intakeScreenWords.nothingWritten}</span>}
    </div>
  )
}
