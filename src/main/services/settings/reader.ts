import { codeSettingsReader } from './codes-reader.ts'
import { organisationReader } from './organisation-reader.ts'
import { valuesReader } from './values.ts'
import { yearReader } from './year/view.ts'

/** `settings.*` that read. */
export const settingsReader = { ...codeSettingsReader, ...organisationReader, ...valuesReader, ...yearReader }
