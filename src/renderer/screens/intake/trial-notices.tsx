import type { DryRun } from '../../../shared/contract/schemas/intake.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choice.tsx'
import { grouped } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { usePlaceWords } from './place-words.ts'

const words = intakeScreenWords.trial
/** The rest is counted: the list of rows below has them all. */
const shownFindings = 5

/** What the numbers above do not say by themselves, the gravest first. */
export function TrialNotices(props: {
  readonly dry: DryRun
  readonly withdrawGone: boolean
  readonly onWithdraw: (withdraw: boolean) => void
  readonly onGone: () => void
  readonly onMend: () => void
}) {
  const { dry } = props
  const { accounting } = dry
  const open = dry.questions.filter(({ answer }) => answer === null).length
  const isSame =
    accounting.same > 0 && accounting.new + accounting.changed + accounting.late + accounting.refused === 0
  return (
    <>
      {isSame && (
        <Notice look="ok" announce={false} title={words.allSame}>
          <p>{words.allSameBody}</p>
        </Notice>
      )}
      {open > 0 && (
        <Notice
          look="warn"
          announce={false}
          title={words.questionsTitle(grouped(open))}
          actions={<Button onPress={props.onMend}>{words.mend}</Button>}
        >
          <p>{words.questionsBody}</p>
        </Notice>
      )}
      {accounting.refused > 0 && (
        <Notice look="warn" announce={false} title={words.refusedTitle(grouped(accounting.refused))}>
          <p>{words.refusedBody}</p>
        </Notice>
      )}
      {accounting.late > 0 && (
        <Notice look="warn" announce={false} title={words.lateTitle(grouped(accounting.late))}>
          <p>{words.lateBody}</p>
        </Notice>
      )}
      {dry.findings.length > 0 && <Findings findings={dry.findings} />}
      {accounting.gone > 0 && (
        <Notice
          look="info"
          announce={false}
          title={words.goneTitle(grouped(accounting.gone))}
          actions={<Button onPress={props.onGone}>{words.goneShow}</Button>}
        >
          {accounting.refused > 0 && <p>{words.goneRefused(grouped(accounting.refused))}</p>}
          <Radios<'keep' | 'withdraw'>
            label={words.goneLabel}
            isLabelHidden
            value={props.withdrawGone ? 'withdraw' : 'keep'}
            choices={[
              { value: 'keep', label: words.goneKeep },
              { value: 'withdraw', label: words.goneWithdraw },
            ]}
            onChange={(value) => props.onWithdraw(value === 'withdraw')}
            hint={words.goneHint}
          />
        </Notice>
      )}
      {dry.newCases > 0 && <p className="sub">{words.newCases(grouped(dry.newCases))}</p>}
    </>
  )
}

function Findings({ findings }: { readonly findings: DryRun['findings'] }) {
  const placeWords = usePlaceWords()
  return (
    <Notice look="warn" announce={false} title={words.findings}>
      <ul className="intake-list">
        {findings.slice(0, shownFindings).map((finding, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same finding may stand twice; the list never moves
          <li key={index}>
            {finding.message}
            <span className="sub">　{placeWords(finding.place)}</span>
          </li>
        ))}
      </ul>
      {findings.length > shownFindings && (
        <details>
          <summary>{words.findingsMore(grouped(findings.length - shownFindings))}</summary>
          <ul className="intake-list">
            {findings.slice(shownFindings).map((finding, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same finding may stand twice; the list never moves
              <li key={index}>
                {finding.message}
                <span className="sub">　{placeWords(finding.place)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  )
}
