import { FolderOpen } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { RequestOutput } from '../../../../shared/contract/contract.ts'
import type { AppError } from '../../../../shared/contract/errors.ts'
import type { Day, FiscalYear, Month } from '../../../../shared/time/day.ts'
import { formatMonth, formatMonthOnly } from '../../../../shared/time/format.ts'
import { formWords } from '../../../../shared/words/checks.ts'
import { collectionScreenWords } from '../../../../shared/words/collection-screen.ts'
import { common } from '../../../../shared/words/screens.ts'
import { useClient } from '../../../api/client-context.tsx'
import { useChooseFolder, useFolderList } from '../../../api/folders.ts'
import { useJob } from '../../../api/jobs.ts'
import { useRequest } from '../../../api/queries.ts'
import { Button } from '../../../ui/button.tsx'
import { DayField } from '../../../ui/day-field.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ErrorNotice } from '../../../ui/error-notice.tsx'
import { FolderChooser } from '../../../ui/folder-chooser.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Loading } from '../../../ui/patterns.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { type Chosen, contentsOf, firstChoice, keyOf } from './choice.ts'

const words = collectionScreenWords.dialog
type Issued = RequestOutput<'collection.issue'>

/** 「様式を作る」: for whom and for which months, what will be in it, where it goes; then the way to the file. */
export function IssueDialog(props: { readonly fiscalYear: FiscalYear; readonly onClose: () => void }) {
  const parties = useRequest('collection.parties', { fiscalYear: props.fiscalYear })
  const info = useRequest('app.info', {})
  const preferences = useRequest('platform.preferences', {})
  const job = useJob()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [due, setDue] = useState<{ readonly day: Day | null; readonly isGood: boolean } | null>(null)
  const [sendTo, setSendTo] = useState<string | null>(null)
  const [path, setPath] = useState<string | null>(null)
  const [isChoosing, setChoosing] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [issued, setIssued] = useState<Issued | null>(null)
  const chooseFolder = useChooseFolder()
  const listFolders = useFolderList()
  const handle = useRef<string | null>(null)
  const action = useRef({ said: '', id: '' })

  const first = parties.data?.parties[0]
  useEffect(() => {
    if (first !== undefined) setChosen((now) => now ?? firstChoice(first))
  }, [first])
  const place = chosen && {
    party: chosen.party.party,
    form: chosen.party.form,
    from: chosen.from,
    to: chosen.to,
  }
  const preview = useRequest('collection.preview', place ?? nowhere, { enabled: place !== null })
  const folder = path ?? preferences.data?.exportFolder ?? null
  const dueOn = due === null ? (preview.data?.dueOn ?? null) : due.isGood ? due.day : null

  const take = async (wanted: string | null) => {
    setChoosing(false)
    const answer = await chooseFolder('export', wanted)
    if (!answer.ok) return setError(answer.error)
    if (answer.value.folder === null) return
    setError(null)
    handle.current = answer.value.folder.handle
    setPath(answer.value.folder.path)
  }
  const issue = async () => {
    if (place === null || dueOn === null) return
    setError(null)
    if (handle.current === null) await take(folder)
    if (handle.current === null) return
    const input = {
      ...place,
      dueOn,
      sendTo: sendTo ?? preview.data?.sendTo ?? '',
      folder: handle.current,
    }
    // The same again after a failure is the same action.
    const said = JSON.stringify(input)
    if (action.current.said !== said) action.current = { said, id: crypto.randomUUID() }
    const answer = await job.run('collection.issue', { ...input, actionId: action.current.id })
    if (answer.ok) setIssued(answer.value)
    else setError(answer.error)
  }
  const isReady = preview.data !== undefined && dueOn !== null && folder !== null && info.data !== undefined
  return (
    <Dialog
      title={words.title}
      isOpen
      {...(job.running ? {} : { onClose: props.onClose })}
      footer={
        issued !== null ? (
          <Button size="form" look="solid" onPress={props.onClose}>
            {common.close}
          </Button>
        ) : (
          <>
            {!isReady && <span className="why">{words.cannot}</span>}
            <Button size="form" isDisabled={job.running} onPress={props.onClose}>
              {common.stop}
            </Button>
            <Button
              size="form"
              look="solid"
              isDisabled={!isReady || job.running}
              onPress={() => void issue()}
            >
              {job.running ? words.writing : words.do}
            </Button>
          </>
        )
      }
    >
      {issued !== null && <Done issued={issued} />}
      {issued === null && parties.isPending && <Loading>{common.loading}</Loading>}
      {issued === null && parties.isError && <ErrorNotice error={parties.error} />}
      {issued === null && chosen !== null && parties.data !== undefined && (
        <>
          <Select
            label={words.party}
            choices={parties.data.parties.map((party) => ({
              value: keyOf(party),
              label: `${party.name}　${formWords[party.form]}`,
            }))}
            value={keyOf(chosen.party)}
            onChange={(key) => {
              const party = parties.data.parties.find((one) => keyOf(one) === key)
              if (party !== undefined) setChosen(firstChoice(party))
              setDue(null)
            }}
          />
          <Months
            chosen={chosen}
            onChange={(next) => {
              setChosen(next)
              setDue(null)
            }}
          />
          {preview.data !== undefined && (
            <>
              <DayField
                key={`${keyOf(chosen.party)} ${chosen.to}`}
                label={words.due}
                value={due?.day ?? preview.data.dueOn}
                fiscalYear={props.fiscalYear}
                onChange={(day) => setDue({ day, isGood: true })}
                onValidity={(isGood) => setDue((now) => ({ day: now?.day ?? preview.data.dueOn, isGood }))}
              />
              <TextField
                label={words.sendTo}
                value={sendTo ?? preview.data.sendTo}
                onChange={setSendTo}
                maxLength={100}
              />
            </>
          )}
          <div className="field">
            <span className="lab">{words.folder}</span>
            <div className="ctl middle">
              <span className={folder === null ? 'sub' : 'grow folder-path'}>{folder ?? words.noFolder}</span>
              <Button
                icon={FolderOpen}
                isDisabled={job.running || info.data === undefined}
                onPress={() => (info.data?.chooser === 'list' ? setChoosing(true) : void take(null))}
              >
                {folder === null ? words.choose : words.change}
              </Button>
            </div>
          </div>
          <Contents preview={preview} isAllIn={chosen.party.outstanding === null} />
        </>
      )}
      {error && <ErrorNotice error={error} />}
      {isChoosing && (
        <FolderChooser
          purpose="export"
          list={listFolders}
          startAt={folder}
          onChosen={(next) => void take(next.path)}
          onClose={() => setChoosing(false)}
        />
      )}
    </Dialog>
  )
}

/** Asked for while nothing is chosen: never sent. */
const nowhere = { party: '-', form: 'other', from: '2000-04', to: '2000-04' } as const

function Months(props: { readonly chosen: Chosen; readonly onChange: (chosen: Chosen) => void }) {
  const { chosen, onChange } = props
  const choices = chosen.party.months.map(({ month }) => ({ value: month, label: formatMonth(month) }))
  const change = (from: Month, to: Month) => onChange({ ...chosen, from, to })
  return (
    <>
      <Select
        label={words.from}
        choices={choices}
        value={chosen.from}
        onChange={(from) => change(from, from > chosen.to ? from : chosen.to)}
      />
      <Select
        label={words.to}
        choices={choices}
        value={chosen.to}
        onChange={(to) => change(to < chosen.from ? to : chosen.from, to)}
      />
    </>
  )
}

/** What will be in the book, and what speaks against it. */
function Contents(props: {
  readonly preview: ReturnType<typeof useRequest<'collection.preview'>>
  readonly isAllIn: boolean
}) {
  const { data, isPending, isError, error } = props.preview
  if (isError) return <ErrorNotice error={error} />
  if (isPending || data === undefined) return <Loading>{words.loading}</Loading>
  return (
    <section className="collection-contents">
      <h3>{words.contents}</h3>
      <ul>
        <li>{words.mode[data.mode]}</li>
        {contentsOf(data).map((line) => (
          <li key={line}>{line}</li>
        ))}
        {data.asksYear && <li>{words.asksYear}</li>}
        <li>{words.guide}</li>
        <li>
          {words.file}：<b className="folder-path">{data.fileName}</b>
        </li>
      </ul>
      {props.isAllIn && <Notice look="info" announce={false} title={words.allIn} />}
      {data.issuedBefore > 0 && (
        <Notice look="warn" announce={false} title={words.issuedBefore(data.issuedBefore)} />
      )}
      {data.confirmed.length > 0 && (
        <Notice
          look="warn"
          announce={false}
          title={words.confirmed(data.confirmed.map((month) => formatMonthOnly(month)).join('、'))}
        />
      )}
    </section>
  )
}

function Done({ issued }: { readonly issued: Issued }) {
  const client = useClient()
  const [isNotShown, setNotShown] = useState(false)
  const reveal = async () => {
    const answer = await client.call('platform.reveal', { handle: issued.file.handle })
    setNotShown(!answer.ok || !answer.value.shown)
  }
  return (
    <Notice look="ok" title={words.done}>
      <p>
        <b>{issued.file.name}</b>
      </p>
      <p className="sub folder-path">{issued.file.path}</p>
      <p>{words.doneNext}</p>
      <Button icon={FolderOpen} onPress={() => void reveal()}>
        {words.reveal}
      </Button>
      {isNotShown && <p>{words.notShown}</p>}
    </Notice>
  )
}
