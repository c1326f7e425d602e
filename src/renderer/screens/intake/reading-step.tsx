import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { SheetLayout } from '../../../shared/contract/schemas/intake.ts'
import type { BookProfile } from '../../../shared/intake/profile.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { Button } from '../../ui/button.tsx'
import { Loading, Progress } from '../../ui/patterns.tsx'
import { AskPart } from './ask-part.tsx'
import { BookFacts } from './book-facts.tsx'
import { BookNotices } from './book-notices.tsx'
import { ColumnsTable } from './columns-table.tsx'
import { SaveProfile } from './save-profile.tsx'
import { SheetPreview } from './sheet-preview.tsx'
import { type IntakeWork, intakeStore } from './store.ts'
import { useLayout } from './use-layout.ts'
import { useTrial } from './use-trial.ts'

const words = intakeScreenWords.reading

/** Step 2: what the book is, what is asked of the user, and which column becomes which field. */
export function ReadingStep(props: {
  readonly work: IntakeWork
  readonly isReadOnly: boolean
  readonly onError: (error: AppError | null) => void
}) {
  const { work, onError } = props
  const { session } = work.opened
  const { profile } = work
  const layout = useLayout(work, onError)
  const trial = useTrial(work, onError)
  const [shownSheet, showSheet] = useState<string | null>(null)
  const change = useCallback((next: BookProfile) => intakeStore.change(session, { profile: next }), [session])
  // What must be asked is known only when the rows were read once: for a book, and again when its kind was
  // chosen, but not at each change.
  const { read } = trial
  const latest = useRef(read)
  latest.current = read
  const isUnread = work.trial === null && profile !== null
  useEffect(() => {
    if (isUnread) void latest.current()
  }, [isUnread])
  const next = async () => {
    const dry = await read()
    if (dry !== null) intakeStore.change(session, { step: 'trial' })
  }
  const sheet = sheetShown(layout?.sheets ?? [], shownSheet)
  return (
    <>
      <div className="intake-reading">
        <BookFacts
          work={work}
          sheets={layout?.sheets ?? []}
          shown={sheet?.name ?? null}
          onShow={showSheet}
          onChange={change}
        />
        <div className="intake-main">
          <BookNotices opened={work.opened} stored={work.stored} />
          {profile !== null && (
            <AskPart
              profile={profile}
              dry={work.trial?.dry ?? null}
              isReading={trial.running}
              onChange={change}
            />
          )}
          {layout === null && <Loading>{common.loading}</Loading>}
          {layout !== null && sheet !== null && (
            <section>
              <div className="sec-h">
                <h2>{words.columnsOf(sheet.name)}</h2>
                {sheet.headRows.length > 0 && (
                  <span className="sub">{words.headRows(sheet.headRows.join('・'))}</span>
                )}
                <span className="sub intake-right">{words.sameShape}</span>
              </div>
              <div className="intake-columns">
                <ColumnsTable sheet={sheet} choices={layout.choices} profile={profile} onChange={change} />
                <SheetPreview session={session} sheet={sheet} />
              </div>
            </section>
          )}
        </div>
      </div>
      <div className="intake-foot">
        {trial.running ? (
          <div className="grow">
            <Progress
              title={intakeScreenWords.trial.running}
              step={intakeScreenWords.trial.steps}
              done={trial.progress?.done ?? 0}
              total={trial.progress?.total ?? null}
              counted=""
              stop={{ words: common.abort, press: trial.cancel }}
            />
          </div>
        ) : (
          <span className="grow sub">{profile === null ? words.needKind : ''}</span>
        )}
        {profile !== null && <SaveProfile work={work} profile={profile} isReadOnly={props.isReadOnly} />}
        <Button
          look="solid"
          size="form"
          isDisabled={profile === null || trial.running}
          onPress={() => void next()}
        >
          {words.trial}
        </Button>
      </div>
    </>
  )
}

/** The sheet that was picked, else the first that is read. */
const sheetShown = (sheets: readonly SheetLayout[], name: string | null): SheetLayout | null =>
  sheets.find((sheet) => sheet.name === name) ?? sheets.find(({ use }) => use) ?? sheets[0] ?? null
