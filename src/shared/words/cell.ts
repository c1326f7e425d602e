import { cellFromReading } from '../cell/from-reading.ts'
import type {
  BracketMeaning,
  DashMeaning,
  NumberFinding,
  NumberQuestion,
  NumberReading,
  NumberRefusal,
  ReadingReason,
} from '../cell/reading.ts'
import { type CellPreset, formatWithParts, type LegendSymbol } from '../cell/write.ts'

/** Names of the states on screen (domain §2). */
export const cellStateWords = {
  value: '値',
  blank: '未入力',
  notApplicable: '該当項目なし',
  cancelled: '中止',
  postponed: '延期',
  notDone: '未実施',
  unknown: '不詳・未調査',
  suppressed: '秘匿',
} as const

const legendOrder: readonly LegendSymbol[] = [
  'nil',
  'belowUnit',
  'notApplicable',
  'unknown',
  'blank',
  'suppressed',
  'minus',
  'estimate',
  'provisional',
  'revised',
]

const legends: Readonly<Record<CellPreset, Readonly<Record<LegendSymbol, string>>>> = {
  city: {
    nil: '０：該当数なし',
    belowUnit: '０：単位未満',
    notApplicable: '－：該当項目なし',
    unknown: '…：不詳・未調査',
    blank: '空欄：未入力・未報告',
    suppressed: 'x：秘匿',
    minus: '△：減少又は負の数',
    estimate: '約：概数',
    provisional: 'p：速報値',
    revised: 'r：訂正値',
  },
  national: {
    nil: '－：該当数なし',
    belowUnit: '０：単位未満',
    notApplicable: '・：該当項目なし',
    unknown: '…：不詳・未報告',
    blank: '…：不詳・未報告',
    suppressed: 'x：秘匿',
    minus: '△：減少又は負の数',
    estimate: '約：概数',
    provisional: 'p：速報値',
    revised: 'r：訂正値',
  },
}

/** 「－：該当項目なし　…：不詳・未調査」: the signs that were used, each once, in a fixed order. '' for none. */
export function legendWords(symbols: Iterable<LegendSymbol>, preset: CellPreset): string {
  const used = new Set(symbols)
  return legendOrder
    .filter((symbol) => used.has(symbol))
    .map((symbol) => legends[preset][symbol])
    .join('　')
}

const reasons: Readonly<Record<ReadingReason, string>> = {
  fullWidth: '全角の数字を読みました',
  thousands: '桁区切りを外しました',
  triangleMinus: '△をマイナスと読みました',
  dashMinus: '横線をマイナスと読みました',
  plus: '＋を外しました',
  approximately: '概数として読みました',
  numerals: '漢数字を読みました',
  multiplier: '千・万などの位を数に直しました',
  counter: '単位を外しました',
  percent: '百分率として読みました',
  percentParts: '括弧内の実数から計算しました',
  monthParts: '括弧内を報告済みの月数と読みました',
  range: '範囲として読みました',
  provisionalMark: 'ｐを速報値の印と読みました',
  revisedMark: 'ｒを訂正値の印と読みました',
  floatNoise: '計算の端数を表示どおりに直しました',
  zeroWord: '０と読みました',
  stateWord: '状態を表す語として読みました',
  unknownSign: '不詳・未調査の記号と読みました',
  suppressedSign: '秘匿の記号と読みました',
  notApplicableSign: '該当項目なしの記号と読みました',
  ditto: '上の行の値を使いました',
  answered: '前に答えた読み方によります',
  bracketWord: '括弧内の語から内数・再掲・前年度の数と読みました',
}

const refusals: Readonly<Record<NumberRefusal, string>> = {
  notANumber: '数として読み取れません。',
  severalNumbers: '数が二つ以上あります。一つの欄には一つの数を入力してください。',
  signWithoutNumber: '記号だけで、数がありません。',
  unitWithoutNumber: '単位だけで、数がありません。',
  oddGrouping: '桁区切りの位置が正しくありません。数を確かめてください。',
  mixedNumerals: '漢数字と算用数字が混ざっています。',
  letterInNumber: '英字（O、l など）が数字に混ざっています。',
  enumerationMark: '①などの番号や分数の記号は、数として読み取れません。',
  bound: '「以上」「未満」などの付いた数は、実績の値にできません。',
  rangeReversed: '範囲の下限が上限より大きくなっています。',
  partsContradict: '括弧内の数と合いません。',
  unitUnclear: '「万」「百万」などの単位が分かりません。円なのか千円なのかを書いてください。',
  tooLarge: '数が大きすぎます。',
  tooLong: '数としては長すぎます。',
  dittoOnScreen: '「〃」「同上」は使えません。値を入力してください。',
  dittoWithoutAbove: '「〃」「同上」が指す上の値がありません。',
}

/** Why a text was refused as a number. */
export function numberRefusalWords(reason: NumberRefusal): string {
  return refusals[reason]
}

export const dashMeaningWords: Readonly<Record<DashMeaning, string>> = {
  zero: '０（実績がなかった）',
  notApplicable: '該当項目なし',
  blank: '未報告',
}

export const bracketMeaningWords: Readonly<Record<BracketMeaning, string>> = {
  included: '内数',
  repeated: '再掲',
  previousYear: '前年度の数',
}

/** The question that must be answered before the cell can be read. */
export function numberQuestionWords(question: NumberQuestion): string {
  switch (question.code) {
    case 'dash':
      return `「${question.written}」は、０、該当項目なし、未報告のどれですか。`
    case 'brackets':
      return '括弧内の数は、内数、再掲、前年度の数のどれですか。（負の数としては読みません。）'
    case 'lookalike':
      return `「${question.written}」は、数の${question.asNumber}ですか。それとも記号ですか。`
  }
}

export function numberFindingWords(finding: NumberFinding): string {
  switch (finding.code) {
    case 'unitDiffers':
      return `単位が「${finding.written}」です（この欄は「${finding.expected}」）。`
    case 'noteMark':
      return `注の印「${finding.mark}」が付いています。`
    case 'remark':
      return `添え書き「${finding.text}」があります。`
  }
}

/** What stands beside the field while typing: 「△5（△をマイナスと読みました）」. */
export function numberReadingWords(reading: NumberReading): string {
  if (reading.outcome === 'refused') return numberRefusalWords(reading.reason)
  if (reading.outcome === 'ask') return numberQuestionWords(reading.question)
  const cell = cellFromReading(reading)
  const shown =
    reading.outcome === 'state' || cell === null
      ? cellStateWords[reading.outcome === 'state' ? reading.state : 'blank']
      : formatWithParts(cell, 'city', { minus: '-', decimals: decimalsOf(reading), unit: reading.unit ?? '' })
          .text
  const why = reading.why.map((reason) => reasons[reason])
  return [
    why.length === 0 ? shown : `${shown}（${why.join('、')}）`,
    ...reading.findings.map(numberFindingWords),
  ].join('　')
}

/** As many decimals as the value needs, at most three. */
function decimalsOf(reading: Extract<NumberReading, { outcome: 'value' }>): number {
  if (reading.quantity.kind !== 'fraction') return 0
  const { numerator, denominator } = reading.quantity
  return [1, 2].find((decimals) => (numerator * 10 ** decimals) % denominator === 0) ?? 3
}
