import type { LucideIcon } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Icon } from './icon.tsx'

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style'> {
  readonly children?: ReactNode
  /** `solid` at most once on a screen and once in a panel, at the far right. */
  readonly look?: 'outline' | 'solid' | 'danger' | 'quiet' | 'text'
  /** 28 px in bars, 36 px in forms and dialogs. */
  readonly size?: 'bar' | 'form'
  readonly icon?: LucideIcon
  readonly iconAfter?: LucideIcon
  /** Fills its column. */
  readonly wide?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button is a verb. A disabled one has its reason in words beside it. */
export function Button({
  children,
  look = 'outline',
  size = 'bar',
  icon,
  iconAfter,
  wide = false,
  ...rest
}: ButtonProps) {
  const classes = ['btn', look === 'outline' ? '' : look, size === 'form' ? 'lg' : '', wide ? 'wide' : '']
  if (children === undefined) classes.push('icon')
  return (
    <AriaButton {...rest} className={classes.filter(Boolean).join(' ')}>
      {icon && <Icon of={icon} />}
      {children}
      {iconAfter && <Icon of={iconAfter} size={14} />}
    </AriaButton>
  )
}
