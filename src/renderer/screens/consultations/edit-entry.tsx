import { CircleCheck, CircleDashed } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Client } from '../../../shared/contract/client.ts'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { KeptDraft } from '../../../shared/contract/schemas/drafts.ts'
import { monthOf } from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import { consultationWords as words } from '../../../shared/words/consultations.ts'
import { useClient } from '../../api/client-context.tsx'
import { useRequest } from '../../api/queries.ts'
import { ReopenButton, useShownPeriod } from '../../confirming/reopen-button.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { clockTime } from '../../ui/format.ts'
import { Loading } from '../../ui/patterns.tsx'
import { State } from '../../ui/tag.tsx'
import type { Codes } from './codes.ts'
import { ConflictDialog } from './conflict-dialog.tsx'
import { draftKind } from './draft-keeper.ts'
import { EntryForm, type EntryFormHandle, KeyLegend } from './entry-form.tsx'
import { draftOf } from './entry-values.ts'
import { ErrorCount } from './new-entry.tsx'
import { RemoveDialog } from './reason-dialogs.tsx'
import { RecordEditor } from './record-editor.ts'
import { fieldWords } from './show-field.ts'
import { Facts } from './use-facts.ts'

export type ReadRecord = RequestOutput<'consultations.read'>

interface EditProps {
  readonly id: string
  readonly codes: Codes
  readonly today: Day
  readonly fiscalYear: FiscalYear
  readonly isReadOnly: boolean
  /** Back to the list. */
  readonly onDone: () => void
  /** To a new record. */
  readonly onNew: () => void
  /** The record is gone: what was typed goes on as a new one. */
  readonly onContinue: (draft: KeptDraft) => void
}

/** 相談の訂正: an existing record in the form; what changes is saved when its field is left. */
export function EditEntry(props: EditProps) {
  const record = useRequest('consultations.read', { id: props.id })
  const drafts = useRequest('drafts.list', { kind: draftKind })
  if (record.isError) {
    return (
      <div className="register-note">
        <ErrorNotice
          error={record.error}
          actions={<Button onPress={props.onNew}>{words.form.toNew}</Button>}
        />
      </div>
    )
  }
  if (record.isPending || drafts.isPending) return <Loading>{words.loading}</Loading>
  const draft = drafts.data?.drafts.find((one) => one.targetId === props.id) ?? null
  return <Editor {...props} record={record.data} draft={draft} />
}

function Editor(props: EditProps & { readonly record: ReadRecord; readonly draft: KeptDraft | null }) {
  const { codes, today, fiscalYear, record } = props
  const client = useClient()
  const form = useRef<EntryFormHandle>(null)
  const [editor] = useState(() => newEditor(client, props))
  const [isRemoving, setRemoving] = useState(false)
  const state = useSyncExternalStore(editor.subscribe, editor.read)
  const { store, facts } = editor
  const isReadOnly = props.isReadOnly || record.locked !== null
  useEffect(() => editor.hear(record), [editor, record])
  useShownPeriod(record.consultation.party, 'consultation', monthOf(record.consultation.day))
  useEffect(() => form.current?.focus(), [])
  useEffect(() => {
    const leave = () => void editor.save()
    window.addEventListener('pagehide', leave)
    return () => {
      leave()
      window.removeEventListener('pagehide', leave)
    }
  }, [editor])
  const context = useMemo(
    () => ({ store, facts, codes, fiscalYear, isReadOnly, onLeave: () => void editor.save() }),
    [store, facts, codes, fiscalYear, isReadOnly, editor],
  )
  const wasTold = useRef(false)
  const finish = async (next: () => void) => {
    if (isReadOnly || (await editor.save())) return next()
    form.current?.focus(editor.firstError() ?? undefined)
  }
  /** The first Escape shows what cannot be saved; the second leaves it as a draft of the record. */
  const leave = () => {
    if (wasTold.current && editor.firstError() !== null) return props.onDone()
    wasTold.current = true
    void finish(props.onDone)
  }
  return (
    <>
      <Facts store={store} facts={facts} id={props.id} today={today} fiscalYear={fiscalYear} lastId={null} />
      <EntryForm
        context={context}
        label={words.form.titleEdit}
        handle={form}
        head={
          <>
            <h2>
              {words.form.titleEdit}
              <span className="number">{words.form.number(record.number)}</span>
            </h2>
            {state.savedAt !== null ? (
              <State icon={CircleCheck}>{words.form.changed(clockTime(state.savedAt))}</State>
            ) : (
              <State icon={CircleDashed} tone="quiet">
                {words.form.unchanged}
              </State>
            )}
            <span className="grow" />
            {!isReadOnly && (
              <Button look="danger" onPress={() => setRemoving(true)}>
                {words.form.remove}
              </Button>
            )}
          </>
        }
        notices={
          state.error && (
            <ErrorNotice
              error={state.error}
              actions={
                state.error.code === 'notFound' && (
                  <Button onPress={() => props.onContinue(asNewDraft(editor, today))}>
                    {words.conflict.asNew}
                  </Button>
                )
              }
            />
          )
        }
        locked={
          record.locked === null
            ? null
            : {
                why: record.locked,
                month: record.lockedMonth,
                wayOut: record.locked === 'periodConfirmed' && (
                  <ReopenButton
                    party={record.consultation.party}
                    form="consultation"
                    month={monthOf(record.consultation.day)}
                  />
                ),
              }
        }
        onSave={() => void finish(props.onNew)}
        onEscape={leave}
        onTakeAll={() => store.takeAll()}
        foot={
          <>
            <KeyLegend />
            <ErrorCount facts={facts} />
            <Button look="solid" size="form" onPress={() => void finish(props.onNew)}>
              {words.form.toNew}
              <span className="key-name">{words.form.saveKey}</span>
            </Button>
          </>
        }
      />
      {state.clashes !== null && (
        <ConflictDialog clashes={state.clashes} onSettle={(theirs) => void editor.settle(theirs)} />
      )}
      {isRemoving && (
        <RemoveDialog
          number={record.number}
          onClose={() => setRemoving(false)}
          onRemove={async (reason): Promise<AppError | null> => {
            const error = await editor.remove(reason)
            if (error === null) props.onNew()
            return error
          }}
        />
      )}
    </>
  )
}

function newEditor(
  client: Client,
  props: EditProps & { readonly record: ReadRecord; readonly draft: KeptDraft | null },
): RecordEditor {
  return new RecordEditor({
    client,
    newId: () => crypto.randomUUID(),
    record: props.record,
    draft: props.draft,
    fiscalYear: props.fiscalYear,
    show: (field, of) => fieldWords(props.codes, field, of),
  })
}

const asNewDraft = (editor: RecordEditor, today: Day): KeptDraft => ({
  id: crypto.randomUUID(),
  kind: draftKind,
  targetId: null,
  content: draftOf(editor.store.read()),
  revision: 0,
  staff: '',
  updatedAt: `${today}T00:00:00.000Z`,
})
