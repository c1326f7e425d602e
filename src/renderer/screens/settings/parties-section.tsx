import { useState } from 'react'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import type { SettingsParty } from '../../../shared/contract/schemas/organisation.ts'
import { nearestNameOn } from '../../../shared/organisation/name-periods.ts'
import type { Day } from '../../../shared/time/day.ts'
import { formatDay } from '../../../shared/time/format.ts'
import { formWords } from '../../../shared/words/checks.ts'
import { settingsWords } from '../../../shared/words/settings.ts'
import { Empty } from '../../ui/patterns.tsx'
import { PartyDialog } from './party-dialog.tsx'
import { PartyPanel } from './party-panel.tsx'
import { PickTable } from './pick-table.tsx'
import { Section } from './section.tsx'

const words = settingsWords.parties
export type Organisation = RequestOutput<'settings.organisation'>

/** 報告元: corporation × programme × contract period, and what each hands in. */
export function PartiesSection(props: {
  readonly organisation: Organisation
  readonly today: Day
  readonly isReadOnly: boolean
}) {
  const { organisation, today } = props
  const [chosen, choose] = useState<string | null>(null)
  const [ended, showEnded] = useState(false)
  const [adding, setAdding] = useState(false)
  const isOver = ({ contractTo }: SettingsParty) => contractTo !== null && contractTo < today
  const rows = organisation.parties.filter((party) => ended || !isOver(party) || party.id === chosen)
  const party = organisation.parties.find(({ id }) => id === chosen) ?? null
  const programmeName = (code: string) => {
    const programme = organisation.programmes.find((one) => one.code === code)
    return programme === undefined ? code : nearestNameOn(programme.names, today)
  }
  return (
    <Section
      title={settingsWords.sections.parties}
      lead={organisation.programmes.length === 0 ? words.noProgrammes : words.lead}
      add={{
        isDisabled: props.isReadOnly || organisation.programmes.length === 0,
        press: () => setAdding(true),
      }}
      retired={{ shown: ended, show: showEnded }}
      panel={
        party && (
          <PartyPanel
            key={party.id}
            party={party}
            organisation={organisation}
            today={today}
            isReadOnly={props.isReadOnly}
            onClose={() => choose(null)}
          />
        )
      }
    >
      {rows.length === 0 ? (
        <Empty title={settingsWords.empty.title}>{settingsWords.empty.body}</Empty>
      ) : (
        <PickTable
          label={settingsWords.sections.parties}
          rows={rows}
          idOf={({ id }) => id}
          nameLabel={words.party}
          name={({ names }) => nearestNameOn(names, today)}
          chosen={chosen}
          onChoose={choose}
          isFaded={isOver}
          columns={[
            { label: words.corporationShort, cell: ({ corporation }) => corporation },
            { label: words.programme, cell: ({ programme }) => programmeName(programme) },
            {
              label: words.contractEnd,
              look: 'nowrap',
              cell: ({ contractTo }) => (contractTo === null ? settingsWords.none : formatDay(contractTo)),
            },
            {
              label: words.forms,
              cell: ({ forms }) => [...new Set(forms.map(({ form }) => formWords[form]))].join('、'),
            },
          ]}
        />
      )}
      {adding && (
        <PartyDialog
          party={null}
          organisation={organisation}
          today={today}
          onSaved={choose}
          onClose={() => setAdding(false)}
        />
      )}
    </Section>
  )
}
