import { useState } from 'react'
import type { PaperSettings } from '../../../shared/paper/draft.ts'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import { common } from '../../../shared/words/screens.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { problemOf } from './new-paper-dialog.tsx'
import { SettingsForm } from './settings-form.tsx'

/** Settings of an open paper. */
export function SettingsDialog(props: {
  readonly settings: PaperSettings
  readonly yearsWithData: readonly number[]
  readonly onApply: (settings: PaperSettings) => void
  readonly onClose: () => void
}) {
  const [settings, setSettings] = useState(props.settings)
  const [good, setGood] = useState(true)
  const problem = problemOf(settings, good, props.yearsWithData)
  return (
    <Dialog
      title={papersWords.settings.title}
      isOpen
      onClose={props.onClose}
      footer={
        <>
          {problem && <span className="why">{problem}</span>}
          <Button size="form" onPress={props.onClose}>
            {common.stop}
          </Button>
          <Button
            size="form"
            look="solid"
            isDisabled={problem !== null}
            onPress={() => props.onApply(settings)}
          >
            {papersWords.settings.apply}
          </Button>
        </>
      }
    >
      <SettingsForm
        settings={settings}
        onChange={setSettings}
        onGood={setGood}
        yearsWithData={props.yearsWithData}
      />
    </Dialog>
  )
}
