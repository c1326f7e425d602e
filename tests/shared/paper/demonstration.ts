import { readCodeListPreset } from '../../../src/main/services/code-lists.ts'
import { demonstrationRows } from '../../../src/main/services/demo/demonstration-rows.ts'
import { readPresets } from '../../../src/main/services/presets.ts'
import { createCodeBook } from '../../../src/shared/codes/code-book.ts'
import { buildPaper } from '../../../src/shared/paper/assemble/assemble.ts'
import { codeFacts } from '../../../src/shared/paper/assemble/code-facts.ts'
import type { PaperDraft } from '../../../src/shared/paper/draft.ts'
import type { ReportModel } from '../../../src/shared/paper/model.ts'
import type { TemplateInput } from '../../../src/shared/paper/template.ts'
import { paperTemplates } from '../../../src/shared/paper/templates/index.ts'
import { calculateAll } from '../../../src/shared/statistics/calculate.ts'
import { defaultReferralDepths } from '../../../src/shared/statistics/engine/context.ts'
import { demonstrationFacts } from './support.ts'

const rows = demonstrationRows()
const lists = readCodeListPreset()
const context = {
  codes: createCodeBook(lists),
  countingRules: readPresets().organisation.countingRules,
  referralDepths: defaultReferralDepths,
}

/** Everything that a template needs, from the rows of the demonstration ledger by the pure calculators. */
export function demonstrationInput(draft: PaperDraft): TemplateInput {
  const queries = Object.entries(paperTemplates[draft.settings.template].queries(draft.settings))
  const answers = calculateAll(
    queries.map(([, query]) => query),
    rows,
    context,
  )
  const { venues, parties, programmes } = rows
  return {
    draft,
    facts: {
      ...demonstrationFacts(),
      codes: codeFacts({ lists, venues, parties, programmes, day: draft.settings.frame.asOf }),
    },
    results: Object.fromEntries(
      queries.flatMap(([name], index) => {
        const answer = answers[index]
        return answer?.ok ? [[name, answer.value]] : []
      }),
    ),
  }
}

export const demonstrationModel = (draft: PaperDraft): ReportModel =>
  buildPaper(paperTemplates[draft.settings.template], demonstrationInput(draft))
