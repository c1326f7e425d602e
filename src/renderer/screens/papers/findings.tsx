import type { StyleFinding } from '../../../shared/contract/schemas/papers.ts'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import { Button } from '../../ui/button.tsx'
import { Severity } from '../../ui/tag.tsx'

const words = papersWords.findings

/** 点検 of the words: what blocks first, each with its repair. */
export function Findings(props: {
  readonly findings: readonly StyleFinding[]
  readonly positions: ReadonlyMap<string, string>
  readonly readOnly: boolean
  /** Words outside of the editable places (a quotation's source) are only told. */
  readonly canFix: (finding: StyleFinding) => boolean
  readonly onShow: (finding: StyleFinding) => void
  readonly onFix: (findings: readonly StyleFinding[]) => void
}) {
  const fixable = props.findings.filter(props.canFix)
  const sorted = [...props.findings].sort((a, b) => rank(a) - rank(b))
  if (sorted.length === 0) {
    return (
      <section className="find none" aria-label={words.label}>
        <h2>{words.none}</h2>
      </section>
    )
  }
  return (
    <section className="find" aria-label={words.label}>
      <div className="sec-h">
        <h2>{words.heading(sorted.length)}</h2>
        <span className="right sub">{words.fixable(fixable.length)}</span>
        {!props.readOnly && fixable.length > 0 && (
          <Button onPress={() => props.onFix(fixable)}>{words.fixAll}</Button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label={words.list}>
        <ul>
          {sorted.map((finding) => (
            <li key={finding.id}>
              <Severity level={finding.severity === 'error' ? 'stop' : 'warn'}>
                {finding.severity === 'error' ? words.error : words.warning}
              </Severity>
              <span className="sub nw">{props.positions.get(finding.blockId) ?? ''}</span>
              <button type="button" className="what" title={words.show} onClick={() => props.onShow(finding)}>
                {finding.message}
              </button>
              {props.canFix(finding) && !props.readOnly && (
                <Button aria-label={words.fixOf(finding.message)} onPress={() => props.onFix([finding])}>
                  {words.fix}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </section>
    </section>
  )
}

const rank = (finding: StyleFinding): number => (finding.severity === 'error' ? 0 : 1)
