import { EyeOff, TriangleAlert } from 'lucide-react'
import type { SheetLayout } from '../../../shared/contract/schemas/intake.ts'
import { bookKinds } from '../../../shared/intake/answers.ts'
import type { BookProfile } from '../../../shared/intake/profile.ts'
import type { BookKind } from '../../../shared/intake/staged.ts'
import { formatFiscalYear } from '../../../shared/time/format.ts'
import { intakeScreenWords } from '../../../shared/words/intake-screen.ts'
import { useSession } from '../../api/session.tsx'
import { CheckBox } from '../../ui/choice.tsx'
import { grouped } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Select } from '../../ui/select.tsx'
import { withKind, withParty, withSheetUse, withYear } from './profile-edits.ts'
import type { IntakeWork } from './store.ts'
import { usePartyChoices } from './use-parties.ts'

const words = intakeScreenWords.reading
const none = 'none'
const ofBook = 'ofBook'

/** Kind, party, year and sheets of the book. */
export function BookFacts(props: {
  readonly work: IntakeWork
  readonly sheets: readonly SheetLayout[]
  readonly shown: string | null
  readonly onShow: (sheet: string) => void
  readonly onChange: (profile: BookProfile) => void
}) {
  const { work, sheets, onChange } = props
  const { profile } = work
  const { ledger, frame } = useSession()
  const parties = usePartyChoices()
  const years = yearsAround(frame.frame.fiscalYear, ledger.yearsWithData, profile?.fiscalYear ?? null)
  return (
    <div className="intake-facts">
      <h2>{words.setting}</h2>
      <div className="intake-fields">
        <Select<BookKind>
          label={words.kind}
          value={profile?.kind ?? null}
          choices={bookKinds.map((kind) => ({ value: kind, label: intakeScreenWords.shortKinds[kind] }))}
          onChange={(kind) => onChange(withKind(profile, kind, sheets))}
        />
        {profile !== null && profile.kind !== 'indicators' && (
          <Select
            label={words.party}
            value={profile.party ?? none}
            choices={[{ value: none, label: words.partyNone }, ...parties]}
            onChange={(party) => onChange(withParty(profile, party === none ? null : party))}
          />
        )}
        {profile !== null && (
          <Select
            label={words.year}
            value={profile.fiscalYear === null ? ofBook : String(profile.fiscalYear)}
            choices={[
              { value: ofBook, label: words.yearOfBook },
              ...years.map((year) => ({ value: String(year), label: formatFiscalYear(year) })),
            ]}
            onChange={(year) => onChange(withYear(profile, year === ofBook ? null : Number(year)))}
          />
        )}
      </div>
      <h3>{words.sheets}</h3>
      <ul className="intake-sheets">
        {sheets.map((sheet) => (
          <li key={sheet.name} className={sheet.name === props.shown ? 'on' : undefined}>
            <CheckBox
              isSelected={sheet.use && sheet.why === null}
              isDisabled={profile === null || sheet.why === 'empty' || sheet.why === 'noHead'}
              onChange={(use) => profile !== null && onChange(withSheetUse(profile, sheet, use))}
            >
              <span className="vh">{words.sheetUse(sheet.name)}</span>
            </CheckBox>
            <button
              type="button"
              aria-pressed={sheet.name === props.shown}
              title={words.sheetShow(sheet.name)}
              onClick={() => props.onShow(sheet.name)}
            >
              <span className="ell">{sheet.name}</span>
              <span className="sub">
                {sheet.why === null ? words.sheetRows(grouped(sheet.rows)) : words.why[sheet.why]}
                {sheet.hidden && (
                  <>
                    　<Icon of={EyeOff} size={14} />
                    {words.hidden}
                  </>
                )}
                {sheet.why === 'noHead' && <Icon of={TriangleAlert} size={14} />}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The years that the ledger has, one to come, and the one that is chosen; newest first. */
function yearsAround(now: number, withData: readonly number[], chosen: number | null): readonly number[] {
  const years = new Set([now + 1, now, now - 1, ...withData, ...(chosen === null ? [] : [chosen])])
  return [...years].toSorted((a, b) => b - a)
}
