import { readFileSync } from 'node:fs'
import { createCodeBook } from '../../src/shared/codes/code-book.ts'
import type { CodeLists } from '../../src/shared/codes/code-list.ts'
import { parseCodeLists } from '../../src/shared/codes/schema.ts'
import { defaultReferralDepths, type StatisticContext } from '../../src/shared/statistics/engine/context.ts'

/** The code lists that come with the tool. */
export const codeLists: CodeLists = parseCodeLists(
  JSON.parse(readFileSync(new URL('../../resources/code-lists.json', import.meta.url), 'utf8')),
)

/** A context without settings of an office. */
export const plainContext: StatisticContext = {
  codes: createCodeBook(codeLists),
  countingRules: [],
  referralDepths: defaultReferralDepths,
}
