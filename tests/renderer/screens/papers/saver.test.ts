import { describe, expect, test, vi } from 'vitest'
import { SaveStateStore } from '../../../../src/renderer/api/save-state.ts'
import { type Clash, PaperSaver } from '../../../../src/renderer/screens/papers/saver.ts'
import { createClient } from '../../../../src/shared/contract/client.ts'
import type { PaperDraft } from '../../../../src/shared/paper/draft.ts'
import { fakeBackend } from '../../fake/backend.ts'

function setUp() {
  const backend = fakeBackend()
  const state = new SaveStateStore()
  const saved: PaperDraft[] = []
  const clashes: Clash[] = []
  let ids = 0
  const client = createClient(
    { send: (envelope) => backend.call(envelope), fetchFile: vi.fn(), listen: backend.listen },
    () => 'job',
  )
  const saver = new PaperSaver({
    client,
    state,
    draft: backend.draft,
    events: () => ({ onSaved: (draft) => saved.push(draft), onClash: (clash) => clashes.push(clash) }),
    newId: () => `action-${++ids}`,
  })
  const edits = () => backend.heard.filter((request) => request.name === 'papers.edit')
  return { backend, state, saver, saved, clashes, edits }
}

describe('saving what is written', () => {
  test('the latest text of each place, one request after the other', async () => {
    const { backend, saver, edits, state } = setUp()
    saver.edit('position', '一')
    saver.edit('position', '一二')
    saver.edit('seminar', '三')
    expect(state.read().kind).toBe('saving')
    await saver.flush()
    expect(backend.draft.edits).toEqual({ position: '一二', seminar: '三' })
    expect(edits()).toHaveLength(2)
    expect(state.read().kind).toBe('saved')
  })

  test('text that is typed while a save is under way is saved after it', async () => {
    const { backend, saver } = setUp()
    saver.edit('position', '一')
    const first = saver.flush()
    saver.edit('position', '一二')
    await first
    await saver.flush()
    expect(backend.draft.edits.position).toBe('一二')
  })

  test('a full disk: the text stays, is told, and is sent again under the same action id', async () => {
    const { backend, saver, state, edits } = setUp()
    backend.failNext('papers.edit', { code: 'diskFull', parameters: {}, field: null })
    saver.edit('position', '一')
    await saver.flush()
    const failed = state.read()
    expect(failed.kind).toBe('failed')
    if (failed.kind === 'failed') failed.retry()
    await saver.flush()
    expect(backend.draft.edits.position).toBe('一')
    expect(state.read().kind).toBe('saved')
    const ids = edits().map((request) => (request.input as { readonly actionId: string }).actionId)
    expect(new Set(ids).size).toBe(1)
  })

  test('another window changed another place: both are kept', async () => {
    const { backend, saver, clashes } = setUp()
    backend.writeElsewhere('seminar', 'よそで直した文')
    saver.edit('position', '一')
    await saver.flush()
    expect(backend.draft.edits).toEqual({ seminar: 'よそで直した文', position: '一' })
    expect(clashes).toEqual([])
  })

  test('another window changed the same place: both texts are shown, none is overwritten', async () => {
    const { backend, saver, clashes } = setUp()
    backend.writeElsewhere('position', 'よそで直した文')
    saver.edit('position', '一')
    await saver.flush()
    expect(backend.draft.edits.position).toBe('よそで直した文')
    expect(clashes).toEqual([{ place: 'position', mine: '一', theirs: 'よそで直した文' }])
  })
})
