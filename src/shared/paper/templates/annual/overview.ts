import { findStatistic, versionIn } from '../../../statistics/catalogue/catalogue.ts'
import { fiscalYearOf } from '../../../time/fiscal-year.ts'
import { formatFiscalYear, formatFrame } from '../../../time/format.ts'
import type { TextBlock } from '../../assemble/text-block.ts'
import type { TemplateInput } from '../../template.ts'
import { lineageOf } from '../council/lineage.ts'

/** １ 事業概要: what the ledger knows of the programme; no aim or result is invented. */
export function overviewBlocks({ draft, facts }: TemplateInput): readonly TextBlock[] {
  const { frame } = draft.settings
  const lineage = lineageOf(facts.programmes, frame.asOf)
  const changeYear = fiscalYearOf(lineage.changedOn)
  const changed = frame.fiscalYear >= changeYear
  const name = changed ? lineage.current : lineage.former
  const definition = findStatistic('consultation.events')
  const scope = definition === null ? null : versionIn(definition, frame.fiscalYear)
  return [
    { kind: 'heading', id: 'overview', level: 1, text: '事業概要' },
    {
      kind: 'paragraph',
      id: 'overview.text',
      level: 1,
      text: changed
        ? `${name}は、${formatFiscalYear(changeYear)}に「${lineage.former}」から名称を変更し、年齢の上限を撤廃して、国の示す「ひきこもり地域支援センター」の項目に準じた取組を実施しているものである。`
        : `${name}は、社会や人とのつながりの再構築を目指した支援を実施しているものである。`,
    },
    {
      kind: 'labels',
      id: 'overview.labels',
      level: 1,
      items: [
        { label: '対象', lines: [scope?.scope ?? ''] },
        { label: '対象期間', lines: [formatFrame(frame)] },
        {
          label: '取組区分',
          lines: [
            '①相談支援、②居場所づくり、③ネットワークづくり、④当事者会・家族会の開催、⑤住民への普及啓発等、⑥その他',
          ],
        },
      ],
    },
  ]
}
