import { type ReactNode, useState } from 'react'
import { writeCell } from '../../../shared/cell/write.ts'
import { blankEntry, type Entry } from '../../../shared/monthly/entry.ts'
import { lineWords } from '../../../shared/monthly/lines.ts'
import { yearColumn } from '../../../shared/monthly/paste.ts'
import { readEntry } from '../../../shared/monthly/read-entry.ts'
import { findingMessage, severityWords } from '../../../shared/words/checks.ts'
import { describeError } from '../../../shared/words/errors.ts'
import { entryWords, monthlyWords, readingWords } from '../../../shared/words/monthly.ts'
import { RowHistory } from '../../history/row-history.tsx'
import { Button } from '../../ui/button.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { Severity } from '../../ui/tag.tsx'
import { boundsNote, isReadable } from './cell-view.ts'
import { CourseChart, CourseLegend } from './course-chart.tsx'
import { adopt, type Desk, put } from './hands.ts'
import { monthLabel } from './months.ts'
import { courses, numberOf, partsSum, signed } from './numbers.ts'
import { useRestingPlace } from './use-place.ts'
import { WhereFrom } from './where-from.tsx'

const words = monthlyWords.panel

/** Of the active cell: what was typed and read, what stood there before, what is wrong, its history, its comment. */
export function CellPanel(props: {
  readonly desk: Desk
  readonly onEdit: () => void
  readonly onClose: () => void
}) {
  const { desk, onEdit } = props
  const { sheet } = desk
  const { spot } = useRestingPlace(sheet)
  const line = sheet.lines[spot.row]
  if (line === undefined) return null
  const month = sheet.months[spot.column]
  const held = sheet.at(spot)
  const refusal = sheet.refusal(spot)
  const findings = sheet.findingsAt(spot)
  const label = month === undefined ? monthlyWords.year : monthLabel(month)
  const { current, previous } = courses(sheet, spot.row)
  const { id } = held.saved
  return (
    <SidePanel title={words.title(label, lineWords(line))} onClose={props.onClose} closeWords={words.close}>
      <section>
        <dl className="kv">
          <Values desk={desk} row={spot.row} column={spot.column} />
        </dl>
        {!held.entry.adopted && held.entry.state !== 'blank' && (
          <>
            <p>{words.adoptHint}</p>
            {refusal === null && <Button onPress={() => adopt(desk, [spot])}>{words.adopt}</Button>}
          </>
        )}
        {month?.state === 'checked' && refusal === null && <p className="sub">{words.checkedMonth}</p>}
        {refusal !== null && <p className="sub">{refusal}</p>}
      </section>
      <WhereFrom key={`from ${sheet.id(spot)}`} sheet={sheet} spot={spot} />
      {held.text !== null && (
        <section>
          {isReadable(held.text, line.unit) ? (
            <>
              <Severity level="warn">{words.halfTyped}</Severity>
              <p>{words.halfTypedHint}</p>
            </>
          ) : (
            <>
              <Severity level="stop">{words.unread}</Severity>
              <p>{readingWords(readEntry(held.text, line.unit)).words}</p>
              <p className="sub">{monthlyWords.unread}</p>
            </>
          )}
          <Button onPress={onEdit}>{words.mend}</Button>
        </section>
      )}
      {held.failure && (
        <section>
          <Severity level="stop">{describeError(held.failure).what}</Severity>
          <p>{monthlyWords.failures.refused}</p>
          <p>{describeError(held.failure).next}</p>
        </section>
      )}
      {findings.map((finding) => (
        <section key={`${finding.rule} ${JSON.stringify(finding.parameters)}`}>
          <Severity level={finding.severity === 'error' ? 'stop' : 'warn'}>
            {severityWords[finding.severity]}
          </Severity>
          <p>{findingMessage(finding)}</p>
          {refusal === null && (
            <div className="acts">
              <Button onPress={onEdit}>{words.mend}</Button>
              <Button onPress={() => document.getElementById('monthly-comment')?.focus()}>
                {words.giveReason}
              </Button>
            </div>
          )}
        </section>
      ))}
      <section>
        <div className="course-head">
          <h3>{words.course}</h3>
          <CourseLegend />
        </div>
        <CourseChart
          current={current}
          previous={previous}
          labels={sheet.months.map(monthLabel)}
          active={spot.column === yearColumn ? null : spot.column}
          label={monthlyWords.course(lineWords(line))}
        />
      </section>
      <CommentSection
        key={`${sheet.id(spot)} ${held.entry.comment}`}
        entry={held.entry}
        canWrite={refusal === null}
        onSave={(comment) => put(desk, 'comment', new Map([[sheet.id(spot), { ...held.entry, comment }]]))}
      />
      {id === null ? (
        <section>
          <h3>{words.history}</h3>
          <p className="sub">{words.noHistory}</p>
        </section>
      ) : (
        <RowHistory table="tally" id={id} field="cell" canPutBack={refusal === null} withValue={false} />
      )}
    </SidePanel>
  )
}

function Values({
  desk,
  row,
  column,
}: {
  readonly desk: Desk
  readonly row: number
  readonly column: number
}) {
  const { sheet } = desk
  const spot = { row, column }
  const line = sheet.line(row)
  const held = sheet.at(spot)
  const before = sheet.previousAt(spot)
  const counted = sheet.isCounted(spot)
  const total = column === yearColumn ? sheet.yearTotal(row) : null
  const now = numberOf(held.entry)
  const last = numberOf(before)
  const previousMonth = column > 0 && column < yearColumn ? sheet.at({ row, column: column - 1 }).entry : null
  const sum = column === yearColumn ? null : partsSum(sheet, row, column)
  const range = total?.kind === 'entered' ? boundsNote(total.low, total.high) : ''
  return (
    <>
      {held.text !== null && (
        <Value name={words.typed}>
          <span className="raw">{held.text.slice(0, 200)}</span>
        </Value>
      )}
      <Value name={words.value}>
        <b>
          {counted || (total !== null && total.kind !== 'entered')
            ? sheet.model.view(row, column).text
            : entryWords(held.entry, line.unit)}
        </b>
      </Value>
      {range !== '' && <Value name={words.bounds}>{range}</Value>}
      {sum !== null && <Value name={words.partsSum}>{`${sum} ${line.unit}`}</Value>}
      {total === null ? (
        <Value name={words.previousYear}>
          {entryWords(before, line.unit)}
          {now !== null && last !== null && words.difference(signed(now - last))}
        </Value>
      ) : (
        <Value name={words.previousWholeYear}>
          {writeCell(sheet.previousTotal(row).cell, 'city', { minus: '-' }).text || words.blank}
        </Value>
      )}
      {previousMonth && <Value name={words.previousMonth}>{entryWords(previousMonth, line.unit)}</Value>}
    </>
  )
}

const Value = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

function CommentSection(props: {
  readonly entry: Entry
  readonly canWrite: boolean
  readonly onSave: (comment: string) => void
}) {
  const { comment } = props.entry ?? blankEntry
  const [text, setText] = useState(comment)
  const save = (): void => {
    if (text !== comment) props.onSave(text.slice(0, 20_000))
  }
  return (
    <section>
      <h3>{words.comment}</h3>
      <textarea
        id="monthly-comment"
        className="in comment"
        rows={2}
        aria-label={words.comment}
        placeholder={words.commentHint}
        value={text}
        readOnly={!props.canWrite}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
      />
      {text !== comment && <Button onPress={save}>{words.commentSave}</Button>}
    </section>
  )
}
