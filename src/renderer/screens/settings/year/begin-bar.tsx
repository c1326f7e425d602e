import { useState } from 'react'
import type { YearView } from '../../../../shared/contract/schemas/year-change.ts'
import { settingsWords, yearWords as words } from '../../../../shared/words/settings.ts'
import { Button } from '../../../ui/button.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { useSave } from '../use-save.ts'
import { effectLines } from './effects.ts'
import type { YearDesk } from './use-year.ts'

/** What the decisions make, and the one button that does it after showing it once more. */
export function BeginBar(props: {
  readonly view: YearView
  readonly desk: YearDesk
  readonly isBad: boolean
  readonly isReadOnly: boolean
}) {
  const { view, desk } = props
  const [asks, setAsks] = useState(false)
  const { save, isBusy, error, clear } = useSave()
  const lines = effectLines(view, desk.decisions)
  const why = props.isReadOnly
    ? settingsWords.readOnly
    : desk.undecided > 0
      ? words.undecidedFirst(desk.undecided)
      : props.isBad || desk.incomplete > 0
        ? words.fixFirst
        : null
  const begin = async () => {
    const answer = await save('settings.beginYear', {
      fiscalYear: view.fiscalYear,
      decisions: desk.decisions,
    })
    if (answer.ok) setAsks(false)
  }
  return (
    <>
      <section className="set-begin" aria-label={words.preview}>
        <h3>{words.preview}</h3>
        <Effects lines={lines} />
      </section>
      <div className="set-bar set-foot">
        {why !== null && <span className="sub">{why}</span>}
        <Button look="solid" size="form" isDisabled={why !== null} onPress={() => setAsks(true)}>
          {words.begin(view.fiscalYear)}
        </Button>
      </div>
      {asks && (
        <FormDialog
          title={words.confirmTitle(view.fiscalYear)}
          confirm={words.begin(view.fiscalYear)}
          error={error}
          isBusy={isBusy}
          onSave={() => void begin()}
          onClose={() => {
            clear()
            setAsks(false)
          }}
        >
          <p>{words.confirmBody}</p>
          <Effects lines={lines} />
        </FormDialog>
      )}
    </>
  )
}

function Effects({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return <p className="sub">{words.previewNothing}</p>
  return (
    <ul className="set-effects">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
