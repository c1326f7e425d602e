import type { IntakeQuestion } from '../../../shared/contract/schemas/intake.ts'
import type { IntakeFacts } from '../../../shared/intake/facts.ts'
import type { IntakeQuestion as AskedQuestion } from '../../../shared/intake/reading/sink.ts'
import { intakeChoiceWords, intakeQuestionWords } from '../../../shared/words/intake.ts'

const mostChoices = 200

/** What a reading asks, in words, with its choices. */
export const questionsOf = (facts: IntakeFacts, questions: readonly AskedQuestion[]): IntakeQuestion[] =>
  questions.map(({ code, count, examples, choices, answer }) => ({
    code,
    message: intakeQuestionWords({ code }),
    count,
    examples: examples.map(({ place, text }) => ({ place: { ...place }, text })),
    choices: choices.slice(0, mostChoices).map((choice) => ({
      code: choice,
      label: intakeChoiceWords(code, choice, (party) => partyName(facts, party)),
    })),
    answer,
  }))

const partyName = (facts: IntakeFacts, code: string): string =>
  facts.parties.find((party) => party.code === code)?.names[0] ?? code
