import { CircleCheck, CircleDashed, OctagonX } from 'lucide-react'
import {
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import type { Client } from '../../../shared/contract/client.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { KeptDraft } from '../../../shared/contract/schemas/drafts.ts'
import { monthOf } from '../../../shared/time/calendar.ts'
import type { Day, FiscalYear } from '../../../shared/time/day.ts'
import { formatDay, formatMonth } from '../../../shared/time/format.ts'
import { consultationWords as words } from '../../../shared/words/consultations.ts'
import { useClient } from '../../api/client-context.tsx'
import { saveState } from '../../api/save-state.ts'
import { ReopenButton } from '../../confirming/reopen-button.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { clockTime } from '../../ui/format.ts'
import { State } from '../../ui/tag.tsx'
import type { Codes } from './codes.ts'
import { DraftKeeper, holdUnsaved, type KeptState } from './draft-keeper.ts'
import { FactStore } from './entry-context.ts'
import { longestNote } from './entry-fields.tsx'
import { EntryForm, type EntryFormHandle, KeyLegend } from './entry-form.tsx'
import { EntryStore } from './entry-store.ts'
import {
  draftOf,
  type EntryField,
  type EntryValues,
  emptyEntry,
  entryOfDraft,
  formOrder,
  isAnonymous,
  isTouched,
  recordOf,
} from './entry-values.ts'
import { Facts } from './use-facts.ts'

/** One form from its first key to its save; it outlives the screen, so that switching loses nothing. */
export interface EntrySession {
  readonly store: EntryStore
  readonly facts: FactStore
  readonly keeper: DraftKeeper
  /** Puts in what a new form begins with: nothing was typed by that. */
  readonly begin: (values: Partial<EntryValues>) => void
  /** Made once for a save: sent again after a failure, it is recorded only once. */
  readonly actionId: string
}

export function beginSession(
  client: Client,
  begin: { readonly day: Day; readonly party: string | null },
  draft: KeptDraft | null = null,
): EntrySession {
  let begun: EntryValues = {
    ...emptyEntry,
    day: formatDay(begin.day, { digits: 'halfWidth' }),
    party: begin.party,
  }
  const newId = () => crypto.randomUUID()
  const store = new EntryStore(draft === null ? begun : entryOfDraft(draft.content))
  const kept = draft === null ? null : { id: draft.id, revision: draft.revision, at: draft.updatedAt }
  const keeper = new DraftKeeper({ client, newId, targetId: null, draft: kept, hold: holdUnsaved })
  store.subscribe(() => {
    if (isTouched(store.read(), begun)) keeper.keep(draftOf(store.read()))
  })
  return {
    store,
    facts: new FactStore(begin.day),
    keeper,
    begin: (values) => {
      begun = { ...begun, ...values }
      store.replace({ ...store.read(), ...values })
    },
    actionId: newId(),
  }
}

export interface SavedEntry {
  readonly id: string
  readonly number: number
  readonly day: Day
  readonly party: string
}

export interface NewEntryHandle extends EntryFormHandle {
  flush(): void
}

/** 新しい相談: typed by keyboard, kept while it is typed, saved with Ctrl+Enter. */
export function NewEntry(props: {
  readonly session: EntrySession
  readonly codes: Codes
  readonly today: Day
  readonly fiscalYear: FiscalYear
  readonly nextNumber: number | null
  readonly lastId: string | null
  readonly isReadOnly: boolean
  readonly onSaved: (saved: SavedEntry) => void
  readonly onClear: () => void
  readonly onEscape: () => void
  readonly handle: Ref<NewEntryHandle>
}) {
  const { session, codes, fiscalYear, today, isReadOnly } = props
  const { store, facts, keeper } = session
  const client = useClient()
  const form = useRef<EntryFormHandle>(null)
  const [isSaving, setSaving] = useState(false)
  // Before the next drawing: two presses of the key are one save.
  const saving = useRef(false)
  const [error, setError] = useState<AppError | null>(null)
  const locked = useSyncExternalStore(facts.subscribe, () => facts.read().locked)
  useImperativeHandle(props.handle, () => ({
    focus: (field) => form.current?.focus(field),
    flush: () => void keeper.flush(),
  }))
  useEffect(() => {
    const flush = () => void keeper.flush()
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      flush()
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [keeper])
  useEffect(() => {
    // What was wrong is looked at again as soon as it is changed.
    return store.subscribe(() => {
      if (facts.read().errors.size > 0) facts.set({ errors: new Map() })
    })
  }, [store, facts])
  const context = useMemo(
    () => ({ store, facts, codes, fiscalYear, isReadOnly, onLeave: keeper.left }),
    [store, facts, codes, fiscalYear, isReadOnly, keeper],
  )

  const save = async () => {
    if (saving.current || isReadOnly) return
    saving.current = true
    setSaving(true)
    setError(null)
    try {
      const knownCase = await caseOfTyped(client, store.read().case)
      const record = recordOf(store.read(), { fiscalYear, knownCase, longestNote })
      if (!record.ok) {
        facts.set({ errors: record.errors })
        form.current?.focus(formOrder.find((field) => record.errors.has(field)))
        return
      }
      await keeper.flush()
      saveState.set({ kind: 'saving' })
      const { actionId } = session
      const answer = await client.call('consultations.create', {
        actionId,
        id: keeper.id,
        consultation: record.consultation,
        about: record.about,
      })
      saveState.settle()
      if (!answer.ok) {
        setError(answer.error)
        form.current?.focus(fieldOf(answer.error))
        return
      }
      await keeper.end(false)
      const { party } = record.consultation
      props.onSaved({ id: answer.value.id, number: answer.value.number, day: record.consultation.day, party })
    } finally {
      saving.current = false
      setSaving(false)
    }
  }

  return (
    <>
      <Facts
        store={store}
        facts={facts}
        id={null}
        today={today}
        fiscalYear={fiscalYear}
        lastId={props.lastId}
      />
      <EntryForm
        context={context}
        label={words.form.titleNew}
        handle={form}
        head={
          <>
            <h2>
              {words.form.titleNew}
              {props.nextNumber !== null && (
                <span className="number">{words.form.number(props.nextNumber)}</span>
              )}
            </h2>
            <KeptLine keeper={keeper} onClear={props.onClear} />
            <span className="grow" />
            <span className="ghost-note">
              {words.form.ghost}
              <kbd>F4</kbd>
              {words.form.ghostKey}
            </span>
          </>
        }
        notices={error && <ErrorNotice error={error} />}
        locked={
          locked === null
            ? null
            : {
                why: locked,
                month: formatMonth(monthOf(facts.read().day)),
                wayOut: locked === 'periodConfirmed' && (
                  <ReopenButton
                    party={store.read().party ?? ''}
                    form="consultation"
                    month={monthOf(facts.read().day)}
                  />
                ),
              }
        }
        onSave={() => void save()}
        onEscape={props.onEscape}
        onTakeAll={() => {
          store.takeAll()
          form.current?.focus(firstEmpty(store))
        }}
        foot={
          <>
            <KeyLegend />
            <ErrorCount facts={facts} />
            <Button look="solid" size="form" isDisabled={isReadOnly} onPress={() => void save()}>
              {isSaving ? words.form.saving : words.form.save}
              <span className="key-name">{words.form.saveKey}</span>
            </Button>
          </>
        }
      />
    </>
  )
}

/** Where the typing goes on after 「まとめて前回と同じ」: what a contact always tells anew. */
function firstEmpty(store: EntryStore): EntryField {
  const values = store.read()
  const order: readonly EntryField[] = ['method', 'caller', 'case', 'mainTopic']
  return order.find((field) => values[field] === null || values[field] === '') ?? 'topics'
}

/** The id of the case of a typed number, as the ledger knows it now. */
export async function caseOfTyped(client: Client, typed: string): Promise<string | null> {
  const code = typed.trim()
  if (code === '' || isAnonymous(code)) return null
  const answer = await client.call('cases.find', { code })
  return answer.ok ? (answer.value.found?.id ?? null) : null
}

/** The field of the form that a refusal is about. */
export function fieldOf(error: AppError): EntryField {
  if (error.field === 'about' || error.field === 'id') return 'case'
  return formOrder.find((field) => field === error.field) ?? 'day'
}

/** 「入力中の内容を保存済 12:03」, and the way to throw it away. */
function KeptLine(props: { readonly keeper: DraftKeeper; readonly onClear: () => void }) {
  const state = useSyncExternalStore(props.keeper.subscribe, props.keeper.read)
  if (state.kind === 'none') return null
  return (
    <>
      <Kept state={state} />
      <Button look="text" onPress={props.onClear}>
        {words.form.clear}
      </Button>
    </>
  )
}

/** 「直すところが2か所あります」, after a save was tried. */
export function ErrorCount({ facts }: { readonly facts: FactStore }) {
  const count = useSyncExternalStore(facts.subscribe, () => facts.read().errors.size)
  return count === 0 ? null : <span className="err">{words.form.cannotSave(count)}</span>
}

function Kept({ state }: { readonly state: KeptState }) {
  switch (state.kind) {
    case 'none':
      return null
    case 'keeping':
      return (
        <State icon={CircleDashed} tone="active">
          {words.form.keeping}
        </State>
      )
    case 'kept':
      return <State icon={CircleCheck}>{words.form.kept(clockTime(state.at))}</State>
    case 'failed':
      return (
        <State icon={OctagonX} tone="stop">
          {words.form.notKept}
        </State>
      )
  }
}
