import { historyFields, historyScreen } from '../words/history.ts'
import type { NamedImage } from './image.ts'
import {
  activityDate,
  age,
  bare,
  beside,
  byCode,
  cell,
  code,
  date,
  dayWords,
  inside,
  list,
  listNamed,
  named,
  present,
  type Show,
  text,
  textOf,
  word,
  yesNo,
} from './show.ts'

/** What a user sees as one field of a record: columns and child rows that belong together. */
export interface FieldSpec {
  /** Stable name, as `history.ofRow` takes it: `age`, `topics`, `cell`. */
  readonly field: string
  readonly columns: readonly string[]
  /** Child rows that belong to it; `list` limits them to the rows of one list. */
  readonly children: readonly { readonly table: string; readonly list: string | null }[]
  readonly show: Show
  /** Says nothing to a user while the record is new: a place in a list, a code of our own. */
  readonly isQuiet?: boolean
}

const columnsOf = (field: string, columns: readonly string[], show: Show): FieldSpec => ({
  field,
  columns,
  children: [],
  show,
})
const rowsOf = (field: string, table: string, show: Show, only: string | null = null): FieldSpec => ({
  field,
  columns: [],
  children: [{ table, list: only }],
  show,
})
/** `plain('valid_from', date)`: the field is called `validFrom`. */
const plain = (column: string, show: (column: string) => Show = text): FieldSpec =>
  columnsOf(camel(column), [column], show(column))
const quiet = (column: string, show: (column: string) => Show = text): FieldSpec => ({
  ...plain(column, show),
  isQuiet: true,
})
const coded = (column: string, of = column): FieldSpec => columnsOf(camel(column), [column], code(column, of))

const camel = (column: string): string =>
  column.replace(/_key$/, '').replaceAll(/_([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase())

const choices = (field: string, only: string, codes = only): FieldSpec =>
  rowsOf(
    field,
    'consultation_choice',
    list(
      'consultation_choice',
      (row, names) => names.code(codes, String(row.code)),
      (row) => row.list === only,
    ),
    only,
  )

const names = (table: string): FieldSpec =>
  rowsOf(
    'names',
    table,
    list(table, (row) => periodOf(String(row.name), dayWords(row.valid_from), dayWords(row.valid_to))),
  )

function periodOf(name: string, from: string | null, to: string | null): string {
  return from === null && to === null ? name : historyScreen.inBrackets(name, historyScreen.span(from, to))
}

const { reportStates, forms, modes, newRules, choiceKinds, referral } = historyScreen

const monthOrYear = columnsOf('month', ['fiscal_year', 'month'], ({ columns }) =>
  columns.month === null ? historyScreen.year(Number(columns.fiscal_year)) : dayWords(columns.month),
)

/** The fields of every table of the ledger, in the order of its form. A test holds them equal to the schema. */
export const fieldSpecs: Readonly<Record<string, readonly FieldSpec[]>> = {
  staff: [plain('name'), plain('valid_from', date), plain('valid_to', date), quiet('position', bare)],
  programme: [
    quiet('code'),
    names('programme_name'),
    plain('predecessor', byCode('programme')),
    columnsOf('newRule', ['new_rule'], word('new_rule', newRules)),
    plain('retired_on', date),
    rowsOf(
      'scopes',
      'programme_scope',
      list('programme_scope', (row) =>
        periodOf(String(row.target), dayWords(row.valid_from), dayWords(row.valid_to)),
      ),
    ),
  ],
  party: [
    quiet('code'),
    names('party_name'),
    plain('kana'),
    plain('corporation'),
    columnsOf('programme', ['programme_key'], named('programme_key', 'programme', 'contract_from')),
    plain('contract_from', date),
    plain('contract_to', date),
    plain('predecessor', byCode('party')),
  ],
  venue: [quiet('code'), names('venue_name'), plain('kana'), plain('retired_on', date)],
  department: [quiet('code'), names('department_name'), quiet('position', bare), plain('retired_on', date)],
  party_form: [
    columnsOf('party', ['party_key'], named('party_key', 'party')),
    columnsOf('form', ['form'], word('form', forms)),
    columnsOf('mode', ['mode'], word('mode', modes)),
    plain('from_month', date),
    plain('to_month', date),
  ],
  report: [
    columnsOf('party', ['party_key'], named('party_key', 'party')),
    columnsOf('form', ['form'], word('form', forms)),
    plain('month', date),
    columnsOf('state', ['state'], word('state', reportStates)),
    plain('zero_declared', yesNo),
  ],
  counting_rule: [
    columnsOf('statistic', ['statistic'], ({ columns }) =>
      historyScreen.statistic(String(columns.statistic)),
    ),
    plain('from_year', bare),
    plain('to_year', bare),
    plain('reason'),
    rowsOf(
      'parties',
      'counting_rule_party',
      list('counting_rule_party', (row, known) => known.party(Number(row.party_key), null)),
    ),
  ],
  case_file: [
    plain('code'),
    columnsOf('mergedInto', ['merged_into_key'], named('merged_into_key', 'caseCode')),
    plain('before_ledger', yesNo),
    plain('household_id', present),
  ],
  case_episode: [
    columnsOf('case', ['case_key'], named('case_key', 'caseCode')),
    plain('opened_on', date),
    plain('closed_on', date),
    coded('closing_reason', 'closingReason'),
  ],
  consultation: [
    plain('day', date),
    columnsOf('party', ['party_key'], named('party_key', 'party', 'day')),
    coded('method'),
    coded('caller'),
    choices('companions', 'companion', 'caller'),
    columnsOf('case', ['case_key'], named('case_key', 'caseCode')),
    columnsOf('age', ['age_low', 'age_high'], age('age_low', 'age_high')),
    coded('sex'),
    coded('schooling'),
    coded('economic'),
    coded('household'),
    coded('area'),
    coded('duration'),
    coded('route'),
    coded('main_topic', 'topic'),
    choices('topics', 'topic'),
    choices('factors', 'factor'),
    choices('supports', 'support'),
    rowsOf(
      'others',
      'consultation_other',
      list('consultation_other', (row, known) =>
        historyScreen.of(known.listLabel(String(row.list)), String(row.text)),
      ),
    ),
    plain('new_claim', yesNo),
    plain('note'),
  ],
  coordination: [
    plain('day', date),
    columnsOf('party', ['party_key'], named('party_key', 'party', 'day')),
    columnsOf('case', ['case_key'], named('case_key', 'caseCode')),
    coded('agency', 'destination'),
  ],
  referral: [
    plain('day', date),
    columnsOf('party', ['party_key'], named('party_key', 'party', 'day')),
    columnsOf('case', ['case_key'], named('case_key', 'caseCode')),
    columnsOf('consultation', ['consultation_key'], ({ columns }) =>
      typeof columns.consultation_key === 'number' ? historyScreen.number(columns.consultation_key) : null,
    ),
    coded('destination'),
    columnsOf('depth', ['depth'], word('depth', referral)),
  ],
  activity: [
    plain('fiscal_year', bare),
    columnsOf('category', ['category'], word('category', historyScreen.categories)),
    coded('kind', 'activityKind'),
    plain('kind_other'),
    plain('title'),
    columnsOf('party', ['party_key'], named('party_key', 'party')),
    columnsOf('venue', ['venue_key'], named('venue_key', 'venue')),
    columnsOf('planned', ['planned_kind', 'planned_from', 'planned_to'], activityDate('planned')),
    columnsOf('held', ['held_kind', 'held_from', 'held_to'], activityDate('held')),
    plain('hours'),
    rowsOf('states', 'activity_state', stateList('activity_state')),
    rowsOf('withdrawn', 'activity_withdrawn', stateList('activity_withdrawn')),
    rowsOf(
      'attendance',
      'activity_attendance',
      list('activity_attendance', (row, known) =>
        historyScreen.persons(known.code('attendanceGroup', String(row.group_code)), Number(row.count)),
      ),
    ),
    rowsOf(
      'measures',
      'activity_measure',
      list('activity_measure', (row) =>
        historyScreen.measure(String(row.statistic), textOf(row.stratum ?? null), Number(row.value)),
      ),
    ),
    rowsOf(
      'partners',
      'activity_partner',
      list('activity_partner', (row) => String(row.name)),
    ),
    plain('capacity'),
    plain('applications'),
    plain('survey_method'),
    columnsOf('surveyPeriod', ['survey_from', 'survey_to'], ({ columns }) => {
      const [from, to] = [dayWords(columns.survey_from), dayWords(columns.survey_to)]
      return from === null && to === null ? null : historyScreen.span(from, to)
    }),
    plain('public_persons'),
    plain('purpose'),
    plain('content'),
    plain('series_id', present),
  ],
  tally: [
    columnsOf('cell', ['state', 'value', 'provisional', 'revised', 'estimate', 'adopted'], cell),
    plain('comment'),
    plain('evidence'),
    columnsOf('party', ['party_key'], named('party_key', 'party', 'month')),
    columnsOf('statistic', ['statistic'], ({ columns }) =>
      historyScreen.statistic(String(columns.statistic)),
    ),
    columnsOf('month', ['fiscal_year', 'month'], ({ columns }) =>
      columns.month === null ? historyScreen.year(Number(columns.fiscal_year)) : dayWords(columns.month),
    ),
    columnsOf('by', ['by1', 'code1', 'by2', 'code2'], ({ columns }, known) => {
      const cuts = [1, 2].filter((at) => columns[`by${at}`] !== '')
      const words = cuts.map((at) =>
        known.breakdown(String(columns[`by${at}`]), String(columns[`code${at}`])),
      )
      return words.length === 0 ? null : words.join('・')
    }),
  ],
  form_sheet: [
    columnsOf('party', ['party_key'], named('party_key', 'party')),
    columnsOf('form', ['form'], word('form', forms)),
    rowsOf(
      'items',
      'form_item',
      list('form_item', (row, known) =>
        [
          historyScreen.statistic(String(row.statistic)),
          ...[1, 2]
            .filter((at) => row[`by${at}`] !== '')
            .map((at) => known.breakdown(String(row[`by${at}`]), String(row[`code${at}`]))),
        ].join('・'),
      ),
    ),
  ],
  code_list: [
    quiet('code'),
    plain('label'),
    columnsOf('choice', ['choice'], word('choice', choiceKinds)),
    plain('groups', listNamed),
    quiet('version', bare),
  ],
  code_item: [
    columnsOf('codeList', ['code_list_key'], named('code_list_key', 'codeList')),
    quiet('code'),
    plain('label'),
    plain('kana'),
    plain('roll_up', beside),
    rowsOf(
      'aliases',
      'code_alias',
      list('code_alias', (row) => String(row.text)),
    ),
    plain('with_text', yesNo),
    plain('valid_from', date),
    plain('retired_on', date),
    plain('merged_into', beside),
    quiet('position', bare),
    quiet('since_version', bare),
  ],
  age_bands: [
    quiet('code'),
    plain('label'),
    rowsOf(
      'bands',
      'age_band',
      list('age_band', (row) => String(row.label)),
    ),
    quiet('version', bare),
  ],
  year_change: [plain('fiscal_year', bare), plain('outcome', inside)],
  plan: [plain('name'), plain('from_year', bare), plain('to_year', bare), plain('levels', inside)],
  plan_node: [
    plain('mark'),
    plain('text'),
    columnsOf('place', ['plan_key', 'parent_key', 'depth', 'position'], ({ columns }) =>
      historyScreen.number(Number(columns.position) + 1),
    ),
  ],
  setting: [
    columnsOf('name', ['name'], ({ columns }) => historyScreen.setting(String(columns.name))),
    plain('value', inside),
  ],
  paper: [
    columnsOf('template', ['template'], ({ columns }) => historyScreen.template(String(columns.template))),
    plain('settings', inside),
    plain('edits', inside),
    columnsOf('times', ['created_at', 'updated_at'], () => null),
  ],
  finding_acknowledgement: [
    plain('place_words'),
    plain('message'),
    plain('reason'),
    columnsOf('seen', ['rule', 'place', 'fingerprint'], () => null),
  ],
  favourite: [plain('name'), plain('choices', inside), quiet('position', bare)],
  known_figure: [
    plain('said_on', date),
    plain('occasion'),
    plain('sentence'),
    plain('query', inside),
    plain('cell', inside),
  ],
  confirmation: [
    columnsOf('party', ['party_key'], named('party_key', 'party', 'as_of')),
    columnsOf('form', ['form'], word('form', forms)),
    monthOrYear,
    plain('as_of', date),
    plain('confirmed_on', date),
    rowsOf('values', 'confirmed_value', ({ children }) =>
      historyScreen.stored(children.confirmed_value?.length ?? 0),
    ),
  ],
  submission: [
    columnsOf('form', ['form'], word('form', forms)),
    monthOrYear,
    plain('recipient'),
    plain('submitted_on', date),
    plain('needs_again', yesNo),
    plain('why'),
  ],
  late_arrival: [
    columnsOf('party', ['party_key'], named('party_key', 'party', 'arrived_on')),
    columnsOf('form', ['form'], word('form', forms)),
    monthOrYear,
    columnsOf('place', ['file_name', 'sheet', 'sheet_row'], ({ columns }) =>
      historyScreen.inBook(String(columns.file_name), String(columns.sheet), Number(columns.sheet_row)),
    ),
    plain('arrived_on', date),
    columnsOf('state', ['state'], word('state', historyScreen.lateStates)),
    columnsOf('content', ['content', 'replaces_id'], inside('content')),
  ],
  intake_profile: [
    plain('name'),
    columnsOf('kind', ['kind'], word('kind', historyScreen.bookKinds)),
    columnsOf('party', ['party_key'], named('party_key', 'party')),
    plain('content', inside),
  ],
  book_receipt: [
    plain('file_name'),
    columnsOf('kind', ['kind'], word('kind', historyScreen.bookKinds)),
    columnsOf('party', ['party_key'], named('party_key', 'party', 'to_month')),
    columnsOf('months', ['from_month', 'to_month'], ({ columns }) =>
      columns.from_month === null
        ? null
        : historyScreen.span(dayWords(columns.from_month), dayWords(columns.to_month)),
    ),
    plain('counts', inside),
    plain('withdrawn', bare),
    plain('staff'),
    plain('at'),
    quiet('digest'),
    quiet('action_id'),
  ],
  collection_issue: [
    columnsOf('party', ['party_key'], named('party_key', 'party', 'to_month')),
    columnsOf('form', ['form'], word('form', forms)),
    columnsOf('months', ['fiscal_year', 'from_month', 'to_month'], ({ columns }) =>
      historyScreen.span(dayWords(columns.from_month), dayWords(columns.to_month)),
    ),
    columnsOf('mode', ['mode'], word('mode', modes)),
    plain('issued_on', date),
    plain('due_on', date),
    plain('send_to'),
    plain('file_name'),
    plain('withdrawn_on', date),
    plain('content', inside),
  ],
  indicator: [
    plain('name'),
    columnsOf('measure', ['goal_mark', 'measure'], ({ columns }) =>
      [columns.goal_mark, columns.measure].filter((part) => part !== '' && part !== null).join('　'),
    ),
    columnsOf('kind', ['kind'], word('kind', historyScreen.indicatorKinds)),
    plain('unit'),
    plain('decimals', bare),
    columnsOf('direction', ['direction'], word('direction', historyScreen.directions)),
    columnsOf('band', ['keep_low', 'keep_high'], ({ columns }) =>
      columns.keep_low === null && columns.keep_high === null
        ? null
        : `${columns.keep_low ?? ''}～${columns.keep_high ?? ''}`,
    ),
    columnsOf('accumulation', ['accumulation'], word('accumulation', historyScreen.accumulations)),
    columnsOf('baselineYear', ['baseline_year'], ({ columns }) =>
      columns.baseline_year === null ? null : historyScreen.year(Number(columns.baseline_year)),
    ),
    plain('source', inside),
    plain('stages', inside),
    plain('note'),
    plain('retired_on', date),
    rowsOf('years', 'indicator_year', ({ children }) =>
      historyScreen.values(children.indicator_year?.length ?? 0),
    ),
    columnsOf('plan', ['plan_key'], present('plan_key')),
    columnsOf('node', ['node_key'], present('node_key')),
    columnsOf('department', ['department_key'], present('department_key')),
    quiet('position', bare),
  ],
}

function stateList(table: string): Show {
  return list(table, (row, known) =>
    historyScreen.inBrackets(
      known.code('activityState', String(row.state)),
      [dayWords(row.on_day), textOf(row.reason ?? null), textOf(row.evidence ?? null), movedTo(row)]
        .filter((part) => part !== null)
        .join(' '),
    ),
  )
}

function movedTo(row: NamedImage['columns']): string | null {
  const moved = dayWords(row.moved_from)
  return moved === null ? null : historyScreen.before(moved)
}

/** What stands in every row and says nothing to a user. */
export const ownColumns: readonly string[] = ['key', 'id', 'revision']

/** The fields of a table; columns that no field names follow one by one, so that no change is hidden. */
export function fieldsOf(table: string, image: NamedImage): readonly FieldSpec[] {
  const specs = fieldSpecs[table] ?? []
  const known = new Set([...ownColumns, ...specs.flatMap(({ columns }) => columns)])
  const children = new Set(specs.flatMap((spec) => spec.children.map((child) => child.table)))
  return [
    ...specs,
    ...Object.keys(image.columns)
      .filter((column) => !known.has(column))
      .map((column) => plain(column)),
    ...Object.keys(image.children)
      .filter((child) => !children.has(child))
      .map((child) =>
        rowsOf(
          camel(child),
          child,
          list(child, (row) => Object.values(row).join(' ')),
        ),
      ),
  ]
}

/** The Japanese label of a field; a column that has none yet is called 「その他の欄」. */
export function fieldLabel(table: string, field: string): string {
  return historyFields[table]?.[field] ?? historyScreen.otherField
}
