import { activityWords } from '../../../shared/words/activities.ts'
import type { Choices } from './rows.ts'

const { form } = activityWords

const labels: Readonly<Record<string, string>> = {
  title: form.titleField,
  category: form.category,
  kind: form.kind,
  kindOther: form.kindOther,
  party: form.party,
  venue: form.venue,
  planned: form.planned,
  hours: form.hours,
  partners: form.partners,
  publicPersons: form.publicPersons,
  purpose: form.purpose,
  content: form.content,
  capacity: form.capacity,
  applications: form.applications,
  surveyMethod: form.surveyMethod,
  surveyFrom: form.surveyFrom,
  surveyTo: form.surveyTo,
}

/** The label of a field of the form by its name. */
export function fieldLabel(name: string, choices: Choices): string {
  if (name.startsWith('group.')) {
    const group = name.slice('group.'.length)
    return `${form.attendance} ${choices.groups.find(({ code }) => code === group)?.label ?? group}`
  }
  if (!name.startsWith('measure.')) return labels[name] ?? name
  const [, family = '', statistic = '', stratum] = name.split('.')
  const label = activityWords.shortMeasures[`${family}.${statistic}`] ?? statistic
  return stratum === undefined ? label : `${form.strata[stratum] ?? stratum} ${label}`
}
