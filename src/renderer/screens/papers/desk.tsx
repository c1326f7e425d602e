import { ChevronLeft, Download, Plus, RotateCcw, Settings2 } from 'lucide-react'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { PaperPlace, StyleFinding } from '../../../shared/contract/schemas/papers.ts'
import { formatDay } from '../../../shared/time/format.ts'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import { frame } from '../../../shared/words/screens.ts'
import { useRequest } from '../../api/queries.ts'
import { type FrameOwner, useLentFrame, useSession } from '../../api/session.tsx'
import { Button } from '../../ui/button.tsx'
import type { ChipEditorHandle, Refusal } from '../../ui/chip-editor/chip-editor.tsx'
import { Segmented } from '../../ui/choice.tsx'
import { MenuButton } from '../../ui/menu.tsx'
import { Tag } from '../../ui/tag.tsx'
import { BlockView, type PlaceEvents } from './block-view.tsx'
import { facesOf, headingsOf, isMissing, placesOf, positionsOf } from './blocks.ts'
import { ClashDialog } from './clash-dialog.tsx'
import { ExportDialogOfPaper } from './export-dialog.tsx'
import { FieldStrip } from './field-strip.tsx'
import { Findings } from './findings.tsx'
import { applySuggestions } from './fixes.ts'
import { Outline } from './outline.tsx'
import { PreviewPane } from './preview.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { type PaperRead, usePaper } from './use-paper.ts'
import { usePreview } from './use-preview.ts'

const words = papersWords

/** Outline, text and page side by side: where, what and how at once. */
export function Desk({ read }: { readonly read: PaperRead }) {
  const { ledger } = useSession()
  const templates = useRequest('papers.templates', {})
  const preview = usePreview(read.draft.id)
  const paper = usePaper(read, preview.request)
  const { draft, view } = paper
  const { settings } = draft
  const readOnly = ledger.readOnly !== null

  const [side, setSide] = useState<'text' | 'preview'>('text')
  const [focused, setFocused] = useState<PaperPlace | null>(null)
  const [block, setBlock] = useState<string | null>(null)
  const [follow, setFollow] = useState(0)
  const [page, setPage] = useState(1)
  const [chip, setChip] = useState<string | null>(null)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const [settingsOpen, setSettingsOpen] = useState(false)
  const [exporting, setExporting] = useState(false)
  const editors = useRef(new Map<string, ChipEditorHandle>())
  const body = useRef<HTMLDivElement>(null)

  const template = templates.data?.templates.find((entry) => entry.code === settings.template)
  const faces = useMemo(() => facesOf(view.fields), [view.fields])
  const positions = useMemo(() => positionsOf(view.blocks), [view.blocks])
  const headings = useMemo(() => headingsOf(view.blocks), [view.blocks])
  const edited = view.places.filter((place) => place.edited).length
  const field = view.fields.find((each) => each.name === chip) ?? null
  const used = view.fields.filter((each) => each.used)

  const { changeSettings } = paper
  const owner = useMemo<FrameOwner>(
    () => ({
      frame: settings.frame,
      change: (frame) => void changeSettings({ ...settings, frame }),
      of: 'paper',
    }),
    [settings, changeSettings],
  )
  useLentFrame(readOnly ? null : owner)

  const go = useCallback((blockId: string) => {
    setBlock(blockId)
    setFollow((count) => count + 1)
    const element = body.current?.querySelector<HTMLElement>(`[data-block="${CSS.escape(blockId)}"]`)
    element?.scrollIntoView({ block: 'start' })
  }, [])

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (!event.altKey || event.isComposing) return
      const step = { PageDown: 1, PageUp: -1 }[event.key]
      if (step !== undefined) {
        event.preventDefault()
        setPage((now) => Math.min(Math.max(1, now + step), preview.document?.pageCount ?? 1))
      }
      const move = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (move !== undefined) {
        event.preventDefault()
        const order = view.places.map((place) => place.place)
        const at = focused ? order.indexOf(focused.place) : -1
        const next = order[Math.min(Math.max(0, at + move), order.length - 1)]
        if (next !== undefined) editors.current.get(next)?.focusEnd()
      }
      if (event.key.toLowerCase() === 'n') {
        event.preventDefault()
        body.current?.parentElement?.querySelector<HTMLElement>('.insert button')?.click()
      }
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [view.places, focused, preview.document])

  const events: PlaceEvents = {
    onChange: (place, text) => {
      setRefused(null)
      paper.edit(place, text)
    },
    onChip: setChip,
    onRefused: setRefused,
    onFocus: (place) => {
      setFocused(place)
      setRefused(null)
      if (place.blockId !== block) {
        setBlock(place.blockId)
        setFollow((count) => count + 1)
      }
    },
    onBlur: () => void paper.flush(),
    register: (place, handle) => {
      if (handle) editors.current.set(place, handle)
      else editors.current.delete(place)
    },
  }
  const show = (finding: StyleFinding) => {
    go(finding.blockId)
    editors.current.get(finding.place)?.selectMark(finding)
  }
  const fix = (findings: readonly StyleFinding[]) => {
    for (const [place, text] of applySuggestions(view.places, findings, paper.textOf)) paper.edit(place, text)
    void paper.flush()
  }
  const focusedNow = focused && view.places.find((place) => place.place === focused.place)

  return (
    <>
      <div className="head">
        <a className="back" href="#/papers" aria-label={words.list.heading}>
          <ChevronLeft className="i i20" aria-hidden="true" />
        </a>
        <h1>{words.title}</h1>
        <span className="ell about" title={settings.title}>
          {template?.label}
          {settings.meetingDate && `　${formatDay(settings.meetingDate)}`}
          {settings.meeting && ` ${settings.meeting}`}
        </span>
        <span className="tags">
          {view.stamps.filter(isNotInTopLine).map((stamp) => (
            <Tag key={stamp}>{stamp}</Tag>
          ))}
          <Tag>{view.standing}</Tag>
        </span>
        <div className="acts">
          <span className="narrow-only">
            <Segmented
              label={words.view.label}
              value={side}
              onChange={setSide}
              choices={[
                { value: 'text', label: words.view.text },
                { value: 'preview', label: words.view.preview },
              ]}
            />
          </span>
          <Button icon={Settings2} isDisabled={readOnly} onPress={() => setSettingsOpen(true)}>
            {words.settings.open}
          </Button>
          <Button icon={Download} look="solid" onPress={() => setExporting(true)}>
            {words.exporting.open}
          </Button>
        </div>
      </div>
      <div className={`cols side-${side}`}>
        <Outline
          outline={view.outline}
          current={block === null ? '' : (headings.get(block) ?? '')}
          onGo={go}
          onSettings={() => setSettingsOpen(!readOnly)}
        />
        <div className="mid">
          <div className="tools">
            <span className="insert">
              <MenuButton
                icon={Plus}
                label={words.editor.insert}
                isDisabled={readOnly || !focused}
                entries={[...view.fields]
                  .sort((a, b) => Number(b.used) - Number(a.used))
                  .map((each) => ({
                    id: each.name,
                    label: each.label,
                    note: each.display,
                    group: each.used ? words.editor.insertUsed : words.editor.insertOther,
                  }))}
                onAction={(name) => focused && editors.current.get(focused.place)?.insertChip(name)}
              />
            </span>
            {!focused && <span className="sub ell">{words.editor.insertFirst}</span>}
            <span className="grow" />
            <span className="sub ell" role="status">
              {refused && words.editor.refused[refused]}
            </span>
            {focusedNow?.edited && !readOnly && (
              <Button
                look="quiet"
                icon={RotateCcw}
                onPress={() => {
                  paper.edit(focusedNow.place, null)
                  void paper.flush()
                }}
              >
                {words.editor.restore}
              </Button>
            )}
            <span className="sub nw">{words.editor.changed(edited)}</span>
          </div>
          <div className="ed" ref={body}>
            {view.blocks.map((each) => (
              <BlockView
                key={each.id}
                block={each}
                places={placesOf(view, each.id)}
                textOf={paper.textOf}
                faces={faces}
                findings={view.findings}
                position={positions.get(each.id) ?? ''}
                readOnly={readOnly}
                events={events}
              />
            ))}
          </div>
          <FieldStrip field={field} />
          <Findings
            findings={view.findings}
            positions={positions}
            readOnly={readOnly}
            canFix={(finding) =>
              finding.suggestion !== null && view.places.some((place) => place.place === finding.place)
            }
            onShow={show}
            onFix={fix}
          />
        </div>
        <PreviewPane preview={preview} block={block} follow={follow} page={page} onPage={setPage} />
      </div>
      {settingsOpen && (
        <SettingsDialog
          settings={settings}
          yearsWithData={ledger.yearsWithData}
          onClose={() => setSettingsOpen(false)}
          onApply={(next) => {
            setSettingsOpen(false)
            void paper.changeSettings(next)
          }}
        />
      )}
      {exporting && (
        <ExportDialogOfPaper
          id={draft.id}
          formats={template?.formats ?? ['pdf', 'xlsx']}
          missing={used.filter(isMissing).length}
          flush={paper.flush}
          onClose={() => setExporting(false)}
        />
      )}
      {paper.clash && (
        <ClashDialog clash={paper.clash} places={view.places} faces={faces} onSettle={paper.settleClash} />
      )}
    </>
  )
}

/** 架空の数値 stands in the top line already. */
const isNotInTopLine = (stamp: string): boolean => stamp !== frame.fictional
