/** 値の履歴, the undo list and 点検・履歴. */
export const rowHistoryWords = {
  title: '値の履歴',
  list: '変更',
  count: (count: number): string => `変更　${count}回`,
  countMore: '変更',
  current: '今の値',
  field: '欄',
  none: '（なし）',
  to: 'から次へ変更',
  empty: 'まだ変更はありません。',
  removed: 'この記録は削除されています。',
  disposed: '（内容は廃棄済）',
  older: '前の変更を見る',
  loading: '履歴を読み込んでいます',
  putBack: (value: string): string => `${value} に戻す`,
  puttingBack: '戻しています',
  created: '新しい記録',
  deleted: '記録を削除',
  more: (count: number): string => `ほか${count}欄`,
  less: '欄を減らす',
} as const

export const undoListWords = {
  undo: (name: string): string => `元に戻す：${name}`,
  redo: (name: string): string => `やり直す：${name}`,
  undoShort: '元に戻す',
  redoShort: 'やり直す',
  nothing: '元に戻す操作はありません',
  menu: '元に戻す・やり直す操作の一覧',
  menuUndo: '元に戻せる操作',
  menuRedo: 'やり直せる操作',
  menuBlocked: '後の変更などがあり、そのままでは戻せない操作',
  undone: (name: string): string => `元に戻しました：${name}`,
  redone: (name: string): string => `やり直しました：${name}`,
  working: '元に戻しています',
  waits: '保存が終わってから元に戻します',
  unsaved: 'まだ保存していない入力があります。保存してから、もう一度「元に戻す」を押してください。',
  readOnly: '閲覧のみのため、元に戻せません',
  blockedTitle: (name: string): string => `元に戻せません：${name}`,
  blockedTitleRedo: (name: string): string => `やり直せません：${name}`,
  blockedLead: (count: number): string =>
    `次の${count.toLocaleString('ja-JP')}件が理由で、この操作は元に戻していません。一部だけを戻すことはありません。`,
  blockedMore: (shown: number): string => `はじめの${shown}件を示しています。`,
  blockedNext: '後の操作から順に元に戻すか、記録を開いて直接直してください。',
  blockedRow: '記録',
  blockedWhy: '理由',
  reasons: {
    changedLater: '後の操作で変更されています',
    differs: '今の内容が、操作の後と違います',
    confirmed: '確定済みの月に入っています',
    referred: 'ほかの記録から使われています',
    taken: '同じ場所に別の記録があります',
    disposed: '前の内容は廃棄済みです',
  },
  openRow: '開く',
  seeHistory: '点検・履歴で見る',
} as const

export const conflictWords = {
  title: 'ほかの画面で先に変更されました',
  lead: (subject: string): string =>
    `${subject}は、入力している間にほかの画面で変更されました。欄ごとに、残す方を選んでください。`,
  field: '欄',
  mine: 'この画面の入力',
  theirs: '先に保存された内容',
  allMine: 'すべてこの画面の入力にする',
  allTheirs: 'すべて先の内容にする',
  save: '選んだ内容で保存する',
  none: '（なし）',
} as const

export const clockWords = {
  title: 'PCの時計が遅れているようです',
  what: (now: string, latest: string): string =>
    `PCの日時は ${now} ですが、台帳の最後の操作は ${latest} です。`,
  meaning:
    '受付日の初めの値や基準日に、PCの日付が使われます。日付を確かめて入力してください。履歴の順番は番号で決まるため、入れ替わりません。',
  next: 'PCの日付と時刻を直すと、この知らせは消えます。',
  hide: 'この知らせを閉じる',
} as const
