import { conditionWords } from '../../../explore/filter-words.ts'
import { isTimeBreakdown } from '../../../statistics/catalogue/breakdowns.ts'
import { breakBetween, findStatistic } from '../../../statistics/catalogue/catalogue.ts'
import type { DefinitionVersion, StatisticDefinition } from '../../../statistics/definition.ts'
import { formatFiscalYear } from '../../../time/format.ts'
import { exploreTable } from '../../../words/explore.ts'
import { tableWords } from '../../../words/papers.ts'
import { breakdownTable } from '../../assemble/breakdown-table.ts'
import { missingCell } from '../../assemble/cells.ts'
import { breakdownLabel } from '../../assemble/code-labels.ts'
import { crossTable } from '../../assemble/cross-table.ts'
import { statisticLabel } from '../../assemble/labels.ts'
import { measureOf } from '../../assemble/measure.ts'
import type { NoteBook } from '../../assemble/notes.ts'
import { answer, frameOfYear } from '../../assemble/query.ts'
import { resultNotes } from '../../assemble/result-notes.ts'
import { sourceOfFrame } from '../../assemble/source.ts'
import { timeTable } from '../../assemble/time-table.ts'
import { yearTable } from '../../assemble/year-table.ts'
import type { TableChoice } from '../../draft.ts'
import type { TableBlock } from '../../model.ts'
import type { TemplateInput } from '../../template.ts'
import { crossOrder, narrowed, yearsOf } from './choices.ts'

/** The tables of one choice: one for its years together, or one a year where two breakdowns are crossed. */
export function choiceTables(
  choice: TableChoice,
  position: number,
  input: TemplateInput,
  noteBook: NoteBook,
): readonly TableBlock[] {
  const definition = findStatistic(choice.statistic)
  if (definition === null) return []
  const place: Place = { choice, definition, id: `table${position + 1}`, input, noteBook }
  const [first, second] = choice.by
  if (first === undefined) return [overYears(place)]
  if (second !== undefined) return crossed(place, [first, second])
  return [isTimeBreakdown(first) ? overMonths(place, first) : byCode(place, first)]
}

interface Place {
  readonly choice: TableChoice
  readonly definition: StatisticDefinition
  readonly id: string
  readonly input: TemplateInput
  readonly noteBook: NoteBook
}

const answerOf = ({ choice, definition, input }: Place, year: number, ...by: readonly string[]) =>
  answer(input.results, definition.code, year, { ...narrowed(choice), by })

/** The statistic's name with what narrows the table: 「相談延べ件数［30歳以上］」. */
function nameOf({ choice, definition, input }: Place): string {
  const conditions = conditionWords({ where: choice.where ?? [], party: choice.party ?? null }, input.facts)
  return exploreTable.withConditions(statisticLabel(definition), conditions)
}

const sourceOf = ({ input }: Place, year: number): string =>
  sourceOfFrame(frameOfYear(input.draft.settings.frame, year))

const lastYear = (place: Place): number =>
  yearsOf(place.choice).at(-1) ?? place.input.draft.settings.frame.fiscalYear

function overYears(place: Place): TableBlock {
  const { choice, definition, input } = place
  const years = yearsOf(choice)
  const results = years.map((year) => answerOf(place, year))
  return yearTable({
    id: place.id,
    title: nameOf(place),
    frame: input.draft.settings.frame,
    years,
    rows: [
      {
        id: definition.code,
        label: statisticLabel(definition),
        indent: 0,
        bold: false,
        definition,
        measure: measureOf(definition),
        cells: results.map((result) => result?.total ?? missingCell),
      },
    ],
    notes: resultNotes(results),
    noteBook: place.noteBook,
    source: sourceOf(place, lastYear(place)),
  })
}

function overMonths(place: Place, breakdown: string): TableBlock {
  const { choice, definition, input } = place
  const lines = yearsOf(choice).flatMap((year) => {
    const result = answerOf(place, year, breakdown)
    return result === null ? [] : [{ year, result }]
  })
  return timeTable({
    id: place.id,
    title: `${nameOf(place)}（${breakdownLabel(breakdown)}別）`,
    facts: input.facts,
    breakdown,
    head: tableWords.year,
    rows: lines.map(({ year, result }, index) => ({
      id: String(year),
      label: yearLabel(place, lines[index - 1]?.year, year),
      indent: 0,
      bold: false,
      definition,
      result,
    })),
    notes: [
      ...lines.flatMap(({ year }, index) => breakNote(place, lines[index - 1]?.year, year)?.breakNote ?? []),
      ...resultNotes(lines.map(({ result }) => result)),
    ],
    noteBook: place.noteBook,
    source: sourceOf(place, lastYear(place)),
  })
}

const breakNote = (place: Place, previous: number | undefined, year: number): DefinitionVersion | null =>
  previous === undefined ? null : breakBetween(place.definition, previous, year)

/** 「令和６年度 注１」 where the line may not be compared with the one above. */
function yearLabel(place: Place, previous: number | undefined, year: number): string {
  const version = breakNote(place, previous, year)
  return version === null
    ? formatFiscalYear(year)
    : `${formatFiscalYear(year)} ${place.noteBook.mark(version.breakNote)}`
}

function byCode(place: Place, breakdown: string): TableBlock {
  const { choice, definition, input } = place
  const years = yearsOf(choice).map((year) => ({
    year,
    result: answerOf(place, year, breakdown),
  }))
  return breakdownTable({
    id: place.id,
    title: `${nameOf(place)}（${breakdownLabel(breakdown)}別）`,
    facts: input.facts,
    definition,
    breakdown,
    frame: input.draft.settings.frame,
    years,
    notes: resultNotes(years.map(({ result }) => result)),
    noteBook: place.noteBook,
    source: sourceOf(place, lastYear(place)),
  })
}

function crossed(place: Place, by: readonly [string, string]): readonly TableBlock[] {
  const { choice, definition, input } = place
  const { down, across } = crossOrder(by)
  return yearsOf(choice).flatMap((year) => {
    const both = answerOf(place, year, down, across)
    const downOnly = answerOf(place, year, down)
    const acrossOnly = answerOf(place, year, across)
    if (both === null || downOnly === null || acrossOnly === null) return []
    return [
      crossTable({
        id: `${place.id}.${year}`,
        title: `${formatFiscalYear(year)}　${nameOf(place)}（${breakdownLabel(down)}、${breakdownLabel(across)}別）`,
        facts: input.facts,
        definition,
        down,
        across,
        fiscalYear: year,
        both,
        downOnly,
        acrossOnly,
        previous: answerOf(place, year - 1, down),
        notes: resultNotes([both]),
        noteBook: place.noteBook,
        source: sourceOf(place, year),
      }),
    ]
  })
}
