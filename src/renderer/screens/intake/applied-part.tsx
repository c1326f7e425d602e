import { Undo2 } from 'lucide-react'
import { Link } from 'react-router'
import type { AppError } from '../../../shared/contract/errors.ts'

import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { useUndo } from '../../api/use-undo.tsx'
import { Button } from '../../ui/button.tsx'
import { grouped } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { Annotate } from './annotate.tsx'
import { rowOutcomes } from './outcomes.ts'
import type { Applied, IntakeWork } from './store.ts'

const words = intakeScreenWords.apply
const outcomeWords = intakeScreenWords.trial.outcomes
/** Where the records of a kind are looked at; the plan has no screen yet. */
const screens = {
  consultations: '/consultations',
  sessions: '/activities',
  tally: '/monthly',
  indicators: null,
}

/** What was done, how it is undone, and where to go on. */
export function AppliedPart(props: {
  readonly work: IntakeWork
  readonly applied: Applied
  readonly onError: (error: AppError | null) => void
  readonly onAnother: () => void
}) {
  const { work, applied } = props
  const { accounting, withdrawn } = applied
  const { actions, undo, running } = useUndo()
  const action = actions.find(({ actionId }) => actionId === applied.actionId) ?? null
  const isUndone = action?.state === 'undone'
  const isNothing = accounting.new + accounting.changed + accounting.late + withdrawn === 0
  const parts = rowOutcomes
    .filter((outcome) => accounting[outcome] > 0)
    .map((outcome) => words.part(outcomeWords[outcome], grouped(accounting[outcome])))
  const kind = work.profile?.kind ?? null
  const screen = kind === null ? null : screens[kind]
  return (
    <>
      <div className="intake-body">
        <Notice
          look={isUndone ? 'info' : 'ok'}
          title={isUndone ? words.undone : isNothing ? words.doneNothing : words.doneTitle}
        >
          {!isUndone && (
            <>
              <p>{words.done(grouped(accounting.read), parts.join('　＋　'))}</p>
              {withdrawn > 0 && <p>{words.withdrawn(grouped(withdrawn))}</p>}
              {action !== null && <p className="sub">{words.undo}</p>}
            </>
          )}
        </Notice>
        <ul className="intake-ways">
          {kind !== null && screen !== null && (
            <li>
              <Link to={screen}>{words.toRecords[kind]}</Link>
            </li>
          )}
          <li>
            <Link to="/">{words.toBoard}</Link>
          </li>
          {action !== null && (
            <li>
              <Link to={`/check?action=${applied.actionId}`}>{words.toHistory}</Link>
            </li>
          )}
        </ul>
      </div>
      <div className="intake-foot">
        {(accounting.refused > 0 || accounting.late > 0) && (
          <Annotate session={work.opened.session} onError={props.onError} />
        )}
        <span className="grow" />
        {action !== null && !isUndone && (
          <Button size="form" icon={Undo2} isDisabled={running} onPress={() => undo(action)}>
            {words.undoNow}
          </Button>
        )}
        <Button size="form" look="solid" onPress={props.onAnother}>
          {words.another}
        </Button>
      </div>
    </>
  )
}
