import { describeError } from '../../shared/words/errors.ts'
import { common, frame, saving } from '../../shared/words/screens.ts'
import { useSaveState } from '../api/save-state.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

/** Why the last change is not on disk: what was kept and what to do, until a retry succeeds. */
export function SaveFailure({ onStaff }: { readonly onStaff: () => void }) {
  const state = useSaveState()
  if (state.kind !== 'failed') return null
  const { what, next } = describeError(state.error)
  return (
    <div className="save-failure">
      <Notice
        look="stop"
        title={saving.failed}
        actions={
          <>
            <Button onPress={state.retry}>{common.retry}</Button>
            {state.error.code === 'staffNotChosen' && <Button onPress={onStaff}>{frame.chooseStaff}</Button>}
          </>
        }
      >
        <p>{what}</p>
        <p>
          {saving.failedKept}
          {next}
        </p>
      </Notice>
    </div>
  )
}
