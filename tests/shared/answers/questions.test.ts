import { expect, test } from 'vitest'
import { understood } from './support.ts'

const year2024 = ''
const year2023 = ' 2023-04..2024-03 2024-03-31'

/** Questions as they are put at the counter, on the telephone and in the chamber; asked on 20 May 2025. */
test.each([
  // a statistic, a year in any form
  ['令和6年度の相談延べ件数は', 'consultation.events'],
  ['令和６年度の相談件数は？', 'consultation.events'],
  ['R6 相談件数', 'consultation.events'],
  ['R5の相談件数', `consultation.events${year2023}`],
  ['2023年度の相談件数', `consultation.events${year2023}`],
  ['令和５年度　相談件数', `consultation.events${year2023}`],
  ['5年度の相談件数', `consultation.events${year2023}`],
  ['平成31年度の相談件数', 'consultation.events 2019-04..2020-03 2020-03-31'],
  ['令和元年度の相談件数', 'consultation.events 2019-04..2020-03 2020-03-31'],
  ['昨年度の相談件数', `consultation.events${year2024}`],
  ['一昨年度の相談件数', `consultation.events${year2023}`],
  ['今年度の相談件数', 'consultation.events 2025-04..2025-05 2025-05-20'],
  ['相談件数', 'consultation.events'],
  // what is counted
  ['相談実人数', 'consultation.persons'],
  ['相談した人は何人', 'consultation.persons'],
  ['新規は何人ですか', 'consultation.new'],
  ['訪問件数', 'consultation.visits'],
  ['アウトリーチは何件', 'consultation.visits'],
  ['同行支援の件数', 'consultation.accompanied'],
  ['つなぎ件数を教えて', 'referral.events'],
  ['登録者数', 'case.registered'],
  ['居場所の開催回数', 'place.sessions'],
  ['居場所は何回', 'place.sessions'],
  ['居場所の参加延べ人数', 'place.attendance'],
  ['居場所の実人数', 'place.persons'],
  ['家族会の満足度', 'family.satisfaction'],
  ['講演会は何回', 'outreach.lectures'],
  ['イベントの来場者数', 'outreach.visitors'],
  ['実態調査の回収率', 'survey.responseRate'],
  ['人口', 'population'],
  // conditions
  ['R6 新規 女性', 'consultation.new sex=female'],
  ['R6 新規 女', 'consultation.new sex=female'],
  ['30歳以上の相談件数', 'consultation.events age>=30'],
  ['３０歳以上の相談件数', 'consultation.events age>=30'],
  ['65歳未満の相談件数', 'consultation.events age<=64'],
  ['40代の相談件数', 'consultation.events age>=40 age<=49'],
  ['30代から50代の実人数', 'consultation.persons age>=30 age<=59'],
  ['18歳から29歳の相談件数', 'consultation.events age>=18 age<=29'],
  ['80代以上の相談実人数', 'consultation.persons age>=80'],
  ['電話の相談件数', 'consultation.events method=phone'],
  ['ＳＮＳの相談件数', 'consultation.events method=sns'],
  ['訪問した人の実人数', 'consultation.persons method=outreach'],
  ['生活保護の相談実人数', 'consultation.persons economic=protected'],
  ['民生委員が来談者の相談件数', 'consultation.events caller=commissioner'],
  ['母親からの相談件数', 'consultation.events caller=mother'],
  ['北相談センターの相談件数', 'consultation.events of north'],
  ['ハローワークへのつなぎ件数', 'referral.events destination=helloWork'],
  // time within the year
  ['昨年度上半期の訪問件数', 'consultation.visits 2024-04..2024-09'],
  ['令和6年度下半期の相談件数', 'consultation.events 2024-10..2025-03'],
  ['第2四半期の相談件数', 'consultation.events 2024-07..2024-09'],
  ['第１四半期の相談件数', 'consultation.events 2024-04..2024-06'],
  ['11月の相談件数', 'consultation.events 2024-11..2024-11'],
  ['1月の相談件数', 'consultation.events 2025-01..2025-01'],
  ['4月から11月までの相談件数', 'consultation.events 2024-04..2024-11'],
  ['４月～１月の相談件数', 'consultation.events 2024-04..2025-01'],
  ['11月末現在の相談実人数', 'consultation.persons 2024-04..2024-11 2024-11-30'],
  ['令和6年11月の相談件数', 'consultation.events 2024-11..2024-11 2024-11-30'],
  ['令和5年度11月の相談件数', 'consultation.events 2023-11..2023-11 2024-03-31'],
  // asked, never guessed
  ['令和6年度の30歳以上の相談は', 'どれ: consultation.events / consultation.persons'],
  ['居場所の参加者 11月', 'どれ: place.attendance / place.persons'],
  ['８０５０の実人数', 'どれ: household=8050 / factor=8050'],
  ['8050世帯の相談実人数', 'consultation.persons household=8050'],
  ['令和6年の相談件数', 'どれ: 2024 / 2024-01..2024-12'],
  ['30歳以上', 'どれ: consultation.events / consultation.persons / consultation.new'],
  ['30歳以上の実人数', 'consultation.persons age>=30'],
  // impossible, with its reason
  ['月ごとの相談実人数の合計', 'consultation.persons personsNotAdded'],
  ['月別の相談件数の合計', 'consultation.events'],
  ['居場所の30歳以上の参加延べ人数', 'できない: cannotFilter'],
  ['会議の実人数', 'できない: noSuchStatistic'],
  ['R5とR6の相談件数', 'できない: severalYears'],
  ['令和9年度の相談件数', 'できない: notYetBegun'],
  // what is not known is shown
  ['ぽんぽこの相談件数', 'consultation.events 読めない:ぽんぽこ'],
  ['', 'なし'],
])('%s', (question, meaning) => {
  expect(understood(question)).toBe(meaning)
})
