import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import { plain } from '../../../shared/contract/plain.ts'
import type { ExploreChoices } from '../../../shared/explore/choices.ts'
import { tableChoiceOf } from '../../../shared/explore/table-choice.ts'
import type { TimeFrame } from '../../../shared/time/day.ts'
import { intoPaperWords as words } from '../../../shared/words/explore.ts'
import { common } from '../../../shared/words/screens.ts'
import { useClient } from '../../api/client-context.tsx'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Select } from '../../ui/select.tsx'
import type { Said } from './head-actions.tsx'

const fresh = '-'

/** The table into a 統計表, a new one or one that is there: PDF and Excel come from 資料作成. */
export function IntoPaperDialog(props: {
  readonly choices: ExploreChoices
  readonly frame: TimeFrame
  readonly onSaid: (said: Said) => void
  readonly onClose: () => void
}) {
  const { choices, frame } = props
  const { ledger } = useSession()
  const client = useClient()
  const papers = useRequest('papers.list', {})
  const [target, setTarget] = useState(fresh)
  const [error, setError] = useState<AppError | null>(null)
  const own = (papers.data?.papers ?? []).filter((paper) => paper.template === 'tables')
  const choice = plain(tableChoiceOf(choices, frame, ledger.yearsWithData))

  const done = (id: string, title: string) => {
    props.onSaid({
      look: 'ok',
      words: words.done(title),
      link: <a href={`#/papers/${encodeURIComponent(id)}`}>{words.open}</a>,
    })
    props.onClose()
  }
  const make = async () => {
    const actionId = crypto.randomUUID()
    if (target === fresh) {
      const templates = await client.call('papers.templates', {})
      if (!templates.ok) return setError(templates.error)
      const defaults = templates.value.templates.find((each) => each.code === 'tables')?.defaults
      if (defaults === undefined) throw new Error('The template of 統計表 is missing')
      const settings = { ...defaults, frame, tables: [choice] }
      const made = await client.call('papers.create', { actionId, settings })
      return made.ok ? done(made.value.id, made.value.settings.title) : setError(made.error)
    }
    const read = await client.call('papers.read', { id: target })
    if (!read.ok) return setError(read.error)
    const { draft } = read.value
    const changed = await client.call('papers.changeSettings', {
      actionId,
      id: draft.id,
      revision: draft.revision,
      settings: { ...draft.settings, tables: [...draft.settings.tables, choice] },
    })
    return changed.ok ? done(draft.id, draft.settings.title) : setError(changed.error)
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      width="narrow"
      onClose={props.onClose}
      footer={
        <>
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button size="form" look="solid" onPress={() => void make()}>
            {words.make}
          </Button>
        </>
      }
    >
      <p>{words.lead}</p>
      <Select
        label={words.target}
        value={target}
        choices={[
          { value: fresh, label: words.newPaper },
          ...own.map((paper) => ({ value: paper.id, label: paper.title })),
        ]}
        onChange={setTarget}
      />
      {choices.earlier === 'same' && <p className="sub">{words.earlierNote}</p>}
      {choices.recut && <p className="sub">{words.recutNote}</p>}
      {error && <ErrorNotice error={error} />}
    </Dialog>
  )
}
