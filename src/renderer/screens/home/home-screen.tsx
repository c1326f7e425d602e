import { formatDay } from '../../../shared/time/format.ts'
import { homeWords } from '../../../shared/words/home.ts'
import { common } from '../../../shared/words/screens.ts'
import { AnswerEntry } from '../../answers/answer-entry.tsx'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/patterns.tsx'
import { BoardSection } from './board-section.tsx'
import { GoOn } from './go-on.tsx'
import './home.css'
import { Findings } from './findings.tsx'
import { BackupState, Changes, Coming } from './sections.tsx'

/** ホーム: what is missing or wrong now, what is to come, what changed, and where to go on. */
export function HomeScreen() {
  const { frame } = useSession().frame
  const home = useRequest('home.read', { frame })
  return (
    <>
      <div className="head">
        <h1>{homeWords.title}</h1>
        {home.data && (
          <>
            <span className="sub">{homeWords.asOf(formatDay(home.data.today, { weekday: true }))}</span>
            <AnswerEntry />
            <GoOn home={home.data} />
          </>
        )}
      </div>
      {home.isPending && <Loading>{common.loading}</Loading>}
      {home.isError && <ErrorNotice error={home.error} />}
      {home.data && (
        <div className="home">
          <BoardSection home={home.data} />
          <div className="home-low">
            <Findings />
            <Coming home={home.data} />
            <div>
              <BackupState backup={home.data.backup} />
              <Changes changes={home.data.changes} />
            </div>
          </div>
        </div>
      )}
    </>
  )
}
