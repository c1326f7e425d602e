import type { PaperSettings } from '../../../shared/paper/draft.ts'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import { CheckBox, Radios } from '../../ui/choice.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { FrameFields } from '../../ui/frame-fields.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { TableChooser } from './table-chooser.tsx'

const words = papersWords.settings

/** What is chosen for a paper before its text. `onGood` hears whether every field can be used. */
export function SettingsForm(props: {
  readonly settings: PaperSettings
  readonly onChange: (settings: PaperSettings) => void
  readonly onGood: (good: boolean) => void
  readonly yearsWithData: readonly number[]
}) {
  const { settings } = props
  const change = (part: Partial<PaperSettings>) => props.onChange({ ...settings, ...part })
  return (
    <div className="settings-form">
      <fieldset>
        <legend>{words.heading}</legend>
        <TextField
          label={words.paperTitle}
          value={settings.title}
          onChange={(title) => change({ title })}
          maxLength={120}
          isRequired
        />
        {settings.template !== 'tables' && (
          <>
            <TextField
              label={words.meeting}
              value={settings.meeting}
              onChange={(meeting) => change({ meeting })}
              hint={words.meetingHint}
              maxLength={80}
            />
            <DayField
              label={words.meetingDate}
              value={settings.meetingDate}
              onChange={(meetingDate) => change({ meetingDate })}
              onValidity={props.onGood}
              fiscalYear={settings.frame.fiscalYear}
              mayBeEmpty
            />
          </>
        )}
        <TextField
          label={words.number}
          value={settings.number}
          onChange={(number) => change({ number })}
          hint={words.numberHint}
          maxLength={20}
        />
      </fieldset>
      <fieldset>
        <legend>{words.time}</legend>
        <FrameFields
          key={settings.template}
          start={settings.frame}
          yearsWithData={props.yearsWithData}
          onChange={(frame) => {
            props.onGood(frame !== null)
            if (frame) change({ frame })
          }}
        />
      </fieldset>
      {settings.template === 'tables' ? (
        <fieldset>
          <legend>{words.tables}</legend>
          <TableChooser
            tables={settings.tables}
            fiscalYear={settings.frame.fiscalYear}
            yearsWithData={props.yearsWithData}
            onChange={(tables) => change({ tables })}
          />
        </fieldset>
      ) : (
        <fieldset>
          <legend>{words.look}</legend>
          <Radios
            label={words.numbering}
            value={settings.numbering}
            onChange={(numbering) => change({ numbering })}
            choices={[
              { value: 'city', label: words.numberings.city },
              { value: 'national', label: words.numberings.national },
            ]}
          />
          <Radios
            label={words.wording}
            value={settings.wording}
            onChange={(wording) => change({ wording })}
            choices={[
              { value: 'asWritten', label: words.wordings.asWritten },
              { value: 'tidied', label: words.wordings.tidied },
            ]}
          />
          {settings.template === 'council' && (
            <CheckBox isSelected={settings.withFigures} onChange={(withFigures) => change({ withFigures })}>
              {words.figures}
            </CheckBox>
          )}
        </fieldset>
      )}
    </div>
  )
}
