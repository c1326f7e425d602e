import { ChevronDown, CircleCheck, CircleDashed, Clock, OctagonX } from 'lucide-react'
import { Button as AriaButton } from 'react-aria-components'
import { frame, saving } from '../../shared/words/screens.ts'
import { useSaveState } from '../api/save-state.ts'
import { useSession } from '../api/session.tsx'
import { StandingItem } from '../confirming/standing-item.tsx'
import { clockTime } from '../ui/format.ts'
import { Icon } from '../ui/icon.tsx'
import { State, Tag } from '../ui/tag.tsx'
import { FrameControl } from './frame-control.tsx'
import { UndoControl } from './undo/undo-control.tsx'

/** 台帳, 年度・対象期間・基準日, 保存状態, 担当: never changes place between screens. */
export function TopLine({ onStaff }: { readonly onStaff: () => void }) {
  const { ledger } = useSession()
  return (
    <>
      <div className="it">
        <span className="k">{frame.ledger}</span>
        <span className="v ell" title={ledger.name}>
          {ledger.name}
        </span>
        {ledger.fictional && <Tag look="fict">{frame.fictional}</Tag>}
        {ledger.check === 'damaged' && <Tag look="warn">{frame.damaged}</Tag>}
        {ledger.readOnly && <Tag look="warn">{frame.readOnly[ledger.readOnly]}</Tag>}
      </div>
      <div className="it">
        <FrameControl />
      </div>
      <StandingItem />
      <div className="grow" />
      <div className="it undo-it">
        <UndoControl />
      </div>
      <div className="it" aria-live="polite">
        <Saving lastSavedAt={ledger.lastSavedAt} />
      </div>
      <div className="it">
        <AriaButton className="top-button" onPress={onStaff}>
          <span className="k">{frame.staff}</span>
          <span className="v">{ledger.staff?.name ?? frame.staffNone}</span>
          <Icon of={ChevronDown} size={14} />
        </AriaButton>
      </div>
    </>
  )
}

function Saving({ lastSavedAt }: { readonly lastSavedAt: string | null }) {
  const state = useSaveState()
  switch (state.kind) {
    case 'saved': {
      const at = state.at ?? lastSavedAt
      if (at === null) {
        return (
          <State icon={CircleDashed} tone="quiet">
            {saving.savedNever}
          </State>
        )
      }
      return <State icon={CircleCheck}>{saving.saved(clockTime(at))}</State>
    }
    case 'saving':
      return (
        <State icon={CircleDashed} tone="active">
          {saving.saving}
        </State>
      )
    case 'waiting':
      return (
        <State icon={Clock} tone="active">
          {saving.waiting}
        </State>
      )
    case 'failed':
      return (
        <State icon={OctagonX} tone="stop">
          {saving.failed}
        </State>
      )
  }
}
