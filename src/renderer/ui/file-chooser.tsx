import { CornerLeftUp, FileSpreadsheet, Folder } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError, Result } from '../../shared/contract/errors.ts'
import type { FileList } from '../../shared/contract/schemas/platform.ts'
import { common } from '../../shared/words/screens.ts'
import { folderChooser, fileChooser as words } from '../../shared/words/start-screen.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { grouped, shortDayAndTime } from './format.ts'
import { Icon } from './icon.tsx'
import { Loading } from './patterns.tsx'
import { TextField } from './text-field.tsx'

/** Chooses a file of this PC where the system's own dialog cannot be used (local browser host). */
export function FileChooser(props: {
  /** Names only; null begins at the user's own folder. */
  readonly list: (path: string | null) => Promise<Result<FileList>>
  readonly startAt?: string | null
  readonly onChosen: (path: string) => void
  readonly onClose: () => void
}) {
  const { list, startAt = null } = props
  const [shown, setShown] = useState<FileList | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  // What was asked last counts, and what is typed meanwhile stays.
  const asked = useRef(0)
  const isTyping = useRef(false)
  const go = useCallback(
    async (path: string | null) => {
      asked.current += 1
      const mine = asked.current
      isTyping.current = false
      const answer = await list(path)
      if (mine !== asked.current) return
      if (!answer.ok) return setError(answer.error)
      setError(null)
      setShown(answer.value)
      if (!isTyping.current) setTyped(answer.value.path)
      setChosen(null)
    },
    [list],
  )
  useEffect(() => {
    void go(startAt)
  }, [go, startAt])
  const type = (text: string) => {
    isTyping.current = true
    setTyped(text)
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={props.onClose}
      footer={
        <>
          {chosen === null && <span className="why">{words.first}</span>}
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button
            size="form"
            look="solid"
            isDisabled={chosen === null}
            onPress={() => chosen !== null && props.onChosen(chosen)}
          >
            {words.take}
          </Button>
        </>
      }
    >
      <div className="folders">
        <div className="go">
          <TextField label={words.path} value={typed} onChange={type} onEnter={() => void go(typed)} />
          <Button size="form" onPress={() => void go(typed)}>
            {folderChooser.go}
          </Button>
        </div>
        {error && <ErrorNotice error={error} />}
        {!shown && !error && <Loading>{common.loading}</Loading>}
        {shown && (
          <div className="both">
            <nav aria-label={folderChooser.places}>
              {shown.places.map((place) => (
                <Button key={place.path} look="quiet" wide onPress={() => void go(place.path)}>
                  {place.label}
                </Button>
              ))}
            </nav>
            <ul aria-label={shown.path}>
              {shown.parent !== null && (
                <li>
                  <button type="button" onClick={() => void go(shown.parent)}>
                    <Icon of={CornerLeftUp} />
                    {folderChooser.up}
                  </button>
                </li>
              )}
              {shown.folders.map((folder) => (
                <li key={folder.path}>
                  <button type="button" onClick={() => void go(folder.path)}>
                    <Icon of={Folder} />
                    <span className="ell">{folder.name}</span>
                  </button>
                </li>
              ))}
              {shown.files.map((file) => (
                <li key={file.path}>
                  <button
                    type="button"
                    aria-pressed={file.path === chosen}
                    onClick={() => setChosen(file.path)}
                    onDoubleClick={() => props.onChosen(file.path)}
                  >
                    <Icon of={FileSpreadsheet} />
                    <span className="ell">{file.name}</span>
                    <span className="sub nw">
                      {shortDayAndTime(file.changedAt)}　{words.size(grouped(Math.ceil(file.bytes / 1024)))}
                    </span>
                  </button>
                </li>
              ))}
              {shown.files.length === 0 && <li className="sub none">{words.none}</li>}
            </ul>
          </div>
        )}
        {shown?.cut && <p className="sub">{words.cut}</p>}
      </div>
    </Dialog>
  )
}
