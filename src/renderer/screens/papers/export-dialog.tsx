import { FolderOpen } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { ChosenFolder, Preferences } from '../../../shared/contract/schemas/platform.ts'
import { jobStepWords } from '../../../shared/words/jobs.ts'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { useClient } from '../../api/client-context.tsx'
import { useChooseFolder, useFolderList } from '../../api/folders.ts'
import { useJob } from '../../api/jobs.ts'
import { useRequest } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { FolderChooser } from '../../ui/folder-chooser.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Progress } from '../../ui/patterns.tsx'
import { Tag } from '../../ui/tag.tsx'

const words = papersWords.exporting
type Format = 'pdf' | 'xlsx'
type Files = RequestOutput<'papers.export'>['files']

/** Formats and folder, then progress with 中止, then the files with the way to their folder. */
export function ExportDialog(props: {
  readonly id: string
  readonly formats: readonly Format[]
  readonly preferences: Preferences
  readonly chooser: 'dialog' | 'list'
  /** Number fields without a value. */
  readonly missing: number
  /** Saves what is typed before anything is written. */
  readonly flush: () => Promise<void>
  readonly onClose: () => void
}) {
  const { preferences } = props
  const client = useClient()
  const job = useJob()
  const chooseFolder = useChooseFolder()
  const listFolders = useFolderList()
  const [formats, setFormats] = useState<readonly Format[]>(() =>
    props.formats.filter((format) => preferences.exportFormats.includes(format)),
  )
  const [folder, setFolder] = useState<ChosenFolder | null>(null)
  const [path, setPath] = useState(preferences.exportFolder)
  const [choosing, setChoosing] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [files, setFiles] = useState<Files | null>(null)

  const names = useFileNames(props.id, formats, folder?.handle ?? null, files === null)
  // Only the local host gives a folder for its path; a window would open the system's dialog.
  useEffect(() => {
    if (props.chooser !== 'list' || preferences.exportFolder === null) return
    void chooseFolder('export', preferences.exportFolder).then((answer) => {
      if (answer.ok) setFolder((chosen) => chosen ?? answer.value.folder)
    })
  }, [props.chooser, preferences.exportFolder, chooseFolder])

  const take = async (chosen: string | null) => {
    setChoosing(false)
    const answer = await chooseFolder('export', chosen)
    if (!answer.ok) return setError(answer.error)
    const { folder: next } = answer.value
    if (!next) return
    setError(null)
    setFolder(next)
    setPath(next.path)
  }
  /** The folder of last time needs a handle of this time, which the local host gives for its path. */
  const handleOf = async (): Promise<string | null> => {
    if (folder) return folder.handle
    const answer = await chooseFolder('export', path)
    if (!answer.ok) {
      setError(answer.error)
      return null
    }
    setFolder(answer.value.folder)
    return answer.value.folder?.handle ?? null
  }
  const write = async () => {
    setError(null)
    await props.flush()
    const handle = await handleOf()
    if (handle === null) return
    const answer = await job.run('papers.export', {
      id: props.id,
      formats: [...formats],
      edition: 'internal',
      folder: handle,
    })
    if (!answer.ok) return setError(answer.error)
    setFiles(answer.value.files)
    await client.call('platform.setPreferences', {
      ...preferences,
      exportFolder: path,
      exportFormats: [...formats],
    })
  }
  const toggle = (format: Format, on: boolean) =>
    setFormats(props.formats.filter((each) => (each === format ? on : formats.includes(each))))
  const ready = formats.length > 0 && path !== null

  return (
    <Dialog
      title={words.title}
      isOpen
      {...(job.running ? {} : { onClose: props.onClose })}
      footer={
        files ? (
          <>
            <Button size="form" onPress={() => setFiles(null)}>
              {words.again}
            </Button>
            <Button size="form" look="solid" onPress={props.onClose}>
              {common.close}
            </Button>
          </>
        ) : (
          <>
            {!ready && <span className="why">{words.cannot}</span>}
            <Button size="form" isDisabled={job.running} onPress={props.onClose}>
              {common.stop}
            </Button>
            <Button size="form" look="solid" isDisabled={!ready || job.running} onPress={() => void write()}>
              {words.write}
            </Button>
          </>
        )
      }
    >
      {files ? (
        <Result files={files} />
      ) : (
        <>
          <div className="field">
            <span className="lab">{words.formats}</span>
            <div className="ctl">
              {props.formats.map((format) => (
                <CheckBox
                  key={format}
                  isSelected={formats.includes(format)}
                  isDisabled={job.running}
                  onChange={(on) => toggle(format, on)}
                >
                  {words.formatNames[format]}
                </CheckBox>
              ))}
            </div>
          </div>
          <div className="field">
            <span className="lab">{words.edition}</span>
            <div className="ctl middle">
              <Tag>{words.internal}</Tag>
              <span className="sub">{words.publicLater}</span>
            </div>
          </div>
          <div className="field">
            <span className="lab">{words.folder}</span>
            <div className="ctl middle">
              <span className={path ? 'grow folder-path' : 'sub'}>{path ?? words.noFolder}</span>
              <Button
                icon={FolderOpen}
                isDisabled={job.running}
                onPress={() => (props.chooser === 'list' ? setChoosing(true) : void take(null))}
              >
                {path ? words.change : words.choose}
              </Button>
            </div>
          </div>
          <div className="field">
            <span className="lab">{words.files}</span>
            <div className="ctl file-names">
              {names === null && <span className="sub">{words.filesNone}</span>}
              {names?.names.map((name) => (
                <span key={name} className="folder-path">
                  {name}
                </span>
              ))}
              {names?.numbered && <span className="sub">{words.numbered}</span>}
            </div>
          </div>
          {props.missing > 0 && <Notice look="warn" announce={false} title={words.missing(props.missing)} />}
          {job.running && (
            <Progress
              title={words.writing}
              step={jobStepWords[job.progress?.step ?? 'waiting']}
              done={job.progress?.done ?? 0}
              total={job.progress?.total ?? null}
              counted=""
              stop={{ words: words.stop, press: job.cancel }}
            />
          )}
          {error && <ErrorNotice error={error} />}
        </>
      )}
      {choosing && (
        <FolderChooser
          purpose="export"
          list={listFolders}
          startAt={path}
          onChosen={(chosen) => void take(chosen.path)}
          onClose={() => setChoosing(false)}
        />
      )}
    </Dialog>
  )
}

function Result({ files }: { readonly files: Files }) {
  const client = useClient()
  const [notShown, setNotShown] = useState(false)
  const reveal = async (handle: string) => {
    const answer = await client.call('platform.reveal', { handle })
    setNotShown(!answer.ok || !answer.value.shown)
  }
  return (
    <Notice look="ok" title={words.done(files.length)}>
      <ul className="written">
        {files.map((file) => (
          <li key={file.handle}>
            <span className="grow">
              <b>{file.name}</b>
              <br />
              <span className="sub folder-path">{file.path}</span>
            </span>
            <Button
              icon={FolderOpen}
              aria-label={words.revealOf(file.name)}
              onPress={() => void reveal(file.handle)}
            >
              {words.reveal}
            </Button>
          </li>
        ))}
      </ul>
      {notShown && <p>{words.notShown}</p>}
    </Notice>
  )
}

/** The names to be written, as the folder stands now; null while nothing is chosen or asked. */
function useFileNames(
  id: string,
  formats: readonly Format[],
  folder: string | null,
  wanted: boolean,
): RequestOutput<'papers.fileNames'> | null {
  const client = useClient()
  const [names, setNames] = useState<RequestOutput<'papers.fileNames'> | null>(null)
  useEffect(() => {
    let current = true
    if (!wanted) return
    if (formats.length === 0) return setNames(null)
    void client.call('papers.fileNames', { id, formats: [...formats], folder }).then((answer) => {
      if (current) setNames(answer.ok ? answer.value : null)
    })
    return () => {
      current = false
    }
  }, [client, id, formats, folder, wanted])
  return names
}

/** The preferences must be known before the dialog opens: it begins with the folder of last time. */
export function ExportDialogOfPaper(
  props: Omit<Parameters<typeof ExportDialog>[0], 'preferences' | 'chooser'>,
) {
  const preferences = useRequest('platform.preferences', {})
  const info = useRequest('app.info', {})
  if (!preferences.data || !info.data) return null
  return <ExportDialog {...props} preferences={preferences.data} chooser={info.data.chooser} />
}
