import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'

/** At the right: what is selected, in sections by hairlines. */
export function SidePanel(props: {
  readonly title: string
  readonly onClose: () => void
  readonly closeWords: string
  readonly children: ReactNode
}) {
  return (
    <aside className="panel" aria-label={props.title}>
      <div className="ph">
        <h2>{props.title}</h2>
        <Button look="quiet" icon={X} aria-label={props.closeWords} onPress={props.onClose} />
      </div>
      {props.children}
    </aside>
  )
}
