import { FilePlus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { PaperEntry } from '../../../shared/contract/schemas/papers.ts'
import { formatDay, formatFrame } from '../../../shared/time/format.ts'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { useClient } from '../../api/client-context.tsx'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { shortDayAndTime } from '../../ui/format.ts'
import { Empty, Loading } from '../../ui/patterns.tsx'
import { NewPaperDialog } from './new-paper-dialog.tsx'

const words = papersWords.list

/** Drafts, and the way to a new one. */
export function PaperList() {
  const { ledger } = useSession()
  const navigate = useNavigate()
  const papers = useRequest('papers.list', {})
  const templates = useRequest('papers.templates', {})
  const [making, setMaking] = useState(false)
  const [removing, setRemoving] = useState<PaperEntry | null>(null)
  const readOnly = ledger.readOnly !== null
  const templateLabel = (code: string) =>
    templates.data?.templates.find((template) => template.code === code)?.label ?? ''
  const make = (
    <Button
      icon={FilePlus}
      look="solid"
      isDisabled={readOnly || !templates.data}
      onPress={() => setMaking(true)}
    >
      {words.make}
    </Button>
  )
  const list = papers.data?.papers ?? []
  return (
    <>
      <div className="head">
        <h1>{papersWords.title}</h1>
        <span className="sub">{readOnly ? words.readOnly : words.lead}</span>
        <div className="acts">{list.length > 0 && make}</div>
      </div>
      <div className="scroll-body">
        {papers.isPending && <Loading>{common.loading}</Loading>}
        {papers.isError && <ErrorNotice error={papers.error} />}
        {templates.isError && <ErrorNotice error={templates.error} />}
        {papers.data && list.length === 0 && (
          <Empty title={words.emptyTitle} actions={ledger.yearsWithData.length > 0 && make}>
            {ledger.yearsWithData.length > 0 ? words.empty : words.emptyWithoutData}
          </Empty>
        )}
        {list.length > 0 && (
          <section aria-labelledby="drafts">
            <div className="sec-h plain">
              <h2 id="drafts">{words.heading}</h2>
              <span className="right sub">{words.count(list.length)}</span>
            </div>
            <table className="t papers">
              <thead>
                <tr>
                  <th scope="col">{words.paper}</th>
                  <th scope="col">{words.template}</th>
                  <th scope="col">{words.meeting}</th>
                  <th scope="col">{words.frame}</th>
                  <th scope="col">{words.changed}</th>
                  <th>
                    <span className="vh">{words.remove}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {list.map((paper) => (
                  <tr key={paper.id}>
                    <td>
                      <a href={`#/papers/${encodeURIComponent(paper.id)}`}>{paper.title || words.noTitle}</a>
                    </td>
                    <td className="nw">{templateLabel(paper.template)}</td>
                    <td>
                      {paper.meeting}
                      {paper.meetingDate && <span className="nw">　{formatDay(paper.meetingDate)}</span>}
                    </td>
                    <td>{formatFrame(paper.frame)}</td>
                    <td className="nw">
                      {shortDayAndTime(paper.changedAt)}　{paper.changedBy}
                    </td>
                    <td className="r">
                      {!readOnly && (
                        <Button
                          look="quiet"
                          icon={Trash2}
                          aria-label={words.removeOf(paper.title)}
                          onPress={() => setRemoving(paper)}
                        >
                          {words.remove}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        )}
      </div>
      {making && templates.data && (
        <NewPaperDialog
          templates={templates.data.templates}
          yearsWithData={ledger.yearsWithData}
          onMade={(id) => navigate(`/papers/${encodeURIComponent(id)}`)}
          onClose={() => setMaking(false)}
        />
      )}
      {removing && <RemoveDialog paper={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}

function RemoveDialog({ paper, onClose }: { readonly paper: PaperEntry; readonly onClose: () => void }) {
  const client = useClient()
  const papers = useRequest('papers.list', {})
  const [actionId] = useState(() => crypto.randomUUID())
  const [error, setError] = useState<AppError | null>(null)
  const remove = async () => {
    const answer = await client.call('papers.remove', { actionId, id: paper.id, revision: paper.revision })
    if (!answer.ok) return setError(answer.error)
    await papers.refetch()
    onClose()
  }
  return (
    <Dialog
      title={papersWords.remove.title}
      isOpen
      alert
      width="narrow"
      onClose={onClose}
      footer={
        <>
          <Button size="form" onPress={onClose}>
            {common.stop}
          </Button>
          <Button size="form" look="danger" onPress={() => void remove()}>
            {papersWords.remove.confirm}
          </Button>
        </>
      }
    >
      <p>{papersWords.remove.body(paper.title || words.noTitle)}</p>
      {error && <ErrorNotice error={error} />}
    </Dialog>
  )
}
