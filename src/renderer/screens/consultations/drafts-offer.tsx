import { useEffect, useState } from 'react'
import type { Client } from '../../../shared/contract/client.ts'
import type { KeptDraft } from '../../../shared/contract/schemas/drafts.ts'
import { consultationWords as words } from '../../../shared/words/consultations.ts'
import { useClient } from '../../api/client-context.tsx'
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
  // Those that were there when the screen opened: what is typed elsewhere now is not in the way.
  const [offered, setOffered] = useState<readonly KeptDraft[]>([])
  useEffect(() => {
    let isGone = false
    void leftOver(client).then((left) => {
      if (!isGone) setOffered(left)
    })
    return () => {
      isGone = true
    }
  }, [client])
  const drafts = offered.filter((draft) => draft.id !== props.current)
  if (drafts.length === 0) return null
  const drop = (id: string) => setOffered((before) => before.filter((draft) => draft.id !== id))
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

/** Forms without their record. */
async function leftOver(client: Client): Promise<readonly KeptDraft[]> {
  const kept = await client.call('drafts.list', { kind: draftKind })
  const drafts = kept.ok ? kept.value.drafts.filter((draft) => draft.targetId === null) : []
  const left = drafts.map(async (draft) => {
    // Killed between the save and its end: the record is there, nothing is to be gone on with.
    const record = await client.call('consultations.read', { id: draft.id })
    if (!record.ok) return [draft]
    await client.call('drafts.forget', { id: draft.id })
    return []
  })
  return (await Promise.all(left)).flat()
}

/** 「R7.2.6 電話 H041」: enough to know it again. */
function summary(draft: KeptDraft, codes: Codes): string {
  const values = entryOfDraft(draft.content)
  const method = values.method === null ? '' : codes.label('method', values.method)
  const parts = [values.day, method, values.case, values.note.slice(0, 20)].filter((part) => part !== '')
  return parts.length === 0 ? words.drafts.empty : parts.join('　')
}
