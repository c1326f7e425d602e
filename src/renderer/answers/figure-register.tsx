import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { AppError } from '../../shared/contract/errors.ts'
import type { KnownFigure } from '../../shared/contract/schemas/answers.ts'
import { formatDay } from '../../shared/time/format.ts'
import { figureWords as words } from '../../shared/words/answers.ts'
import { common } from '../../shared/words/screens.ts'
import { useClient } from '../api/client-context.tsx'
import { useRequest } from '../api/queries.ts'
import { useSession } from '../api/session.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Empty, Loading } from '../ui/patterns.tsx'
import { Severity, State } from '../ui/tag.tsx'

/** 既に出た数字: what was said, when and where, and whether the ledger still says so. */
export function FigureRegister() {
  const { ledger } = useSession()
  const client = useClient()
  const figures = useRequest('figures.list', {})
  const [removing, setRemoving] = useState<KnownFigure | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  if (figures.isPending) return <Loading>{common.loading}</Loading>
  if (figures.isError) return <ErrorNotice error={figures.error} />
  const list = figures.data.figures
  if (list.length === 0) return <Empty title={words.heading}>{words.empty}</Empty>
  const remove = async ({ id, revision }: KnownFigure) => {
    const answer = await client.call('figures.remove', { actionId: crypto.randomUUID(), id, revision })
    setError(answer.ok ? null : answer.error)
    setRemoving(null)
  }
  return (
    <div className="figure-register">
      <p className="sub">{words.lead}</p>
      {error && <ErrorNotice error={error} />}
      <table className="t">
        <thead>
          <tr>
            <th scope="col">{words.day}</th>
            <th scope="col">{words.occasion}</th>
            <th scope="col">{words.sentence}</th>
            <th scope="col">{words.now}</th>
            <th>
              <span className="vh">{words.remove}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {list.map((figure) => (
            <tr key={figure.id}>
              <td className="nw">{formatDay(figure.saidOn)}</td>
              <td>{figure.occasion}</td>
              <td>
                {figure.sentence}
                <span className="sub line">{figure.label}</span>
              </td>
              <td className="nw">
                {figure.moved ? (
                  <Severity level="warn">
                    {figure.now === null ? words.unknown : words.moved(figure.now)}
                  </Severity>
                ) : (
                  <State>{words.same}</State>
                )}
              </td>
              <td className="r">
                {ledger.readOnly === null &&
                  (removing?.id === figure.id ? (
                    <span className="sure">
                      <Button onPress={() => setRemoving(null)}>{common.stop}</Button>
                      <Button look="danger" onPress={() => void remove(figure)}>
                        {words.confirmRemove}
                      </Button>
                    </span>
                  ) : (
                    <Button
                      look="quiet"
                      icon={Trash2}
                      aria-label={words.removeOf(figure.sentence)}
                      onPress={() => setRemoving(figure)}
                    />
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
