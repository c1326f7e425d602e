import { useState } from 'react'
import type { SettingsItem, SettingsList } from '../../../shared/contract/schemas/code-settings.ts'
import { settingsWords } from '../../../shared/words/settings.ts'
import { ItemDialog } from './item-dialog.tsx'
import { ItemPanel } from './item-panel.tsx'
import { PickTable } from './pick-table.tsx'
import { Section } from './section.tsx'

const words = settingsWords.codes

/** 区分: the items of one list in printing order. */
export function CodesSection(props: {
  readonly list: SettingsList
  readonly lists: readonly SettingsList[]
  readonly isReadOnly: boolean
}) {
  const { list, isReadOnly } = props
  const [chosen, choose] = useState<string | null>(null)
  const [retired, showRetired] = useState(false)
  const [adding, setAdding] = useState(false)
  const gone = (item: SettingsItem) => item.validTo !== null || item.mergedInto !== null
  const items = retired ? list.items : list.items.filter((item) => !gone(item) || item.id === chosen)
  const item = list.items.find(({ id }) => id === chosen) ?? null
  const groups = props.lists.find(({ code }) => code === list.groups)?.items ?? []
  const groupLabel = (code: string | null) => groups.find((group) => group.code === code)?.label ?? ''
  return (
    <Section
      title={list.label}
      note={`${words[list.choice]}　${words.version(list.version)}`}
      lead={list.fixed && words.fixed}
      add={{ isDisabled: isReadOnly || list.fixed, press: () => setAdding(true) }}
      retired={{ shown: retired, show: showRetired }}
      panel={
        item && (
          <ItemPanel
            key={item.id}
            item={item}
            list={list}
            lists={props.lists}
            isReadOnly={isReadOnly}
            onClose={() => choose(null)}
          />
        )
      }
    >
      <PickTable
        label={list.label}
        rows={items}
        idOf={({ id }) => id}
        nameLabel={words.item}
        name={({ label }) => label}
        chosen={chosen}
        onChoose={choose}
        isFaded={gone}
        columns={[
          { label: settingsWords.kana, cell: ({ kana }) => kana },
          ...(groups.length > 0
            ? [{ label: words.group, cell: ({ group }: SettingsItem) => groupLabel(group) }]
            : []),
          { label: words.aliases, cell: ({ aliases }) => aliases.map(({ text }) => text).join('、') },
          { label: settingsWords.state, look: 'nowrap', cell: (row) => stateOf(row, list) },
        ]}
      />
      {adding && (
        <ItemDialog
          list={list}
          lists={props.lists}
          groups={groups}
          item={null}
          onClose={() => setAdding(false)}
          onSaved={choose}
        />
      )}
    </Section>
  )
}

/** 使用中, from or until when, or what it was merged into. */
export function stateOf(item: SettingsItem, list: SettingsList): string {
  const into = list.items.find(({ code }) => code === item.mergedInto)
  if (into !== undefined) return settingsWords.stateMerged(into.label)
  if (item.validTo !== null) return settingsWords.stateUntil(item.validTo)
  return item.validFrom === null ? settingsWords.stateNow : settingsWords.stateFrom(item.validFrom)
}
