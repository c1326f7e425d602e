/** What the yearbook prints, as data: statistics, breakdowns and where they stand. */

/** ２ 実績数値, by service category ①–⑥; indented lines are parts of the line above. */
export const mainStatistics: readonly (readonly [statistic: string, indent: 0 | 1])[] = [
  ['consultation.events', 0],
  ['consultation.visits', 1],
  ['consultation.accompanied', 1],
  ['consultation.persons', 0],
  ['consultation.new', 1],
  ['consultation.continuing', 1],
  ['consultation.households', 0],
  ['coordination.events', 0],
  ['place.sessions', 0],
  ['place.attendance', 0],
  ['network.meetings', 0],
  ['network.agencies', 0],
  ['family.sessions', 0],
  ['family.attendance', 0],
  ['outreach.events', 0],
  ['outreach.lectures', 0],
  ['training.sessions', 0],
]

/** ３ 利用状況: one table each, after the table by month. */
export const usageTables: readonly (readonly [statistic: string, breakdown: string])[] = [
  ['consultation.events', 'method'],
  ['consultation.events', 'caller'],
  ['consultation.persons', 'ageBand'],
  ['consultation.events', 'route'],
]

export const monthlyStatistics = ['consultation.events', 'consultation.persons', 'consultation.new'] as const

/** ４ 分析: compared with the same months of the year before, where the definition allows it. */
export const comparedStatistics = ['consultation.events', 'consultation.persons', 'place.attendance'] as const

/** ５ 支援効果. */
export const effectStatistics: readonly (readonly [statistic: string, indent: 0 | 1])[] = [
  ['referral.events', 0],
  ['referral.rate', 0],
  ['case.opened', 0],
  ['case.closed', 0],
  ['outcome.connectedToWorkPrep', 0],
  ['outcome.socialParticipation', 0],
  ['family.satisfaction', 0],
]

/** ６ 広報・啓発. */
export const outreachStatistics: readonly (readonly [statistic: string, indent: 0 | 1])[] = [
  ['outreach.events', 0],
  ['outreach.lectures', 0],
  ['outreach.visitors', 0],
  ['outreach.leaflets', 0],
]

/** ７ 統計表: crossed, the second one across. */
export const crossTables: readonly (readonly [statistic: string, down: string, across: string])[] = [
  ['consultation.events', 'method', 'month'],
  ['consultation.events', 'caller', 'month'],
  ['consultation.persons', 'ageBand', 'sex'],
]

/** The old upper age (domain §3): offered as 参考 beside numbers that may not be compared. */
export const oldAges = [{ field: 'age', operator: '<=', age: 29 }] as const
