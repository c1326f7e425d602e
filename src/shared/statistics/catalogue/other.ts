import { timeBreakdowns } from './breakdowns.ts'
import { entered, family, measured, quotientSource, sessionsOf } from './define.ts'

const strata = [...timeBreakdowns, 'stratum'] as const
const plain = [...timeBreakdowns, 'party'] as const

/** ⑥ その他: survey, dialogue, training. Strata of a survey are never added (worked case 7). */
export const otherStatistics = family('other', 6, [
  {
    code: 'survey.sample',
    label: '実態調査 標本数',
    unit: '件',
    measure: 'events',
    source: measured('survey.sample'),
    breakdowns: strata,
    text: '調査票を配布した数。調査対象（市民、関係機関、当事者・家族）ごとに示し、合計しない。',
  },
  {
    code: 'survey.undelivered',
    label: '実態調査 不達数',
    unit: '件',
    measure: 'events',
    partOf: 'survey.sample',
    source: measured('survey.undelivered'),
    breakdowns: strata,
    text: '宛先不明等で届かなかった調査票の数。',
  },
  {
    code: 'survey.delivered',
    label: '実態調査 到達数',
    unit: '件',
    measure: 'events',
    partOf: 'survey.sample',
    source: measured('survey.sample', 'survey.undelivered'),
    breakdowns: strata,
    text: '標本数から不達数を除いた数。',
  },
  {
    code: 'survey.responses',
    label: '実態調査 有効回収数',
    unit: '件',
    measure: 'events',
    partOf: 'survey.sample',
    source: measured('survey.responses'),
    breakdowns: strata,
    text: '有効な回答の数。',
  },
  {
    code: 'survey.responseRate',
    label: '実態調査 有効回収率',
    unit: '％',
    measure: 'ratio',
    source: quotientSource,
    breakdowns: strata,
    text: '有効回収数÷（標本数－不達数）×100。',
    quotient: { numerator: 'survey.responses', denominator: 'survey.delivered', per: 100, survey: true },
  },
  {
    code: 'dialogue.sessions',
    label: '意見交換会 開催回数',
    unit: '回',
    measure: 'events',
    source: sessionsOf('dialogue'),
    breakdowns: plain,
    text: '意見交換会を開催した回数。',
  },
  {
    code: 'training.sessions',
    label: '研修 開催回数',
    unit: '回',
    measure: 'events',
    source: sessionsOf('training'),
    breakdowns: plain,
    text: '支援者等の研修を開催した回数。',
  },
  {
    code: 'training.completed',
    label: '研修 修了者延べ人数',
    unit: '人',
    measure: 'attendance',
    source: measured('training.completed'),
    breakdowns: plain,
    text: '研修を修了した人の延べ数。',
  },
])

/** Figures of the city that other statistics lean on. */
export const cityStatistics = family('other', null, [
  {
    code: 'population',
    label: '人口',
    unit: '人',
    measure: 'snapshot',
    source: entered,
    breakdowns: [...timeBreakdowns, 'ageBand', 'ageBandNational'],
    text: '住民基本台帳による人口。時点を併記する。',
  },
  {
    code: 'budget.initial',
    label: '当初予算額',
    unit: '千円',
    measure: 'snapshot',
    source: entered,
    breakdowns: ['fiscalYear', 'party'],
    text: '事業の当初予算額。',
  },
  {
    code: 'budget.settled',
    label: '決算額',
    unit: '千円',
    measure: 'snapshot',
    source: entered,
    breakdowns: ['fiscalYear', 'party'],
    text: '事業の決算額。出納閉鎖（５月31日）の後に確定する。',
  },
])
