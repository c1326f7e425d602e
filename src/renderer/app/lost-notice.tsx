import { Copy } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { connection } from '../../shared/words/screens.ts'
import type { ReachabilityStore } from '../api/connect.ts'
import { saveState, useSaveState } from '../api/save-state.ts'
import { Button } from '../ui/button.tsx'
import { copyPlainText } from '../ui/copy-plain-text.ts'
import { Notice } from '../ui/notice.tsx'

/**
 * Says so when the tool behind the screens is gone; what was typed stays in sight. A tool that was started
 * again does not know this tab's secret, and must not: the words that are not saved leave by copying.
 */
export function LostNotice({ store }: { readonly store: ReachabilityStore }) {
  const reachable = useSyncExternalStore(store.subscribe, store.read)
  const saving = useSaveState()
  const [copied, setCopied] = useState<boolean | null>(null)
  if (reachable === 'connected') return null
  const unsaved = saveState.unsavedTexts()
  return (
    <div className="lost">
      <Notice look="stop" title={connection.lostTitle}>
        <p>{connection.lost}</p>
        <p>{saving.kind === 'saved' ? connection.lostNext : connection.lostUnsaved}</p>
        {unsaved.length > 0 && (
          <div className="off">
            <Button size="form" icon={Copy} onPress={() => setCopied(copyPlainText(unsaved.join('\n\n')))}>
              {connection.copyUnsaved}
            </Button>
            <span className="sub" role="status">
              {copied !== null && (copied ? connection.unsavedCopied : connection.unsavedNotCopied)}
            </span>
          </div>
        )}
      </Notice>
    </div>
  )
}
