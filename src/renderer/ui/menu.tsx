import { ChevronDown, type LucideIcon } from 'lucide-react'
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { Button, type ButtonProps } from './button.tsx'

export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly note?: string
  readonly isDisabled?: boolean
  /** Entries with the same words stand under a heading. */
  readonly group?: string
}

/** A button that offers a list of actions. */
export function MenuButton(props: {
  readonly label: string
  readonly icon?: LucideIcon
  readonly look?: ButtonProps['look']
  readonly entries: readonly MenuEntry[]
  readonly onAction: (id: string) => void
  readonly onOpenChange?: (open: boolean) => void
  readonly isDisabled?: boolean
}) {
  const groups = [...new Set(props.entries.map((entry) => entry.group ?? ''))]
  return (
    <MenuTrigger {...(props.onOpenChange ? { onOpenChange: props.onOpenChange } : {})}>
      <Button
        {...(props.icon ? { icon: props.icon } : {})}
        look={props.look ?? 'outline'}
        iconAfter={ChevronDown}
        isDisabled={props.isDisabled ?? false}
      >
        {props.label}
      </Button>
      <Popover className="pop" offset={4}>
        <AriaMenu className="opts" onAction={(key) => afterFocusReturned(() => props.onAction(String(key)))}>
          {groups.map((group) => (
            <MenuSection key={group} {...(group === '' ? { 'aria-label': props.label } : {})}>
              {group !== '' && <Header className="opt-head">{group}</Header>}
              {props.entries
                .filter((entry) => (entry.group ?? '') === group)
                .map((entry) => (
                  <MenuItem
                    key={entry.id}
                    id={entry.id}
                    textValue={entry.label}
                    isDisabled={entry.isDisabled ?? false}
                    className="opt"
                  >
                    <span>{entry.label}</span>
                    {entry.note && <span className="note">{entry.note}</span>}
                  </MenuItem>
                ))}
            </MenuSection>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

/**
 * An open menu holds the focus, and gives it back to its button in the frame after it closed; an action
 * that moves the focus elsewhere must come after that.
 */
function afterFocusReturned(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(act)))
}
