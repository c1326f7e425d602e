import { useState } from 'react'
import type { AppError } from '../../shared/contract/errors.ts'
import type { LateArrivalView } from '../../shared/contract/schemas/confirming.ts'
import { formatFiscalYear, formatMonth } from '../../shared/time/format.ts'
import { formWords } from '../../shared/words/checks.ts'
import { confirmWords } from '../../shared/words/confirming.ts'
import { common } from '../../shared/words/screens.ts'
import { useClient } from '../api/client-context.tsx'
import { useRequest } from '../api/queries.ts'
import { useSession } from '../api/session.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Empty, Loading } from '../ui/patterns.tsx'
import { TextField } from '../ui/text-field.tsx'
import './confirming.css'

const words = confirmWords.late

/** What came in for periods that were 確定: each is taken over after 確定解除, or not, with a reason. */
export function LateDialog({ onClose }: { readonly onClose: () => void }) {
  const { ledger } = useSession()
  const client = useClient()
  const late = useRequest('late.list', { fiscalYear: null })
  const [error, setError] = useState<AppError | null>(null)
  const [dismissing, setDismissing] = useState<LateArrivalView | null>(null)
  const [reason, setReason] = useState('')
  const take = async ({ id, revision }: LateArrivalView): Promise<void> => {
    const answer = await client.call('late.take', { actionId: crypto.randomUUID(), id, revision })
    setError(answer.ok ? null : answer.error)
  }
  const dismiss = async (): Promise<void> => {
    if (dismissing === null) return
    const { id, revision } = dismissing
    const answer = await client.call('late.dismiss', { actionId: crypto.randomUUID(), id, revision, reason })
    setError(answer.ok ? null : answer.error)
    if (answer.ok) setDismissing(null)
  }
  const rows = late.data?.arrivals ?? []
  return (
    <Dialog
      title={words.heading}
      isOpen
      width="broad"
      onClose={onClose}
      footer={
        <Button size="form" onPress={onClose}>
          {common.close}
        </Button>
      }
    >
      <p className="confirm-lead">{words.lead}</p>
      {late.isPending && <Loading>{common.loading}</Loading>}
      {late.isError && <ErrorNotice error={late.error} />}
      {late.data && rows.length === 0 && <Empty title={words.none} />}
      {rows.length > 0 && (
        <div className="confirm-rows">
          <table className="t">
            <thead>
              <tr>
                {Object.values(words.columns).map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((one) => (
                <tr key={one.id}>
                  <td>{one.place}</td>
                  <td>
                    {one.name}　{formWords[one.form]}
                  </td>
                  <td>
                    {one.month === null
                      ? words.year(formatFiscalYear(one.fiscalYear))
                      : formatMonth(one.month)}
                  </td>
                  <td>{one.words}</td>
                  <td>
                    {ledger.readOnly === null && (
                      <span className="confirm-acts">
                        {one.shut ? (
                          <span className="sub">{words.shut}</span>
                        ) : (
                          <Button onPress={() => void take(one)}>{words.take}</Button>
                        )}
                        <Button onPress={() => setDismissing(one)}>{words.dismiss}</Button>
                      </span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {dismissing && (
        <div className="confirm-ask">
          <TextField
            label={words.reason}
            value={reason}
            onChange={setReason}
            maxLength={200}
            autoFocus
            wideLabel
          />
          <Button size="form" look="solid" isDisabled={reason.trim() === ''} onPress={() => void dismiss()}>
            {words.dismiss}
          </Button>
        </div>
      )}
      {error && <ErrorNotice error={error} />}
    </Dialog>
  )
}
