import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { TemplateEntry } from '../../../shared/contract/schemas/papers.ts'
import type { PaperSettings } from '../../../shared/paper/draft.ts'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import { common, timeFrame } from '../../../shared/words/screens.ts'
import { useClient } from '../../api/client-context.tsx'
import { Button } from '../../ui/button.tsx'
import { Radios } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { SettingsForm } from './settings-form.tsx'
import { settingsInput } from './settings-input.ts'

const words = papersWords.make

/** Template and settings of a new draft. */
export function NewPaperDialog(props: {
  readonly templates: readonly TemplateEntry[]
  readonly yearsWithData: readonly number[]
  readonly onMade: (id: string) => void
  readonly onClose: () => void
}) {
  const client = useClient()
  const [settings, setSettings] = useState<PaperSettings | null>(props.templates[0]?.defaults ?? null)
  const [good, setGood] = useState(true)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<AppError | null>(null)
  const [actionId] = useState(() => crypto.randomUUID())
  if (!settings) return null
  const template = props.templates.find((entry) => entry.code === settings.template)
  const problem = problemOf(settings, good, props.yearsWithData)

  const make = async () => {
    setBusy(true)
    const answer = await client.call('papers.create', {
      actionId,
      settings: settingsInput(settings),
    })
    setBusy(false)
    if (answer.ok) props.onMade(answer.value.id)
    else setError(answer.error)
  }
  return (
    <Dialog
      title={words.title}
      isOpen
      onClose={props.onClose}
      footer={
        <>
          {problem && <span className="why">{problem}</span>}
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button size="form" look="solid" isDisabled={problem !== null || busy} onPress={() => void make()}>
            {words.make}
          </Button>
        </>
      }
    >
      <Radios
        label={words.template}
        value={settings.template}
        onChange={(code) => {
          const chosen = props.templates.find((entry) => entry.code === code)
          if (chosen) setSettings(chosen.defaults)
          setGood(true)
        }}
        choices={props.templates.map((entry) => ({ value: entry.code, label: entry.label }))}
        hint={template?.description}
      />
      <SettingsForm
        key={settings.template}
        settings={settings}
        onChange={setSettings}
        onGood={setGood}
        yearsWithData={props.yearsWithData}
      />
      {error && <ErrorNotice error={error} />}
    </Dialog>
  )
}

/** Why the button cannot be pressed, in words; null when it can. */
export function problemOf(
  settings: PaperSettings,
  good: boolean,
  yearsWithData: readonly number[],
): string | null {
  if (!good) return words.cannot
  // It could be stored, but neither shown nor opened again.
  if (!yearsWithData.includes(settings.frame.fiscalYear)) return timeFrame.cannotWithoutData
  if (settings.title.trim() === '') return words.titleMissing
  if (settings.template === 'tables' && settings.tables.length === 0) return words.tablesMissing
  return null
}
