import type { IntakeRow } from '../../../shared/contract/schemas/intake.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { SidePanel } from '../../ui/side-panel.tsx'
import { OutcomeWord } from './outcome-word.tsx'
import { usePlaceWords } from './place-words.ts'

const words = intakeScreenWords.trial

/** The chosen row: where it stands, every reading, the reason, what would change. */
export function RowPanel({ row, onClose }: { readonly row: IntakeRow; readonly onClose: () => void }) {
  const { problem } = row
  const placeWords = usePlaceWords()
  const title = row.title === '' ? words.outcomes[row.outcome] : row.title
  return (
    <SidePanel title={title} onClose={onClose} closeWords={words.panel.close}>
      <section>
        <dl className="kv">
          <dt>{words.panel.outcome}</dt>
          <dd>
            <OutcomeWord outcome={row.outcome} />
          </dd>
          <dt>{words.panel.place}</dt>
          <dd>{row.place === null ? words.inLedger : placeWords(problem?.place ?? row.place)}</dd>
          {problem !== null && problem.value !== '' && (
            <>
              <dt>{words.panel.value}</dt>
              <dd className="raw">{problem.value}</dd>
            </>
          )}
        </dl>
      </section>
      {row.reason !== null && (
        <section>
          <h3>{words.panel.reason}</h3>
          <p>{row.reason.message}</p>
        </section>
      )}
      {row.warnings.length > 0 && (
        <section>
          <h3>{words.panel.warnings}</h3>
          <ul className="intake-list">
            {row.warnings.map((warning) => (
              <li key={`${warning.code} ${warning.place.column}`}>
                {warning.message}
                <div className="sub">{placeWords(warning.place)}</div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {row.changes.length > 0 && (
        <section>
          <h3>{words.panel.changes}</h3>
          <dl className="kv">
            {row.changes.map((change) => (
              <div key={change.field} className="intake-change">
                <dt>{change.label}</dt>
                <dd>
                  {change.before} → <b>{change.after}</b>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {row.readings.length > 0 && (
        <section>
          <h3>{words.panel.readings}</h3>
          <dl className="kv">
            {row.readings.map((reading) => (
              <div key={`${reading.label} ${reading.place.column}`} className="intake-change">
                <dt>{reading.label}</dt>
                <dd>
                  <span className="raw">「{reading.text}」</span> → <b>{reading.as}</b>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {row.outcome !== 'refused' && row.outcome !== 'ignored' && row.readings.length === 0 && (
        <section>
          <p className="sub">{words.panel.noMore}</p>
        </section>
      )}
    </SidePanel>
  )
}
