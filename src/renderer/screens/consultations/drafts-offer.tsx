import { useEffect, useState } from 'react'
import type { KeptDraft } from '../../../shared/contract/schemas/drafts.ts'
import { consultationWords as words } from '../../../shared/words/consultations.ts'
import { useClient } from '../../api/client-context.tsx'
import { useRequest } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { shortDayAndTime } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import type { Codes } from './codes.ts'
import { draftKind } from './draft-keeper.ts'
import { entryOfDraft } from './entry-values.ts'

/** Drafts shown at once; the rest come up when these are settled. */
const shown = 3

/** Half-filled forms of another window, or from before a crash: to go on with, or to throw away. */
export function DraftsOffer(props: {
  readonly codes: Codes
  /** The draft that is in the form. */
  readonly current: string
  readonly onGoOn: (draft: KeptDraft) => void
}) {
  const client = useClient()
  const kept = useRequest('drafts.list', { kind: draftKind })
  // Those that were there when the screen opened: what is typed elsewhere now is not in the way.
  const [offered, setOffered] = useState<readonly KeptDraft[] | null>(null)
  const isRead = kept.data !== undefined
  useEffect(() => {
    if (!isRead || offered !== null) return
    const drafts = (kept.data?.drafts ?? []).filter((draft) => draft.targetId === null)
    setOffered([])
    void Promise.all(
      drafts.map(async (draft) => {
        // Killed between the save and its end: the record is there, nothing is to be gone on with.
        const record = await client.call('consultations.read', { id: draft.id })
        if (!record.ok) return [draft]
        await client.call('drafts.forget', { id: draft.id })
        return []
      }),
    ).then((left) => setOffered(left.flat()))
  }, [client, isRead, kept.data, offered])
  const drafts = (offered ?? []).filter((draft) => draft.id !== props.current)
  if (drafts.length === 0) return null
  const drop = (id: string) => setOffered((before) => (before ?? []).filter((draft) => draft.id !== id))
  return (
    <div className="register-note">
      <Notice look="info" title={words.drafts.title(drafts.length)} announce={false}>
        <ul className="drafts">
          {drafts.slice(0, shown).map((draft) => (
            <li key={draft.id}>
              <span className="grow ell">
                {words.drafts.line(
                  shortDayAndTime(draft.updatedAt),
                  draft.staff,
                  summary(draft, props.codes),
                )}
              </span>
              <Button
                onPress={() => {
                  drop(draft.id)
                  props.onGoOn(draft)
                }}
              >
                {words.drafts.goOn}
              </Button>
              <Button
                look="quiet"
                onPress={() => {
                  drop(draft.id)
                  void client.call('drafts.forget', { id: draft.id })
                }}
              >
                {words.drafts.forget}
              </Button>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

/** 「R7.2.6 電話 H041」: enough to know it again. */
function summary(draft: KeptDraft, codes: Codes): string {
  const values = entryOfDraft(draft.content)
  const method = values.method === null ? '' : codes.label('method', values.method)
  const parts = [values.day, method, values.case, values.note.slice(0, 20)].filter((part) => part !== '')
  return parts.length === 0 ? words.drafts.empty : parts.join('　')
}
