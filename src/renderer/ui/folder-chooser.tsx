import { BookOpen, CornerLeftUp, Folder } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError, Result } from '../../shared/contract/errors.ts'
import type { FolderList } from '../../shared/contract/schemas/platform.ts'
import { common } from '../../shared/words/screens.ts'
import { folderChooser as words } from '../../shared/words/start-screen.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorNotice } from './error-notice.tsx'
import { Icon } from './icon.tsx'
import { Loading } from './patterns.tsx'
import { TextField } from './text-field.tsx'

export type FolderPurpose = 'openLedger' | 'newLedger' | 'export'

const titles: Readonly<Record<FolderPurpose, string>> = {
  openLedger: words.openTitle,
  newLedger: words.newTitle,
  export: words.exportTitle,
}

/** Chooses a folder of this PC where the system's own dialog cannot be used (local browser host). */
export function FolderChooser(props: {
  readonly purpose: FolderPurpose
  /** Names only; null begins at the user's own folder. */
  readonly list: (path: string | null) => Promise<Result<FolderList>>
  readonly startAt?: string | null
  readonly onChosen: (folder: { readonly path: string; readonly name: string }) => void
  readonly onClose: () => void
}) {
  const { list } = props
  const [shown, setShown] = useState<FolderList | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const [typed, setTyped] = useState('')
  const [ledger, setLedger] = useState<string | null>(null)

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
      setLedger(null)
    },
    [list],
  )
  const { startAt = null } = props
  useEffect(() => {
    void go(startAt)
  }, [go, startAt])

  const opening = props.purpose === 'openLedger'
  const chosen = shown?.folders.find((folder) => folder.path === ledger) ?? null
  const press = (folder: FolderList['folders'][number]) => {
    if (!folder.isLedger) return void go(folder.path)
    if (opening) setLedger(folder.path)
  }
  const type = (text: string) => {
    isTyping.current = true
    setTyped(text)
  }
  return (
    <Dialog
      title={titles[props.purpose]}
      isOpen
      onClose={props.onClose}
      footer={
        <>
          {opening && !chosen && <span className="why">{words.chooseLedgerFirst}</span>}
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          {opening ? (
            <Button
              size="form"
              look="solid"
              isDisabled={!chosen}
              onPress={() => chosen && props.onChosen(chosen)}
            >
              {words.openHere}
            </Button>
          ) : (
            <Button
              size="form"
              look="solid"
              isDisabled={!shown}
              onPress={() => shown && props.onChosen({ path: shown.path, name: lastPart(shown.path) })}
            >
              {words.chooseHere}
            </Button>
          )}
        </>
      }
    >
      <div className="folders">
        <div className="go">
          <TextField
            label={words.path}
            value={typed}
            onChange={type}
            onEnter={() => void go(typed)}
            wideLabel
          />
          <Button size="form" onPress={() => void go(typed)}>
            {words.go}
          </Button>
        </div>
        {error && <ErrorNotice error={error} />}
        {!shown && !error && <Loading>{common.loading}</Loading>}
        {shown && (
          <div className="both">
            <nav aria-label={words.places}>
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
                    {words.up}
                  </button>
                </li>
              )}
              {shown.folders.map((folder) => (
                <li key={folder.path}>
                  <button
                    type="button"
                    aria-pressed={opening && folder.isLedger ? folder.path === ledger : undefined}
                    disabled={!opening && folder.isLedger}
                    onClick={() => press(folder)}
                    onDoubleClick={() => {
                      if (opening && folder.isLedger) props.onChosen(folder)
                    }}
                  >
                    <Icon of={folder.isLedger ? BookOpen : Folder} />
                    <span className="ell">{folder.name}</span>
                    <span className="sub">{folder.isLedger ? words.ledger : ''}</span>
                  </button>
                </li>
              ))}
              {shown.folders.length === 0 && <li className="sub none">{words.empty}</li>}
            </ul>
          </div>
        )}
        {shown?.cut && <p className="sub">{words.cut}</p>}
      </div>
    </Dialog>
  )
}

const lastPart = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path
