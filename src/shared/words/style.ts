import type { StyleRuleCode, TextFinding } from '../paper/style/rule.ts'

const reasons: Readonly<Record<StyleRuleCode, string>> = {
  officialName: '正式な名称と異なります',
  slip: '書き誤りと思われます',
  spaceInNumber: '数や年月日の途中に空白があります',
  digits: '数字の全角・半角が表記の決まりと異なります',
  counter: '「か月」「か所」の表記が決まりと異なります',
  range: '本文では「から・まで」と書きます',
  spelling: '公用文の用字と異なります',
  selfName: '市の呼び方が決まりと異なります',
  honorific: '「御」「ご」の表記が決まりと異なります',
  register: '文末の文体が決まりと異なります',
  signs: '半角の記号があります',
  brackets: '括弧の対応がとれていません',
}

/** One line beside the text: 「基礎資料する」→「基礎資料とする」 and why. */
export function styleFindingWords(finding: TextFinding): string {
  const reason = reasons[finding.rule]
  return finding.proposal === null
    ? `「${finding.found}」：${reason}。`
    : `「${finding.found}」→「${finding.proposal}」：${reason}。`
}
