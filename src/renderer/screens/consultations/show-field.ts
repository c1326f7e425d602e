import type { Consultation } from '../../../shared/contract/schemas/consultations.ts'
import { formatDay } from '../../../shared/time/format.ts'
import { consultationWords as words } from '../../../shared/words/consultations.ts'
import { ageWords } from '../../ui/age-field.tsx'
import type { ConsultationField } from './changes.ts'
import type { Codes } from './codes.ts'
import { type CodeFieldName, type CodesFieldName, codeFields, codesFields } from './entry-values.ts'

/** A field's value in words, for a choice between two. */
export function fieldWords(codes: Codes, field: ConsultationField, of: Consultation): string {
  if (field in codeFields) {
    const name = field as CodeFieldName
    return codes.label(codeFields[name], of[name])
  }
  if (field in codesFields) {
    const name = field as CodesFieldName
    return of[name].map((code) => codes.label(codesFields[name], code)).join('、') || words.none
  }
  switch (field) {
    case 'day':
      return formatDay(of.day, { weekday: true })
    case 'ageLow':
    case 'ageHigh':
      return ageWords({ low: of.ageLow, high: of.ageHigh })
    case 'referrals':
      return (
        of.referrals
          .map(
            ({ destination, depth }) =>
              `${codes.label('destination', destination)}（${codes.label('depth', depth)}）`,
          )
          .join('、') || words.none
      )
    case 'others':
      return of.others.map((other) => other.text).join('、') || words.none
    case 'note':
      return of.note === '' ? words.none : of.note
    default:
      return String(of[field])
  }
}

/** The label of a field; both ends of an age are one field. */
export function fieldLabel(field: ConsultationField | 'case'): string {
  if (field === 'ageLow' || field === 'ageHigh') return words.fields.age
  if (field === 'others') return words.fields.other('')
  return words.fields[field]
}
