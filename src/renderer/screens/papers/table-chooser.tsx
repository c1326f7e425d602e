import { X } from 'lucide-react'
import { useState } from 'react'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import { conditionWords } from '../../../shared/explore/filter-words.ts'
import type { TableChoice } from '../../../shared/paper/draft.ts'
import { formatFiscalYear } from '../../../shared/time/format.ts'
import { exploreTable } from '../../../shared/words/explore.ts'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import { common, frame } from '../../../shared/words/screens.ts'
import { useRequest } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { CheckBox } from '../../ui/choice.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/patterns.tsx'
import { Select } from '../../ui/select.tsx'

const words = papersWords.tables
const noBreakdown = '-'
type Catalogue = RequestOutput<'statistics.catalogue'>

/** Statistic × up to two breakdowns × years: the tables of a 統計表. */
export function TableChooser(props: {
  readonly tables: readonly TableChoice[]
  readonly fiscalYear: number
  readonly yearsWithData: readonly number[]
  readonly onChange: (tables: readonly TableChoice[]) => void
}) {
  const catalogue = useRequest('statistics.catalogue', {})
  if (catalogue.isPending) return <Loading>{common.loading}</Loading>
  if (catalogue.isError) return <ErrorNotice error={catalogue.error} />
  return (
    <>
      <ul className="chosen-tables">
        {props.tables.length === 0 && <li className="sub">{words.none}</li>}
        {props.tables.map((table, index) => {
          const label = labelOf(catalogue.data, table)
          return (
            <li key={JSON.stringify(table)}>
              <span className="grow">
                <b>{label}</b>
                <span className="sub after">
                  {table.fiscalYears.map((year) => formatFiscalYear(year)).join(frame.separator)}
                </span>
              </span>
              <Button
                look="quiet"
                icon={X}
                aria-label={words.remove(label)}
                onPress={() => props.onChange(props.tables.filter((_, at) => at !== index))}
              >
                {words.removeShort}
              </Button>
            </li>
          )
        })}
      </ul>
      <AddTable
        catalogue={catalogue.data}
        years={yearsOf(props.fiscalYear, props.yearsWithData)}
        fiscalYear={props.fiscalYear}
        onAdd={(table) => props.onChange([...props.tables, table])}
      />
    </>
  )
}

function AddTable(props: {
  readonly catalogue: Catalogue
  readonly years: readonly number[]
  readonly fiscalYear: number
  readonly onAdd: (table: TableChoice) => void
}) {
  const { statistics, breakdowns } = props.catalogue
  const [code, setCode] = useState(statistics[0]?.code ?? '')
  const [first, setFirst] = useState(noBreakdown)
  const [second, setSecond] = useState(noBreakdown)
  const [years, setYears] = useState<readonly number[]>([props.fiscalYear])
  const statistic = statistics.find((each) => each.code === code)
  const choices = (without: string) => [
    { value: noBreakdown, label: words.noBreakdown },
    ...(statistic?.breakdowns ?? [])
      .filter((breakdown) => breakdown !== without)
      .map((breakdown) => ({
        value: breakdown,
        label: breakdowns.find((list) => list.code === breakdown)?.label ?? breakdown,
      })),
  ]
  return (
    <div className="add-table">
      <Select
        label={words.statistic}
        value={code}
        onChange={(next) => {
          setCode(next)
          setFirst(noBreakdown)
          setSecond(noBreakdown)
        }}
        choices={statistics.map((each) => ({
          value: each.code,
          label: each.label,
          note: `${words.categories[each.category ?? 0] || words.noCategory}　${each.unit}`,
        }))}
      />
      <Select label={words.first} value={first} onChange={setFirst} choices={choices(second)} />
      {first !== noBreakdown && (
        <Select label={words.second} value={second} onChange={setSecond} choices={choices(first)} />
      )}
      <div className="field">
        <span className="lab">{words.years}</span>
        <div className="ctl year-boxes">
          {props.years.map((year) => (
            <CheckBox
              key={year}
              isSelected={years.includes(year)}
              onChange={(on) =>
                setYears(props.years.filter((each) => (each === year ? on : years.includes(each))))
              }
            >
              {formatFiscalYear(year)}
            </CheckBox>
          ))}
        </div>
      </div>
      <div className="acts">
        {years.length === 0 && <span className="sub">{words.yearMissing}</span>}
        <Button
          isDisabled={years.length === 0 || !statistic}
          onPress={() =>
            props.onAdd({
              statistic: code,
              by: [first, second].filter((each) => each !== noBreakdown),
              fiscalYears: [...years].sort((a, b) => a - b),
            })
          }
        >
          {words.addThis}
        </Button>
      </div>
    </div>
  )
}

function labelOf({ statistics, breakdowns }: Catalogue, table: TableChoice): string {
  const statistic = statistics.find((each) => each.code === table.statistic)?.label ?? table.statistic
  const by = table.by.map((code) => breakdowns.find((list) => list.code === code)?.label ?? code)
  const facts = { codes: Object.fromEntries(breakdowns.map((list) => [list.code, list.items])) }
  const conditions = conditionWords({ where: table.where ?? [], party: table.party ?? null }, facts)
  const name = exploreTable.withConditions(statistic, conditions)
  return by.length === 0 ? name : `${name}　${words.by(by.join(' × '))}`
}

function yearsOf(fiscalYear: number, withData: readonly number[]): readonly number[] {
  return [...new Set([...withData, fiscalYear])].sort((a, b) => a - b)
}
