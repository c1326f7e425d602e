import { formatAsOf, formatDay, formatFrame } from '../../time/format.ts'
import { nameOn } from '../../time/names.ts'
import { provisionalStanding, stampWords } from '../../words/papers.ts'
import type { PaperDraft } from '../draft.ts'
import type { PaperHead } from '../model.ts'
import type { PaperFacts } from '../template.ts'

/**
 * What stands above the text and on every page. Department and division are called as on the meeting's
 * day, or on the as-of date while no meeting is fixed (domain §1). A paper that is not issued is a
 * draft: 案, 庁内用, and its numbers are 速報値 as of their date (documents §2).
 */
export function paperHead(draft: PaperDraft, facts: PaperFacts): PaperHead {
  const { settings } = draft
  const namedOn = settings.meetingDate ?? settings.frame.asOf
  return {
    title: settings.title,
    number: settings.number,
    meeting: settings.meeting,
    date: settings.meetingDate === null ? '' : formatDay(settings.meetingDate),
    department: facts.departments.flatMap((department) => nameOn(department.names, namedOn) ?? []).join('　'),
    city: facts.city,
    frame: settings.frame,
    frameText: formatFrame(settings.frame),
    stamps: [stampWords.draft, stampWords.internal, ...(facts.fictional ? [stampWords.fictional] : [])],
    standing: provisionalStanding(formatAsOf(settings.frame.asOf)),
    fictional: facts.fictional,
  }
}
