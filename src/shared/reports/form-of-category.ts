import type { ActivityRow, FormCode } from '../statistics/rows.ts'

const forms: Readonly<Record<ActivityRow['category'], FormCode>> = {
  1: 'consultation',
  2: 'place',
  3: 'network',
  4: 'family',
  5: 'outreach',
  6: 'other',
}

/** The form (様式) on which an activity of a category ①–⑥ is reported. */
export const formOfCategory = (category: ActivityRow['category']): FormCode => forms[category]
