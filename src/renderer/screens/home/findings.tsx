import { homeWords } from '../../../shared/words/home.ts'
import { common } from '../../../shared/words/screens.ts'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { useQuiet } from '../../api/use-quiet.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { grouped } from '../../ui/format.ts'
import { Loading } from '../../ui/patterns.tsx'
import { Severity } from '../../ui/tag.tsx'

const words = homeWords.findings
const shown = 6

/** 要確認: the first findings of 点検, errors first; two lines each, what is wrong and where. Asked last. */
export function Findings() {
  const { frame } = useSession().frame
  const found = useRequest('check.run', { frame, show: 'open' }, { enabled: useQuiet() })
  const findings = found.data?.findings ?? []
  const { errors, warnings } = found.data?.counts ?? { errors: 0, warnings: 0 }
  return (
    <section aria-labelledby="home-findings">
      <h2 id="home-findings">
        {words.heading}
        {found.data && <span>{words.count(grouped(found.data.total))}</span>}
        <span className="right">
          {errors > 0 && <b className="err">{words.errors(grouped(errors))}</b>}
          {warnings > 0 && <b className="wrn">{words.warnings(grouped(warnings))}</b>}
          {findings.length > 0 && <a href="#/check">{words.all}</a>}
        </span>
      </h2>
      {found.isPending && <Loading>{words.running}</Loading>}
      {found.isError && <ErrorNotice error={found.error} />}
      {found.data && findings.length === 0 && <p className="sub none">{words.none}</p>}
      <ul className="found">
        {findings.slice(0, shown).map((finding) => (
          <li key={`${finding.rule} ${finding.place} ${finding.message}`}>
            <Severity level={finding.severity === 'error' ? 'stop' : 'warn'}>
              {finding.severity === 'error' ? common.error : common.warning}
            </Severity>
            <div>
              <div className="ell" title={finding.message}>
                {finding.message}
              </div>
              <div className="ell sub">{finding.place}</div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
