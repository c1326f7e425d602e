import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { SettingsItem, SettingsList } from '../../../shared/contract/schemas/code-settings.ts'
import { settingsWords } from '../../../shared/words/settings.ts'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/choice.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { Select } from '../../ui/select.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FormDialog } from './form-dialog.tsx'
import { revisionAfter, useSave } from './use-save.ts'
import { useValidity } from './use-validity.ts'

const words = settingsWords.codes
/** A choice has no null: an item without a group. */
const noGroup = ''

/** A new item of a list, or the words of one that is there; its code stays what it is. */
export function ItemDialog(props: {
  readonly list: SettingsList
  /** Items of the list that holds the groups; empty without a roll-up. */
  readonly groups: readonly SettingsItem[]
  readonly item: SettingsItem | null
  readonly lists: readonly SettingsList[]
  readonly onSaved: (id: string) => void
  readonly onClose: () => void
}) {
  const { list, groups, item } = props
  const { save, isBusy, error } = useSave()
  const [label, setLabel] = useState(item?.label ?? '')
  const [kana, setKana] = useState(item?.kana ?? '')
  const [group, setGroup] = useState(item?.group ?? (groups.length > 0 ? (groups[0]?.code ?? null) : null))
  const [aliases, setAliases] = useState(item?.aliases ?? [])
  const [withText, setWithText] = useState(item?.withText ?? false)
  const [validFrom, setValidFrom] = useState(item?.validFrom ?? null)
  const validity = useValidity()
  const submit = async () => {
    const answer = await save('settings.saveItem', {
      id: item?.id ?? null,
      revision: revisionAfter(error, item?.revision ?? 0),
      list: list.code,
      item: {
        label,
        kana,
        group,
        aliases: aliases.filter(({ text }) => text.trim() !== ''),
        withText,
        validFrom,
      },
    })
    if (!answer.ok) return
    props.onSaved(answer.value.id)
    props.onClose()
  }
  return (
    <FormDialog
      title={item === null ? words.addTitle(list.label) : words.editTitle(item.label)}
      error={error}
      isBusy={isBusy}
      why={label.trim() === '' || !validity.isGood ? '' : null}
      onSave={() => void submit()}
      onClose={props.onClose}
    >
      {item !== null && <p className="sub">{words.editNote}</p>}
      <TextField label={words.item} value={label} onChange={setLabel} isRequired wideLabel />
      <TextField
        label={settingsWords.kana}
        value={kana}
        onChange={setKana}
        hint={settingsWords.kanaHint}
        wideLabel
      />
      {groups.length > 0 && (
        <Select
          label={words.group}
          choices={[
            { value: noGroup, label: settingsWords.none },
            ...groups.map((one) => ({ value: one.code, label: one.label })),
          ]}
          value={group ?? noGroup}
          onChange={(code) => setGroup(code === noGroup ? null : code)}
          wideLabel
        />
      )}
      {aliases.map((alias, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is the identity of a line in the form
        <div className="set-line" key={index}>
          <TextField
            label={words.aliasOf(index + 1)}
            value={alias.text}
            onChange={(text) => setAliases(aliases.map((one, at) => (at === index ? { ...one, text } : one)))}
            wideLabel
            hint={alias.also === null ? undefined : words.aliasAlso(labelIn(props.lists, alias.also))}
          />
          <Button
            look="quiet"
            icon={X}
            aria-label={words.aliasRemove(alias.text)}
            onPress={() => setAliases(aliases.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <div className="set-indent">
        <Button icon={Plus} onPress={() => setAliases([...aliases, { text: '', also: null }])}>
          {words.aliasAdd}
        </Button>
        <span className="hint">{words.aliasHint}</span>
      </div>
      <DayField
        label={words.validFrom}
        value={validFrom}
        onChange={setValidFrom}
        onValidity={validity.of('validFrom')}
        mayBeEmpty
        wideLabel
      />
      <div className="set-indent">
        <span className="hint">{words.validFromHint}</span>
      </div>
      <div className="set-indent">
        <CheckBox isSelected={withText} onChange={setWithText}>
          {words.withText}
        </CheckBox>
      </div>
    </FormDialog>
  )
}

/** What a spelling says beside its item, in words: 同行支援. */
const labelIn = (
  lists: readonly SettingsList[],
  { list, code }: { readonly list: string; readonly code: string },
): string => lists.find((one) => one.code === list)?.items.find((one) => one.code === code)?.label ?? code
