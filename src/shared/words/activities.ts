import type { ActivityProblem } from '../activities/judge.ts'
import type { WhenReading } from '../activities/read-when.ts'
import { formatWhen } from '../activities/read-when.ts'
import type { ActivityState } from '../statistics/rows.ts'
import { weekdayNames } from '../time/calendar.ts'
import type { SeriesReading } from '../time/series.ts'
import { dayFindingWords, dayRefusalWords } from './time.ts'

/** Words of 活動・行事. */
export const activityWords = {
  title: '活動・行事',
  loading: '活動を読んでいます',
  count: (shown: string, total: string) => (shown === total ? `${total}件` : `${shown}件（全${total}件）`),
  tooMany: (shown: string, total: string) =>
    `この年度の活動は${total}件あり、はじめの${shown}件を表示しています。`,
  asOf: (day: string) => `${day}現在の状態`,
  search: '名称・会場・報告元・内容をさがす',
  views: { label: '見え方', list: '一覧', calendar: '１年の暦' },
  make: '新しい活動',
  goOn: '書きかけを続ける',
  makeSeries: 'くり返しの予定',
  recordOn: '続けて記録',
  readOnly: '閲覧のみで開いているため、記録できません。',
  filters: {
    category: '区分',
    kind: '種類',
    party: '報告元',
    venue: '会場',
    state: '状態',
    month: '月',
    all: 'すべて',
    allOf: (name: string) => `${name}：すべて`,
    undated: '日程未定',
    clear: '絞り込みをやめる',
    none: 'この条件に合う活動はありません。',
    noneHint: '条件をゆるめると出てきます。',
  },
  empty: {
    title: (year: string) => `${year}の活動は、まだありません`,
    text: '１件ずつ予定を入れるか、「毎週木曜日」のようなくり返しの予定をまとめて作れます。',
  },
  columns: {
    when: '日付',
    state: '状態',
    title: '名称',
    kind: '種類',
    venue: '会場',
    party: '報告元',
    attendance: '参加者',
    series: 'くり返し',
  },
  list: '活動の一覧',
  seriesMark: 'くり返しの予定',
  draftMark: '書きかけ',
  states: {
    planned: '予定',
    held: '実施',
    partlyHeld: '一部実施',
    substituted: '代替実施',
    cancelled: '中止',
    postponed: '延期',
  } satisfies Readonly<Record<ActivityState, string>>,
  notYetKnown: '基準日の後の記録',
  undated: '日程未定',
  monthRange: (from: string, to: string) => `${from}から${to}まで`,
  categories: {
    1: '①相談支援',
    2: '②居場所づくり',
    3: '③ネットワークづくり',
    4: '④当事者会・家族会',
    5: '⑤普及啓発',
    6: '⑥その他',
  } as Readonly<Record<number, string>>,
  categoryKana: {
    1: 'そうだんしえん',
    2: 'いばしょづくり',
    3: 'ねっとわーくづくり',
    4: 'とうじしゃかいかぞくかい',
    5: 'ふきゅうけいはつ',
    6: 'そのた',
  } as Readonly<Record<number, string>>,
  /** Kinds that papers speak of and that no clerk chooses. */
  otherKinds: {
    placePreparation: '居場所の検討',
    surveyPublication: '調査結果の公表',
    policy: '次年度の取組方針',
  } as Readonly<Record<string, string>>,
  /** One letter for a day of the calendar. */
  kindMarks: {
    place: '居',
    networkMeeting: '連',
    familyMeeting: '家',
    familySeminar: '家',
    event: '催',
    lecture: '講',
    survey: '調',
    dialogue: '話',
    training: '研',
    placePreparation: '居',
    surveyPublication: '調',
    policy: '方',
  } as Readonly<Record<string, string>>,
  otherMark: '他',
  calendar: {
    label: (year: string) => `${year}の暦`,
    month: (month: string) => month,
    wholeMonth: '日未定',
    wholeMonthOf: (month: string, count: number) => `${month}　日が決まっていない活動 ${count}件`,
    undated: (count: number) => `月をまたぐもの・日程未定 ${count}件`,
    day: (day: string, items: string) => (items === '' ? `${day}　活動なし` : `${day}　${items}`),
    more: (count: number) => `ほか${count}件`,
    dayTitle: (day: string) => `${day}の活動`,
    keys: '日を移る',
    open: '開く',
    monthKeys: '前の月・次の月',
    legendPlanned: '予定',
    legendHeld: '実施',
    legendOff: '中止・延期',
    legendHoliday: '祝日',
  },
  form: {
    newTitle: '新しい活動',
    editTitle: '内容を直す',
    saved: '保存済',
    kept: '書きかけを保存しています。集計には入りません。',
    titleField: '名称',
    category: '区分',
    kind: '種類',
    kindOther: '種類の内容',
    party: '報告元',
    venue: '会場',
    planned: '予定日',
    plannedHint: '月だけ、月の範囲、空欄（未定）でも入れられます。',
    plannedOn: '予定した日',
    plannedOnHint: '空欄なら、きょう（予定日が過ぎていれば予定日）',
    hours: '時間',
    hoursExample: '14時から16時まで',
    partners: '共催・協力',
    partnersHint: '「、」で区切ります。',
    publicPersons: '講師等',
    publicPersonsHint: '公の立場の人だけ。支援対象者は書かない',
    purpose: '目的',
    content: '内容',
    noNames: '個人名は不可',
    capacity: '定員',
    applications: '申込',
    attendance: '参加者数',
    attendanceTotal: '計',
    attendanceLater: '実施を記録すると入力できます。',
    attendanceOff: '中止・延期の回には、参加者数を入れません。',
    blank: '空欄は未入力です。０人は「０」と入れてください。',
    state: '状態',
    measures: '数値',
    survey: '調査',
    surveyMethod: '方法',
    surveyMethodExample: '郵送、ウェブ',
    surveyFrom: '調査の始め',
    surveyTo: '調査の終わり',
    stratum: '調査対象',
    strata: {
      residents: '市民',
      agencies: '関係機関',
      personsAndFamilies: '当事者・家族',
    } as Readonly<Record<string, string>>,
    rate: '有効回収率',
    rateNone: '－',
    sampleShort: '標本',
    responsesShort: '回収',
    rateShort: '回収率',
    rateNote: '有効回収数÷（標本数－不達数）。調査対象ごとに示し、足したり平均したりしません。',
    save: '保存する',
    saveNew: '予定に加える',
    close: '閉じる',
    fix: '赤い欄を直すと保存できます。',
    throwAway: '書きかけを捨てる',
    keys: { next: '次の欄', choose: 'かなで候補', save: '保存', leave: '一覧へ戻る' },
    person: '人',
    previous: '前に作った活動と同じ報告元です。',
    tooLong: (longest: number) => `長すぎます。${longest}字までです。`,
    tooLarge: (largest: string) => `大きすぎます。${largest}までの数を入れてください。`,
    negative: '０より小さい数は入れられません。',
    notWhole: '整数で入れてください。',
    onlyNumber: '数で入れてください。分からないときは空欄にします。',
    notChosen: '選んでください。',
  },
  shortMeasures: {
    'network.agencies': '参加機関',
    'network.casesDiscussed': '検討ケース',
    'family.responses': 'アンケート回答',
    'family.satisfied': '満足と回答',
    'outreach.visitors': '来場者',
    'outreach.leaflets': '配布枚数',
    'survey.sample': '標本（配布）',
    'survey.undelivered': '不達',
    'survey.responses': '有効回収',
    'training.completed': '修了者',
  } as Readonly<Record<string, string>>,
  record: {
    title: '結果を記録',
    of: (when: string, title: string) => `${when}　${title}`,
    left: (count: string) => `記録していない予定 あと${count}件`,
    state: '結果',
    heldOn: '実施日',
    decidedOn: '決めた日',
    reason: '理由',
    evidence: '根拠資料',
    evidenceHint: '議事録、チラシなどの名前',
    newDate: '新しい予定日',
    newDateHint: '未定なら空欄',
    save: '保存して次へ',
    saveLast: '保存する',
    none: '記録していない予定は、もうありません。',
    noneHint: '絞り込みの中の、基準日までの予定はすべて記録しました。',
    total: (count: string) => `計 ${count}人`,
    totalNone: '計 －',
  },
  panel: {
    close: '閉じる',
    edit: '内容を直す',
    record: '結果を記録する',
    withdraw: '最後の状態を取り消す',
    remove: 'この活動を削除',
    state: '状態',
    when: '日付',
    plannedFor: '予定日',
    venue: '会場',
    party: '報告元',
    attendance: '参加者',
    log: '状態の経過',
    logMoved: (from: string) => `予定日を移した（前は ${from}）`,
    logUndatedBefore: '日程未定',
    withdrawn: '取消',
    withdrawnFor: (day: string, reason: string) => `${day} 取消し：${reason}`,
    evidence: (text: string) => `根拠：${text}`,
    counted: 'この活動が入る集計',
    countedNow: '次の集計に入っています。',
    countedLater: '予定や中止・延期のうちは入りません。実施を記録すると、次の集計に入ります。',
    countedNone: 'この種類の活動を数える集計はありません。',
    countedUndated: '実施した月が分からないため、月別の集計には入りません。',
    series: 'くり返し',
    seriesChange: 'これ以降すべて直す',
    seriesText: '毎回の予定をまとめて作った活動です。',
    history: '変更の履歴',
    people: (count: string) => `${count}人`,
    notCounted: '実施を記録するまで数えません。',
    lockedPeriodConfirmed: (month: string) => `${month}分は確定してあります`,
    lockedPeriodHint: '確定を解除すると直せます。',
    lockedReportedByTally: (month: string) => `${month}分は月報で報告されています`,
    lockedTallyHint: '同じ月の数を、記録と月報の両方では数えません。',
  },
  withdraw: {
    title: '最後の状態を取り消す',
    body: (state: string, before: string) =>
      `「${state}」を誤りとして取り消し、「${before}」に戻します。経過には取消しとして残ります。`,
    reason: '取り消す理由',
    confirm: '取り消す',
  },
  remove: {
    title: '活動を削除する',
    body: (title: string) =>
      `「${title}」を削除します。集計からも消えます。「元に戻す」で戻せます。中止のときは削除せず、結果を「中止」にしてください。`,
    reason: '削除する理由',
    confirm: '削除する',
  },
  reasonNeeded: '理由を書くと押せます。',
  follow: {
    title: 'これ以降すべて直す',
    body: 'この回と、これより後の予定の名称・会場・時間をまとめて直します。実施した回、中止した回は変わりません。',
    confirm: 'まとめて直す',
    done: (changed: string, kept: string) =>
      kept === '0'
        ? `${changed}件を直しました。`
        : `${changed}件を直しました。済んだ${kept}件はそのままです。`,
  },
  series: {
    title: 'くり返しの予定を作る',
    rule: 'くり返し',
    ruleHint: '例：毎週木曜日、毎月第２・第４水曜日、毎月10日、毎月末日',
    from: '始めの日',
    to: '終わりの日',
    holidays: '祝日を除く',
    yearEnd: '年末年始（12月29日から１月３日まで）を除く',
    preview: '作る日',
    count: (count: string) => `${count}回を作ります`,
    skipped: (reason: string) => `${reason}のため除く`,
    yearEndName: '年末年始',
    none: 'この間に当てはまる日はありません。',
    reversed: '終わりの日が始めの日より前です。',
    unknownHolidays: (last: string) => `祝日の表は${last}年までです。その後の祝日は除かれません。`,
    capped: (most: string) => `一度に作れるのは${most}回までです。`,
    make: (count: string) => `${count}回の予定を作る`,
    cannot: '名称、種類、報告元と、作る日を入れると押せます。',
  },
  conflict: {
    title: 'ほかで変更されています',
    body: 'この活動は、編集している間にほかで保存されました。どちらを残すか選んでください。',
    field: '欄',
    mine: '今の入力',
    theirs: '保存済みの内容',
    same: '違いのある欄はありません。',
    takeMine: '今の入力で保存する',
    takeTheirs: '保存済みの内容にする',
    emptyText: '（空欄）',
  },
  gone: 'この活動は見つかりません。削除されたか、ほかの台帳のものです。',
  keys: {
    list: [
      ['↑ ↓', '行を移る'],
      ['Enter', '内容を直す'],
      ['R', '結果を記録'],
      ['N', '新しい活動'],
      ['/', 'さがす'],
    ],
  },
} as const

const problems: Readonly<Record<ActivityProblem, string>> = {
  titleMissing: '名称を入れてください。',
  partyMissing: '報告元を選んでください。',
  kindMissing: '種類を選んでください。',
  kindOtherMissing: '「その他」の内容を入れてください。',
  surveyDaysReversed: '終わりが始めより前です。',
  satisfiedOverResponses: '満足と答えた人が、回答数より多くなっています。',
  responsesOverSample: '有効回収数が、標本数より多くなっています。',
  undeliveredOverSample: '不達数が、標本数より多くなっています。',
  attendanceWithoutSession: '中止・延期の回には、参加者数を入れられません。空欄にしてください。',
  reasonMissing: '中止・延期は、理由を入れてください。',
  futureDay: 'まだ来ていない日です。',
  beforeLast: '前の状態の日より前です。日を確かめるか、前の状態を取り消してください。',
  heldMissing: '実施日を入れてください。日が分からなければ、月だけでもかまいません。',
  samePlannedDate: '前と同じ予定日です。新しい予定日を入れるか、未定なら空欄にしてください。',
  sameState: 'すでにその状態です。',
}

/** Why something cannot be kept, in its place. */
export const activityProblemWords = (problem: ActivityProblem): string => problems[problem]

/** What stands beside a date that may be a month or unknown. */
export function whenReadingWords(reading: WhenReading): string {
  if (!reading.ok) {
    if (reading.reason === 'reversed') return '終わりの月が始めの月より前です。'
    return dayRefusalWords(reading.reason)
  }
  const words = reading.date.kind === 'unknown' ? activityWords.undated : formatWhen(reading.date)
  return [words, ...reading.findings.map(dayFindingWords)].join('　')
}

/** 「毎週木曜日」, 「毎月第２・第４水曜日」 as it was read, or why not. */
export function seriesReadingWords(reading: SeriesReading): string {
  if (!reading.ok) {
    if (reading.reason === 'empty') return 'くり返し方を入れてください。'
    if (reading.reason === 'noSuchDay')
      return 'そのような日はありません。第１から第５、１日から31日までです。'
    return 'くり返し方を読み取れません。「毎週木曜日」「毎月第２・第４水曜日」「毎月10日」のように入れてください。'
  }
  const { rule } = reading
  switch (rule.kind) {
    case 'weekly':
      return `毎週 ${rule.weekdays.map((day) => weekdayNames[day]).join('・')}曜日`
    case 'nthWeekday':
      return `毎月 ${rule.nths.map((nth) => `第${fullWidth(nth)}`).join('・')}${weekdayNames[rule.weekday]}曜日`
    case 'dayOfMonth':
      return `毎月 ${rule.days.map((day) => `${day}日`).join('・')}`
    case 'lastDay':
      return '毎月 末日'
  }
}

const fullWidth = (digit: number): string => '０１２３４５６７８９'[digit] ?? String(digit)
