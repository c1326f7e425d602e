import { Copy, Printer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { recoveryWords } from '../../../shared/words/start-screen.ts'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'

export interface NewRecoveryKey {
  readonly ledgerName: string
  readonly recoveryKey: string
}

/**
 * The recovery key of a ledger that was just made (trust §1.1): shown this once. There is no way on but by
 * saying that it was written down, and closing the tab asks first.
 */
export function RecoveryKeyDialog(props: NewRecoveryKey & { readonly onDone: () => void }) {
  const key = useRef<HTMLOutputElement>(null)
  const [noted, setNoted] = useState(false)
  const [copied, setCopied] = useState<boolean | null>(null)
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', guard)
    return () => window.removeEventListener('beforeunload', guard)
  }, [])

  return (
    <Dialog
      title={recoveryWords.title}
      isOpen
      alert
      footer={
        <>
          {!noted && <span className="why">{recoveryWords.cannotYet}</span>}
          <Button size="form" look="solid" isDisabled={!noted} onPress={props.onDone}>
            {recoveryWords.go}
          </Button>
        </>
      }
    >
      <div className="recovery">
        <p className="lead">{recoveryWords.lead(props.ledgerName)}</p>
        <output ref={key} className="key" aria-label={recoveryWords.label}>
          {[...props.recoveryKey.matchAll(/\w+-?/g)].map((match) => (
            <span key={match.index}>{match[0]}</span>
          ))}
        </output>
        <div className="off">
          <Button size="form" icon={Printer} onPress={() => window.print()}>
            {recoveryWords.print}
          </Button>
          <Button size="form" icon={Copy} onPress={() => setCopied(copyTextOf(key.current))}>
            {recoveryWords.copy}
          </Button>
          <span className="sub" role="status">
            {copied !== null && (copied ? recoveryWords.copied : recoveryWords.notCopied)}
          </span>
        </div>
        <Notice look="warn" announce={false} title={recoveryWords.once}>
          {recoveryWords.onceMore}
        </Notice>
        <CheckBox isSelected={noted} onChange={setNoted}>
          {recoveryWords.noted}
        </CheckBox>
      </div>
    </Dialog>
  )
}

/** By selecting it: needs no permission, which the window refuses to everyone. */
function copyTextOf(element: HTMLElement | null): boolean {
  const selection = getSelection()
  if (!element || !selection) return false
  selection.selectAllChildren(element)
  const done = document.execCommand('copy')
  if (done) selection.removeAllRanges()
  return done
}
