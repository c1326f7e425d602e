import { type CheckRule, checkRuleIds, checkRules, type RuleFamily } from '../checks/rules.ts'

/** What a rule looks for, in a few words: the title of its findings. */
export const ruleTitles: Readonly<Record<CheckRule, string>> = {
  personsOverEvents: '実人数が延べより多い',
  partOverWhole: '再掲が全体より多い',
  newAndContinuing: '新規と継続の合計が合わない',
  yearUnderMonth: '年度の実人数が月より少ない',
  yearOverMonths: '年度の実人数が月の合計より多い',
  yearUnderNew: '年度の実人数が新規の合計より少ない',
  personsUnderSession: '実人数が１回の参加者より少ない',
  groupsNotTotal: '内訳の合計が合わない',
  yearNotSum: '年度の値が月の合計と違う',
  derivedNotParts: '割合・平均が元の数と合わない',
  negativeCount: '０より小さい数',
  textLikeNumber: '数がコメントに書かれている',
  digitSlip: '桁の誤りの可能性',
  unitSlip: '単位（千）の誤りの可能性',
  swappedCells: '隣の欄との入れ違いの可能性',
  sameAsLastYear: '前年と同じ値のまま',
  missingReport: '報告がない',
  lateReport: '締切を過ぎても報告がない',
  reportSentBack: '差戻しのまま',
  recordsInTallyMonth: '月報の月に相談の記録がある',
  tallyInRecordsMonth: '相談等の記録の月に月報の値がある',
  newClaimedTwice: '新規が二度付いている',
  youngerThanBefore: '前の相談より年齢が下がっている',
  tooYoungFor8050: '8050の世帯なのに若い',
  duplicateContact: '同じ日・ケース・方法の相談',
  contactOnClosedDay: '休みの日の相談',
  activityOnClosedDay: '休みの日の活動',
  heldBeforeItsDay: '行う日より前に「実施」',
  toldAhead: '先の月の値が入っている',
  implausibleReason: '季節に合わない理由',
  attendanceAtCancelled: '中止の回に参加者数がある',
  movedSinceConfirmed: '確定後の差異',
  movedSincePrinted: '発行した資料の数値が変わった',
}

/** The families of domain §7, in the order of the manual's list. */
export const familyTitles: Readonly<Record<RuleFamily, string>> = {
  bounds: '数の関係',
  sums: '合計・内訳',
  slips: '入力の誤り',
  reports: '報告',
  cases: '支援対象者',
  days: '日付と活動',
  moved: '確定・発行の後',
}

/** The whole list of rules: what the manual prints and the screen offers as a filter. */
export const ruleList: readonly {
  readonly id: CheckRule
  readonly family: RuleFamily
  readonly severity: 'error' | 'warning'
  readonly title: string
}[] = checkRuleIds.map((id) => ({
  id,
  family: checkRules[id].family,
  severity: checkRules[id].severity,
  title: ruleTitles[id],
}))
