import { useState } from 'react'
import type { SettingsItem, SettingsList, Uses } from '../../../shared/contract/schemas/code-settings.ts'
import { settingsWords } from '../../../shared/words/settings.ts'
import { Select } from '../../ui/select.tsx'
import { FormDialog } from './form-dialog.tsx'
import { revisionAfter, useSave } from './use-save.ts'

const words = settingsWords.codes.mergeDialog

/** Merging is a map (domain §8): how many records would stand under the other item, and in which years. */
export function MergeDialog(props: {
  readonly item: SettingsItem
  readonly list: SettingsList
  readonly uses: Uses | null
  readonly onClose: () => void
}) {
  const { item, list, uses } = props
  const { save, isBusy, error } = useSave()
  const [into, setInto] = useState<string | null>(null)
  const targets = list.items.filter(
    (other) =>
      other.id !== item.id && other.code !== 'unknown' && other.mergedInto === null && other.validTo === null,
  )
  const target = targets.find(({ code }) => code === into) ?? null
  const merge = async () => {
    if (target === null) return
    const revision = revisionAfter(error, item.revision)
    const answer = await save('settings.mergeItem', { id: item.id, revision, into: target.code })
    if (answer.ok) props.onClose()
  }
  return (
    <FormDialog
      title={words.title(item.label)}
      confirm={words.confirm}
      why={target === null ? words.chooseFirst : null}
      error={error}
      isBusy={isBusy}
      onSave={() => void merge()}
      onClose={props.onClose}
    >
      <p>{words.body}</p>
      <Select
        label={words.into}
        choices={targets.map(({ code, label }) => ({ value: code, label }))}
        value={into}
        onChange={setInto}
        wideLabel
      />
      {target !== null && uses !== null && (
        <div role="status">
          <p>
            <b>{uses.total === 0 ? words.recordsNone : words.records(uses.total, target.label)}</b>
          </p>
          {uses.total > 0 && (
            <>
              <h3>{words.years}</h3>
              <ul className="set-years">
                {uses.years.map(({ fiscalYear, count }) => (
                  <li key={fiscalYear}>{settingsWords.codes.byYear(fiscalYear, count)}</li>
                ))}
              </ul>
              <p className="sub">{words.confirmed}</p>
            </>
          )}
        </div>
      )}
    </FormDialog>
  )
}
