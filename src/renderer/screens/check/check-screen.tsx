import { RefreshCw } from 'lucide-react'
import { useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Finding } from '../../../shared/contract/schemas/ledger.ts'
import { formatDay } from '../../../shared/time/format.ts'
import { checkScreenWords as words } from '../../../shared/words/check-screen.ts'
import { confirmWords } from '../../../shared/words/confirming.ts'
import { common } from '../../../shared/words/screens.ts'
import { useSession } from '../../api/session.tsx'
import { Confirming } from '../../confirming/confirming.tsx'
import { Button } from '../../ui/button.tsx'
import { clockTime } from '../../ui/format.ts'
import { State } from '../../ui/tag.tsx'
import { ActionPanel } from './action-panel.tsx'
import { findingLink } from './finding-link.ts'
import { FindingPanel } from './finding-panel.tsx'
import { FindingsPart, type ShowChoice } from './findings-part.tsx'
import { HistoryPart } from './history-part.tsx'
import { useCheck } from './use-check.ts'
import './check.css'

/** 点検・履歴: findings above, history below, since one usually explains the other. `?action=` shows one. */
export function CheckScreen() {
  const { frame } = useSession().frame
  const navigate = useNavigate()
  const [parameters, setParameters] = useSearchParams()
  const [show, setShow] = useState<ShowChoice>('open')
  const check = useCheck(frame, show)
  const [shown, setShown] = useState<readonly Finding[]>([])
  const list = useRef<HTMLDivElement | null>(null)
  const [finding, setFinding] = useState<Finding | null>(null)
  const [isConfirming, setConfirming] = useState(false)
  const action = parameters.get('action')
  const chosen = finding === null ? null : (check.data?.findings.find(same(finding)) ?? null)
  const chooseAction = (actionId: string | null) => {
    setFinding(null)
    setParameters(actionId === null ? {} : { action: actionId }, { replace: true })
  }
  const chooseFinding = (next: Finding) => {
    if (action !== null) chooseAction(null)
    setFinding(next)
  }
  return (
    <div className="with-panel check-screen">
      <div className="work">
        <div className="head">
          <h1>{words.title}</h1>
          {check.at !== null && !check.running && (
            <State>{words.checked(words.today(clockTime(check.at)), formatDay(frame.asOf))}</State>
          )}
          <div className="acts">
            {check.running ? (
              <Button onPress={check.stop}>{common.abort}</Button>
            ) : (
              <Button icon={RefreshCw} onPress={check.again}>
                {words.again}
              </Button>
            )}
            <Button look="solid" onPress={() => setConfirming(true)}>
              {confirmWords.board.confirm}
            </Button>
          </div>
        </div>
        <div className="check-body">
          <FindingsPart
            check={check}
            show={show}
            onShow={setShow}
            chosen={chosen}
            onShown={setShown}
            listRef={list}
            onChoose={chooseFinding}
            onOpen={(row) => {
              const link = findingLink(row)
              if (link !== null) void navigate(link.to)
            }}
          />
          <HistoryPart chosen={chosen === null ? action : null} onChoose={chooseAction} />
        </div>
      </div>
      {isConfirming && (
        <Confirming
          fiscalYear={frame.fiscalYear}
          month={frame.period.to}
          onClose={() => setConfirming(false)}
        />
      )}
      {chosen !== null && (
        <FindingPanel
          finding={chosen}
          sameRule={shown.filter(
            ({ rule, acknowledgement }) => rule === chosen.rule && acknowledgement === null,
          )}
          onClose={() => setFinding(null)}
          onDone={() => {
            // The next one in the list is looked at next, from the list.
            const next = shown[shown.findIndex(same(chosen)) + 1] ?? null
            setFinding(show === 'all' ? chosen : next)
            list.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
          }}
        />
      )}
      {chosen === null && action !== null && (
        <ActionPanel key={action} actionId={action} onClose={() => chooseAction(null)} />
      )}
    </div>
  )
}

/** The same finding in a later run of the check. */
const same =
  (one: Finding) =>
  (other: Finding): boolean =>
    one.rule === other.rule && one.placeKey === other.placeKey && one.message === other.message
