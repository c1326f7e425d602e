import { ChevronDown, Undo2 } from 'lucide-react'
import {
  Button as AriaButton,
  Header,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
} from 'react-aria-components'
import type { HistoryAction } from '../../../shared/contract/schemas/history.ts'
import { undoListWords as words } from '../../../shared/words/history-screen.ts'
import { useSession } from '../../api/session.tsx'
import { useUndo } from '../../api/use-undo.tsx'
import { whenWords } from '../../history/when.ts'
import { Icon } from '../../ui/icon.tsx'
import { RefusedDialog } from './refused-dialog.tsx'
import { useUndoKeys } from './undo-keys.ts'
import './undo.css'

/** 元に戻す：… in the top line, with the last twenty actions behind it. */
export function UndoControl() {
  const { ledger } = useSession()
  const { next, actions, running, outcome, undo, redo, forgetOutcome } = useUndo()
  useUndoKeys()
  const readOnly = ledger.readOnly !== null
  const title = readOnly ? words.readOnly : next.undo === null ? words.nothing : words.undo(next.undo.name)
  const choose = (id: string) => {
    const action = actions.find(({ actionId }) => actionId === id)
    if (action === undefined) return
    if (action.state === 'undone') redo(action)
    else undo(action)
  }
  // What is seen is part of what is read aloud, also where the reason against it is said.
  const shown = next.undo === null ? words.undoShort : words.undo(next.undo.name)
  return (
    <>
      <span className="undo" title={title}>
        <AriaButton
          className="top-button undo-button"
          isDisabled={readOnly || next.undo === null || running}
          onPress={() => undo()}
          aria-label={title.includes(shown) ? title : `${shown}　${title}`}
        >
          <Icon of={Undo2} />
          <span className="undo-name">{shown}</span>
        </AriaButton>
        <MenuTrigger>
          <AriaButton
            className="top-button"
            aria-label={words.menu}
            isDisabled={readOnly || running || actions.length === 0}
          >
            <Icon of={ChevronDown} size={14} />
          </AriaButton>
          <Popover className="pop" offset={4} placement="bottom end">
            <Menu className="opts undo-menu" onAction={(key) => choose(String(key))}>
              <Group
                title={words.menuRedo}
                actions={actions.filter(({ state, possible }) => state === 'undone' && possible)}
              />
              <Group
                title={words.menuUndo}
                actions={actions.filter(({ state, possible }) => state === 'done' && possible)}
              />
              <Group
                title={words.menuBlocked}
                actions={actions.filter(({ state, possible }) => state === 'done' && !possible)}
              />
            </Menu>
          </Popover>
        </MenuTrigger>
      </span>
      <span className="vh" role="status">
        {running ? words.working : ''}
        {outcome?.kind === 'done' && !running
          ? (outcome.step === 'undo' ? words.undone : words.redone)(outcome.name)
          : ''}
      </span>
      {(outcome?.kind === 'refused' || outcome?.kind === 'unsaved') && (
        <RefusedDialog outcome={outcome} onClose={forgetOutcome} />
      )}
    </>
  )
}

function Group(props: { readonly title: string; readonly actions: readonly HistoryAction[] }) {
  if (props.actions.length === 0) return null
  return (
    <MenuSection>
      <Header className="opt-head">{props.title}</Header>
      {props.actions.map((action) => (
        <MenuItem key={action.actionId} id={action.actionId} textValue={action.name} className="opt">
          <span className="ell">{action.name}</span>
          <span className="note">
            {whenWords(action.at, new Date())}　{action.who}
          </span>
        </MenuItem>
      ))}
    </MenuSection>
  )
}
