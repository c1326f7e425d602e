import { useNavigate } from 'react-router'
import { undoListWords as words } from '../../../shared/words/history-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { useRequest } from '../../api/queries.ts'
import type { UndoOutcome } from '../../api/use-undo.tsx'
import { rowLink } from '../../history/row-link.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/patterns.tsx'

/** Why nothing was undone: the rows that stand against it, each with its reason and the way there. */
export function RefusedDialog(props: {
  readonly outcome: Extract<UndoOutcome, { kind: 'refused' | 'unsaved' }>
  readonly onClose: () => void
}) {
  const { outcome, onClose } = props
  const title =
    outcome.kind === 'unsaved'
      ? words.undoShort
      : (outcome.step === 'undo' ? words.blockedTitle : words.blockedTitleRedo)(outcome.name)
  return (
    <Dialog
      title={title}
      isOpen
      alert
      onClose={onClose}
      footer={
        <Button size="form" look="solid" onPress={onClose}>
          {common.close}
        </Button>
      }
    >
      {outcome.kind === 'unsaved' && <p>{words.unsaved}</p>}
      {outcome.kind === 'refused' && outcome.error.code !== 'undoBlocked' && (
        <ErrorNotice error={outcome.error} />
      )}
      {outcome.kind === 'refused' && outcome.error.code === 'undoBlocked' && (
        <Blocks of={outcome.of} onLeave={onClose} />
      )}
    </Dialog>
  )
}

function Blocks({ of, onLeave }: { readonly of: string; readonly onLeave: () => void }) {
  const navigate = useNavigate()
  const blocks = useRequest('history.undoBlocks', { of })
  if (blocks.isPending) return <Loading>{common.loading}</Loading>
  if (blocks.isError) return <ErrorNotice error={blocks.error} />
  const { count, blocks: rows } = blocks.data
  const go = (link: string) => {
    onLeave()
    void navigate(link)
  }
  return (
    <>
      <p>{words.blockedLead(count)}</p>
      <p>{words.blockedNext}</p>
      {count > rows.length && <p className="sub">{words.blockedMore(rows.length)}</p>}
      <div className="undo-blocks">
        <table className="t">
          <thead>
            <tr>
              <th scope="col">{words.blockedRow}</th>
              <th scope="col">{words.blockedWhy}</th>
              <th scope="col">
                <span className="vh">{words.openRow}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((block) => {
              const link = rowLink(block.table, block.rowId)
              return (
                <tr key={`${block.table} ${block.rowId} ${block.reason}`}>
                  <th scope="row">{block.subject}</th>
                  <td>
                    {words.reasons[block.reason]}
                    {block.by !== null && <div className="sub">{block.by}</div>}
                  </td>
                  <td>
                    {link !== null && (
                      <Button look="text" onPress={() => go(link)}>
                        {words.openRow}
                      </Button>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </>
  )
}
