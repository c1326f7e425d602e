import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import { intakeScreenWords as words } from '../../../shared/words/intake-screen.ts'
import { useClient } from '../../api/client-context.tsx'
import { useSession } from '../../api/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ApplyStep } from './apply-step.tsx'
import { ChooseStep } from './choose-step.tsx'
import { ReadingStep } from './reading-step.tsx'
import { Stepper } from './stepper.tsx'
import { type IntakeWork, intakeStore, useIntakeWork } from './store.ts'
import { TrialStep } from './trial-step.tsx'
import { useOpenBook } from './use-open-book.ts'
import './intake.css'

/** 取込: choose a file, see how it is read, read it for trial, take it in. Nothing is written before the last. */
export function IntakeScreen() {
  const { ledger } = useSession()
  const work = useIntakeWork(ledger.path)
  const client = useClient()
  const [error, setError] = useState<AppError | null>(null)
  const [quitting, setQuitting] = useState(false)
  const leave = () => {
    if (work !== null) void client.call('intake.close', { session: work.opened.session })
    intakeStore.set(null)
    setError(null)
    setQuitting(false)
  }
  const fail = (failed: AppError | null) => setError(failed)
  const closed = error?.code === 'bookClosed'
  return (
    <div className="work intake">
      <div className="head">
        <h1>{words.title}</h1>
        {work !== null && <BookName work={work} />}
        <div className="acts" id="intake-acts">
          {work !== null && work.applied === null && (
            <Button onPress={() => setQuitting(true)}>{words.quit}</Button>
          )}
        </div>
      </div>
      <Stepper
        step={work?.step ?? 'choose'}
        isDone={work?.applied != null}
        onGo={(step) => {
          if (work === null || work.applied !== null) return
          setError(null)
          intakeStore.change(work.opened.session, { step })
        }}
      />
      {ledger.readOnly !== null && (
        <div className="intake-note">
          <Notice look="info" announce={false} title={words.readOnly} />
        </div>
      )}
      {error !== null && (
        <div className="intake-note">
          {closed && work !== null ? (
            <ClosedBook work={work} onDone={() => setError(null)} onOther={leave} onError={fail} />
          ) : (
            <ErrorNotice error={error} />
          )}
        </div>
      )}
      {work === null && <ChooseStep onError={fail} />}
      {work?.step === 'reading' && (
        <ReadingStep
          key={work.opened.session}
          work={work}
          onError={fail}
          isReadOnly={ledger.readOnly !== null}
        />
      )}
      {work?.step === 'trial' && <TrialStep key={work.opened.session} work={work} onError={fail} />}
      {work?.step === 'apply' && (
        <ApplyStep
          key={work.opened.session}
          work={work}
          onError={fail}
          onAnother={leave}
          isReadOnly={ledger.readOnly !== null}
        />
      )}
      {quitting && (
        <Dialog
          title={words.quitTitle}
          isOpen
          width="narrow"
          onClose={() => setQuitting(false)}
          footer={
            <>
              <Button size="form" onPress={() => setQuitting(false)}>
                {words.goOn}
              </Button>
              <Button size="form" look="danger" onPress={leave}>
                {words.quitYes}
              </Button>
            </>
          }
        >
          <p>{words.quitBody}</p>
        </Dialog>
      )}
    </div>
  )
}

function BookName({ work }: { readonly work: IntakeWork }) {
  const { book } = work.opened
  return (
    <span className="intake-book">
      <b className="ell">{book.name}</b>
      <span className="sub">
        {book.encoding === null
          ? words.book.sheets(book.sheets.length)
          : words.book.encoding(words.book.encodings[book.encoding])}
      </span>
    </span>
  )
}

/** The session ended: the same file is opened anew, and read as the user had it. */
function ClosedBook(props: {
  readonly work: IntakeWork
  readonly onDone: () => void
  readonly onOther: () => void
  readonly onError: (error: AppError) => void
}) {
  const { work } = props
  const { open, running } = useOpenBook()
  const reopen = async () => {
    const answer = await open(work.file)
    if (!answer.ok) return props.onError(answer.error)
    intakeStore.set({ ...work, opened: answer.value, step: 'reading', trial: null })
    props.onDone()
  }
  return (
    <Notice
      look="warn"
      title={words.closed.title}
      actions={
        <>
          <Button isDisabled={running} onPress={() => void reopen()}>
            {words.closed.reopen}
          </Button>
          <Button isDisabled={running} onPress={props.onOther}>
            {words.closed.other}
          </Button>
        </>
      }
    >
      <p>{words.closed.body}</p>
    </Notice>
  )
}
