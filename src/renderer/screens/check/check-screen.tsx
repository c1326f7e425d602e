import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { Finding } from '../../../shared/contract/schemas/ledger.ts'
import { formatDay } from '../../../shared/time/format.ts'
import { checkScreenWords as words } from '../../../shared/words/check-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { useSession } from '../../api/session.tsx'
import { Button } from '../../ui/button.tsx'
import { clockTime } from '../../ui/format.ts'
import { State } from '../../ui/tag.tsx'
import { ActionPanel } from './action-panel.tsx'
import { findingLink } from './finding-link.ts'
import { FindingPanel } from './finding-panel.tsx'
import { FindingsPart } from './findings-part.tsx'
import { HistoryPart } from './history-part.tsx'
import { useCheck } from './use-check.ts'
import './check.css'

/** 点検・履歴: findings above, history below, since one usually explains the other. `?action=` shows one. */
export function CheckScreen() {
  const { frame } = useSession().frame
  const navigate = useNavigate()
  const [parameters, setParameters] = useSearchParams()
  const check = useCheck(frame, 'open')
  const [finding, setFinding] = useState<Finding | null>(null)
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
          </div>
        </div>
        <div className="check-body">
          <FindingsPart
            check={check}
            chosen={chosen}
            onChoose={chooseFinding}
            onOpen={(row) => {
              const link = findingLink(row)
              if (link !== null) void navigate(link.to)
            }}
          />
          <HistoryPart chosen={chosen === null ? action : null} onChoose={chooseAction} />
        </div>
      </div>
      {chosen !== null && <FindingPanel finding={chosen} onClose={() => setFinding(null)} />}
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
    one === other || (one.rule === other.rule && one.place === other.place && one.message === other.message)
