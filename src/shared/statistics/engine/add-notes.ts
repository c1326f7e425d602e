import type { Cell } from '../../cell/cell.ts'
import { fiscalYearOf } from '../../time/fiscal-year.ts'
import { breakBetween } from '../catalogue/catalogue.ts'
import { usesPersons } from './plan.ts'
import { requestFor, type Workspace } from './workspace.ts'

/** Says what a reader of the numbers must know (domain §2, §3); the words are made from the codes. */
export function addNotes(work: Workspace, total: Cell): void {
  const { plan, notes, counter, context } = work
  const { definition, source, query } = plan
  if (total.state === 'value' && total.parts.reported < total.parts.expected) {
    const provisional = total.flags.includes('provisional')
    notes.add(provisional ? 'provisional' : 'missingMonths', { ...total.parts })
  }
  const whole: Workspace = { ...work, plan: { ...plan, byParty: false, time: null } }
  const request = requestFor(whole, plan.parties, { keys: [], whole: true })
  for (const breakdown of plan.keys.filter((row) => row.choice === 'multiple')) {
    const all = total.state === 'value' && total.quantity.kind === 'integer' ? total.quantity.integer : 0
    const any = counter.withAny(breakdown.code, request, context)
    notes.add('multipleChoice', { breakdown: breakdown.code, all, any })
  }
  if (usesPersons(plan.keys, plan.where)) notes.add('resolvedAttributes')
  if (source.kind === 'contacts' && source.count !== 'events') {
    const anonymous = counter.anonymous(request, context)
    if (anonymous > 0) notes.add('anonymousExcluded', { count: anonymous })
  }
  if (source.kind === 'sessions' || source.kind === 'attendance' || source.kind === 'measures') {
    const undated = counter.undated({ ...request, time: plan.time }, context)
    if (undated > 0) notes.add('undatedActivities', { count: undated })
  }
  const last = fiscalYearOf(query.frame.period.to)
  const broken = breakBetween(definition, query.frame.fiscalYear, last)
  if (broken !== null) notes.add('break', { fiscalYear: broken.validFrom, text: broken.breakNote })
}
