import type { FormCode } from '../statistics/rows.ts'
import { formWords } from './checks.ts'

/** Columns of the sheets of records, as a party reads them. */
const columns = {
  day: '受付日',
  case: 'ケース番号',
  method: '相談方法',
  caller: '来談者',
  companions: (number: number) => `同席者${wide(number)}`,
  claim: '新規・継続',
  age: '年齢',
  sex: '性別',
  schooling: '在学区分',
  economic: '経済状況',
  household: '世帯',
  area: '地区',
  duration: '期間',
  route: '相談経路',
  mainTopic: '主な相談内容（◎）',
  topics: (number: number) => `他の相談内容${wide(number)}（○）`,
  factors: (number: number) => `要因${wide(number)}`,
  supports: (number: number) => `支援内容${wide(number)}`,
  destination: (number: number) => `つなぎ先${wide(number)}`,
  depth: (number: number) => `つなぎ先${wide(number)}の段階`,
  note: '備考',
  date: '開催日',
  kind: '種類',
  title: '名称',
  venue: '会場',
  state: '実施の状態',
  reason: '中止・延期の理由',
  hours: '時間',
  attendance: (group: string) => `参加者　${group}`,
  content: '内容',
} as const

function wide(number: number): string {
  return String.fromCharCode(0xff10 + number)
}

/** Words of collection books (回収用の様式): what stands in them, and what is said when they come back. */
export const collectionWords = {
  columns,
  claims: { new: '新規', continuing: '継続' },
  anonymous: '匿名',
  profileName: '回収用の様式',
  sheets: { tally: '月報', entered: '別に数える項目', sessions: '活動', guide: '記入要領' },
  titles: {
    tally: (form: string) => `${form}　月報`,
    entered: (form: string) => `${form}　別に数える項目`,
    consultations: '相談受付簿',
    sessions: (form: string) => `${form}　活動の記録`,
  },
  head: { item: '項目', unit: '単位', total: '計', year: '年間の値', note: '備考' },
  partOf: '　うち ',
  entryHint: '色の付いた欄に入力してください。',
  dueLine: (due: string, to: string) => `提出期限：${due}${to === '' ? '' : `　提出先：${to}`}`,
  validation: {
    title: '入力の確認',
    count: '0以上の整数か、－、…、中止、延期、未実施、不明を入れてください。',
    list: '一覧から選んでください。「その他」は「その他（内容）」のように書き足せます。',
  },
  states: ['－', '…', '中止', '延期', '未実施', '不明'],
  guide: {
    title: (form: string) => `${form}　記入要領`,
    about: '対象',
    party: '報告元',
    months: '対象の月',
    due: '提出期限',
    sendTo: '提出先',
    how: '記入のしかた',
    common: [
      '色の付いた欄だけに入力します。ほかの欄は動かないように保護しています（パスワードはありません）。',
      '行を足すこと、列の幅やシートの名前を変えることはできます。灰色の見出しと、隠してある行と列（取込みに使う番号）は消さないでください。',
      '別の月や別の報告元の様式に書き写さず、お送りしたこのファイルのまま返してください。',
    ],
    tally: [
      '数がないときは 0 と入れます。空のままは「未記入」として扱い、確認の連絡をします。',
      '実人数は、その月に一度でも利用した人を一人と数えます。月の実人数を足しても年間の実人数にはなりません。「年間の値」の欄に別に入れてください。',
      '計の欄は自動で計算します。',
    ],
    records: [
      '相談や活動の一件につき一行です。上から順に、空けずに入れてください。',
      '日付は「4/3」「R6.4.3」「４月３日」のいずれでも読めます。月ごとのシートでは日だけ（3）でも読めます。',
      'ケース番号は貴所の番号です。匿名の方は「匿名」と入れてください。',
      '▼のある欄は一覧から選びます。分からないときは「不明」、当てはまるものがないときは「その他（内容）」とします。',
    ],
    statesTitle: '数の代わりに入れる記号と言葉',
    states: [
      ['0', '該当する数がない'],
      ['－', '該当する項目がない（その事業にはあり得ない）'],
      ['…', '不詳・未調査'],
      ['中止／延期／未実施', '開かなかった'],
      ['約20', '概数'],
      ['（空欄）', '未記入'],
    ],
    neverTitle: '書かないでください',
    never: [
      '支援の対象になる方の氏名・住所・電話番号・メールアドレス・生年月日は、備考や内容の欄にも書かないでください。',
      '読み込むときに、こうした記載が見つかった欄の文章は取り込みません。',
    ],
  },
  /** 「令和６年度_月報様式_○○_４月-９月」: parts of the file's name. */
  fileKind: (form: FormCode, mode: 'records' | 'tally') =>
    mode === 'tally' ? `${formWords[form]}月報様式` : `${formWords[form]}記録様式`,
  fileMonths: (from: string, to: string) => (from === to ? from : `${from}-${to}`),
  remark: '備考に書き込みがあります',
} as const

/** Why something of a collection book is not taken over, or is to be looked at. `{name}` from the parameters. */
export const collectionProblemWords: Readonly<Record<CollectionProblemCode, string>> = {
  collectionSheetMissing:
    'シート「{sheet}」が見つかりません。消されたか、隠してある行が消されています。送り主に元のファイルで出し直してもらってください。',
  collectionSheetTwice:
    '同じシートが二つあります。先にある「{sheet}」だけを読みます。要らないほうを消してください。',
  collectionSheetForeign:
    '別の様式のシートです。この報告としては読みません。そのシートの元のファイルを取り込んでください。',
  collectionColumnMissing: '「{column}」の列がありません。隠してある行の番号が消されています。',
  collectionColumnTwice: '「{column}」の列が二つあります。要らないほうを消してください。',
  collectionHeadMoved:
    '見出し（{written}）が、隠してある番号の「{column}」と合いません。値だけが動かされたおそれがあるため、この列は読みません。',
  collectionRowMissing: '「{item}」の行がありません。隠してある列の番号が消されています。',
  collectionRowTwice: '「{item}」の行が二つあります。要らないほうを消してください。',
  collectionLabelMoved:
    '項目名（{written}）が、隠してある番号の「{item}」と合いません。並べ替えで値だけが動いたおそれがあるため、この行は読みません。',
  collectionRowWithoutKey:
    '様式にない行です。足した項目は読みません。必要な項目は、様式に加えて作り直してください。',
  collectionOtherMonth: '対象の月（{month}）の日ではありません。',
  collectionCaseMissing: 'ケース番号がありません。匿名の方は「匿名」と入れます。',
  collectionKindMissing: '活動の種類が選ばれていません。',
  collectionRemark: '備考に書き込みがあります。内容を確かめてください。',
}

export type CollectionProblemCode =
  | 'collectionSheetMissing'
  | 'collectionSheetTwice'
  | 'collectionSheetForeign'
  | 'collectionColumnMissing'
  | 'collectionColumnTwice'
  | 'collectionHeadMoved'
  | 'collectionRowMissing'
  | 'collectionRowTwice'
  | 'collectionLabelMoved'
  | 'collectionRowWithoutKey'
  | 'collectionOtherMonth'
  | 'collectionCaseMissing'
  | 'collectionKindMissing'
  | 'collectionRemark'

/** A book whose mark is not taken: it can still be read as an ordinary one. */
export const collectionMarkWords = {
  damaged: 'この様式の見えない番号が壊れています。普通の書類として読み方を選んで取り込めます。',
  newer: '新しい版の福祉台帳で作られた様式です。普通の書類として読み方を選んで取り込めます。',
  otherLedger: '別の台帳から出した様式です。この台帳では、普通の書類として読み方を選んで取り込めます。',
  unknown: 'この台帳に、この様式を出した記録がありません。普通の書類として読み方を選んで取り込めます。',
  withdrawn:
    '取りやめた様式です。新しい様式での提出を確かめてください。普通の書類として読み方を選べば取り込めます。',
} as const

const markProblems = {
  damaged: 'collectionMarkDamaged',
  newer: 'collectionMarkNewer',
  otherLedger: 'collectionMarkOtherLedger',
  unknown: 'collectionMarkUnknown',
  withdrawn: 'collectionMarkWithdrawn',
} as const satisfies Readonly<Record<keyof typeof collectionMarkWords, string>>

/** The code of a finding about a mark that is not taken. */
export const collectionMarkProblem = (why: keyof typeof collectionMarkWords): string => markProblems[why]

const texts: Readonly<Record<string, string>> = {
  ...collectionProblemWords,
  ...Object.fromEntries(
    Object.entries(markProblems).map(([why, code]) => [
      code,
      collectionMarkWords[why as keyof typeof collectionMarkWords],
    ]),
  ),
}

/** A problem of a collection book in words; null for the problems of other books. */
export function collectionProblemText(
  code: string,
  parameters: Readonly<Record<string, string | number>>,
): string | null {
  return texts[code]?.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? '')) ?? null
}
