import { CircleCheck, Info, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type NoticeLook = 'stop' | 'warn' | 'info' | 'ok'

const icons: Readonly<Record<NoticeLook, LucideIcon>> = {
  stop: OctagonX,
  warn: TriangleAlert,
  info: Info,
  ok: CircleCheck,
}

/** What happened in bold, then what was kept and what to do, then the way out. Errors are announced. */
export function Notice(props: {
  readonly look: NoticeLook
  readonly title: ReactNode
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** False for a notice that was there when the screen opened. */
  readonly announce?: boolean
}) {
  const announced = props.announce ?? true
  return (
    <div
      className={`notice ${props.look}`}
      {...(announced ? { role: props.look === 'stop' ? 'alert' : 'status' } : {})}
    >
      <Icon of={icons[props.look]} />
      <div className="grow">
        <b>{props.title}</b>
        {props.children && <div>{props.children}</div>}
        {props.actions && <div className="acts">{props.actions}</div>}
      </div>
    </div>
  )
}
