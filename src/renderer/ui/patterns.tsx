import { LoaderCircle } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

/** Nothing there yet: what it is, and how to begin. */
export function Empty(props: {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
}) {
  return (
    <div className="empty">
      <b>{props.title}</b>
      {props.children && <p className="sub">{props.children}</p>}
      {props.actions && <div className="acts">{props.actions}</div>}
    </div>
  )
}

/** Says what is being read; a spinner alone says nothing. */
export function Loading({ children }: { readonly children: ReactNode }) {
  return (
    <p className="loading" role="status">
      <Icon of={LoaderCircle} />
      {children}
    </p>
  )
}

/** Long work: what it is doing, how far it is, and how to stop it. */
export function Progress(props: {
  readonly title: string
  /** What it is doing now. */
  readonly step: string
  readonly done: number
  /** Null while it is not known. */
  readonly total: number | null
  readonly counted: string
  readonly stop?: { readonly words: string; readonly press: () => void }
}) {
  const share = props.total === null || props.total === 0 ? null : Math.min(1, props.done / props.total)
  return (
    <div className="progress">
      <b>{props.title}</b> {props.counted && <span className="sub">{props.counted}</span>}
      <div
        className="line"
        role="progressbar"
        aria-label={props.title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={props.step}
        {...(share === null ? {} : { 'aria-valuenow': Math.round(share * 100) })}
      >
        <span style={{ width: `${Math.round((share ?? 0.05) * 100)}%` }} />
      </div>
      <div className="foot">
        <span className="sub" role="status">
          {props.step}
        </span>
        {props.stop && <Button onPress={props.stop.press}>{props.stop.words}</Button>}
      </div>
    </div>
  )
}
