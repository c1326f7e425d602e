import type { NumberRefusal } from '../cell/reading.ts'
import type { PartyGuess } from '../intake/layout/find-party.ts'
import type { Confidence } from '../intake/layout/sheet-layout.ts'
import type { ProblemCode } from '../intake/problems.ts'
import type { AnswerCode } from '../intake/profile.ts'
import type { ProposalReason } from '../intake/propose.ts'
import type { IntakeQuestion, QuestionCode } from '../intake/reading/sink.ts'
import type { BookKind, IgnoredRow, Reading, RowProblem } from '../intake/staged.ts'
import type { EntryRefusal } from '../monthly/read-entry.ts'
import { isMonth } from '../time/calendar.ts'
import { formatFiscalYear, formatMonth } from '../time/format.ts'
import type { DayRefusal } from '../time/read-day.ts'
import { numberRefusalWords } from './cell.ts'
import { monthlyWords } from './monthly.ts'
import { dayRefusalWords } from './time.ts'

/** What a book or a sheet can be. */
export const bookKindWords: Readonly<Record<BookKind, string>> = {
  consultations: '相談受付簿',
  sessions: '実施報告（活動・行事）',
  tally: '月次報告（月報の値）',
  indicators: '指標管理表',
}

/** Words of readings: what a text was taken for. */
export const readingWords = {
  asAbove: '上の行と同じ',
  hidden: '（表示しません）',
  unknown: '不明',
  anonymous: '匿名',
  age: (low: number | null, high: number | null, open: boolean): string =>
    low === high ? `${low ?? ''}歳` : open ? `${low ?? 0}歳以上` : `${low ?? 0}～${high ?? ''}歳`,
} as const

/** How a reading came about. */
export const tookWords: Readonly<Record<Reading['took'], string>> = {
  plain: '書き方を整えました',
  alias: '別の書き方として読みました',
  ditto: '上の行の値を使いました',
  partOf: '分かる範囲で読みました',
  answer: '前に答えた読み方によります',
  computed: '計算しました',
  unknown: '読み取れない値として扱いました',
}

/** Why a row is no record. */
export const ignoredWords: Readonly<Record<IgnoredRow['reason'], string>> = {
  title: '表題の行です',
  head: '見出しの行です',
  note: '注記の行です',
  total: '合計の行です（取り込まずに照合します）',
  derived: '計算で出る行です（取り込まずに計算し直します）',
  empty: '値のない行です',
  notChosen: '取り込まないシートの行です',
}

type Parameters = RowProblem['parameters']
const said = (parameters: Parameters, name: string): string => String(parameters[name] ?? '')
const monthSaid = (parameters: Parameters, name: string): string => {
  const month = parameters[name]
  return isMonth(month) ? formatMonth(month) : String(month ?? '')
}
const yearSaid = (parameters: Parameters, name: string): string => {
  const year = parameters[name]
  return typeof year === 'number' ? formatFiscalYear(year) : String(year ?? '')
}
const rowSaid = (parameters: Parameters): string =>
  `「${said(parameters, 'sheet')}」の${said(parameters, 'row')}行目`

const entryRefusals = monthlyWords.entryRefusals
const isEntryRefusal = (reason: string): reason is EntryRefusal => Object.hasOwn(entryRefusals, reason)
const numberWords = (reason: string): string =>
  isEntryRefusal(reason) ? entryRefusals[reason] : numberRefusalWords(reason as NumberRefusal)

const watchedKinds: Readonly<Record<string, string>> = {
  phone: '電話番号',
  mail: 'メールアドレス',
  postalCode: '郵便番号',
  address: '住所',
  name: '氏名',
}
const kindsSaid = (parameters: Parameters): string =>
  said(parameters, 'kinds')
    .split(',')
    .map((kind) => watchedKinds[kind] ?? kind)
    .join('・')

/** What is wrong, and what to do, by code; the place and the value stand beside it. */
const problems: Readonly<Record<ProblemCode, (parameters: Parameters) => string>> = {
  dayUnreadable: (parameters) => dayRefusalWords(said(parameters, 'reason') as DayRefusal),
  dayMissing: () => '日付がありません。日付を入力してください。',
  outsideYear: (parameters) =>
    `この帳票の年度（${yearSaid(parameters, 'fiscalYear')}）の日ではありません。年を確かめてください。`,
  ageUnreadable: () => '年齢として読み取れません。「52」「30代」「不明」のように入力してください。',
  notInList: (parameters) =>
    `「${said(parameters, 'list')}」の選択肢にない言葉です。選択肢の言葉に直すか、取込みの画面で読み方を教えてください。`,
  partyUnknown: () => '報告元が分かりません。報告元を選んでください。',
  severalValues: () => '一つだけ選ぶ欄に、二つ以上書かれています。一つにしてください。',
  notACaseCode: () =>
    'ケース番号ではないようです（数字がありません）。氏名は取り込みません。ケース番号を入力してください。',
  caseMissing: () => 'ケース番号がありません。匿名の相談は「匿名」と入力してください。',
  dittoWithoutAbove: () => '「〃」の上に、使える値がありません。値を入力してください。',
  numberUnreadable: (parameters) => numberWords(said(parameters, 'reason')),
  bracketsAsked: () => '括弧の中の数の意味が分かりません。取込みの画面で、読み方を答えてください。',
  negativeCount: () => '件数や人数が負の数です。値を確かめてください。',
  formulaWithoutValue: () =>
    '計算結果が保存されていない式です。表計算ソフトで開いて保存し直すか、値を入力してください。',
  errorCell: () => '式がエラーになっています。値を入力してください。',
  unknownItem: () => '統計項目にない項目です。項目名を直すか、取込みの画面でどの項目かを教えてください。',
  monthMissing: () => '何月の値か分かりません。月を入力してください。',
  stateUnreadable: () => '実施・中止・延期のどれか分かりません。',
  indicatorUnreadable: () =>
    '指標の値として読み取れません。「71」「85以上」「88.2（30/34）」のように入力してください。',
  tooLong: () => '値が長すぎます。',
  wrongWeekday: (parameters) =>
    `曜日が「${said(parameters, 'written')}」と書かれていますが、正しくは「${said(parameters, 'actual')}」です。日を確かめてください。`,
  eraEnded: (parameters) => `この日は${said(parameters, 'era')}ではありません（改元の後です）。`,
  eraNotBegun: (parameters) => `この日は${said(parameters, 'era')}ではありません（改元の前です）。`,
  timeIgnored: () => '時刻は読み取りませんでした。',
  outsideMonth: (parameters) => {
    const [from, to] = [monthSaid(parameters, 'from'), monthSaid(parameters, 'to')]
    return `シートや月の欄の月（${from === to ? from : `${from}から${to}まで`}）の日ではありません。日を確かめてください。`
  },
  dashBlank: () => '「－」を未入力として読みました。意味を答えると、この帳票ではその読み方になります。',
  durationUnreadable: () => '期間として読み取れないため、不明として読みました。',
  claimUnreadable: () => '新規・継続のどちらか分かりません。どちらでもないものとして読みました。',
  caseAnonymous: () => 'ケース番号がないため、匿名の相談として読みました。',
  duplicateContact: (parameters) =>
    `同じ日、同じケース、同じ相談方法の行があります（${rowSaid(parameters)}）。`,
  caseOtherSex: (parameters) =>
    `同じケース番号で性別が違う行があります（${rowSaid(parameters)}）。番号を確かめてください。`,
  caseOtherAge: (parameters) =>
    `同じケース番号で年齢が離れた行があります（${rowSaid(parameters)}）。番号を確かめてください。`,
  privateTextLeftOut: (parameters) =>
    `${kindsSaid(parameters)}らしい記載があるため、この欄は取り込みません。消してから取り込むか、取込みの画面で扱いを答えてください。`,
  privateTextKept: (parameters) =>
    `${kindsSaid(parameters)}らしい記載があります。答えに従い、そのまま取り込みます。`,
  unknownVenue: () =>
    '登録されていない会場です。会場なしで取り込みます。「設定」で登録するか、読み方を教えてください。',
  depthUnreadable: () => 'つなぎの段階が読み取れないため、紹介として読みました。',
  unitDiffers: (parameters) =>
    `単位が「${said(parameters, 'written')}」と書かれていますが、この項目の単位は「${said(parameters, 'expected')}」です。`,
  remarkBesideNumber: () => '数の横に言葉が書かれています。数だけを読みました。',
  rowTotalDiffers: (parameters) =>
    `計が${said(parameters, 'written')}と書かれていますが、内訳の合計は${said(parameters, 'counted')}です。内訳を取り込みます。`,
  rowTotalSkipsText: (parameters) =>
    `計の式では${said(parameters, 'written')}になりますが、内訳の合計は${said(parameters, 'counted')}です。文字で入力された数が式に入っていません。内訳を取り込みます。`,
  attendanceAtCancelled: () => '中止又は延期の回に参加者数があります。参加者数は取り込みません。',
  attendanceBlank: () => '参加者数がありません。',
  moneyAssumed: () => '金額の単位が書かれていないため、千円として読みました。',
  otherYear: (parameters) =>
    `${yearSaid(parameters, 'fiscalYear')}の帳票です。画面の年度は${yearSaid(parameters, 'window')}です。年度を確かめてください。`,
  yearAssumed: (parameters) =>
    `年度が書かれていないため、${yearSaid(parameters, 'fiscalYear')}として読みました。`,
  yearContradicts: (parameters) =>
    `表題は${yearSaid(parameters, 'stated')}ですが、多くの日付は${yearSaid(parameters, 'counted')}です。表題の直し忘れがないか確かめてください。`,
  monthContradicts: (parameters) =>
    `シートは${monthSaid(parameters, 'stated')}ですが、多くの日付は${monthSaid(parameters, 'counted')}です。`,
  hiddenRows: (parameters) => `非表示の行が${said(parameters, 'count')}行あります。非表示の行も読みます。`,
  hiddenColumns: (parameters) => `非表示の列（${said(parameters, 'heads')}）も読みます。`,
  hiddenSheet: () => '非表示のシートです。',
  columnNotUsed: () => '取り込まない列です。',
  columnTwice: () => '同じ項目の列が二つあります。左の列を読みます。',
  sheetNotInProfile: () => '読み方に含まれていないシートです。取り込みません。',
  noHead: () => '見出しの行が見つかりません。取り込みません。',
  noCaseColumn: () => 'ケース番号の列がありません。すべて匿名の相談として読みます。実人数には入りません。',
  sheetTotalDiffers: (parameters) =>
    `合計の行には${said(parameters, 'written')}件と書かれていますが、行は${said(parameters, 'counted')}件です。`,
  lineTotalDiffers: (parameters) =>
    `${said(parameters, 'item')}の計が${said(parameters, 'written')}と書かれていますが、各月の合計は${said(parameters, 'counted')}です。`,
  personsSummed: (parameters) =>
    `${said(parameters, 'item')}の計（${said(parameters, 'written')}）は各月の合計です。実人数は合計できないため、年度の値にはしません。`,
  derivedContradicts: (parameters) =>
    `${said(parameters, 'item')}が、どの項目の値とも合いません。計算し直すため、取り込みません。`,
  personsOverEvents: (parameters) =>
    `${said(parameters, 'month')}月の実人数（${said(parameters, 'persons')}）が延べ件数（${said(parameters, 'events')}）より多くなっています。`,
  partOverWhole: (parameters) =>
    `${said(parameters, 'month')}月の「${said(parameters, 'item')}」（${said(parameters, 'part')}）が、全体（${said(parameters, 'whole')}）より多くなっています。`,
  duplicateItem: (parameters) => `「${said(parameters, 'item')}」の行が二つあります。`,
}

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problems, code)

/** A problem in words; null for a code that is not of the understanding of books. */
export function intakeProblemWords(problem: Pick<RowProblem, 'code' | 'parameters'>): string | null {
  return isProblemCode(problem.code) ? problems[problem.code](problem.parameters) : null
}

const questions: Readonly<Record<QuestionCode, string>> = {
  dash: '「－」や「なし」は、この帳票では何を表しますか。',
  brackets: '「45（12）」のような括弧の中の数は、何を表しますか。括弧の中の数は取り込みません。',
  money: '金額の単位は何ですか。',
  privateText: '氏名や電話番号らしい記載がある欄を、どう扱いますか。',
  emptyCase: 'ケース番号が空欄の相談を、どう扱いますか。',
  party: 'どの報告元の帳票ですか。',
  fiscalYear: '何年度の帳票ですか。',
}

const answers: Readonly<Record<AnswerCode, Readonly<Record<string, string>>>> = {
  dash: { zero: '０', notApplicable: '該当項目なし', blank: '未入力・未報告' },
  brackets: { included: '内数', repeated: '再掲', previousYear: '前年度の数' },
  money: { yen: '円', thousandYen: '千円' },
  privateText: { leaveOut: '取り込まない', keep: 'そのまま取り込む' },
  emptyCase: { anonymous: '匿名の相談として取り込む', refuse: '取り込まない' },
}

/** A question in words. */
export const intakeQuestionWords = (question: Pick<IntakeQuestion, 'code'>): string =>
  questions[question.code]

/** A choice in words; years by their name, parties by `partyName`. */
export function intakeChoiceWords(
  question: QuestionCode,
  choice: string,
  partyName: (code: string) => string = (code) => code,
): string {
  if (question === 'party') return partyName(choice)
  if (question === 'fiscalYear') return formatFiscalYear(Number(choice))
  return answers[question][choice] ?? choice
}

/** How sure a proposal is. */
export const confidenceWords: Readonly<Record<Confidence, string>> = {
  certain: '確か',
  likely: 'おそらく',
  unsure: '要確認',
}

/** Why a sheet was taken for what it is. */
export function proposalReasonWords({ code, parameters }: ProposalReason): string {
  switch (code) {
    case 'headNames':
      return `見出し（${said(parameters, 'heads')}など${said(parameters, 'count')}項目）から判断しました`
    case 'noHead':
      return '読み取れる見出しがありません'
    case 'sheetHidden':
      return '非表示のシートです'
    case 'exampleSheet':
      return '記入例や一覧のシートのようです'
    case 'monthOfSheetName':
      return `月（${said(parameters, 'months')}）はシート名から読みます`
    case 'monthOfTitle':
      return `月（${said(parameters, 'months')}）は表題から読みます`
    case 'monthOfColumn':
      return '月は「月」の列から読みます'
    case 'monthOfHeads':
      return '月は見出しから読みます'
    case 'monthOfDays':
      return '月は日付から読みます'
    case 'yearOfTitle':
      return `年度（${yearSaid(parameters, 'fiscalYear')}）は表題から読みます`
    case 'activityOfTitle':
      return '活動の種類は表題から読みます'
  }
}

/** Why a party was proposed. */
export const partyReasonWords: Readonly<Record<PartyGuess['reason'], string>> = {
  statedParty: '帳票に書かれた報告元から判断しました',
  titleNamesParty: '表題にある名前から判断しました',
  titleNamesProgramme: '表題にある事業名から判断しました',
  onlyOne: 'この様式を出す報告元が一つだけです',
  asked: '帳票からは分かりません',
}
