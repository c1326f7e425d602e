/**
 * How a breakdown takes its codes (domain §3, §4):
 * - `time`: months and what is made of them;
 * - `party`: the reporting party of the record or tally;
 * - `person`: the person's one value of the fiscal year, the same in every table of that year;
 * - `record`: what the contact, activity, referral … itself says.
 */
export type BreakdownKind = 'time' | 'party' | 'person' | 'record'

export interface BreakdownDefinition {
  /** Stable: `ageBand`. */
  readonly code: string
  readonly label: string
  readonly kind: BreakdownKind
  /** `multiple`: one record or person may stand in several rows, so that rows may exceed the total. */
  readonly choice: 'single' | 'multiple'
  /** The code list that gives the rows, or null where they come from the period or from the records. */
  readonly list: string | null
}

const time = (code: string, label: string): BreakdownDefinition => ({
  code,
  label,
  kind: 'time',
  choice: 'single',
  list: null,
})

const person = (code: string, label: string, list = code): BreakdownDefinition => ({
  code,
  label,
  kind: 'person',
  choice: 'single',
  list,
})

const record = (
  code: string,
  label: string,
  list: string | null = code,
  choice: BreakdownDefinition['choice'] = 'single',
): BreakdownDefinition => ({ code, label, kind: 'record', choice, list })

/** Every breakdown by which a statistic can be cut, in the order in which the screens offer them. */
export const breakdowns: readonly BreakdownDefinition[] = [
  time('month', '月'),
  time('quarter', '四半期'),
  time('half', '半期'),
  time('fiscalYear', '年度'),
  { code: 'party', label: '報告元', kind: 'party', choice: 'single', list: null },
  record('method', '相談方法'),
  record('support', '支援内容', 'support', 'multiple'),
  record('caller', '来談者'),
  record('callerGroup', '来談者の区分'),
  record('companion', '同席者', 'caller', 'multiple'),
  person('sex', '性別'),
  person('ageBand', '年代'),
  person('ageBand5', '年齢（５歳階級）'),
  person('ageBandNational', '年齢（国調査の区分）'),
  person('ageBandOld', '年齢（旧対象年齢の区分）'),
  person('economic', '経済状況'),
  person('household', '世帯'),
  person('schooling', '在学区分'),
  person('area', '地区'),
  person('duration', 'ひきこもり期間'),
  record('route', '相談経路'),
  record('mainTopic', '主な相談内容', 'topic'),
  record('topic', '相談内容（複数回答）', 'topic', 'multiple'),
  record('factor', '要因（複数回答）', 'factor', 'multiple'),
  record('agency', '連絡調整先', 'destination'),
  record('destination', 'つなぎ先'),
  record('depth', 'つなぎの段階'),
  record('closingReason', '終結理由'),
  record('venue', '会場', null),
  record('activityKind', '活動の種類'),
  record('group', '参加者の区分', 'attendanceGroup'),
  record('stratum', '調査対象', null),
]

const byCode: ReadonlyMap<string, BreakdownDefinition> = new Map(breakdowns.map((row) => [row.code, row]))

/** The breakdown with this code, or null. */
export function findBreakdown(code: string): BreakdownDefinition | null {
  return byCode.get(code) ?? null
}

/** Breakdowns that only ask when. */
export const timeBreakdowns = ['month', 'quarter', 'half', 'fiscalYear'] as const
export type TimeBreakdown = (typeof timeBreakdowns)[number]

export const isTimeBreakdown = (code: string): code is TimeBreakdown =>
  (timeBreakdowns as readonly string[]).includes(code)

/** Breakdowns of a contact (相談) and of the person behind it. */
export const contactBreakdowns: readonly string[] = [
  ...timeBreakdowns,
  'party',
  'method',
  'support',
  'caller',
  'callerGroup',
  'companion',
  'sex',
  'ageBand',
  'ageBand5',
  'ageBandNational',
  'ageBandOld',
  'economic',
  'household',
  'schooling',
  'area',
  'duration',
  'route',
  'mainTopic',
  'topic',
  'factor',
]
