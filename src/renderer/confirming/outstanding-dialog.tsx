import { useState } from 'react'
import { formatMonthDay, formatMonthOnly } from '../../shared/time/format.ts'
import { formWords } from '../../shared/words/checks.ts'
import { confirmWords } from '../../shared/words/confirming.ts'
import { common } from '../../shared/words/screens.ts'
import { useRequest } from '../api/queries.ts'
import { useSession } from '../api/session.tsx'
import { Button } from '../ui/button.tsx'
import { copyPlainText } from '../ui/copy-plain-text.ts'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { grouped } from '../ui/format.ts'
import { Empty, Loading } from '../ui/patterns.tsx'
import './confirming.css'

const words = confirmWords.outstanding

/** 督促: who has not handed in what, how late, and a text to be sent. */
export function OutstandingDialog({ onClose }: { readonly onClose: () => void }) {
  const { frame } = useSession().frame
  const late = useRequest('reports.outstanding', { frame })
  const [copied, setCopied] = useState<string | null>(null)
  const parties = late.data?.parties ?? []
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
      {late.data && parties.length === 0 && <Empty title={words.none} />}
      {parties.length > 0 && (
        <div className="confirm-rows">
          <table className="t">
            <thead>
              <tr>
                <th scope="col">{words.columns.party}</th>
                <th scope="col">{words.columns.reports}</th>
                <th scope="col" className="r">
                  {words.columns.late}
                </th>
                <th scope="col">
                  <span className="vh">{words.copy}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {parties.map((one) => (
                <tr key={one.party}>
                  <td>{one.name}</td>
                  <td>
                    {one.reports
                      .map(({ form, month, sentBack, dueOn }) =>
                        words.report(
                          formatMonthOnly(month, 'halfWidth'),
                          formWords[form],
                          sentBack
                            ? words.sentBack
                            : words.due(formatMonthDay(dueOn, { digits: 'halfWidth' })),
                        ),
                      )
                      .join('、')}
                  </td>
                  <td className="r">{words.daysLate(grouped(one.reports[0]?.daysLate ?? 0))}</td>
                  <td>
                    <Button onPress={() => setCopied(copyPlainText(one.text) ? one.party : null)}>
                      {copied === one.party ? words.copied : words.copy}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Dialog>
  )
}
