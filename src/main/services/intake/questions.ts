import type { IntakeQuestion } from '../../../shared/contract/schemas/intake.ts'
import type { IntakeFacts } from '../../../shared/intake/facts.ts'
import type { IntakeQuestion as AskedQuestion } from '../../../shared/intake/reading/sink.ts'
import { formatFiscalYear } from '../../../shared/time/format.ts'
import { questionWords } from '../../../shared/words/intake-match.ts'

const mostChoices = 200

/** What a reading asks, in words, with its choices. */
export const questionsOf = (facts: IntakeFacts, questions: readonly AskedQuestion[]): IntakeQuestion[] =>
  questions.map(({ code, count, examples, choices, answer }) => ({
    code,
    message: questionWords[code].question,
    count,
    examples: examples.map(({ place, text }) => ({ place: { ...place }, text })),
    choices: choices
      .slice(0, mostChoices)
      .map((choice) => ({ code: choice, label: choiceLabel(facts, code, choice) })),
    answer,
  }))

function choiceLabel(facts: IntakeFacts, code: AskedQuestion['code'], choice: string): string {
  if (code === 'party') return facts.parties.find((party) => party.code === choice)?.names[0] ?? choice
  if (code === 'fiscalYear') return formatFiscalYear(Number(choice))
  return questionWords[code].choices[choice] ?? choice
}
