import { type ReactNode, useState } from 'react'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { CaseDetail } from '../../../shared/contract/schemas/consultations.ts'
import type { Day } from '../../../shared/time/day.ts'
import { formatDay, formatFiscalYear, formatMonth } from '../../../shared/time/format.ts'
import { consultationWords as words } from '../../../shared/words/consultations.ts'
import { common } from '../../../shared/words/screens.ts'
import { useRequest } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { CodeField } from '../../ui/code-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { grouped } from '../../ui/format.ts'
import { TextField } from '../../ui/text-field.tsx'
import { WatchedText } from '../../ui/watched-text.tsx'
import { useCaseWrite } from './case-panel.tsx'
import type { Codes } from './codes.ts'

type Episode = CaseDetail['episodes'][number]
export type CaseDialogKind =
  | { readonly kind: 'close' | 'reopen' | 'merge' | 'link' }
  | { readonly kind: 'episode'; readonly episode: Episode }

const reasons = ['goalReached', 'handedOver', 'wish', 'interrupted', 'movedAway', 'died', 'other'] as const
type Reason = (typeof reasons)[number]
const asReason = (code: string | null): Reason | null => reasons.find((reason) => reason === code) ?? null

interface Own {
  readonly own: CaseDetail
  readonly codes: Codes
  readonly onClose: () => void
}

/** The dialog of an action on a case. */
export function CaseDialog(props: Own & { readonly dialog: CaseDialogKind }) {
  const { dialog, ...rest } = props
  switch (dialog.kind) {
    case 'close':
      return <CloseDialog {...rest} />
    case 'reopen':
      return <ReopenDialog {...rest} />
    case 'merge':
      return <MergeDialog {...rest} />
    case 'link':
      return <LinkDialog {...rest} />
    case 'episode':
      return <EpisodeDialog {...rest} episode={dialog.episode} />
  }
}

/** What all of them have in common. */
function Frame(props: {
  readonly title: string
  readonly lead?: string
  readonly children: ReactNode
  readonly isReady: boolean
  readonly cannot: string
  readonly act: string
  readonly isRunning: boolean
  readonly error: AppError | null
  readonly onDo: () => void
  readonly onClose: () => void
}) {
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={props.onClose}
      footer={
        <>
          {!props.isReady && <span className="why">{props.cannot}</span>}
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button
            size="form"
            look="solid"
            isDisabled={!props.isReady || props.isRunning}
            onPress={props.onDo}
          >
            {props.act}
          </Button>
        </>
      }
    >
      {props.lead && <p>{props.lead}</p>}
      <div className="form case-form">{props.children}</div>
      {props.error && <ErrorNotice error={props.error} />}
    </Dialog>
  )
}

function ReasonField(props: {
  readonly codes: Codes
  readonly label: string
  readonly value: Reason | null
  readonly onChange: (reason: Reason | null) => void
}) {
  const choices = props.codes
    .choices('closingReason', '2000-01-01' as Day, reasons)
    .filter((choice) => reasons.some((reason) => reason === choice.code))
  return (
    <CodeField
      label={props.label}
      wideLabel
      choices={choices}
      value={props.value}
      onChange={(code) => props.onChange(asReason(code))}
    />
  )
}

/** 終結. */
function CloseDialog({ own, codes, onClose }: Own) {
  const { run, error, running } = useCaseWrite()
  const [on, setOn] = useState<Day | null>(null)
  const [why, setWhy] = useState<Reason | null>(null)
  const [memo, setMemo] = useState('')
  const opened = own.episodes.findLast((episode) => episode.closedOn === null)?.openedOn ?? null
  const isEarly = (day: Day) => opened !== null && day < opened
  const isReady = on !== null && !isEarly(on) && why !== null
  return (
    <Frame
      title={words.closeDialog.title(own.code)}
      lead={words.closeDialog.lead}
      isReady={isReady}
      cannot={words.closeDialog.cannot}
      act={words.closeDialog.do}
      isRunning={running}
      error={error}
      onClose={onClose}
      onDo={async () => {
        if (on === null || why === null) return
        if (await run('cases.close', { id: own.id, on, closingReason: why, reason: memo.trim() })) onClose()
      }}
    >
      <DayField
        label={words.closeDialog.on}
        wideLabel
        value={on}
        onChange={setOn}
        mayBeEmpty
        refuse={(day) => (isEarly(day) ? words.closeDialog.before(formatDay(opened ?? day)) : null)}
      />
      <ReasonField codes={codes} label={words.closeDialog.why} value={why} onChange={setWhy} />
      <WatchedText label={words.closeDialog.memo} wideLabel value={memo} onChange={setMemo} longest={2_000} />
    </Frame>
  )
}

/** 再開. */
function ReopenDialog({ own, onClose }: Own) {
  const { run, error, running } = useCaseWrite()
  const [on, setOn] = useState<Day | null>(null)
  const ended =
    own.episodes
      .flatMap((episode) => episode.closedOn ?? [])
      .toSorted()
      .at(-1) ?? null
  const isEarly = (day: Day) => ended !== null && day < ended
  return (
    <Frame
      title={words.reopenDialog.title(own.code)}
      lead={words.reopenDialog.lead}
      isReady={on !== null && !isEarly(on)}
      cannot={words.reopenDialog.cannot}
      act={words.reopenDialog.do}
      isRunning={running}
      error={error}
      onClose={onClose}
      onDo={async () => {
        if (on !== null && (await run('cases.reopen', { id: own.id, on }))) onClose()
      }}
    >
      <DayField
        label={words.reopenDialog.on}
        wideLabel
        value={on}
        onChange={setOn}
        mayBeEmpty
        refuse={(day) => (isEarly(day) ? words.reopenDialog.before(formatDay(ended ?? day)) : null)}
      />
    </Frame>
  )
}

/** Another case by its number, said while it is typed. */
function useOther(own: CaseDetail) {
  const [typed, setTyped] = useState('')
  const code = typed.trim()
  const found = useRequest('cases.find', { code }, { enabled: code !== '' })
  const other = code === '' ? null : (found.data?.found ?? null)
  const isSame = other !== null && own.members.some((member) => member.id === other.id)
  const reading =
    code === '' || found.isPending
      ? null
      : other === null
        ? { ok: false, words: words.mergeDialog.notFound }
        : isSame
          ? { ok: false, words: words.mergeDialog.itself }
          : { ok: true, words: words.panel.contacts(grouped(other.contacts)) }
  return { typed, setTyped, reading, other: isSame ? null : other }
}

/** 名寄せ with what it joins. */
function MergeDialog({ own, onClose }: Own) {
  const { run, error, running } = useCaseWrite()
  const { typed, setTyped, reading, other } = useOther(own)
  const [reason, setReason] = useState('')
  const preview = useRequest(
    'cases.mergePreview',
    { fromId: own.id, intoId: other?.id ?? own.id },
    { enabled: other !== null },
  )
  const both = other === null ? undefined : preview.data
  return (
    <Frame
      title={words.mergeDialog.title(own.code)}
      lead={words.mergeDialog.lead}
      isReady={other !== null && reason.trim() !== ''}
      cannot={words.mergeDialog.cannot}
      act={words.mergeDialog.do}
      isRunning={running}
      error={error}
      onClose={onClose}
      onDo={async () => {
        if (other === null) return
        const merge = { fromId: own.id, revision: own.revision, intoId: other.id, reason: reason.trim() }
        if (await run('cases.merge', merge)) onClose()
      }}
    >
      <TextField
        label={words.mergeDialog.into}
        wideLabel
        value={typed}
        onChange={setTyped}
        reading={reading}
        maxLength={40}
      />
      <WatchedText
        label={words.mergeDialog.reason}
        wideLabel
        value={reason}
        onChange={setReason}
        longest={2_000}
      />
      {both && (
        <div className="merge-preview">
          <h3>{words.mergeDialog.preview}</h3>
          {[both.from, both.into].map((side) => (
            <p key={side.id}>
              {words.mergeDialog.from(
                side.members.map((member) => member.code).join('、'),
                grouped(side.contacts),
                side.firstDay === null || side.lastDay === null
                  ? words.mergeDialog.noContacts
                  : words.mergeDialog.period(formatDay(side.firstDay), formatDay(side.lastDay)),
              )}
            </p>
          ))}
          <p>
            <b>{words.mergeDialog.sum(grouped(both.from.contacts + both.into.contacts))}</b>
            {words.mergeDialog.persons}
          </p>
          <p className="sub">{words.mergeDialog.confirmed}</p>
          {both.confirmed.length > 0 && <p>{touchedWords(both.confirmed)}</p>}
        </div>
      )}
    </Frame>
  )
}

/** The 確定 periods that a 名寄せ would count otherwise: a few by name, the others by number. */
function touchedWords(periods: RequestOutput<'cases.mergePreview'>['confirmed']): string {
  const named = periods
    .slice(0, 4)
    .map(
      ({ name, fiscalYear, month }) =>
        `${name} ${month === null ? formatFiscalYear(fiscalYear) : formatMonth(month)}`,
    )
  const rest = periods.length - named.length
  return words.mergeDialog.touched(
    [...named, ...(rest > 0 ? [words.mergeDialog.more(grouped(rest))] : [])].join('、'),
  )
}

/** 世帯. */
function LinkDialog({ own, onClose }: Own) {
  const { run, error, running } = useCaseWrite()
  const { typed, setTyped, reading, other } = useOther(own)
  return (
    <Frame
      title={words.householdDialog.title(own.code)}
      lead={words.householdDialog.lead}
      isReady={other !== null}
      cannot={words.householdDialog.cannot}
      act={words.householdDialog.do}
      isRunning={running}
      error={error}
      onClose={onClose}
      onDo={async () => {
        if (other === null) return
        if (await run('cases.linkHousehold', { id: own.id, revision: own.revision, withId: other.id }))
          onClose()
      }}
    >
      <TextField
        label={words.householdDialog.with}
        wideLabel
        value={typed}
        onChange={setTyped}
        reading={reading}
        maxLength={40}
      />
    </Frame>
  )
}

/** A wrong date or reason of an episode. */
function EpisodeDialog({ own: _own, codes, onClose, episode }: Own & { readonly episode: Episode }) {
  const { run, error, running } = useCaseWrite()
  const [openedOn, setOpened] = useState<Day | null>(episode.openedOn)
  const [closedOn, setClosed] = useState<Day | null>(episode.closedOn)
  const [why, setWhy] = useState<Reason | null>(episode.closingReason)
  const [reason, setReason] = useState('')
  const isReversed = openedOn !== null && closedOn !== null && closedOn < openedOn
  const isReady =
    openedOn !== null && !isReversed && (closedOn === null) === (why === null) && reason.trim() !== ''
  return (
    <Frame
      title={words.episodeDialog.title}
      isReady={isReady}
      cannot={words.episodeDialog.cannot}
      act={words.episodeDialog.do}
      isRunning={running}
      error={error}
      onClose={onClose}
      onDo={async () => {
        if (openedOn === null) return
        const change = { openedOn, closedOn, closingReason: why, reason: reason.trim() }
        if (await run('cases.changeEpisode', { id: episode.id, revision: episode.revision, ...change }))
          onClose()
      }}
    >
      <DayField
        label={words.episodeDialog.opened}
        wideLabel
        value={openedOn}
        onChange={setOpened}
        mayBeEmpty
      />
      <DayField
        label={words.episodeDialog.closed}
        wideLabel
        value={closedOn}
        onChange={(day) => {
          setClosed(day)
          if (day === null) setWhy(null)
        }}
        mayBeEmpty
        refuse={(day) => (openedOn !== null && day < openedOn ? words.episodeDialog.order : null)}
      />
      <ReasonField codes={codes} label={words.episodeDialog.why} value={why} onChange={setWhy} />
      <WatchedText
        label={words.episodeDialog.reason}
        wideLabel
        value={reason}
        onChange={setReason}
        longest={2_000}
      />
    </Frame>
  )
}

/** 以前からの支援対象者: one number a line. */
export function AddEarlierDialog({ onClose }: { readonly onClose: () => void }) {
  const { run, error, running } = useCaseWrite()
  const [text, setText] = useState('')
  const codes = [...new Set(text.split(/[\s、,，]+/).filter((code) => code !== ''))].slice(0, 500)
  return (
    <Frame
      title={words.cases.addEarlierTitle}
      lead={words.cases.addEarlierLead}
      isReady={codes.length > 0 && codes.every((code) => code.length <= 40)}
      cannot={words.cases.addEarlierNothing}
      act={words.cases.addEarlierDo(codes.length)}
      isRunning={running}
      error={error}
      onClose={onClose}
      onDo={async () => {
        if (await run('cases.addEarlier', { codes })) onClose()
      }}
    >
      <WatchedText label={words.cases.addEarlierField} wideLabel value={text} onChange={setText} lines={6} />
    </Frame>
  )
}
