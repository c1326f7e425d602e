import { CircleCheck, TriangleAlert } from 'lucide-react'
import type { DueActivity, Home } from '../../../shared/contract/schemas/home.ts'
import { homeWords } from '../../../shared/words/home.ts'
import { grouped, shortDayAndTime } from '../../ui/format.ts'
import { State } from '../../ui/tag.tsx'

/** これからの予定: what is planned, after what should have been told already. */
export function Coming({ home }: { readonly home: Home }) {
  const words = homeWords.coming
  const { overdue, coming, overdueTotal } = home
  return (
    <section aria-labelledby="home-coming">
      <h2 id="home-coming">{words.heading}</h2>
      {overdueTotal > 0 && <p className="err b none">{words.overdue(grouped(overdueTotal))}</p>}
      {overdue.length + coming.length === 0 && (
        <p className="sub none">
          {words.none}　<a href="#/activities">{words.add}</a>
        </p>
      )}
      <ul className="due">
        {[...overdue.slice(0, 3), ...coming.slice(0, overdue.length > 0 ? 4 : 7)].map((activity) => (
          <DueRow key={activity.id} activity={activity} />
        ))}
      </ul>
    </section>
  )
}

function DueRow({ activity }: { readonly activity: DueActivity }) {
  return (
    <li>
      <span className="sub">{activity.when}</span>
      <a className="ell" href={`#/activities?id=${activity.id}`} title={activity.title}>
        {activity.title}
      </a>
    </li>
  )
}

export function BackupState({ backup }: { readonly backup: Home['backup'] }) {
  const words = homeWords.backup
  return (
    <section aria-labelledby="home-backup">
      <h2 id="home-backup">{words.heading}</h2>
      {backup === null ? (
        <p className="sub none">{words.none}</p>
      ) : (
        <dl className="home-kv">
          <dt>{words.last}</dt>
          <dd>
            {shortDayAndTime(backup.takenAt)}{' '}
            <State
              icon={backup.verified ? CircleCheck : TriangleAlert}
              tone={backup.verified ? 'done' : 'warn'}
            >
              {backup.verified ? words.verified : words.notVerified}
            </State>
          </dd>
        </dl>
      )}
    </section>
  )
}

export function Changes({ changes }: { readonly changes: Home['changes'] }) {
  const words = homeWords.changes
  return (
    <section aria-labelledby="home-changes">
      <h2 id="home-changes">
        {words.heading}
        <span className="right">
          <a href="#/check">{words.all}</a>
        </span>
      </h2>
      {changes.length === 0 && <p className="sub none">{words.none}</p>}
      <ul className="changed">
        {changes.map((change) => (
          <li key={change.actionId}>
            <span className="sub">{shortDayAndTime(change.at)}</span>
            <span className="ell" title={change.what}>
              {change.who}　{change.what}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
