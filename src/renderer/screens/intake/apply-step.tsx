import { DatabaseZap } from 'lucide-react'
import { useRef } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { DryRun } from '../../../shared/contract/schemas/intake.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { jobStepWords } from '../../../shared/words/jobs.ts'
import { useJob } from '../../api/jobs.ts'
import { useSaveState } from '../../api/save-state.ts'
import { Button } from '../../ui/button.tsx'
import { grouped } from '../../ui/format.ts'
import { Progress } from '../../ui/patterns.tsx'
import { AppliedPart } from './applied-part.tsx'
import { MonthsView } from './months-view.tsx'
import { type IntakeWork, intakeStore } from './store.ts'

const words = intakeScreenWords.apply

/** Step 4: one action, all or nothing; then what was done, and the ways on. */
export function ApplyStep(props: {
  readonly work: IntakeWork
  readonly isReadOnly: boolean
  readonly onError: (error: AppError | null) => void
  readonly onAnother: () => void
}) {
  const { work } = props
  const { session } = work.opened
  const job = useJob()
  const saving = useSaveState()
  // The same action for a second try after a broken answer: it is written once.
  const actionId = useRef(crypto.randomUUID())
  const apply = async () => {
    props.onError(null)
    const answer = await job.run('intake.apply', {
      session,
      actionId: actionId.current,
      withdrawGone: work.withdrawGone,
    })
    if (!answer.ok) return props.onError(answer.error)
    intakeStore.change(session, { applied: { ...answer.value, actionId: actionId.current } })
  }
  if (work.applied !== null) {
    return (
      <AppliedPart work={work} applied={work.applied} onError={props.onError} onAnother={props.onAnother} />
    )
  }
  const { trial } = work
  if (trial === null) return null
  return (
    <>
      <div className="intake-body">
        <section>
          <div className="sec-h">
            <h2>{words.title}</h2>
          </div>
          <p className="intake-lead">{words.lead}</p>
          <Will dry={trial.dry} withdrawGone={work.withdrawGone} />
        </section>
        {trial.dry.months.length > 0 && (
          <section>
            <div className="sec-h">
              <h2>{words.months}</h2>
            </div>
            <MonthsView months={trial.dry.months} />
          </section>
        )}
      </div>
      <div className="intake-foot">
        {job.running ? (
          <div className="grow">
            <Progress
              title={words.running}
              step={saving.kind === 'waiting' ? words.waiting : jobStepWords[job.progress?.step ?? 'waiting']}
              done={job.progress?.done ?? 0}
              total={job.progress?.total ?? null}
              counted=""
              stop={{ words: words.stop, press: job.cancel }}
            />
          </div>
        ) : (
          <span className="grow sub">{props.isReadOnly ? intakeScreenWords.readOnly : ''}</span>
        )}
        <Button
          size="form"
          isDisabled={job.running}
          onPress={() => intakeStore.change(session, { step: 'trial' })}
        >
          {intakeScreenWords.back}
        </Button>
        <Button
          size="form"
          look="solid"
          icon={DatabaseZap}
          isDisabled={job.running || props.isReadOnly}
          onPress={() => void apply()}
        >
          {words.button}
        </Button>
      </div>
    </>
  )
}

/** What pressing the button does, a line each. */
function Will({ dry, withdrawGone }: { readonly dry: DryRun; readonly withdrawGone: boolean }) {
  const { accounting } = dry
  const lines = (['new', 'changed', 'same', 'refused', 'late', 'ignored'] as const)
    .filter((outcome) => accounting[outcome] > 0)
    .map((outcome) => ({ id: outcome, text: words.will[outcome](grouped(accounting[outcome])) }))
  const gone = withdrawGone ? words.will.withdrawn : words.will.kept
  return (
    <ul className="intake-will">
      {lines.map(({ id, text }) => (
        <li key={id}>{text}</li>
      ))}
      {accounting.gone > 0 && <li>{gone(grouped(accounting.gone))}</li>}
    </ul>
  )
}
