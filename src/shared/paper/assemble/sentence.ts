import type { FieldInline } from '../model.ts'

/** Words with their number fields: a sentence made from numbers by rule, editable afterwards. */
export interface Sentence {
  readonly text: string
  readonly fields: readonly FieldInline[]
}

/** Several sentences as one paragraph. */
export const joinSentences = (sentences: readonly Sentence[]): Sentence => ({
  text: sentences.map((sentence) => sentence.text).join(''),
  fields: sentences.flatMap((sentence) => sentence.fields),
})

/** The token of a field in a text. */
export const token = (field: FieldInline): string => `{{${field.name}}}`
