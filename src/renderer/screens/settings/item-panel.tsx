import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import type { SettingsItem, SettingsList } from '../../../shared/contract/schemas/code-settings.ts'
import { heldWords, settingsWords } from '../../../shared/words/settings.ts'
import { useRequest } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { ChangeList } from './changes.tsx'
import { stateOf } from './codes-section.tsx'
import { ItemDialog } from './item-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { RemoveDialog, RetireDialog } from './removal.tsx'
import { useSave } from './use-save.ts'

const words = settingsWords.codes

/** The chosen item: what it is, how often it stands in records, what may be done with it, its versions. */
export function ItemPanel(props: {
  readonly item: SettingsItem
  readonly list: SettingsList
  readonly lists: readonly SettingsList[]
  readonly isReadOnly: boolean
  readonly onClose: () => void
}) {
  const { item, list, isReadOnly } = props
  const [asks, setAsks] = useState<'edit' | 'retire' | 'merge' | 'remove' | null>(null)
  const { save, isBusy, error } = useSave()
  const read = useRequest('settings.codeItem', { list: list.code, code: item.code })
  const close = () => setAsks(null)
  const uses = read.data?.uses ?? null
  const index = list.items.findIndex(({ id }) => id === item.id)
  const move = async (step: -1 | 1) => {
    const ids = list.items.map(({ id }) => id)
    const [moved] = ids.splice(index, 1)
    if (moved !== undefined) ids.splice(index + step, 0, moved)
    await save('settings.orderItems', { list: list.code, ids })
  }
  const change = { id: item.id, revision: item.revision }
  const cannot = isReadOnly || isBusy
  const isState = item.held === 'state'
  return (
    <SidePanel title={item.label} onClose={props.onClose} closeWords={settingsWords.close}>
      <section>
        <dl className="kv">
          <dt>{settingsWords.state}</dt>
          <dd>{stateOf(item, list)}</dd>
          <dt>{words.code}</dt>
          <dd className="raw">
            {item.code}　{words.since(item.sinceVersion)}
          </dd>
          <dt>{settingsWords.uses}</dt>
          <dd>
            {uses === null ? '' : settingsWords.usesCount(uses.total)}
            {uses?.years.map(({ fiscalYear, count }) => (
              <div key={fiscalYear} className="sub">
                {words.byYear(fiscalYear, count)}
              </div>
            ))}
          </dd>
          {item.held !== null && (
            <>
              <dt>{words.held}</dt>
              <dd className="sub">{heldWords[item.held]}</dd>
            </>
          )}
        </dl>
        {read.isError && <ErrorNotice error={read.error} />}
        {error && <ErrorNotice error={error} />}
        <div className="set-acts">
          <Button isDisabled={cannot} onPress={() => setAsks('edit')}>
            {settingsWords.edit}
          </Button>
          <Button icon={ArrowUp} isDisabled={cannot || index <= 0} onPress={() => void move(-1)}>
            {settingsWords.up}
          </Button>
          <Button
            icon={ArrowDown}
            isDisabled={cannot || index >= list.items.length - 1}
            onPress={() => void move(1)}
          >
            {settingsWords.down}
          </Button>
          {item.validTo === null ? (
            <Button isDisabled={cannot || isState} onPress={() => setAsks('retire')}>
              {settingsWords.retire}
            </Button>
          ) : (
            <Button
              isDisabled={cannot}
              onPress={() => void save('settings.retire', { ...change, table: 'code_item', on: null })}
            >
              {settingsWords.restore}
            </Button>
          )}
          {item.mergedInto === null ? (
            <Button isDisabled={cannot || item.held !== null} onPress={() => setAsks('merge')}>
              {words.merge}
            </Button>
          ) : (
            <Button
              isDisabled={cannot}
              onPress={() => void save('settings.mergeItem', { ...change, into: null })}
            >
              {words.unmerge}
            </Button>
          )}
          {uses?.total === 0 && item.held === null && (
            <Button look="danger" isDisabled={cannot} onPress={() => setAsks('remove')}>
              {settingsWords.remove}
            </Button>
          )}
        </div>
      </section>
      {read.data && <ChangeList changes={read.data.changes} />}
      {asks === 'edit' && (
        <ItemDialog
          list={list}
          lists={props.lists}
          groups={props.lists.find(({ code }) => code === list.groups)?.items ?? []}
          item={item}
          onClose={close}
          onSaved={() => {}}
        />
      )}
      {asks === 'retire' && (
        <RetireDialog
          table="code_item"
          row={item}
          body={settingsWords.retireDialog.body(item.label)}
          onClose={close}
        />
      )}
      {asks === 'merge' && <MergeDialog item={item} list={list} uses={uses} onClose={close} />}
      {asks === 'remove' && (
        <RemoveDialog table="code_item" row={item} name={item.label} onDone={props.onClose} onClose={close} />
      )}
    </SidePanel>
  )
}
