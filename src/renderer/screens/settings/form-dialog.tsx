import type { ReactNode } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import { common } from '../../../shared/words/screens.ts'
import { settingsWords as words } from '../../../shared/words/settings.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'

/** A form of the settings: what was typed stays until it is saved or given up. */
export function FormDialog(props: {
  readonly title: string
  readonly children: ReactNode
  /** Why it cannot be saved yet, in words beside the button. */
  readonly why?: string | null
  readonly error: AppError | null
  readonly isBusy: boolean
  readonly confirm?: string
  readonly look?: 'solid' | 'danger'
  readonly width?: 'narrow' | 'normal' | 'broad'
  readonly onSave: () => void
  readonly onClose: () => void
}) {
  const why = props.why === '' ? words.fillFirst : (props.why ?? null)
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={props.onClose}
      {...(props.width ? { width: props.width } : {})}
      footer={
        <>
          {why !== null && <span className="why">{why}</span>}
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button
            size="form"
            look={props.look ?? 'solid'}
            isDisabled={why !== null || props.isBusy}
            onPress={props.onSave}
          >
            {props.confirm ?? words.save}
          </Button>
        </>
      }
    >
      <div className="set-form">{props.children}</div>
      {props.error && <ErrorNotice error={props.error} />}
      {props.error?.code === 'conflict' && <p className="set-note">{words.overwrite}</p>}
    </Dialog>
  )
}
