import type { BookSummary } from '../../../shared/contract/schemas/intake.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { dayAndTime } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { usePlaceWords } from './place-words.ts'
import type { IntakeWork, Opened } from './store.ts'

const words = intakeScreenWords.book

/** What the user must know of the file before anything else: seen before, remembered, what it holds beside cells. */
export function BookNotices(props: { readonly opened: Opened; readonly stored: IntakeWork['stored'] }) {
  const { book, receivedBefore, kind } = props.opened
  return (
    <div className="intake-notices">
      {receivedBefore !== null && (
        <Notice look="warn" announce={false} title={words.again}>
          <p>{words.againBody(dayAndTime(receivedBefore.at), receivedBefore.who)}</p>
        </Notice>
      )}
      {kind === null && (
        <Notice look="warn" announce={false} title={words.unknown}>
          <p>{words.unknownBody}</p>
        </Notice>
      )}
      {book.isCollection && <Notice look="info" announce={false} title={words.collection} />}
      {kind !== null && !book.isCollection && (
        <p className="sub">{props.stored === null ? words.proposed : words.remembered(props.stored.name)}</p>
      )}
      {book.findings.length > 0 && <Findings findings={book.findings} />}
    </div>
  )
}

function Findings({ findings }: { readonly findings: BookSummary['findings'] }) {
  const placeWords = usePlaceWords()
  return (
    <Notice look="warn" announce={false} title={words.findings}>
      <ul className="intake-list">
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.sheet} ${finding.row} ${finding.column}`}>
            {finding.message}
            {finding.sheet !== null && finding.row !== null && (
              <span className="sub">
                　{placeWords({ sheet: finding.sheet, row: finding.row, column: finding.column })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
