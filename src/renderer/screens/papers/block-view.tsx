import { ChartLine, Lock, Quote, Table2 } from 'lucide-react'
import { memo } from 'react'
import type { PaperPlace, StyleFinding } from '../../../shared/contract/schemas/papers.ts'
import type { Block } from '../../../shared/paper/model.ts'
import { papersWords } from '../../../shared/words/papers-screen.ts'
import {
  type ChipEditor,
  type ChipEditorHandle,
  type ChipFace,
  ChipEditor as Editor,
  type Refusal,
} from '../../ui/chip-editor/chip-editor.tsx'
import { Icon } from '../../ui/icon.tsx'
import { inlineText } from './blocks.ts'

const words = papersWords.editor

export interface PlaceEvents {
  readonly onChange: (place: string, text: string) => void
  readonly onChip: (name: string | null) => void
  readonly onRefused: (why: Refusal) => void
  readonly onFocus: (place: PaperPlace) => void
  readonly onBlur: (place: PaperPlace) => void
  readonly register: (place: string, handle: ChipEditorHandle | null) => void
}

export interface BlockViewProps {
  readonly block: Block
  readonly places: readonly PaperPlace[]
  readonly textOf: (place: string) => string
  readonly faces: ReadonlyMap<string, ChipFace>
  readonly findings: readonly StyleFinding[]
  /** 「３（３）①」, read aloud before a place. */
  readonly position: string
  readonly readOnly: boolean
  readonly events: PlaceEvents
}

/** Below the screen's own h1. */
const headingTags = { 1: 'h2', 2: 'h3', 3: 'h4', 4: 'h5' } as const

/** One block of the paper: words to write in, or what the ledger makes by itself. */
export const BlockView = memo(function BlockView(props: BlockViewProps) {
  const { block } = props
  switch (block.kind) {
    case 'heading': {
      const Heading = headingTags[block.level]
      return (
        <div className={`bl head lv${block.level}`} data-block={block.id}>
          <Heading className="hd">
            <span className="mk">{block.mark.trim()}</span>
            {props.places.length > 0 ? <Places {...props} /> : <span>{inlineText(block.inlines)}</span>}
          </Heading>
        </div>
      )
    }
    case 'quotation':
      return (
        <div className={`bl under${block.level}`} data-block={block.id}>
          <p className="fixed">
            <span className="kind">
              <Icon of={Quote} size={14} />
              {words.quotation}
            </span>
            {block.before}
            {block.quoted}
            {block.after}
          </p>
          {block.source && <p className="fixed sub">{block.source}</p>}
          <Places {...props} />
        </div>
      )
    case 'table':
    case 'chart':
      return (
        <div className="bl" data-block={block.id}>
          <p className="made">
            <Icon of={block.kind === 'table' ? Table2 : ChartLine} />
            <b>
              {block.mark}　{block.title}
            </b>
            <span className="sub">{words.generated}</span>
          </p>
        </div>
      )
    case 'rule':
      return <hr className="bl" aria-label={words.rule} data-block={block.id} />
    case 'pageBreak':
      return (
        <p className="bl sub" data-block={block.id}>
          {words.pageBreak}
        </p>
      )
    case 'notes':
      return (
        <div className="bl" data-block={block.id}>
          {props.places.length > 0 ? (
            <Places {...props} />
          ) : (
            block.notes.map((note) => (
              <p key={`${note.mark}${note.text}`} className="fixed sub">
                {note.mark}　{note.text}
              </p>
            ))
          )}
        </div>
      )
    default:
      return (
        <div className={`bl under${block.level}`} data-block={block.id}>
          {props.places.length > 0 ? <Places {...props} /> : <Fixed block={block} />}
        </div>
      )
  }
})

function Fixed({ block }: { readonly block: Extract<Block, { kind: 'paragraph' | 'labels' | 'list' }> }) {
  if (block.kind === 'paragraph') {
    return (
      <p className="fixed">
        <Icon of={Lock} size={14} />
        <span className="vh">{words.fixed}</span>
        {inlineText(block.inlines)}
      </p>
    )
  }
  if (block.kind === 'list') {
    return block.items.map((item) => (
      <p key={item.mark} className="fixed">
        {item.mark}
        {inlineText(item.inlines)}
      </p>
    ))
  }
  return block.items.map((item) => (
    <p key={item.label} className="fixed">
      {item.label}：{item.lines.map(inlineText).join(' ')}
    </p>
  ))
}

function Places(props: BlockViewProps) {
  return props.places.map((place) => (
    <div key={place.place} className={place.label ? 'pl labelled' : 'pl'}>
      {place.label && <span className="lb">{place.label}</span>}
      <Editor
        ref={(handle) => props.events.register(place.place, handle)}
        label={nameOf(props, place) || words.label}
        text={props.textOf(place.place)}
        faces={props.faces}
        missingWords={words.missing}
        marks={marksOf(props, place)}
        isReadOnly={props.readOnly}
        onChange={(text) => props.events.onChange(place.place, text)}
        onChip={props.events.onChip}
        onRefused={props.events.onRefused}
        onFocus={() => props.events.onFocus(place)}
        onBlur={() => props.events.onBlur(place)}
      />
    </div>
  ))
}

/** Findings are about the text that was read; while other words stand there, they are not shown. */
function marksOf(props: BlockViewProps, place: PaperPlace): Parameters<typeof ChipEditor>[0]['marks'] {
  if (props.textOf(place.place) !== place.text) return []
  return props.findings
    .filter((finding) => finding.place === place.place)
    .map((finding) => ({ start: finding.start, end: finding.end, level: finding.severity }))
}

/** 「３（３）①」, 「３（３）①　見出し」, 「３（３）⑥　ア　目的」. */
function nameOf({ block, position }: BlockViewProps, place: PaperPlace): string {
  return words.place(position, block.kind === 'heading' ? words.heading : place.label)
}
