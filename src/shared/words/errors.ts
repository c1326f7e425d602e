import type { AppError, ErrorCode } from '../contract/errors.ts'

/** A failure in three lines: what happened, what is left, what to do next. */
export interface ErrorWords {
  readonly what: string
  readonly kept: string
  readonly next: string
}

const ledgerUntouched = '台帳には手を加えていません。'
const nothingChanged = '何も変更していません。'
const typedStays = '入力した内容は画面に残っています。台帳は変わっていません。'
const savedStays = '保存済みの内容はそのまま残っています。'
const bookNotRead = 'ファイルには手を加えていません。台帳も変わっていません。'
const nothingWritten = '書きかけのファイルは残していません。台帳もそのままです。'

/**
 * The text of every code. `{name}` is filled from the error's parameters; a bracket 「（{name}）」 whose
 * parameter is missing disappears as a whole.
 */
export const errorWords: Readonly<Record<ErrorCode, ErrorWords>> = {
  // opening and making a ledger
  ledgerNotFound: {
    what: '台帳のフォルダーが見つかりません（{path}）。',
    kept: nothingChanged,
    next: '場所を移した場合は「台帳を開く」で選び直してください。USBメモリーや共有フォルダーの場合は、つながっているか確かめてください。',
  },
  notALedger: {
    what: '選んだ場所は実績台帳ではありません（{path}）。',
    kept: nothingChanged,
    next: '名前が「.daicho」で終わるフォルダーを選んでください。',
  },
  ledgerFileEmpty: {
    what: '台帳のファイルが空（0バイト）です（{path}）。コピーの途中で止まった可能性があります。',
    kept: '空のファイルはそのまま残しています。',
    next: '控え（バックアップ）から復元するか、コピー元からもう一度コピーしてください。',
  },
  ledgerFileMissing: {
    what: 'フォルダーの中に台帳のファイル（ledger.db）がありません（{path}）。',
    kept: nothingChanged,
    next: 'フォルダーごとコピーされているか確かめてください。なければ控え（バックアップ）から復元してください。',
  },
  keysMissing: {
    what: '台帳の鍵のファイル（keys.json）がありません（{path}）。鍵がないと台帳は読めません。',
    kept: ledgerUntouched,
    next: 'コピー元や控え（バックアップ）のフォルダーから keys.json を戻してください。',
  },
  keysDamaged: {
    what: '台帳の鍵のファイル（keys.json）が壊れています（{path}）。',
    kept: ledgerUntouched,
    next: '控え（バックアップ）のフォルダーから keys.json を戻してください。',
  },
  wrongPassword: {
    what: 'パスワードが違います。',
    kept: ledgerUntouched,
    next: '大文字・小文字、全角・半角を確かめて、もう一度入力してください。',
  },
  tooManyPasswordAttempts: {
    what: 'パスワードの誤りが続いたため、しばらく入力を受け付けません（あと{seconds}秒）。',
    kept: ledgerUntouched,
    next: '時間をおいて、もう一度入力してください。',
  },
  passwordTooShort: {
    what: 'パスワードが短すぎます（{least}文字以上）。',
    kept: 'まだ何も作成していません。',
    next: '長いパスワードを決めて、もう一度入力してください。覚えやすい言葉を三つ以上つなげる方法もあります。',
  },
  ledgerNewer: {
    what: 'この台帳は、より新しい版の福祉台帳で作られています（台帳の版 {version}）。',
    kept: ledgerUntouched,
    next: '新しい版の福祉台帳で開いてください。',
  },
  ledgerOlder: {
    what: 'この台帳は前の版の福祉台帳で作られています（台帳の版 {version}）。閲覧のみでは開けません。',
    kept: ledgerUntouched,
    next: '一度、書込みのできる形で開いてください。控え（バックアップ）を取ってから、新しい版に直します。',
  },
  ledgerDamaged: {
    what: '台帳のファイルが壊れています（{path}）。',
    kept: '壊れた台帳には手を加えていません。',
    next: '控え（バックアップ）から復元してください。最も新しい控えから順に試せます。',
  },
  historyTailLost: {
    what: '台帳の最後の記録が失われています（あるはずの記録 {expected}件、実際 {found}件）。電源断やコピーの失敗が考えられます。',
    kept: 'いまの台帳には手を加えていません。',
    next: '控え（バックアップ）と比べ、失われた記録のある新しい方を復元してください。',
  },
  historyBroken: {
    what: '変更履歴のつながりが合いません（{place}）。福祉台帳の外から書き換えられた可能性があります。',
    kept: ledgerUntouched,
    next: '「history --verify」で箇所を確かめ、控え（バックアップ）から復元してください。',
  },
  anchorMissing: {
    what: '台帳の末尾を確かめるファイル（anchor）がありません（{path}）。最後の記録が失われていないか、確かめられません。',
    kept: ledgerUntouched,
    next: 'コピー元にこのファイルがあれば戻してください。なければ控え（バックアップ）から復元してください。変更履歴のつながりが合えば、閲覧のみで開けます。',
  },
  anchorDamaged: {
    what: '台帳の末尾を確かめるファイル（anchor）が壊れています（{path}）。最後の記録が失われていないか、確かめられません。',
    kept: ledgerUntouched,
    next: '控え（バックアップ）から復元してください。最も新しい控えから順に試せます。変更履歴のつながりが合えば、閲覧のみで開けます。',
  },
  ledgerInUse: {
    what: 'この台帳はほかで使用中です（{owner}）。',
    kept: nothingChanged,
    next: '使用している方に閉じてもらうか、「閲覧のみ」で開いてください。',
  },
  ledgerOnNetwork: {
    what: '台帳がネットワーク上の場所にあります（{path}）。同時に書き込まれると壊れるおそれがあるため開けません。',
    kept: ledgerUntouched,
    next: '台帳のフォルダーをこのPCのディスクにコピーして開いてください。控え（バックアップ）の置き場には共有フォルダーを使えます。',
  },
  ledgerInSyncedFolder: {
    what: '台帳が同期フォルダーの中にあります（{path}）。同期ソフトが途中の状態を書き戻すと壊れるため開けません。',
    kept: ledgerUntouched,
    next: 'OneDriveなどの同期の対象でない場所に、台帳のフォルダーを移してください。',
  },
  ledgerExists: {
    what: '同じ名前の台帳か、ほかのファイルがすでにあります（{path}）。',
    kept: '前からあるものはそのままです。',
    next: '別の名前か場所を選ぶか、すでにある台帳を開いてください。',
  },
  ledgerReadOnly: {
    what: 'この台帳には書き込めません（{path}）。閲覧のみで開いているか、フォルダーやディスクが書込み禁止です。',
    kept: nothingChanged,
    next: 'ほかで使用中でないこと、フォルダーに書き込めることを確かめて、開き直してください。書込み禁止のディスクにあるときは、台帳のフォルダーをこのPCにコピーして開いてください。',
  },
  ledgerNotReadable: {
    what: 'この台帳を読み取る権限がありません（{path}）。',
    kept: nothingChanged,
    next: '台帳を作成した方か管理者に、フォルダーのアクセス権を付けてもらってください。',
  },
  noLedgerOpen: {
    what: '台帳が開かれていません。',
    kept: nothingChanged,
    next: 'はじめの画面で台帳を開いてください。',
  },
  migrationFailed: {
    what: '台帳を新しい版の形に直せませんでした。',
    kept: '台帳は元の版のままです。直前の控え（バックアップ）もあります。',
    next: 'ディスクの空きを確かめて、もう一度開いてください。続くときは、控えを添えて管理者に相談してください。',
  },
  backupFailed: {
    what: '控え（バックアップ）を作成できませんでした（{folder}）。',
    kept: '台帳はそのままです。確かめられなかった控えは残していません。',
    next: '控えの置き場の空きと、書き込みができることを確かめてください。',
  },
  backupNotGood: {
    what: 'この控え（バックアップ）は確かめられませんでした（{path}）。',
    kept: 'いまの台帳はそのままです。',
    next: 'ほかの日時の控えを選んでください。',
  },
  // files
  folderMissing: {
    what: 'フォルダーが見つかりません（{folder}{path}）。',
    kept: nothingWritten,
    next: 'フォルダーを選び直してください。',
  },
  notAFolder: {
    what: 'フォルダーを指定するところに、ファイルがあります（{folder}{path}）。',
    kept: nothingWritten,
    next: 'フォルダーを選び直してください。',
  },
  nameTooLong: {
    what: 'ファイルかフォルダーの名前が長すぎます（{file}{path}）。',
    kept: nothingWritten,
    next: '短い名前を付けるか、上の階層の短い場所を選んで、もう一度行ってください。',
  },
  folderNotWritable: {
    what: 'フォルダーに書き込めません（{folder}{path}）。',
    kept: nothingWritten,
    next: '書き込みのできるフォルダーを選ぶか、アクセス権を確かめてください。',
  },
  diskFull: {
    what: 'ディスクの空きが足りません（{folder}{path}）。',
    kept: nothingWritten,
    next: '不要なファイルを片付けるか、別のディスクを選んで、もう一度行ってください。',
  },
  fileHeldOpen: {
    what: 'ファイルがほかのソフトで開かれています（{file}{path}）。',
    kept: '開かれているファイルはそのままです。台帳もそのままです。',
    next: 'Excelなどで開いているときは閉じて、もう一度行ってください。',
  },
  fileExists: {
    what: '同じ名前のファイルかフォルダーがすでにあります（{file}{path}）。',
    kept: '前からあるものはそのままです。',
    next: '別の名前か場所を選んでください。',
  },
  fileMissing: {
    what: 'ファイルが見つかりません（{file}{path}）。',
    kept: nothingChanged,
    next: 'もう一度作り直すか、場所を確かめてください。',
  },
  inputOutput: {
    what: 'ディスクの読み書きに失敗しました（{path}）。',
    kept: savedStays,
    next: 'ディスクや接続を確かめて、もう一度行ってください。続くときは、別のディスクに控えを取ってください。',
  },
  // books that come in
  bookEmpty: {
    what: 'ファイルが空（0バイト）です（{file}）。',
    kept: bookNotRead,
    next: '送り主に、元のファイルをもう一度送ってもらってください。',
  },
  bookTruncated: {
    what: 'ファイルが途中で切れています（{file}）。コピーや受信が途中で止まった可能性があります。',
    kept: bookNotRead,
    next: 'もう一度コピーするか、送り主に送り直してもらってください。',
  },
  bookDamaged: {
    what: 'ファイルの中身が壊れていて読めません（{file}、{part}）。',
    kept: bookNotRead,
    next: 'Excelで開けるか確かめ、開けたら「名前を付けて保存」で保存し直してください。開けないときは、送り主に送り直してもらってください。',
  },
  bookEncrypted: {
    what: 'パスワードのかかったファイルです（{file}）。',
    kept: bookNotRead,
    next: 'Excelで開き、パスワードを外して保存し直してください（ファイル→情報→ブックの保護→パスワードを使用して暗号化）。',
  },
  bookOldExcel: {
    what: '古い形式のExcelブック（.xls）です（{file}）。この形式は読めません。',
    kept: bookNotRead,
    next: 'Excelで開き、「名前を付けて保存」で「Excel ブック（*.xlsx）」を選んで保存し直してください。',
  },
  bookBinaryExcel: {
    what: 'Excelのバイナリ ブック（.xlsb）です（{file}）。この形式は読めません。',
    kept: bookNotRead,
    next: 'Excelで開き、「名前を付けて保存」で「Excel ブック（*.xlsx）」を選んで保存し直してください。',
  },
  bookOds: {
    what: 'OpenDocument形式の表計算（.ods）です（{file}）。この形式は読めません。',
    kept: bookNotRead,
    next: '作成したソフトで開き、「名前を付けて保存」で「Excel ブック（*.xlsx）」を選んで保存し直してください。',
  },
  bookPdf: {
    what: 'PDFのファイルです（{file}）。PDFからは取り込めません。',
    kept: bookNotRead,
    next: '送り主に、元のExcelブック（.xlsx）かCSVを送ってもらってください。件数だけなら「月報入力」で入力できます。',
  },
  bookWord: {
    what: 'Wordの文書です（{file}）。文書からは取り込めません。',
    kept: bookNotRead,
    next: '送り主に、元のExcelブック（.xlsx）かCSVを送ってもらってください。件数だけなら「月報入力」で入力できます。',
  },
  bookWebPage: {
    what: '名前はExcelなどでも、中身はウェブページ（HTML・XML）のファイルです（{file}）。',
    kept: bookNotRead,
    next: 'Excelで開き、「名前を付けて保存」で「Excel ブック（*.xlsx）」を選んで保存し直してください。',
  },
  bookOtherKind: {
    what: 'ExcelブックでもCSVでもないファイルです（{file}）。',
    kept: bookNotRead,
    next: 'Excelブック（.xlsx）かCSVを選んでください。圧縮したファイル（.zip）は、開いて中のファイルを選んでください。',
  },
  bookTooLarge: {
    what: 'ファイルが大きすぎて読めません（{file}、{limit}）。',
    kept: bookNotRead,
    next: '使っていない行・列・シートを削除するか、月や四半期ごとのファイルに分けて保存し直してください。',
  },
  bookBomb: {
    what: '開くと極端にふくらむファイルのため、読むのを止めました（{file}、{part}）。',
    kept: bookNotRead,
    next: '送り主に確かめてください。正しいファイルなら、必要なセルだけを新しいExcelブックに写して保存し直してください。',
  },
  bookEncodingUnknown: {
    what: 'CSVの文字コードが分かりません（{file}）。文字化けしたまま取り込むことはしません。',
    kept: bookNotRead,
    next: 'Excelで開いて文字が正しく見えることを確かめ、「CSV UTF-8」か「Excel ブック（*.xlsx）」で保存し直してください。',
  },
  bookQuoteOpen: {
    what: 'CSVの引用符「"」が閉じていません（{file}、{line}行目から）。',
    kept: bookNotRead,
    next: 'その行の「"」を確かめて直すか、送り主に送り直してもらってください。',
  },
  bookClosed: {
    what: '開いていたファイルは、すでに閉じられています（取込の完了、台帳の切り替え、又は30分の中断のため）。',
    kept: '台帳には何も書いていません。',
    next: 'もう一度ファイルを選んでください。',
  },
  // requests
  malformedRequest: {
    what: '操作の内容を読み取れませんでした（{request}）。',
    kept: nothingChanged,
    next: '画面を開き直して、もう一度行ってください。',
  },
  unknownRequest: {
    what: 'この版にはない操作です（{name}）。',
    kept: nothingChanged,
    next: '画面を開き直してください。',
  },
  unauthorised: {
    what: 'この画面からは操作できません。別のタブか、古いアドレスの可能性があります。',
    kept: nothingChanged,
    next: '福祉台帳を起動し直し、表示された新しいアドレスを開いてください。',
  },
  portInUse: {
    what: '通信の番号（ポート {port}）はほかのソフトが使っています。',
    kept: '台帳はそのままです。',
    next: '--port に別の番号を指定するか、--port を付けずに実行してください（空いている番号を選びます）。',
  },
  tooLarge: {
    what: '一度に送れる量を超えています。',
    kept: nothingChanged,
    next: '文章を分けるなどして、小さくしてから行ってください。',
  },
  conflict: {
    what: '編集している間に、内容がほかで変わりました。',
    kept: '入力した内容は画面に残っています。保存済みの内容も両方そのままです。',
    next: '新しい内容と見比べて、どちらを残すか選んでください。',
  },
  notFound: {
    what: '対象が見つかりません（{id}）。削除された可能性があります。',
    kept: nothingChanged,
    next: '一覧に戻って選び直してください。',
  },
  cancelled: {
    what: '中止しました。',
    kept: '途中の結果は残していません。台帳はそのままです。',
    next: '必要なときに、もう一度行ってください。',
  },
  workerStopped: {
    what: '処理が途中で止まりました。自動で立ち上げ直します。',
    kept: savedStays,
    next: '少し待って、もう一度行ってください。',
  },
  busy: {
    what: 'ほかの処理が終わるのを待っています。',
    kept: savedStays,
    next: '少し待って、もう一度行ってください。',
  },
  actionReused: {
    what: '同じ操作の番号で、違う内容が送られました。',
    kept: '先に届いた内容だけを保存しています。',
    next: '画面を開き直して、内容を確かめてください。',
  },
  staffNotChosen: {
    what: '担当者が選ばれていないため、保存できません。',
    kept: '入力した内容は画面に残っています。',
    next: '担当者を選んでから、もう一度行ってください（コマンドでは --as 氏名）。',
  },
  // statistics
  unknownStatistic: {
    what: '統計項目「{statistic}」はありません。',
    kept: nothingChanged,
    next: '統計項目の名前を確かめてください。',
  },
  unknownBreakdown: {
    what: '「{statistic}」を「{breakdown}」の区分で分けることはできません。',
    kept: nothingChanged,
    next: 'その統計項目で使える区分を選んでください。',
  },
  tooManyBreakdowns: {
    what: '区分は二つまでです（指定 {count}）。',
    kept: nothingChanged,
    next: '区分を二つ以下にしてください。',
  },
  unknownFilter: {
    what: '絞り込み「{filter}」は使えません。',
    kept: nothingChanged,
    next: '項目名と区分のコードを確かめてください（例 method=phone、age>=30）。',
  },
  unknownParty: {
    what: '報告元「{party}」は台帳にありません。',
    kept: nothingChanged,
    next: '報告元のコードを確かめてください。',
  },
  unknownYear: {
    what: '年度「{fiscalYear}」は使えません。',
    kept: nothingChanged,
    next: '西暦４桁で指定してください（令和６年度は 2024）。',
  },
  noDataForYear: {
    what: '{fiscalYear}年度の記録は台帳にありません。',
    kept: nothingChanged,
    next: '記録のある年度を選んでください（{years}）。',
  },
  invalidPeriod: {
    what: '対象期間が正しくありません（{from}..{to}）。',
    kept: nothingChanged,
    next: '年度の中の月で「開始月..終了月」の順に指定してください（例 2024-04..2024-11）。',
  },
  invalidAsOf: {
    what: '基準日が正しくありません（{asOf}）。',
    kept: nothingChanged,
    next: '対象期間に合う日付を指定してください（例 2024-11-30）。',
  },
  notAdditive: {
    what: '「{statistic}」は合計できない統計項目です（実人数や割合を足すと誤った数になります）。',
    kept: nothingChanged,
    next: '期間全体の値として集計してください。',
  },
  // papers
  unknownTemplate: {
    what: '様式「{template}」はありません。',
    kept: nothingChanged,
    next: '様式は council（議会・委員会資料）、annual（年報）、tables（統計表）から選んでください。',
  },
  unknownFormat: {
    what: '形式「{format}」では書き出せません。',
    kept: nothingChanged,
    next: 'この版で書き出せる形式は pdf と xlsx です。',
  },
  publicEditionNotReady: {
    what: '公表用は書き出せません。秘匿処理が未対応のためです。',
    kept: nothingChanged,
    next: '庁内用（取扱注意）で書き出してください。外部には出さないでください。',
  },
  unknownField: {
    what: '文中の数値欄「{field}{name}」はこの様式にありません。',
    kept: '元の文章はそのままです。',
    next: '一覧から数値欄を選び直してください。',
  },
  missingGlyphs: {
    what: '印刷用の書体にない文字があります（{characters}）。',
    kept: nothingWritten,
    next: '別の字体に置き換えて、もう一度書き出してください。',
  },
  // recording
  invalidValue: {
    what: '入力した値を読み取れません（{value}{place}）。',
    kept: '入力した内容は画面に残っています。',
    next: '欄の横に出ている説明に合わせて直してください。',
  },
  undoBlocked: {
    what: 'この操作は元に戻せません（{count}件）。後から変更された、確定済みの月に入る、又はほかの記録から使われている記録があります。',
    kept: nothingChanged,
    next: '理由の一覧を確かめ、後の操作から順に元に戻すか、記録を直接直してください。',
  },
  undoNotPossible: {
    what: 'この操作は、元に戻す・やり直すことができません。',
    kept: nothingChanged,
    next: 'すでに元に戻したか、その後に別の操作をしています。「点検・履歴」で確かめてください。',
  },
  periodConfirmed: {
    what: '確定済みの値は変えられません（{party} {month}分）。',
    kept: '確定した値はそのままです。入力した内容は画面に残っています。',
    next: '直す必要があるときは、「ホーム」の提出状況で理由を書いて確定を解除してください。',
  },
  periodSubmitted: {
    what: '国・都へ提出済みの数が変わります（{form} {period}、{day}に{recipient}へ提出）。',
    kept: '提出した期間の値はそのままです。入力した内容は画面に残っています。',
    next: '直す必要があるときは、「ホーム」の「提出の記録」で理由を書いて「再提出が必要」にしてから、もう一度保存してください。',
  },
  confirmRefused: {
    what: '{list}確定できない報告は{count}件です。',
    kept: '何も確定していません。',
    next: '確認済にしていない報告は確認し、エラーは直してから、もう一度確定してください。',
  },
  warningsNotSeen: {
    what: '点検の警告が、画面に出ていたときから増えています（今は{count}件）。',
    kept: '何も確定していません。',
    next: '警告の内容を見直してから、もう一度確定してください。',
  },
  notConfirmed: {
    what: 'この期間は確定されていません（{party} {month}分）。',
    kept: nothingChanged,
    next: '画面を開き直して、今の状態を確かめてください。',
  },
  reportedByTally: {
    what: 'この月は月報の件数で報告する月です（{party} {month}分）。一件ずつの記録は足せません。',
    kept: nothingChanged,
    next: '「月報入力」に件数を入力してください。報告のしかたを改めるときは「設定」の報告元で変えます。',
  },
  reportedByRecords: {
    what: 'この月は一件ずつの記録から集計する月です（{party} {month}分）。件数だけの入力はできません。',
    kept: nothingChanged,
    next: '「相談受付簿」や「活動・行事」に記録してください。報告のしかたを改めるときは「設定」の報告元で変えます。',
  },
  reportStateRefused: {
    what: 'この報告は、いまの状態からその状態には移せません。',
    kept: nothingChanged,
    next: '画面を開き直して、いまの状態を確かめてください。確定した月は、先に確定解除が必要です。',
  },
  reasonMissing: {
    what: '理由が書かれていません。',
    kept: nothingChanged,
    next: '理由を書いてから、もう一度押してください。',
  },
  findingStays: {
    what: 'この指摘は、理由を書いても残せません（あり得ない数か、食い違った記録です）。',
    kept: nothingChanged,
    next: '月報の欄か記録を開いて、値を直してください。',
  },
  outsideContract: {
    what: '{party}の契約期間（{from}から{to}まで）にない日です。',
    kept: '入力した内容は画面に残っています。',
    next: '受付日か報告元を確かめてください。契約期間が違うときは「設定」の報告元で直します。',
  },
  caseCodeTaken: {
    what: 'ケース番号「{code}」は、すでに登録されています。',
    kept: '入力した内容は画面に残っています。',
    next: 'その支援対象者の相談として保存するか、別の番号を付けてください。',
  },
  caseCircle: {
    what: '「{from}」と「{into}」は、すでに同じ人としてまとめられています。',
    kept: nothingChanged,
    next: '名寄せする番号を確かめてください。',
  },
  caseNotOpen: {
    what: '「{code}」は、今は支援中ではありません。',
    kept: nothingChanged,
    next: '画面を開き直して、開始日と終結日を確かめてください。',
  },
  caseStillOpen: {
    what: '「{code}」は支援中です。再開はできません。',
    kept: nothingChanged,
    next: '先に終結日と終結理由を記録してください。',
  },
  // settings
  nameNotUsable: {
    what: 'この名前は使えません（{name}）。',
    kept: typedStays,
    next: '空白だけの名前、改行を含む名前、長すぎる名前（60字まで）、ひらがなと数字でないよみは使えません。直してから、もう一度押してください。',
  },
  nameTaken: {
    what: '同じ名前がすでにあります（{name}）。',
    kept: typedStays,
    next: '別の名前にするか、すでにあるほうを使ってください。使わなくなったものは「廃止したものも見る」で確かめられます。',
  },
  spellingTaken: {
    what: '「{text}」は、すでに「{item}」の読み替えに使われています（{list}）。',
    kept: typedStays,
    next: '同じ書き方が二つの項目を指すと、取込みで迷います。どちらか一方だけにしてください。',
  },
  codeNeeded: {
    what: '「{item}」は、統合も削除もできません（{why}）。',
    kept: nothingChanged,
    next: '呼び名を変えることはできます。新しい記録で選ばせたくないときは、廃止の日を入れてください。',
  },
  mergeCircle: {
    what: '統合の行き先がつながっていません（{from} から {into}）。',
    kept: nothingChanged,
    next: '統合先が、めぐって元の項目に戻るか、廃止または統合された項目になっています。いま使っている別の項目を選んでください。',
  },
  stillUsed: {
    what: '使われているので削除できません（{name}、{count}件）。',
    kept: nothingChanged,
    next: '削除の代わりに、廃止の日を入れてください。これまでの記録はそのまま残り、その日の後は選べなくなります。',
  },
  namePeriods: {
    what: '名前の有効な期間がつながっていません（{name}）。',
    kept: typedStays,
    next: '古い名前から順に、始まりの日が後になるように並べてください。前の名前は、次の名前の前の日に終わります。',
  },
  bandsBroken: {
    what: '年齢の区分に、すき間か重なりがあります（{band}）。',
    kept: typedStays,
    next: '若いほうから順に、前の区分の終わりの次の年齢から始めてください。最初の区分の下と最後の区分の上は、空けておきます。',
  },
  datesReversed: {
    what: '終わりが始まりより前です（{from} から {to}）。',
    kept: typedStays,
    next: '日付か年月を直してから、もう一度押してください。',
  },
  formsOverlap: {
    what: '同じ様式の期間が重なっています（{form} {month}）。',
    kept: nothingChanged,
    next: '一つの月の報告は、記録か月報のどちらか一つです。終わりの月を入れるか、「報告のしかたを切り替える」で切り替えてください。',
  },
  modeHasValues: {
    what: '切り替える月から後に、すでに報告があります（{month}から、{count}件）。',
    kept: nothingChanged,
    next: 'その月の分を消すか、まだ報告のない月から切り替えてください。',
  },
  yearBegun: {
    what: 'この年度は、すでに始めてあります（{year}）。',
    kept: nothingChanged,
    next: '何をしたかは「年度更新」で見られます。やり直すときは、「元に戻す」で取り消してから始めてください。',
  },
  internal: {
    what: '福祉台帳の内部で誤りが起きました（受付番号 {incident}）。',
    kept: savedStays,
    next: 'もう一度行ってください。続くときは、受付番号を管理者に伝えてください。',
  },
}

/** Fills the words of an error with its parameters. */
export function describeError(error: AppError): ErrorWords {
  const words = errorWords[error.code]
  const fill = (text: string) => fillWords(text, error.parameters)
  return { what: fill(words.what), kept: fill(words.kept), next: fill(words.next) }
}

/** All three lines in one, for the command line and for logs of tests. */
export function errorLines(error: AppError): string {
  const { what, kept, next } = describeError(error)
  return `${what}\n${kept}\n${next}`
}

/** One pass: what a parameter holds is never read as a placeholder again. */
function fillWords(text: string, parameters: AppError['parameters']): string {
  const parameter = (name: string) => (Object.hasOwn(parameters, name) ? String(parameters[name]) : '')
  const fill = (part: string) => part.replaceAll(/\{(\w+)\}/g, (_, name: string) => parameter(name))
  return text.replaceAll(/（[^（）]*\{\w+\}[^（）]*）|\{\w+\}/g, (part) => {
    const names = [...part.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
    return names.some((name) => parameter(name) !== '') ? fill(part) : ''
  })
}
