import type { Cell } from '../cell/cell.ts'
import type { ChartSpec } from '../chart/chart-spec.ts'
import type { TimeFrame } from '../time/day.ts'

/**
 * The report model: what a paper says, decided to the last digit and word. Renderers (PDF, workbook,
 * data, Word) decide only how it looks. Plain JSON, so that it crosses to the render worker.
 */
export interface ReportModel {
  readonly template: TemplateCode
  readonly head: PaperHead
  readonly orientation: 'portrait' | 'landscape'
  readonly numbering: 'city' | 'national'
  readonly pageNumbers: 'nOfN' | 'fullWidthN'
  readonly blocks: readonly Block[]
}

export type TemplateCode = 'council' | 'annual' | 'tables'

/** What stands above the text and on every page. All strings are ready to print. */
export interface PaperHead {
  readonly title: string
  /** 「資料１」 or '' for none. */
  readonly number: string
  readonly meeting: string
  /** 「令和６年12月10日」, or '' while not fixed. */
  readonly date: string
  /** Department and division as they were called on that date. */
  readonly department: string
  readonly city: string
  readonly frame: TimeFrame
  /** 「令和６年４月から11月まで（令和６年11月30日現在）」. */
  readonly frameText: string
  /** Boxed words at the top of each page: 案, 庁内用（取扱注意）, 架空の数値. */
  readonly stamps: readonly string[]
  /** 「速報値（令和６年11月30日現在）」 or 「確定値」. */
  readonly standing: string
  readonly fictional: boolean
}

/** Text with number fields. A number inside a sentence is a field, never typed. */
export type Inline = { readonly kind: 'text'; readonly text: string } | FieldInline

export interface FieldInline {
  readonly kind: 'field'
  /** Names the field within the template: `consultation.events`. */
  readonly name: string
  /** What the number means, for the chip and the alternative text: 「相談延べ件数」. */
  readonly label: string
  /** As printed, with unit: 「268件」; 「値なし」 when missing. */
  readonly display: string
  readonly cell: Cell
}

interface BlockBase {
  /** Stable within a template: edits, findings and the preview refer to it. */
  readonly id: string
  /** Where the reader may change the words. */
  readonly editable: boolean
}

/** Level 1 is １, 2 is （１）, 3 is ①, 4 is ア (city preset). Numbers are counted by the renderer-independent numbering pass. */
export interface HeadingBlock extends BlockBase {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3 | 4
  /** Given by numbering: mark with its spacing, e.g. 「１　」 「（１）」. */
  readonly mark: string
  readonly inlines: readonly Inline[]
}

/** `level` is the heading level it stands under; it sets the indent. The first line is indented one character. */
export interface ParagraphBlock extends BlockBase {
  readonly kind: 'paragraph'
  readonly level: 0 | 1 | 2 | 3 | 4
  readonly inlines: readonly Inline[]
}

/** A paragraph that carries a quotation: style rules never touch `quotes`. `source` is the ※ note below. */
export interface QuotationBlock extends BlockBase {
  readonly kind: 'quotation'
  readonly level: 0 | 1 | 2 | 3 | 4
  readonly before: string
  readonly quoted: string
  readonly after: string
  readonly source: string
}

/** 「目的：…」: label lines that hang, also over several lines. */
export interface LabelListBlock extends BlockBase {
  readonly kind: 'labels'
  readonly level: 0 | 1 | 2 | 3 | 4
  readonly items: readonly {
    readonly label: string
    /** One entry a line of its own (「対象」 has three aligned ones). */
    readonly lines: readonly (readonly Inline[])[]
  }[]
}

/** ①–⑥ as a list without bodies. */
export interface ListBlock extends BlockBase {
  readonly kind: 'list'
  readonly level: 0 | 1 | 2 | 3 | 4
  readonly items: readonly { readonly mark: string; readonly inlines: readonly Inline[] }[]
}

/** A full-width rule. */
export interface RuleBlock extends BlockBase {
  readonly kind: 'rule'
}

export interface PageBreakBlock extends BlockBase {
  readonly kind: 'pageBreak'
}

/** 注１ …, legends, ※ lines under a table or text. */
export interface NotesBlock extends BlockBase {
  readonly kind: 'notes'
  readonly notes: readonly { readonly mark: string; readonly text: string }[]
}

export type TableCell =
  /** Words: row labels and the like. `indent` counts characters (内訳 1, 再掲 1 …). */
  | { readonly kind: 'label'; readonly text: string; readonly indent: number; readonly bold: boolean }
  /** A number with its display as printed and what lies behind it. */
  | {
      readonly kind: 'number'
      readonly cell: Cell
      /** As printed in the paper: 「△9」, 「…」, 「28.8」. */
      readonly display: string
      /** For the workbook: the number to write (rounded to `decimals`), or null for a state word. */
      readonly raw: number | null
      readonly decimals: number
      readonly unit: string
      readonly provisional: boolean
      readonly bold: boolean
    }
  | { readonly kind: 'empty' }
  /** Not comparable: hatched, with the note's mark. */
  | { readonly kind: 'broken'; readonly text: string }

export interface TableColumn {
  /**
   * Head lines from the outermost group to the column's own: ['令和５年度の増減', '差']. Equal neighbours
   * are one spanning head; a head may hold newlines: '令和６年度 注１\n（11月末現在）'.
   */
  readonly heads: readonly string[]
  readonly align: 'left' | 'right' | 'center'
  /** Relative width in characters. */
  readonly width: number
  /** A double line on the left: a break in the series stands between. */
  readonly breakBefore: boolean
}

export interface TableBlock extends BlockBase {
  readonly kind: 'table'
  /** 「表１　ひきこもり支援の実績」 number given by numbering, title without it. */
  readonly mark: string
  readonly title: string
  /** 「単位：件、人」. */
  readonly unit: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly { readonly id: string; readonly cells: readonly TableCell[] }[]
  readonly notes: readonly { readonly mark: string; readonly text: string }[]
  /** Symbols used in this table, in words: 「－：該当なし　…：不詳・未調査」. */
  readonly legend: string
  readonly source: string
}

export interface ChartBlock extends BlockBase {
  readonly kind: 'chart'
  /** 「図１」. */
  readonly mark: string
  readonly title: string
  readonly unit: string
  readonly spec: ChartSpec
  /** Read aloud in place of the picture; also the table beside it in words. */
  readonly alternative: string
  readonly notes: readonly { readonly mark: string; readonly text: string }[]
  readonly source: string
}

export type Block =
  | HeadingBlock
  | ParagraphBlock
  | QuotationBlock
  | LabelListBlock
  | ListBlock
  | RuleBlock
  | PageBreakBlock
  | NotesBlock
  | TableBlock
  | ChartBlock
