import { type ReactNode, useEffect, useRef } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

/**
 * A dialog. On opening the focus is on its title, not on a button, so that Enter does nothing by accident;
 * the primary button stands at the right, the way back left of it.
 */
export function Dialog(props: {
  readonly title: string
  readonly isOpen: boolean
  /** Escape and やめる; absent while something runs that must be stopped first. */
  readonly onClose?: () => void
  readonly children: ReactNode
  readonly footer: ReactNode
  readonly width?: 'narrow' | 'normal' | 'broad'
  readonly alert?: boolean
}) {
  const width = props.width ?? 'normal'
  return (
    <ModalOverlay
      className="veil"
      isOpen={props.isOpen}
      isKeyboardDismissDisabled={props.onClose === undefined}
      onOpenChange={(open) => {
        if (!open) props.onClose?.()
      }}
    >
      <Modal className={width === 'normal' ? 'dialog' : `dialog ${width}`}>
        <AriaDialog role={props.alert ? 'alertdialog' : 'dialog'}>
          <header>
            <Title>{props.title}</Title>
          </header>
          <div className="body">{props.children}</div>
          <footer>{props.footer}</footer>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

function Title({ children }: { readonly children: string }) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  return (
    <Heading slot="title" level={2} ref={title} tabIndex={-1}>
      {children}
    </Heading>
  )
}
