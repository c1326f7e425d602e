/** Every text that the command line prints on stderr, beside the errors by code. */
export const commandLineWords = {
  usage: `使い方: npm run --silent cli -- コマンド [引数]

  new 場所                     空の実績台帳を作成します（区分・統計項目・計画の体系のみ）
  demo 場所                    見本の台帳（架空の数値）を作成します
  report 様式 --ledger 場所 --fy 年度 [--period 2024-04..2024-11] [--as-of 2024-11-30]
         [--edition internal] [--format pdf,xlsx] --out フォルダー
                               資料を書き出します（様式: council 議会・委員会資料, annual 年報, tables 統計表）
         tables には --statistic 統計項目 [--by 区分,区分] [--years 2022,2023,2024]
  stats 統計項目 --ledger 場所 --fy 年度 [--period …] [--as-of …] [--by 区分,区分]
         [--where age>=30] [--party 報告元] [--json]
                               統計を表示します
  check --ledger 場所 [--json]  点検します（問題がなければ何も表示せず 0 で終わります）
  import auto|読み方の名前 ファイル --ledger 場所 [--party 報告元] [--fy 年度] [--answers ファイル.json]
         [--withdraw] [--dry-run] [--json]
                               届いた書類（xlsx・CSV）を取り込みます（--dry-run は試すだけ）
  export records --ledger 場所 --out ファイル.csv
                               相談の記録を CSV に書き出します
  history --ledger 場所 [--verify] [--json]
                               変更履歴を表示します（--verify は履歴のつながりを確かめます）
  backup --ledger 場所 --to フォルダー
                               控え（バックアップ）を作成し、開いて確かめます
  serve --ledger 場所 [--port 番号]
                               画面をこのPCのブラウザーで使えるようにします

パスワードは環境変数 FUKUSHI_PASSPHRASE か、入力で渡します。書き込むコマンドの担当者は --as 氏名 で示します。
終了コード: 0 完了 / 1 指摘あり / 2 使い方の誤り / 3 台帳を開けない / 4 内部の誤り`,
  unknownCommand: (command: string) => `コマンド「${command}」はありません。`,
  missingCommand: 'コマンドを指定してください。',
  missingArgument: (name: string) => `引数が足りません: ${name}`,
  extraArgument: (value: string) => `余分な引数です: ${value}`,
  unknownOption: (text: string) => `指定を読み取れません: ${text}`,
  badOption: (name: string, value: string) => `--${name} の値「${value}」を読み取れません。`,
  seeUsage: '「--help」で使い方を表示します。',
  noName: (place: string) => `台帳の名前がありません: 「${place}」。「場所/名前」のように指定してください。`,
  onlyForTables: (name: string) => `--${name} は、様式 tables に --statistic とあわせて指定します。`,
  passphrasePrompt: '台帳のパスワード: ',
  newPassphrasePrompt: '新しい台帳のパスワード（12文字以上）: ',
  newPassphraseAgain: 'もう一度: ',
  passphrasesDiffer: '二回の入力が一致しません。何も作成していません。',
  noPassphrase: 'パスワードがありません。環境変数 FUKUSHI_PASSPHRASE で渡してください。',
  created: (path: string) => `作成しました: ${path}`,
  recoveryKey: (key: string) =>
    `回復用の鍵（一度だけ表示します。紙に書き、台帳とは別の場所に保管してください）:\n  ${key}`,
  historyWhole: (entries: number) => `履歴のつながりに問題はありません（${entries}件）。`,
  historyProblems: (count: number) => `履歴に問題があります（${count}件）。`,
  backupDone: (path: string) => `控えを作成し、開いて確かめました: ${path}`,
  serving: (address: string) =>
    `このアドレスをこのPCのブラウザーで開いてください（一度だけ使えます）:\n${address}`,
  serveEnds: '画面がすべて閉じられてから60秒で終わります。すぐ終えるには Ctrl+C を押してください。',
  abandoned: '画面が閉じられたため終わります。',
  unknownBook: (name: string) =>
    `「${name}」が何の書類か分かりません。画面の「取込」で読み方を決めて保存し、その名前を指定してください。`,
  noProfile: (name: string) => `「${name}」という読み方は保存されていません。`,
  accounting: (counts: {
    readonly read: number
    readonly new: number
    readonly changed: number
    readonly same: number
    readonly refused: number
    readonly ignored: number
    readonly late: number
    readonly gone: number
  }) =>
    `読んだ ${counts.read} ＝ 新規 ${counts.new} ＋ 変更 ${counts.changed} ＋ 同じ ${counts.same} ＋ 受け付けない ${counts.refused} ＋ 読み飛ばし ${counts.ignored} ＋ 保留 ${counts.late}（台帳だけ ${counts.gone}）`,
  placeInBook: (sheet: string, row: number) => `「${sheet}」${row}行目`,
  total: '計',
  noValue: '値なし',
  parts: (reported: number, expected: number) => `（${reported}/${expected}か月分）`,
  range: (low: number, high: number, unit: string) => `${low}${unit}以上${high}${unit}以下`,
  findings: (errors: number, warnings: number) => `点検: エラー ${errors}件、警告 ${warnings}件`,
  severity: { error: 'エラー', warning: '警告' },
} as const
