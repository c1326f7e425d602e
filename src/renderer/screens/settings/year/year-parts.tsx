import { CircleCheck, TriangleAlert } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import type { YearView } from '../../../../shared/contract/schemas/year-change.ts'
import { formatMonthOnly } from '../../../../shared/time/format.ts'
import { formWords } from '../../../../shared/words/checks.ts'
import { settingsWords, yearWords as words } from '../../../../shared/words/settings.ts'
import { CheckBox } from '../../../ui/choice.tsx'
import { DayField } from '../../../ui/day-field.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useValidity } from '../use-validity.ts'
import type { ContractChoice, YearDesk } from './use-year.ts'

interface PartProps {
  readonly view: YearView
  readonly desk: YearDesk
  readonly isReadOnly: boolean
}

function Part(props: { readonly title: string; readonly hint?: string; readonly children: ReactNode }) {
  return (
    <section aria-label={props.title} className="set-part">
      <h3>{props.title}</h3>
      {props.hint && <p className="sub">{props.hint}</p>}
      {props.children}
    </section>
  )
}

/** What is unfinished in the old year: nothing of it keeps the new one from beginning. */
export function Checks({ view }: { readonly view: YearView }) {
  const { unreported, drafts } = view.checks
  const months = unreported.reduce((sum, row) => sum + row.months.length, 0)
  return (
    <Part title={words.checks}>
      {months === 0 && drafts === 0 && (
        <p>
          <Icon of={CircleCheck} /> {words.checksClean}
        </p>
      )}
      {months > 0 && (
        <>
          <p>
            <Icon of={TriangleAlert} /> {words.unreported(months)}
          </p>
          <table className="t">
            <thead>
              <tr>
                <th scope="col">{words.party}</th>
                <th scope="col">{words.form}</th>
                <th scope="col">{words.months}</th>
              </tr>
            </thead>
            <tbody>
              {unreported.map((row) => (
                <tr key={`${row.party} ${row.form}`}>
                  <th scope="row">{row.party}</th>
                  <td className="nw">{formWords[row.form]}</td>
                  <td>{row.months.map((month) => formatMonthOnly(month)).join('、')}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="sub">{words.unreportedHint}</p>
        </>
      )}
      {drafts > 0 && (
        <p>
          <Icon of={TriangleAlert} /> {words.drafts(drafts)}
        </p>
      )}
    </Part>
  )
}

export function Carried({ view }: { readonly view: YearView }) {
  const { carried } = view
  const items = words.carriedItems
  return (
    <Part title={words.carried}>
      <dl className="kv set-wide">
        <dt>{items.parties}</dt>
        <dd>
          {carried.parties.map(({ name, contractTo }) => (
            <div key={name}>
              {name}
              {contractTo !== null && <span className="sub">　{settingsWords.stateUntil(contractTo)}</span>}
            </div>
          ))}
        </dd>
        <dt>{items.forms}</dt>
        <dd>{words.count(carried.forms)}</dd>
        <dt>{items.lists}</dt>
        <dd>{items.listsValue(carried.lists, carried.items)}</dd>
        <dt>{items.venues}</dt>
        <dd>{words.count(carried.venues)}</dd>
        <dt>{items.cases}</dt>
        <dd>{items.casesValue(carried.openCases)}</dd>
      </dl>
    </Part>
  )
}

export function EmptyParts() {
  return (
    <Part title={words.emptyHeading}>
      <p>{words.emptyBody}</p>
    </Part>
  )
}

const decisions: readonly ContractChoice[] = ['undecided', 'extend', 'succeed', 'end']

export function Contracts(props: PartProps & { readonly onValidity: (good: boolean) => void }) {
  const { view, desk, isReadOnly, onValidity } = props
  const validity = useValidity()
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when it changes
  useEffect(() => onValidity(validity.isGood), [validity.isGood])
  return (
    <Part title={words.contracts}>
      {view.contracts.length === 0 && <p className="sub">{words.contractsNone}</p>}
      {view.contracts.map((contract) => {
        const state = desk.contractOf(contract.party)
        const decide = (part: Partial<typeof state>) => desk.decide(contract.party, part)
        return (
          <fieldset key={contract.party} className="set-contract">
            <legend>{contract.name}</legend>
            <p className="sub">
              {contract.corporation}　{contract.programme}　{settingsWords.stateUntil(contract.contractTo)}
            </p>
            <Select
              label={words.decision}
              choices={decisions.map((value) => ({ value, label: words.decisions[value] }))}
              value={state.decision}
              onChange={(decision) => {
                validity.of(contract.party)(true)
                decide({ decision })
              }}
              isDisabled={isReadOnly}
              wideLabel
            />
            {state.decision === 'succeed' && (
              <>
                <TextField
                  label={words.successorName}
                  value={state.name}
                  onChange={(name) => decide({ name })}
                  isRequired
                  wideLabel
                />
                <TextField
                  label={words.successorCorporation}
                  value={state.corporation}
                  onChange={(corporation) => decide({ corporation })}
                  isRequired
                  wideLabel
                />
              </>
            )}
            {(state.decision === 'extend' || state.decision === 'succeed') && (
              <DayField
                label={words.until}
                value={state.until}
                onChange={(until) => decide({ until })}
                onValidity={validity.of(contract.party)}
                mayBeEmpty
                wideLabel
              />
            )}
          </fieldset>
        )
      })}
    </Part>
  )
}

export function Names({ view, desk, isReadOnly }: PartProps) {
  return (
    <Part title={words.names} hint={words.namesHint}>
      <table className="t set-edit">
        <thead>
          <tr>
            <th scope="col">{words.oldName}</th>
            <th scope="col">{words.newName}</th>
          </tr>
        </thead>
        <tbody>
          {view.names.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                {row.name}
                <div className="sub">{words.kinds[row.what]}</div>
              </th>
              <td>
                {row.next === null ? (
                  <input
                    className="in"
                    aria-label={words.newNameOf(row.name)}
                    value={desk.nameOf(row.id)}
                    onChange={(event) => desk.rename(row.id, event.target.value)}
                    readOnly={isReadOnly}
                    autoComplete="off"
                    spellCheck={false}
                  />
                ) : (
                  <span className="sub">{words.alreadyNamed(row.next)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

export function Offers({ view, desk, isReadOnly }: PartProps) {
  return (
    <Part title={words.offers} hint={view.offers.length === 0 ? words.offersNone : words.offersHint}>
      <div className="set-checks">
        {view.offers.map((offer) => (
          <CheckBox
            key={`${offer.party} ${offer.form}`}
            isSelected={desk.isOffered(offer)}
            onChange={(on) => desk.offer(offer, on)}
            isDisabled={isReadOnly}
          >
            {words.offerOf(offer.name, formWords[offer.form])}
            <span className="sub">
              {`　${words.offerValues(offer.values)}`}
              {offer.there > 0 && `　${words.offerThere(offer.there)}`}
            </span>
          </CheckBox>
        ))}
      </div>
    </Part>
  )
}

export function SeriesList({ view, desk, isReadOnly }: PartProps) {
  return (
    <Part title={words.series} hint={view.series.length === 0 ? words.seriesNone : words.seriesHint}>
      <div className="set-checks">
        {view.series.map((series) => (
          <CheckBox
            key={series.key}
            isSelected={desk.isPlanned(series.key)}
            onChange={(on) => desk.plan(series.key, on)}
            isDisabled={isReadOnly}
          >
            {series.title}
            <span className="sub">{['', ...seriesNotes(series)].join('　')}</span>
          </CheckBox>
        ))}
      </div>
    </Part>
  )
}

const seriesNotes = (series: YearView['series'][number]): readonly string[] =>
  [
    series.venue ?? '',
    words.seriesCount(series.count),
    words.seriesPeriod(series.from, series.to),
    words.seriesHolidays(series.holidays),
  ].filter((part) => part !== '')
