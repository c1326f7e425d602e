/** Words of the frame, the start screen and the kit. A screen has its own file beside this one. */
export const product = '福祉台帳'

export const common = {
  stop: 'やめる',
  abort: '中止する',
  close: '閉じる',
  back: '戻る',
  retry: 'もう一度',
  open: '開く',
  loading: '読み込んでいます',
  none: '－',
  or: 'または',
  error: 'エラー',
  warning: '警告',
  whatHappened: '何が起きたか',
  whatIsLeft: '残っているもの',
  whatNext: '次にすること',
  incident: (number: string) => `番号 ${number}`,
} as const

export const frame = {
  navigation: '画面',
  keys: 'キー操作',
  display: '表示',
  displayChoices: { system: 'PCの設定に合わせる', normal: '標準', high: 'はっきり（白黒反転）' },
  closeLedger: '台帳を閉じる',
  ledger: '実績台帳',
  fictional: '架空の数値',
  readOnly: {
    inUse: '閲覧のみ（ほかで使用中）',
    damaged: '閲覧のみ（壊れています）',
    folder: '閲覧のみ（書き込めないフォルダー）',
    asked: '閲覧のみ',
  },
  damaged: '台帳のファイルが壊れています。控えから復元してください。',
  year: '年度',
  staff: '担当',
  staffNone: '選んでください',
  chooseStaff: '担当を選ぶ',
  separator: '・',
  routes: {
    home: 'ホーム',
    consultations: '相談受付簿',
    activities: '活動・行事',
    monthly: '月報入力',
    intake: '取込',
    explore: '集計・統計表',
    papers: '資料作成',
    check: '点検・履歴',
    settings: '設定',
  },
  skip: '本文へ移る',
  host: 'この画面は、このPCのブラウザーで動いています。ネットワークにはつながりません。',
} as const

export const saving = {
  saved: (time: string) => `保存済 ${time}`,
  savedNever: '変更なし',
  waiting: '保存待ち',
  saving: '保存しています',
  failed: '保存できませんでした',
  failedKept: '入力した文は、この画面に残っています。',
} as const

export const timeFrame = {
  control: '年度・対象期間・基準日',
  months: (from: string, until: string) => `${from}から${until}まで`,
  title: '年度・対象期間・基準日を選ぶ',
  titleOfPaper: 'この資料の年度・対象期間・基準日',
  titleOfKept: 'この集計だけの年度・対象期間・基準日（固定）',
  year: '年度',
  from: '対象期間',
  fromMonth: '対象期間の始め',
  to: 'から',
  toMonth: '対象期間の終わり',
  until: 'まで',
  asOf: '基準日',
  asOfHint: '基準日までに実施したことを数えます。後の予定は「予定」のまま載ります。',
  lastYear: (text: string) => `前年同期は ${text} です。`,
  presets: 'よく使う期間',
  presetYear: '１年間',
  presetHalf: '上半期',
  presetAsOf: '基準日の月まで',
  noData: (years: string) => `この年度の記録は台帳にありません。記録があるのは ${years} です。`,
  noDataAtAll: 'この台帳には、まだ記録がありません。',
  cannotWithoutData: '記録のある年度を選ぶと押せます。',
  asOfBeforePeriod: (first: string) => `対象期間の始め（${first}）より前です。`,
  periodReversed: '終わりの月が始めの月より前です。',
  apply: 'この期間にする',
  cannotApply: '赤い欄を直すと押せます。',
} as const

export const staffWords = {
  title: '担当を選ぶ',
  lead: '記録には、ここで選んだ人の名前が残ります。',
  list: '担当者',
  add: '名前を加える',
  name: '名前',
  addAndChoose: '加えて選ぶ',
  choose: 'この人にする',
  empty: 'まだ担当者が登録されていません。下の欄に名前を入れてください。',
} as const

export const keysHelp = {
  title: 'キー操作',
  key: 'キー',
  action: 'すること',
  rows: [
    ['F1', 'この一覧を出す'],
    ['Ctrl+K', '数字をきく（数字即答）'],
    ['Tab / Shift+Tab', '次の欄・前の欄へ移る'],
    ['Esc', '一覧や小さな窓を閉じる'],
    ['Ctrl+Enter', '保存して次へ進む（相談受付簿、活動・行事）'],
    ['F4 / F8', '前回の値を入れる・まとめて入れる（相談受付簿）'],
    ['/', 'さがす（相談受付簿、活動・行事）'],
    ['N / R', '新しい活動・結果を記録（活動・行事の一覧で）'],
    ['↑ ↓（行の一覧で）', '行を選び、読み取りとわけを右に出す（取込）'],
    ['Ctrl+Z / Ctrl+Y', '最後の操作を元に戻す・やり直す（文の欄では、入れた字）'],
    ['← →', '数字欄の上に移る・数字欄から出る'],
    ['Delete / Backspace', '選んだ数字欄を消す（１回目で選び、２回目で消えます）'],
    ['Ctrl+X → Ctrl+V', '選んだ数字欄をほかの場所へ移す'],
    ['Alt+N', '数字欄を入れる'],
    ['Alt+↑ / Alt+↓', '前の段落・次の段落へ移る'],
    ['Alt+PageUp / Alt+PageDown', '仕上がりの前のページ・次のページ'],
    ['表の上で ↑↓←→ / Enter', '数の間を移る / その数の算出根拠を見る'],
    ['表の上で Ctrl+C', '表を写す（集計・統計表）'],
  ],
} as const

export const connection = {
  lostTitle: '福祉台帳につながりません',
  lost: '福祉台帳の本体が終わっているか、止まっています。保存済みの内容は台帳に残っています。',
  lostNext: 'もう一度「npm start」で始め、新しく開いた画面をお使いください。この画面は閉じてかまいません。',
  lostUnsaved:
    'まだ保存していない文が、この画面に残っています。本体を始め直しても、この画面からは保存できません。コピーしてから、もう一度「npm start」で始め、新しく開いた画面に貼り付けてください。それまで、この画面は閉じないでください。',
  copyUnsaved: '保存していない文をコピーする',
  unsavedCopied: 'コピーしました。新しく開いた画面の同じ場所に貼り付けてください。',
  unsavedNotCopied: 'コピーできませんでした。文を選んで Ctrl+C を押してください。',
  refusedTitle: 'この画面からは開けません',
  refused: 'この住所は一度しか使えません。ほかの画面ですでに使われたか、古くなっています。',
  refusedNext: '福祉台帳を始めたときに開いた画面をお使いください。なければ、もう一度始めてください。',
  reconnecting: 'つなぎ直しています',
} as const

export const crash = {
  title: '画面を表示できませんでした',
  kept: '保存済みの内容は台帳に残っています。',
  next: '画面を開き直してください。繰り返すときは、そのときの操作を管理の担当者に知らせてください。',
  reload: '画面を開き直す',
} as const
