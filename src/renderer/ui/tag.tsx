import { CircleCheck, type LucideIcon, OctagonX, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type TagLook = 'plain' | 'on' | 'warn' | 'stop' | 'fict'

/** A small outlined word: 案, 庁内用（取扱注意）, 架空の数値. */
export function Tag({ look = 'plain', children }: { readonly look?: TagLook; readonly children: ReactNode }) {
  return <span className={look === 'plain' ? 'tag' : `tag ${look}`}>{children}</span>
}

const severityIcons: Readonly<Record<'stop' | 'warn', LucideIcon>> = { stop: OctagonX, warn: TriangleAlert }

/** エラー and 警告: always mark and word. */
export function Severity(props: { readonly level: 'stop' | 'warn'; readonly children: ReactNode }) {
  return (
    <span className={`sev ${props.level}`}>
      <Icon of={severityIcons[props.level]} />
      {props.children}
    </span>
  )
}

/** A state in mark and word: 保存済, 正常. */
export function State(props: {
  readonly icon?: LucideIcon
  readonly tone?: 'done' | 'active' | 'quiet' | 'warn' | 'stop'
  readonly children: ReactNode
}) {
  return (
    <span className={`st st-${props.tone ?? 'done'}`}>
      <Icon of={props.icon ?? CircleCheck} size={14} />
      {props.children}
    </span>
  )
}
