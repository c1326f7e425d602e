import type { Cell } from '../../../cell/cell.ts'
import { integerCell } from '../../../cell/construct.ts'
import { findStatistic } from '../../../statistics/catalogue/catalogue.ts'
import { groupOf, tookPlace } from '../../assemble/activity-state.ts'
import { sentenceField } from '../../assemble/cells.ts'
import { countMeasure, measureOf } from '../../assemble/measure.ts'
import { answer, type Results } from '../../assemble/query.ts'
import type { Fields } from '../../assemble/write-blocks.ts'
import type { PaperSettings } from '../../draft.ts'
import type { FieldInline } from '../../model.ts'
import type { PaperFacts } from '../../template.ts'
import { councilKinds, surveyStrata } from './kinds.ts'

/** Statistics that the sentences of ①–③ name when figures are printed. */
const sentenceStatistics = [
  'consultation.events',
  'consultation.persons',
  'place.sessions',
  'place.attendance',
  'network.meetings',
] as const

/** Every number that the text of the paper may print, by field name (documents §1). */
export function councilFields(facts: PaperFacts, settings: PaperSettings, results: Results): Fields {
  const { fiscalYear } = settings.frame
  const statistics = settings.withFigures
    ? sentenceStatistics.map((code) => statisticField(code, answer(results, code, fiscalYear)?.total ?? null))
    : []
  const all = [
    ...statistics,
    ...surveyFields(results, fiscalYear),
    ...seminarFields(facts, settings),
    visitorsField(facts, settings),
  ]
  return Object.fromEntries(all.map((field) => [field.name, field]))
}

function statisticField(code: string, cell: Cell | null): FieldInline {
  const definition = findStatistic(code)
  return sentenceField(
    code,
    definition?.label ?? code,
    cell,
    definition === null ? countMeasure('') : measureOf(definition),
  )
}

/** Strata are printed apart and never summed (worked case 7). */
function surveyFields(results: Results, fiscalYear: number): readonly FieldInline[] {
  const rows = answer(results, 'survey.sample', fiscalYear, { by: ['stratum'] })?.rows ?? []
  const of = (stratum: string): Cell | null => rows.find((row) => row.keys[0] === stratum)?.cell ?? null
  return [
    sentenceField(
      'survey.residents',
      '実態調査の標本数（市内在住者）',
      of(surveyStrata.residents),
      countMeasure('件'),
    ),
    sentenceField(
      'survey.agencies',
      '実態調査の標本数（関係機関）',
      of(surveyStrata.agencies),
      countMeasure('件'),
    ),
    sentenceField(
      'survey.personsAndFamilies',
      '実態調査の標本数（当事者・家族）',
      of(surveyStrata.personsAndFamilies),
      countMeasure('件'),
    ),
  ]
}

/** Planned sessions are no statistic: they are counted from the activities as known on the as-of date. */
function seminarFields(facts: PaperFacts, settings: PaperSettings): readonly FieldInline[] {
  const group = groupOf(facts.activities, { kind: councilKinds.familySeminar, ...settings.frame })
  const count = (name: string, label: string, value: number): FieldInline =>
    sentenceField(
      `seminars.${name}`,
      label,
      group.known.length === 0 ? null : integerCell(value),
      countMeasure('回'),
    )
  return [
    count('planned', '家族セミナーの実施予定回数', group.planned),
    count('held', '家族セミナーの実施回数', group.held),
    count('total', '家族セミナーの予定回数（実施済みを含む。）', group.planned + group.held),
    count('dropped', '家族セミナーの中止・延期回数', group.dropped),
  ]
}

/** Visitors of the event itself; `outreach.visitors` would add those of the lecture. */
function visitorsField(facts: PaperFacts, settings: PaperSettings): FieldInline {
  const group = groupOf(facts.activities, { kind: councilKinds.event, ...settings.frame })
  const counts = group.known
    .filter(({ state }) => tookPlace(state))
    .flatMap(({ activity }) =>
      activity.measures.filter((measure) => measure.statistic === 'outreach.visitors'),
    )
  const cell =
    counts.length === 0 ? null : integerCell(counts.reduce((sum, measure) => sum + measure.value, 0))
  return sentenceField('event.visitors', 'ひきこもりを考えるイベントの来場者数', cell, countMeasure('人'))
}
