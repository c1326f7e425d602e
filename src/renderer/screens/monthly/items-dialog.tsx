import { useState } from 'react'
import { isEntered, type LineKey, lineId } from '../../../shared/monthly/entry.ts'
import { cutsOf, isEnterable, layoutLines, usualLines } from '../../../shared/monthly/lines.ts'
import { findBreakdown } from '../../../shared/statistics/catalogue/breakdowns.ts'
import { statistics } from '../../../shared/statistics/catalogue/catalogue.ts'
import type { FormCode } from '../../../shared/statistics/rows.ts'
import { monthlyWords } from '../../../shared/words/monthly.ts'
import { common } from '../../../shared/words/screens.ts'
import { useClient } from '../../api/client-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import type { Desk } from './hands.ts'

const words = monthlyWords.items

/** Which statistics and 内訳 stand on the sheet: the catalogue × its breakdowns, as tick boxes. */
export function ItemsDialog(props: {
  readonly desk: Desk
  readonly onDone: () => void
  readonly onClose: () => void
}) {
  const { sheet } = props.desk
  const { party, form, fiscalYear, labels, itemsRevision } = sheet.read
  const client = useClient()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(sheet.lines.map(({ id }) => id)))
  const [error, setError] = useState<unknown>(null)
  const offered = offeredFor(form, sheet.lines)
  const used = new Set(
    sheet.lines.flatMap((line, row) => {
      const columns = [...sheet.months.keys(), sheet.months.length]
      return columns.some((column) => isEntered(sheet.at({ row, column }).entry)) ? [line.id] : []
    }),
  )
  const items: readonly LineKey[] = offered.flatMap((statistic) => {
    const cuts = cutsOf(statistic).flatMap((cut) =>
      (labels[cut] ?? []).map(({ code }) => ({ statistic, keys: { [cut]: code } })),
    )
    return [{ statistic, keys: {} }, ...cuts]
  })
  const rest = sheet.lines.filter(({ id }) => !items.some((item) => lineId(item) === id))
  const wanted = [...items, ...rest].filter((item) => chosen.has(lineId(item)))
  const toggle = (ids: readonly string[], on: boolean): void => {
    const next = new Set(chosen)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    setChosen(next)
  }
  const save = async (): Promise<void> => {
    const lines = layoutLines(wanted, labels).map(({ statistic, keys }) => ({ statistic, keys: { ...keys } }))
    const answer = await client.call('monthly.setItems', {
      party,
      form,
      fiscalYear,
      actionId: crypto.randomUUID(),
      revision: itemsRevision,
      items: lines,
    })
    if (answer.ok) props.onDone()
    else setError(answer.error)
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      width="broad"
      onClose={props.onClose}
      footer={
        <>
          {wanted.length === 0 && <span className="sub">{words.none}</span>}
          <Button
            size="form"
            look="quiet"
            onPress={() => setChosen(new Set([...usualLines(form).map(lineId), ...used]))}
          >
            {words.usual}
          </Button>
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button size="form" look="solid" isDisabled={wanted.length === 0} onPress={() => void save()}>
            {words.apply}
          </Button>
        </>
      }
    >
      <p>{words.lead}</p>
      {error !== null && <ErrorNotice error={error} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keys */}
      <section className="items" tabIndex={0} aria-label={words.statistics}>
        {offered.map((statistic) => {
          const total = { statistic, keys: {} }
          const label = statistics.find(({ code }) => code === statistic)?.label ?? statistic
          return (
            <fieldset key={statistic}>
              <legend className="vh">{label}</legend>
              <Tick
                label={label}
                on={chosen.has(lineId(total))}
                used={used.has(lineId(total))}
                onChange={(on) => toggle([lineId(total)], on)}
              />
              <div className="cuts">
                {cutsOf(statistic).map((cut) => {
                  const ids = (labels[cut] ?? []).map(({ code }) =>
                    lineId({ statistic, keys: { [cut]: code } }),
                  )
                  if (ids.length === 0) return null
                  const count = ids.filter((id) => chosen.has(id)).length
                  return (
                    <Tick
                      key={cut}
                      label={words.cut(findBreakdown(cut)?.label ?? cut)}
                      on={count === ids.length}
                      some={count > 0 && count < ids.length}
                      used={ids.some((id) => used.has(id))}
                      onChange={(on) => toggle(ids, on)}
                    />
                  )
                })}
              </div>
            </fieldset>
          )
        })}
      </section>
    </Dialog>
  )
}

/** The form's own statistics, and those of others that stand on the sheet already. */
function offeredFor(form: FormCode, lines: readonly LineKey[]): readonly string[] {
  const here = new Set(lines.map(({ statistic }) => statistic))
  return statistics
    .filter(
      ({ code, form: own, category }) =>
        here.has(code) || (own === form && category !== null) || category === 6,
    )
    .map(({ code }) => code)
    .filter(isEnterable)
}

function Tick(props: {
  readonly label: string
  readonly on: boolean
  readonly some?: boolean
  readonly used: boolean
  readonly onChange: (on: boolean) => void
}) {
  return (
    <label className="pick">
      <input
        type="checkbox"
        checked={props.on}
        ref={(box) => {
          if (box) box.indeterminate = props.some ?? false
        }}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      {props.label}
      {props.used && <Tag>{words.inUse}</Tag>}
    </label>
  )
}
