import { timeBreakdowns } from './breakdowns.ts'
import { attendanceOf, entered, family, measured, quotientSource, sessionsOf } from './define.ts'

const place = [...timeBreakdowns, 'party', 'venue'] as const
const plain = [...timeBreakdowns, 'party'] as const
const seminars = ['familyMeeting', 'familySeminar'] as const

/** ② 居場所づくり. */
export const placeStatistics = family('place', 2, [
  {
    code: 'place.sessions',
    label: '居場所 開催回数',
    unit: '回',
    measure: 'events',
    source: sessionsOf('place'),
    breakdowns: place,
    text: '居場所を開催した回数。中止した回は数えない。',
  },
  {
    code: 'place.attendance',
    label: '居場所 参加延べ人数',
    unit: '人',
    measure: 'attendance',
    source: attendanceOf('place'),
    breakdowns: [...place, 'group'],
    text: '居場所に参加した人の延べ数（本人、家族、関係者、一般）。',
  },
  {
    code: 'place.persons',
    label: '居場所 参加実人数',
    unit: '人',
    measure: 'persons',
    source: entered,
    breakdowns: place,
    text: '対象期間に居場所に参加した人の数（重複を除く。）。報告元が期間ごとに報告する。',
  },
  {
    code: 'place.attendancePerSession',
    label: '居場所 １回当たり参加者数',
    unit: '人',
    measure: 'mean',
    source: quotientSource,
    breakdowns: place,
    text: '参加延べ人数÷開催回数。',
    quotient: { numerator: 'place.attendance', denominator: 'place.sessions', per: 1 },
  },
])

/** ③ ネットワークづくり. */
export const networkStatistics = family('network', 3, [
  {
    code: 'network.meetings',
    label: '連絡会議 開催回数',
    unit: '回',
    measure: 'events',
    source: sessionsOf('networkMeeting'),
    breakdowns: plain,
    text: '関係機関との連絡会議を開催した回数。',
  },
  {
    code: 'network.agencies',
    label: '連絡会議 参加機関延べ数',
    unit: '機関',
    measure: 'attendance',
    source: measured('network.agencies'),
    breakdowns: plain,
    text: '連絡会議に参加した機関の延べ数。',
  },
  {
    code: 'network.casesDiscussed',
    label: '連絡会議 検討ケース延べ数',
    unit: '件',
    measure: 'events',
    source: measured('network.casesDiscussed'),
    breakdowns: plain,
    text: '連絡会議で状況を共有し、又は検討したケースの延べ数。',
  },
  {
    code: 'network.sharedUsers',
    label: '両事業共通の利用者数',
    unit: '人',
    measure: 'persons',
    source: entered,
    breakdowns: timeBreakdowns,
    text: '対象期間に複数の事業をともに利用した人の数（重複を除く。）。',
  },
])

/** ④ 当事者会・家族会. */
export const familyStatistics = family('family', 4, [
  {
    code: 'family.sessions',
    label: '家族会・家族セミナー 開催回数',
    unit: '回',
    measure: 'events',
    source: sessionsOf(...seminars),
    breakdowns: [...plain, 'venue', 'activityKind'],
    text: '当事者会、家族会及び家族セミナーを開催した回数。中止した回は数えない。',
  },
  {
    code: 'family.attendance',
    label: '家族会・家族セミナー 参加延べ人数',
    unit: '人',
    measure: 'attendance',
    source: attendanceOf(...seminars),
    breakdowns: [...plain, 'venue', 'activityKind', 'group'],
    text: '当事者会、家族会及び家族セミナーに参加した人の延べ数。',
  },
  {
    code: 'family.persons',
    label: '家族会・家族セミナー 参加実人数',
    unit: '人',
    measure: 'persons',
    source: entered,
    breakdowns: plain,
    text: '対象期間に参加した人の数（重複を除く。）。報告元が期間ごとに報告する。',
  },
  {
    code: 'family.capacity',
    label: '家族会・家族セミナー 定員',
    unit: '人',
    measure: 'attendance',
    source: measured('family.capacity'),
    breakdowns: plain,
    text: '開催した回の定員の合計。',
  },
  {
    code: 'family.responses',
    label: '家族会・家族セミナー アンケート回答数',
    unit: '人',
    measure: 'attendance',
    source: measured('family.responses'),
    breakdowns: plain,
    text: '参加者アンケートの有効回答数。',
  },
  {
    code: 'family.satisfied',
    label: '家族会・家族セミナー 満足と答えた人',
    unit: '人',
    measure: 'attendance',
    partOf: 'family.responses',
    source: measured('family.satisfied'),
    breakdowns: plain,
    text: '参加者アンケートで「満足」又は「やや満足」と答えた人の数。',
  },
  {
    code: 'family.satisfaction',
    label: '家族会・家族セミナー 満足度',
    unit: '％',
    measure: 'ratio',
    source: quotientSource,
    breakdowns: plain,
    text: '満足と答えた人÷アンケート回答数×100。',
    quotient: { numerator: 'family.satisfied', denominator: 'family.responses', per: 100, survey: true },
  },
])

/** ⑤ 住民への普及啓発. */
export const outreachStatistics = family('outreach', 5, [
  {
    code: 'outreach.events',
    label: '普及啓発イベント 開催回数',
    unit: '回',
    measure: 'events',
    source: sessionsOf('event'),
    breakdowns: plain,
    text: '住民への普及啓発のための催しを開催した回数。',
  },
  {
    code: 'outreach.lectures',
    label: '講演会 開催回数',
    unit: '回',
    measure: 'events',
    source: sessionsOf('lecture'),
    breakdowns: plain,
    text: '講演会を開催した回数。',
  },
  {
    code: 'outreach.visitors',
    label: '普及啓発 来場者延べ人数',
    unit: '人',
    measure: 'attendance',
    source: measured('outreach.visitors'),
    breakdowns: plain,
    text: '催し及び講演会の来場者の延べ数。',
  },
  {
    code: 'outreach.leaflets',
    label: 'チラシ配布枚数',
    unit: '枚',
    measure: 'events',
    source: measured('outreach.leaflets'),
    breakdowns: plain,
    text: '普及啓発のチラシ等を配布した枚数。',
  },
])
