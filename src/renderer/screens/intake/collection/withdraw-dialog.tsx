import { useRef, useState } from 'react'
import type { AppError } from '../../../../shared/contract/errors.ts'
import type { CollectionIssueView } from '../../../../shared/contract/schemas/collection.ts'
import { collectionScreenWords as words } from '../../../../shared/words/collection-screen.ts'
import { common } from '../../../../shared/words/screens.ts'
import { useClient } from '../../../api/client-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ErrorNotice } from '../../../ui/error-notice.tsx'

/** Asks once before a book is taken back; 元に戻す brings it back. */
export function WithdrawDialog(props: { readonly issue: CollectionIssueView; readonly onClose: () => void }) {
  const { issue, onClose } = props
  const client = useClient()
  // The same press again after a failure is the same action.
  const actionId = useRef(crypto.randomUUID())
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const withdraw = async () => {
    setBusy(true)
    const { id, revision } = issue
    const answer = await client.call('collection.withdraw', { actionId: actionId.current, id, revision })
    setBusy(false)
    if (answer.ok) onClose()
    else setError(answer.error)
  }
  return (
    <Dialog
      title={words.withdrawTitle}
      isOpen
      width="narrow"
      onClose={onClose}
      footer={
        <>
          <Button size="form" onPress={onClose}>
            {common.stop}
          </Button>
          <Button size="form" look="danger" isDisabled={isBusy} onPress={() => void withdraw()}>
            {words.withdrawDo}
          </Button>
        </>
      }
    >
      <p>{words.withdrawLead(issue.fileName)}</p>
      {error && <ErrorNotice error={error} />}
    </Dialog>
  )
}
