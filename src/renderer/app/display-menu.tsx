import { useQueryClient } from '@tanstack/react-query'
import { Contrast, LogOut } from 'lucide-react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { Preferences } from '../../shared/contract/schemas/platform.ts'
import { frame } from '../../shared/words/screens.ts'
import { useClient } from '../api/client-context.tsx'
import { queryKey, useRequest } from '../api/queries.ts'
import { Icon } from '../ui/icon.tsx'

const contrasts = ['system', 'normal', 'high'] as const satisfies readonly Preferences['contrast'][]

/** How the screens look, and the way out of the ledger. */
export function DisplayMenu() {
  const client = useClient()
  const queries = useQueryClient()
  const preferences = useRequest('platform.preferences', {})
  const choose = async (contrast: Preferences['contrast']) => {
    if (!preferences.data) return
    const answer = await client.call('platform.setPreferences', { ...preferences.data, contrast })
    if (answer.ok) queries.setQueryData(queryKey('platform.preferences', {}), answer.value)
  }
  const closeLedger = async () => {
    await client.call('ledger.close', {})
    await queries.invalidateQueries()
  }
  return (
    <>
      <MenuTrigger>
        <AriaButton aria-label={frame.display}>
          <Icon of={Contrast} />
          <span>{frame.display}</span>
        </AriaButton>
        <Popover className="pop" placement="top start" offset={4}>
          <Menu
            className="opts"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[preferences.data?.contrast ?? 'system']}
            onSelectionChange={(keys) => {
              const next = contrasts.find((contrast) => keys !== 'all' && keys.has(contrast))
              if (next) void choose(next)
            }}
          >
            {contrasts.map((contrast) => (
              <MenuItem key={contrast} id={contrast} className="opt">
                {({ isSelected }) => (
                  <>
                    <span className="mark" aria-hidden="true">
                      {isSelected ? '✓' : ''}
                    </span>
                    {frame.displayChoices[contrast]}
                  </>
                )}
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <button type="button" onClick={() => void closeLedger()} title={frame.closeLedger}>
        <Icon of={LogOut} />
        <span>{frame.closeLedger}</span>
      </button>
    </>
  )
}
