import { FileDown, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import type { AppError } from '../../../shared/contract/errors.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { useClient } from '../../api/client-context.tsx'
import { useChooseFolder, useFolderList } from '../../api/folders.ts'
import { useJob } from '../../api/jobs.ts'
import { useRequest } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FolderChooser } from '../../ui/folder-chooser.tsx'
import { grouped } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'

const words = intakeScreenWords.trial

/** Writes a copy of the user's file with comments and colours into a folder of the user's choice. */
export function Annotate(props: {
  readonly session: string
  readonly onError: (error: AppError | null) => void
}) {
  const job = useJob()
  const info = useRequest('app.info', {})
  const preferences = useRequest('platform.preferences', {})
  const chooseFolder = useChooseFolder()
  const listFolders = useFolderList()
  const [choosing, setChoosing] = useState(false)
  const [written, setWritten] = useState<RequestOutput<'intake.annotated'> | null>(null)
  const startAt = preferences.data?.exportFolder ?? null
  const write = async (path: string | null) => {
    setChoosing(false)
    props.onError(null)
    const chosen = await chooseFolder('export', path)
    if (!chosen.ok) return props.onError(chosen.error)
    if (chosen.value.folder === null) return
    const answer = await job.run('intake.annotated', {
      session: props.session,
      folder: chosen.value.folder.handle,
    })
    if (answer.ok) setWritten(answer.value)
    else if (answer.error.code !== 'cancelled') props.onError(answer.error)
  }
  return (
    <>
      <Button
        size="form"
        icon={FileDown}
        isDisabled={job.running || info.data === undefined || preferences.data === undefined}
        onPress={() => (info.data?.chooser === 'list' ? setChoosing(true) : void write(startAt))}
      >
        {job.running ? words.annotating : words.annotate}
      </Button>
      {choosing && (
        <FolderChooser
          purpose="export"
          list={listFolders}
          startAt={startAt}
          onChosen={({ path }) => void write(path)}
          onClose={() => setChoosing(false)}
        />
      )}
      {written !== null && <Written written={written} onClose={() => setWritten(null)} />}
    </>
  )
}

function Written(props: {
  readonly written: RequestOutput<'intake.annotated'>
  readonly onClose: () => void
}) {
  const { file, marks } = props.written
  const client = useClient()
  const [notShown, setNotShown] = useState(false)
  const reveal = async () => {
    const answer = await client.call('platform.reveal', { handle: file.handle })
    setNotShown(!answer.ok || !answer.value.shown)
  }
  return (
    <Dialog
      title={words.annotate}
      isOpen
      width="narrow"
      onClose={props.onClose}
      footer={
        <>
          <Button size="form" icon={FolderOpen} onPress={() => void reveal()}>
            {words.reveal}
          </Button>
          <Button size="form" look="solid" onPress={props.onClose}>
            {common.close}
          </Button>
        </>
      }
    >
      <Notice look="ok" title={marks === 0 ? words.annotatedNone : words.annotated(grouped(marks))}>
        <p>
          <b>{file.name}</b>
        </p>
        <p className="sub folder-path">{file.path}</p>
        {notShown && <p>{words.notShown}</p>}
      </Notice>
    </Dialog>
  )
}
