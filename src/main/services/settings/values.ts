import { AppFailure, appError } from '../../../shared/contract/errors.ts'
import type {
  SettingValue,
  SettingValueName,
  SettingValues,
} from '../../../shared/contract/schemas/organisation.ts'
import { settingValueSchemas } from '../../../shared/contract/schemas/organisation.ts'
import { cleanName, cleanOptional } from '../../../shared/organisation/clean-name.ts'
import { defaultReferralDepths } from '../../../shared/statistics/engine/context.ts'
import type { LedgerReader } from '../../ledger/ledger.ts'
import { household8050Setting } from '../../ledger/repositories/code-lists.ts'
import {
  ledgerSettings,
  readRecording,
  readSetting,
  saveSetting,
} from '../../ledger/repositories/settings.ts'
import { referralDepthsSetting } from '../../ledger/statistics/query-statistics.ts'
import { act } from '../act.ts'
import type { ReaderHandlers, WriterHandlers } from '../contexts.ts'
import { readCity, settingNames } from '../ledger-content/settings.ts'
import { paperStyleSetting, readPaperStyle } from '../paper-style.ts'
import { dueDaySetting, readDueDay } from '../reports/due-day.ts'
import { must } from './codes-writer.ts'

/** Each value is a row of its own; two of 新規 are kept as they were by the ledger's maker. */
const rowOf: Readonly<Record<SettingValueName, string>> = {
  city: settingNames.city,
  deadlines: dueDaySetting,
  referralDepths: referralDepthsSetting,
  household8050: household8050Setting,
  paperStyle: paperStyleSetting,
  recording: ledgerSettings.recordingSince,
}

export const valuesReader = {
  'settings.values': (_input, { ledger }): SettingValues => {
    const revision = (name: SettingValueName): number => readSetting(ledger, rowOf[name])?.revision ?? 0
    const depths = settingValueSchemas.referralDepths.shape.depths.safeParse(
      readSetting(ledger, referralDepthsSetting)?.value,
    )
    const household = settingValueSchemas.household8050.safeParse(
      readSetting(ledger, household8050Setting)?.value,
    )
    const city = readCity(ledger)
    const { recordingSince, earlierCasesKnown } = readRecording(ledger)
    return {
      city: {
        value: city ?? { name: '', areaCode: '', organisationCode: '', committee: '', remark: '' },
        revision: revision('city'),
      },
      deadlines: { value: { day: readDueDay(ledger) }, revision: revision('deadlines') },
      referralDepths: {
        value: { depths: depths.success ? depths.data : [...defaultReferralDepths] },
        revision: revision('referralDepths'),
      },
      household8050: {
        value: household.success ? household.data : { minimumAge: 40, parentMinimumAge: 65 },
        revision: revision('household8050'),
      },
      paperStyle: { value: readPaperStyle(ledger), revision: revision('paperStyle') },
      recording: { value: { since: recordingSince, earlierCasesKnown }, revision: revision('recording') },
    }
  },
} satisfies Pick<ReaderHandlers, 'settings.values'>

export const valuesWriter = {
  'settings.saveValue': (input, context) => {
    act(context, 'settings.saveValue', input, (write) => {
      const { setting, revision } = input
      const now = readSetting(write, rowOf[setting.name])?.revision ?? 0
      if (now !== revision) {
        const parameters = { table: 'setting', id: setting.name, seen: revision, current: now }
        throw new AppFailure(appError('conflict', parameters))
      }
      for (const [name, value] of rowsOf(write, setting)) {
        saveSetting(write, name, value, readSetting(write, name)?.revision ?? null)
      }
      return null
    })
    return {}
  },
} satisfies Pick<WriterHandlers, 'settings.saveValue'>

function rowsOf(reader: LedgerReader, setting: SettingValue): readonly (readonly [string, unknown])[] {
  switch (setting.name) {
    case 'city': {
      const { name, committee, ...codes } = setting.value
      // What the preset invented is the city's own once it was looked through.
      const remark = readCity(reader)?.remark ?? ''
      const city = {
        name: must(cleanName(name, 'setting.value.name')),
        committee: must(cleanOptional(committee, 'setting.value.committee')),
        ...codes,
        remark,
      }
      return [[rowOf.city, city]]
    }
    case 'deadlines':
      return [[rowOf.deadlines, setting.value.day]]
    case 'referralDepths':
      return [[rowOf.referralDepths, [...new Set(setting.value.depths)]]]
    case 'recording':
      return [
        [ledgerSettings.recordingSince, setting.value.since],
        [ledgerSettings.earlierCasesKnown, setting.value.earlierCasesKnown],
      ]
    default:
      return [[rowOf[setting.name], setting.value]]
  }
}
