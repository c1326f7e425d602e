import { expect, test } from 'vitest'
import { readCodeListPreset } from '../../../src/main/services/code-lists.ts'
import { countedIn } from '../../../src/shared/activities/counted-in.ts'
import { formOfActivity, formsOfActivity, measuresOfKind } from '../../../src/shared/activities/kinds.ts'
import { catalogue, findStatistic } from '../../../src/shared/statistics/catalogue/catalogue.ts'
import { activityWords } from '../../../src/shared/words/activities.ts'

const kinds = (readCodeListPreset().lists.find(({ code }) => code === 'activityKind')?.items ?? []).map(
  ({ code }) => code,
)

const codesOf = (activity: Parameters<typeof countedIn>[0]) =>
  countedIn(activity).map(({ definition, amount }) => [definition.code, amount])
const bare = { attendance: [], measures: [], capacity: null }

test('what a session counts in, by the catalogue', () => {
  expect(
    codesOf({
      ...bare,
      kind: 'place',
      attendance: [
        { group: 'person', count: 3 },
        { group: 'family', count: 0 },
      ],
    }),
  ).toEqual([
    ['place.sessions', 1],
    ['place.attendance', 3],
  ])
  expect(codesOf({ ...bare, kind: 'place' })).toEqual([['place.sessions', 1]])
  expect(codesOf({ ...bare, kind: 'familySeminar', capacity: 20 })).toEqual([
    ['family.sessions', 1],
    ['family.capacity', 20],
  ])
  expect(codesOf({ ...bare, kind: 'policy' })).toEqual([])
})

test('strata of a survey have no sum', () => {
  const of = (stratum: string) => ({ statistic: 'survey.sample', stratum, value: 10 })
  expect(codesOf({ ...bare, kind: 'survey', measures: [of('residents'), of('agencies')] })).toEqual([
    ['survey.sample', null],
    ['survey.delivered', null],
  ])
})

test('every measure asked for is counted by a statistic of the same form, and has words', () => {
  for (const kind of kinds) {
    for (const statistic of measuresOfKind(kind)) {
      expect(findStatistic(statistic)?.form).toBe(formOfActivity({ kind, category: 6 }))
      expect(activityWords.shortMeasures[statistic]).toBeTypeOf('string')
    }
  }
})

test('a kind that statistics count by stands under the form of these statistics', () => {
  for (const { definition, source } of catalogue) {
    if (source.kind !== 'sessions' && source.kind !== 'attendance') continue
    for (const kind of source.activityKinds) {
      expect([kind, formOfActivity({ kind, category: 1 })]).toEqual([kind, definition.form])
    }
  }
})

test('a leaflet noted on a meeting touches both forms', () => {
  const measures = [{ statistic: 'outreach.leaflets', stratum: null, value: 5 }]
  expect(formsOfActivity({ kind: 'networkMeeting', category: 3, measures })).toEqual(['network', 'outreach'])
})

test('every kind of the list has a mark for the calendar', () => {
  const unmarked = kinds.filter((kind) => activityWords.kindMarks[kind] === undefined)
  expect(unmarked).toEqual(['other', 'unknown'])
})
