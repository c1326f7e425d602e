import { codeSettingsWriter } from './codes-writer.ts'
import { organisationWriter } from './organisation-writer.ts'
import { partyFormsWriter } from './party-forms.ts'
import { settingsRowsWriter } from './rows-writer.ts'
import { valuesWriter } from './values.ts'
import { yearWriter } from './year/begin.ts'

/** `settings.*` that write: each one action in the history, undone as a whole. */
export const settingsWriter = {
  ...codeSettingsWriter,
  ...organisationWriter,
  ...partyFormsWriter,
  ...settingsRowsWriter,
  ...valuesWriter,
  ...yearWriter,
}
