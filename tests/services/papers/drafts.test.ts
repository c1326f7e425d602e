import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { mutate } from '../../../src/main/ledger/mutate.ts'
import { closeLedger } from '../../../src/main/ledger/open/close.ts'
import { openLedger } from '../../../src/main/ledger/open/open.ts'
import { build } from '../../../src/main/ledger/query.ts'
import type { WriterContext } from '../../../src/main/services/contexts.ts'
import { papersReader } from '../../../src/main/services/papers/reader.ts'
import { papersWriter } from '../../../src/main/services/papers/writer.ts'
import { AppFailure } from '../../../src/shared/contract/errors.ts'
import { plain } from '../../../src/shared/contract/plain.ts'
import { papersRequests } from '../../../src/shared/contract/requests/papers.ts'
import { demonstrationCouncilSettings } from '../../../src/shared/paper/templates/council/demonstration-draft.ts'
import { defaultFrame } from '../../../src/shared/time/frame.ts'
import { expectOk, makeDemonstration, temporaryFolder, testEnvironment } from '../support/ledgers.ts'

const made = await makeDemonstration(join(temporaryFolder(), '見本.daicho'))
const ledger = expectOk(
  await openLedger({
    mode: 'write',
    owner: '計画担当',
    path: made.path,
    key: made.key,
    environment: testEnvironment(),
  }),
)
afterAll(() => closeLedger(ledger))

let minute = 0
const context: WriterContext = {
  ledger,
  staff: { id: 'staff', name: '計画担当' },
  now: () => new Date(Date.UTC(2024, 11, 10, 3, minute++)),
  newId: randomUUID,
  progress: () => undefined,
  stopIfCancelled: () => undefined,
}
const settings = plain(demonstrationCouncilSettings)
const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'ok'
  } catch (error) {
    if (error instanceof AppFailure) return error.appError.code
    throw error
  }
}

describe('a year without records', () => {
  const without = { ...settings, frame: plain(defaultFrame(2031, '2031-11-30')) }

  test('makes no paper; the years to choose from are named, the papers that exist stay', () => {
    const before = papersReader['papers.list']({}, context).papers
    const create = () => papersWriter['papers.create']({ actionId: randomUUID(), settings: without }, context)
    expect(codeOf(create)).toBe('noDataForYear')
    const [paper] = before
    if (paper === undefined) throw new Error('the demonstration has a paper')
    const change = () =>
      papersWriter['papers.changeSettings'](
        { actionId: randomUUID(), id: paper.id, revision: paper.revision, settings: without },
        context,
      )
    expect(codeOf(change)).toBe('noDataForYear')
    expect(papersReader['papers.list']({}, context).papers).toEqual(before)
  })
})

describe('a paper from the first word to the last', () => {
  const created = papersWriter['papers.create']({ actionId: randomUUID(), settings }, context)

  test('answers fit the contract', () => {
    for (const name of ['papers.templates', 'papers.list'] as const) {
      const answer = papersReader[name]({}, context)
      expect(papersRequests[name].output.safeParse(answer).error).toBeUndefined()
    }
    const read = papersReader['papers.read']({ id: created.id }, context)
    expect(papersRequests['papers.read'].output.safeParse(read).error).toBeUndefined()
  })

  test('an edit is kept, shown with its fields, and taken back', () => {
    const text = '生活サポート相談窓口での相談は{{consultation.events}}である'
    const edit = { id: created.id, place: 'measure1.text', text }
    const changed = papersWriter['papers.edit'](
      { ...edit, actionId: randomUUID(), revision: created.revision },
      context,
    )
    const { view } = papersReader['papers.read']({ id: created.id }, context)
    const place = view.places.find((one) => one.place === 'measure1.text')
    expect(place).toMatchObject({ text, edited: true })
    expect(place?.inlines.map((inline) => inline.kind)).toEqual(['text', 'field', 'text'])
    expect(view.fields.find((field) => field.name === 'consultation.persons')?.used).toBe(false)

    const back = papersWriter['papers.edit'](
      { ...edit, text: null, actionId: randomUUID(), revision: changed.revision },
      context,
    )
    expect(back.edits).toEqual({})
  })

  test('the same action again gives the same answer; an older revision is a conflict', () => {
    const draft = papersWriter['papers.create']({ actionId: randomUUID(), settings }, context)
    const edit = {
      actionId: randomUUID(),
      id: draft.id,
      revision: draft.revision,
      place: 'closing.survey',
      text: '一',
    }
    const first = papersWriter['papers.edit'](edit, context)
    expect(papersWriter['papers.edit'](edit, context)).toEqual(first)
    expect(
      codeOf(() => papersWriter['papers.edit']({ ...edit, actionId: randomUUID(), text: '二' }, context)),
    ).toBe('conflict')
    expect(codeOf(() => papersWriter['papers.edit']({ ...edit, text: '三' }, context))).toBe('actionReused')
  })

  test.each(['__proto__', 'constructor/x', '../etc', '', 'a b'])('the place %s is refused', (place) => {
    const edit = { actionId: randomUUID(), id: created.id, revision: 1, place, text: 'x' }
    expect(codeOf(() => papersWriter['papers.edit'](edit, context))).toBe('malformedRequest')
  })

  test('what is wrong with typed words is a finding, never a lost sentence', () => {
    const draft = papersWriter['papers.create']({ actionId: randomUUID(), settings }, context)
    papersWriter['papers.edit'](
      {
        actionId: randomUUID(),
        id: draft.id,
        revision: draft.revision,
        place: 'lecture.labels/1',
        text: '令和７年 3月に{{no.such}}人で講演会を実施した。{{ 相談 }}',
      },
      context,
    )
    const { view } = papersReader['papers.read']({ id: draft.id }, context)
    const rules = view.findings
      .filter((finding) => finding.place === 'lecture.labels/1')
      .map((finding) => finding.rule)
    expect(rules).toEqual(
      expect.arrayContaining(['unknownField', 'malformedField', 'tense', 'spaceInNumber']),
    )
  })

  test('an edit counts nothing anew, a change of the ledger does', () => {
    const annual = plain({ ...demonstrationCouncilSettings, template: 'annual' as const, title: '年報' })
    const draft = papersWriter['papers.create']({ actionId: randomUUID(), settings: annual }, context)
    const titles = (): string =>
      JSON.stringify(papersReader['papers.read']({ id: draft.id }, context).view.blocks)
    expect(titles()).toContain('ひきこもりを考えるイベント')
    const event = ledger.get(
      build
        .selectFrom('activity')
        .select(['id', 'revision'])
        .where('title', '=', 'ひきこもりを考えるイベント'),
    )
    const action = {
      actionId: randomUUID(),
      staff: '担当者',
      kind: 'activities.edit',
      reason: '',
      at: context.now().toISOString(),
    }
    mutate(ledger, action, (write) =>
      write.update('activity', event?.id ?? '', event?.revision ?? 0, { title: '名前を改めた催し' }),
    )
    expect(titles()).toContain('名前を改めた催し')
    expect(titles()).not.toContain('ひきこもりを考えるイベント')
  })

  test('a removed paper is not found', () => {
    const draft = papersWriter['papers.create']({ actionId: randomUUID(), settings }, context)
    papersWriter['papers.remove']({ actionId: randomUUID(), id: draft.id, revision: draft.revision }, context)
    expect(codeOf(() => papersReader['papers.read']({ id: draft.id }, context))).toBe('notFound')
  })

  test('without a name at work nothing is written', () => {
    const nobody = { ...context, staff: null }
    expect(codeOf(() => papersWriter['papers.create']({ actionId: randomUUID(), settings }, nobody))).toBe(
      'staffNotChosen',
    )
  })
})
