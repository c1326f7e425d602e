import type { Impossible } from '../answers/compose.ts'
import type { SayingReason, Sensitivity } from '../disclosure/may-be-said.ts'

/** Words of 数字即答. */
export const answerWords = {
  title: '数字即答',
  open: '数字をきく',
  openByKey: '数字をきく（Ctrl+K）',
  box: 'ききたい数字',
  placeholder: '例：令和６年度の30歳以上の相談は',
  hint: '統計項目・年度・月・年齢・区分などの言葉を、思いつく順に入れてください。',
  candidates: '候補',
  chosen: '選んだ言葉',
  remove: (words: string) => `「${words}」を外す`,
  clear: 'やり直す',
  unread: (words: string) => `「${words}」は分からない言葉なので、使っていません。`,
  askStatistic: 'どの数ですか',
  askMeaning: (words: string) => `「${words}」は、どちらですか`,
  counting: '数えています',
  none: '言葉を選ぶと、ここに数が出ます。',
  firstQuestions: 'よくきかれる数',
  usual: ['相談延べ件数', '新規相談者数', '30歳以上の相談実人数', '居場所の参加延べ人数'],
  loading: '言葉を読み込んでいます',
  provisional: '速報値',
  definition: '定義',
  scope: '対象',
  period: '期間',
  previous: '前年同期',
  recut: '参考',
  saying: '公表',
  may: '公表してよい',
  check: '少人数のため公表前に確認',
  sayingNote: 'この数だけを見た目安です。ほかの表や、前に出した数と合わせて分かることまでは調べていません。',
  sentence: '答える文',
  style: '文の調子',
  polite: 'です・ます',
  plain: 'である',
  copy: '文を写す',
  copied: '文を写しました。',
  notCopied: '写せませんでした。文を選んで、Ctrl+C で写してください。',
  source: '算出根拠',
  explore: '集計・統計表で開く',
  record: '答弁済みとして記録',
  recorded: '既に出た数字に記録しました。',
  readOnly: '閲覧のみで開いているため、記録できません。',
  notes: '注',
  noPrevious: '前年同期の記録が台帳にない。',
  previousBroken: '前年度とは比べない。',
  previousOf: (number: string, period: string, growth: string) =>
    `${number}（${period}）${growth === '' ? '' : `　${growth}`}`,
  growth: (difference: string, rate: string) => (rate === '' ? difference : `${difference}（${rate}）`),
  recutOf: (label: string, number: string) => `${label}と ${number}`,
  months: (reported: number, expected: number) => `${reported}/${expected} か月分`,
} as const

export const figureWords = {
  heading: '既に出た数字',
  lead: '議会の答弁や電話で外に出た数です。台帳の数がその後に動いたものには印が付きます。',
  empty: 'まだありません。数字即答で「答弁済みとして記録」を押すと、ここに残ります。',
  open: '既に出た数字',
  count: (count: number) => `${count}件`,
  day: '答えた日',
  occasion: '場面',
  occasionHint: '例：令和６年第４回定例会　一般質問',
  sentence: '答えた文',
  said: '答えた数',
  now: '今の台帳',
  same: '変わりなし',
  moved: (display: string) => `今は ${display}`,
  unknown: '今は数えられません',
  record: '記録する',
  recordTitle: '答弁済みとして記録',
  occasionMissing: '場面を入れると押せます。',
  dayBad: '日を読み取れません。',
  remove: '削除',
  removeOf: (sentence: string) => `「${sentence}」の記録を削除`,
  removeTitle: '記録を削除しますか',
  removeBody: '外に出た数の記録を一覧から削除します。履歴には残ります。',
  confirmRemove: '削除する',
} as const

export const sensitivityWords: Readonly<Record<Sensitivity, string>> = {
  low: '感度 低',
  middle: '感度 中',
  high: '感度 高',
}

export const sayingReasons: Readonly<Record<SayingReason, string>> = {
  noNumber: '数が出ていません。',
  fewPersons: '10人未満の数です。',
  fewContributors: '元になった人が10人未満です。',
  oneContributor: '一人の件数が半分を超えています。',
  contributorsUnknown: '元になった人の数が分かりません（件数だけの報告などのため）。',
  fewOutside: '全体から引くと、残りが10未満になります。',
  sensitiveZero: '該当がないこと自体が、人の事情を伝えることがあります。',
  fewParts: '割合の元の数が10未満です。',
  differenceFromSaid: '前に答えた数との差が10未満で、増えた分の人が分かることがあります。',
  wholeOfGroup: '全員が当てはまるため、一人一人の事情が分かります。',
}

/** Why a question has no number, and what to do. */
export const impossibleWords: Readonly<Record<Impossible, (statistic: string, what: string) => string>> = {
  noSuchStatistic: (statistic, what) =>
    statistic === ''
      ? '当てはまる統計項目がありません。統計項目の言葉（相談件数、実人数、居場所など）を入れてください。'
      : `「${statistic}」の仲間に、${what === '' ? 'その' : `「${measureNames[what] ?? what}」の`}数はありません。数え方の言葉を変えてください。`,
  cannotFilter: (statistic, what) =>
    `「${statistic}」は「${what}」で分けて記録していないため、数えられません。言葉を外すか、ほかの統計項目にしてください。`,
  cannotParty: (statistic) => `「${statistic}」は報告元を一つに絞って数えられません。`,
  severalYears: () =>
    '年度が二つ以上あります。一つにしてください（並べて見るときは集計・統計表をお使いください）。',
  severalPeriods: () => '期間が二つ以上あります。一つにしてください。',
  notYetBegun: () => 'まだ始まっていない期間です。年度か月を変えるか、上の帯の基準日を後にしてください。',
  monthOutsideYear: () => '月と年度が合いません。どちらかを外してください。',
}

/** How a kind of count is called. */
export const measureNames: Readonly<Record<string, string>> = {
  events: '件数',
  sessions: '回数',
  persons: '実人数',
  attendance: '延べ人数',
  people: '人数',
  newPersons: '新規',
  share: '割合',
}

/** Sums that would be wrong, and what is answered instead. */
export const insteadWords = {
  personsNotAdded:
    '実人数は、月の数を足すと同じ人を重ねて数えるため、合計を出しません。期間を通した実人数を答えます。',
  notAdded: 'この数は、月の数を足しても意味のある数になりません。期間全体の数を答えます。',
} as const

/** What a chip says. */
export const termWords = {
  until: (month: string) => `${month}末現在`,
  months: (from: string, to: string) => (from === to ? from : `${from}から${to}`),
  firstHalf: '上半期',
  secondHalf: '下半期',
  quarter: (number: string) => `第${number}四半期`,
  wholeYear: '１年間',
  monthly: '月ごと',
  sum: '合計',
  field: (label: string) => `${label}が`,
  several: (labels: readonly string[]) => labels.join('／'),
  calendarYear: (year: string) => `${year}（１月から12月）`,
  fiscalYear: (year: string) => `${year}（４月から３月）`,
  between: (low: string, high: string) => `${low}から${high}まで`,
  ageOnly: (age: number) => `${age}歳`,
  decade: (age: number) => `${age}代`,
} as const

/** The sentence to say or write. */
export const sentenceWords = {
  subject: (time: string, asOf: string, ages: string, name: string, conditions: string) =>
    `${time}（${asOf}）の${ages}${name}${conditions}は、`,
  ages: (ages: string) => `${ages}の`,
  conditions: (conditions: readonly string[]) => `（${conditions.join('、')}）`,
  value: { polite: (number: string) => `${number}です。`, plain: (number: string) => `${number}である。` },
  missing: {
    polite: (state: string) => `まだ数がありません（${state}）。`,
    plain: (state: string) => `数がない（${state}）。`,
  },
  provisional: { polite: 'この数は速報値です。', plain: 'この数は速報値である。' },
  ofMonths: (number: string, reported: number, expected: number) =>
    `${number}（${expected}か月のうち${reported}か月分）`,
} as const
