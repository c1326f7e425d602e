import { useMemo, useState } from 'react'
import type { BracketMeaning, DashMeaning } from '../../../shared/cell/reading.ts'
import type { Entry } from '../../../shared/monthly/entry.ts'
import { type PastedCell, type PastePlan, planPaste, yearColumn } from '../../../shared/monthly/paste.ts'
import { bracketMeaningWords, dashMeaningWords } from '../../../shared/words/cell.ts'
import { entryWords, monthlyWords, readingWords } from '../../../shared/words/monthly.ts'
import { common } from '../../../shared/words/screens.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { parseTsv } from '../../ui/grid/clipboard.ts'
import type { Spot } from '../../ui/grid/types.ts'
import { Notice } from '../../ui/notice.tsx'
import { type Desk, put } from './hands.ts'
import { monthLabel } from './months.ts'

const words = monthlyWords.paste
/** Rows shown; the counts tell of all. */
const shown = 120

const choicesOf = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
  (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }))

/** What a pasted range would do, cell by cell, before any of it is taken; then it is one action. */
export function PasteDialog(props: {
  readonly desk: Desk
  readonly at: Spot
  readonly rows: readonly (readonly string[])[]
  readonly onClose: () => void
}) {
  const { desk, at, rows } = props
  const { sheet } = desk
  const [dash, setDash] = useState<DashMeaning | null>(null)
  const [brackets, setBrackets] = useState<BracketMeaning | null>(null)
  const target = useMemo(
    () => ({
      lines: sheet.lines,
      ...at,
      refusal: (row: number, column: number) => sheet.refusal({ row, column }),
      current: (row: number, column: number) => sheet.at({ row, column }).entry,
    }),
    [sheet, at],
  )
  const asks = useMemo(() => planPaste(rows, target).asks, [rows, target])
  const plan = useMemo(
    () => planPaste(rows, target, { ...(dash ? { dash } : {}), ...(brackets ? { brackets } : {}) }),
    [rows, target, dash, brackets],
  )
  const taken = entriesOf(plan, desk)
  const open = (asks.dash && dash === null) || (asks.brackets && brackets === null)
  return (
    <Dialog
      title={words.title}
      isOpen
      width="broad"
      onClose={props.onClose}
      footer={
        <>
          {open && <span className="sub">{words.answerFirst}</span>}
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button
            size="form"
            look="solid"
            isDisabled={open || taken.size === 0}
            onPress={() => {
              put(desk, 'paste', taken)
              props.onClose()
            }}
          >
            {words.apply(taken.size)}
          </Button>
        </>
      }
    >
      <p>{words.lead}</p>
      <div className="paste-asks">
        {asks.dash && (
          <Radios<DashMeaning>
            wideLabel
            label={words.dash}
            choices={choicesOf(dashMeaningWords)}
            value={dash}
            onChange={setDash}
          />
        )}
        {asks.brackets && (
          <Radios<BracketMeaning>
            wideLabel
            label={words.brackets}
            choices={choicesOf(bracketMeaningWords)}
            value={brackets}
            onChange={setBrackets}
          />
        )}
      </div>
      <PlanNotes plan={plan} place={placeWords(desk, at.row, at.column)} />
      <PlanTable plan={plan} desk={desk} />
    </Dialog>
  )
}

function entriesOf(plan: PastePlan, { sheet }: Desk): ReadonlyMap<string, Entry> {
  return new Map(
    plan.cells.flatMap(({ row, column, reading, before, outcome }) => {
      if ((outcome !== 'new' && outcome !== 'replaced') || reading.outcome !== 'entry') return []
      const comment = before.comment === '' ? reading.remark : before.comment
      return [[sheet.id({ row, column }), { ...reading.entry, comment }] as const]
    }),
  )
}

function placeWords({ sheet }: Desk, row: number, column: number): string {
  const line = sheet.lines[row]
  const month = sheet.months[column]
  const when = month === undefined ? monthlyWords.year : monthLabel(month)
  return `${line?.label ?? ''}　${when}`
}

function PlanNotes({ plan, place }: { readonly plan: PastePlan; readonly place: string }) {
  const count = (...outcomes: readonly PastedCell['outcome'][]): number =>
    plan.cells.filter(({ outcome }) => outcomes.includes(outcome)).length
  const notes = [
    plan.byMonths ? words.byMonths : '',
    plan.byNames ? words.byNames : '',
    plan.byMonths && plan.byNames ? '' : words.byPlace(place),
    plan.unknownNames.length > 0 ? words.unknownNames(plan.unknownNames.slice(0, 10).join('、')) : '',
    plan.beyond > 0 ? words.beyond(plan.beyond) : '',
    plan.empty > 0 ? words.emptyPlaces(plan.empty) : '',
  ].filter((note) => note !== '')
  const fresh = count('new')
  const replaced = count('replaced')
  return (
    <>
      <ul className="paste-notes">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p className="b" role="status">
        {words.counts(fresh, replaced, count('same'), count('shut', 'ask', 'unread'))}
      </p>
      {fresh + replaced === 0 && <Notice look="warn" title={words.nothing} announce={false} />}
    </>
  )
}

const order: readonly PastedCell['outcome'][] = ['ask', 'unread', 'shut', 'replaced', 'new', 'same']

function PlanTable({ plan, desk }: { readonly plan: PastePlan; readonly desk: Desk }) {
  const cells = plan.cells.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
  if (cells.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keys
    <section className="paste-table" tabIndex={0} aria-label={words.title}>
      {cells.length > shown && <p className="sub">{words.onlyFirst(shown, cells.length)}</p>}
      <table className="t">
        <thead>
          <tr>
            {Object.values(words.columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.slice(0, shown).map((cell) => (
            <PlanRow key={`${cell.row} ${cell.column}`} cell={cell} desk={desk} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function PlanRow({ cell, desk }: { readonly cell: PastedCell; readonly desk: Desk }) {
  const { row, column, text, reading, before, outcome, shutBecause } = cell
  const unit = desk.sheet.lines[row]?.unit ?? ''
  const read = readingWords(reading)
  return (
    <tr className={`o-${outcome}`}>
      <th scope="row">{placeWords(desk, row, column === yearColumn ? yearColumn : column)}</th>
      <td className="raw">{text.slice(0, 60)}</td>
      <td>
        {read.ok && <b>{read.value}</b>} {read.words}
      </td>
      <td>{entryWords(before, unit)}</td>
      <td>
        {words.outcomes[outcome]}
        {shutBecause !== null && <span className="sub">　{shutBecause}</span>}
      </td>
    </tr>
  )
}

/** For those who press the button: a field that takes the range, since no page may read the clipboard itself. */
export function PasteHere(props: {
  readonly onRows: (rows: readonly (readonly string[])[]) => void
  readonly onClose: () => void
}) {
  const [text, setText] = useState('')
  return (
    <Dialog
      title={words.hereTitle}
      isOpen
      onClose={props.onClose}
      footer={
        <>
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button
            size="form"
            look="solid"
            isDisabled={text.trim() === ''}
            onPress={() => props.onRows(parseTsv(text))}
          >
            {words.readHere}
          </Button>
        </>
      }
    >
      <p>{words.here}</p>
      <textarea
        className="in paste-here"
        rows={8}
        aria-label={words.field}
        value={text}
        onChange={(event) => setText(event.target.value)}
        spellCheck={false}
      />
    </Dialog>
  )
}
