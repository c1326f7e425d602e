import { useEffect, useState } from 'react'
import { clockWords as words } from '../../shared/words/history-screen.ts'
import { useRequest } from '../api/queries.ts'
import { Button } from '../ui/button.tsx'
import { dayAndTime } from '../ui/format.ts'
import { Notice } from '../ui/notice.tsx'

/** How often the clock is looked at: it may be put right (or wrong) while the tool runs. */
const everyMs = 60_000

/** The PC's date lies before the last action of the ledger: what that means, without standing in the way. */
export function ClockNotice() {
  const clock = useRequest('history.clock', {})
  const [hidden, setHidden] = useState(false)
  const { refetch } = clock
  const behind = clock.data?.behind ?? null
  useEffect(() => {
    const timer = setInterval(() => void refetch(), everyMs)
    return () => clearInterval(timer)
  }, [refetch])
  if (behind === null || hidden) return null
  return (
    <div className="save-failure">
      <Notice
        look="warn"
        title={words.title}
        actions={<Button onPress={() => setHidden(true)}>{words.hide}</Button>}
      >
        <p>{words.what(dayAndTime(behind.now), dayAndTime(behind.latest))}</p>
        <p>{words.meaning}</p>
        <p>{words.next}</p>
      </Notice>
    </div>
  )
}
