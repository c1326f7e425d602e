import { useNavigate } from 'react-router'
import type { Finding } from '../../../shared/contract/schemas/ledger.ts'
import { checkScreenWords } from '../../../shared/words/check-screen.ts'
import { severityWords } from '../../../shared/words/checks.ts'
import { RowHistory } from '../../history/row-history.tsx'
import { Button } from '../../ui/button.tsx'
import { SidePanel } from '../../ui/side-panel.tsx'
import { Severity } from '../../ui/tag.tsx'
import { AcknowledgePart } from './acknowledge-part.tsx'
import { findingLink } from './finding-link.ts'
import { Neighbours } from './neighbours.tsx'

const words = checkScreenWords.panel

/** The chosen finding: where, with which numbers, beside its neighbours, and the way to it. */
export function FindingPanel({
  finding,
  sameRule,
  onClose,
  onDone,
}: {
  readonly finding: Finding
  /** Open findings of its rule, as the list shows them. */
  readonly sameRule: readonly Finding[]
  readonly onClose: () => void
  /** After a reason was kept or taken back. */
  readonly onDone: () => void
}) {
  const navigate = useNavigate()
  const link = findingLink(finding)
  return (
    <SidePanel title={finding.title} onClose={onClose} closeWords={words.close}>
      <section>
        <Severity level={finding.severity === 'error' ? 'stop' : 'warn'}>
          {severityWords[finding.severity]}
        </Severity>
        <dl className="kv">
          <dt>{words.place}</dt>
          <dd>{finding.place}</dd>
          {finding.now !== '' && (
            <>
              <dt>{words.now}</dt>
              <dd>
                <b>{finding.now}</b>
              </dd>
            </>
          )}
          {finding.compared !== '' && (
            <>
              <dt>{words.compared}</dt>
              <dd>{finding.compared}</dd>
            </>
          )}
        </dl>
      </section>
      <Neighbours finding={finding} />
      <section>
        <h3>{words.meaning}</h3>
        <p>{finding.message}</p>
        <p className="sub">
          {finding.severity === 'error' ? checkScreenWords.errorHint : checkScreenWords.warningHint}
        </p>
        {link !== null && (
          <Button look="solid" wide onPress={() => void navigate(link.to)}>
            {link.words}
          </Button>
        )}
      </section>
      <AcknowledgePart finding={finding} sameRule={sameRule} onDone={onDone} />
      {finding.table !== null && finding.rowId !== null && (
        <RowHistory
          table={finding.table}
          id={finding.rowId}
          field={finding.table === 'tally' ? 'cell' : null}
          canPutBack={false}
        />
      )}
    </SidePanel>
  )
}
