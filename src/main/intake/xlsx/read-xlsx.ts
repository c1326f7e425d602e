import type { Sheet } from '../../../shared/intake/book.ts'
import { collectionMarkName, isCollectionMark } from '../../../shared/intake/collection-mark.ts'
import { Findings } from '../findings.ts'
import { Room } from '../grid.ts'
import { damaged, refusal } from '../refuse.ts'
import { TextCells } from '../texts.ts'
import { type Archive, openArchive, type ZipEntry } from '../zip/archive.ts'
import type { Budget } from '../zip/inflate.ts'
import type { BookContext } from './cell-value.ts'
import { formulaBudget } from './compute.ts'
import { refuseOtherArchives } from './other-archives.ts'
import { readSheet, type SheetMeans } from './read-sheet.ts'
import { type Relationship, readRelationships } from './relationships.ts'
import { readSharedStrings } from './shared-strings.ts'
import { readStyles } from './styles.ts'
import { readWorkbook, type Workbook } from './workbook.ts'

/** What a workbook gives to `Book`. */
export interface XlsxContent {
  readonly sheets: readonly Sheet[]
  readonly findings: ReturnType<Findings['all']>
  readonly mark: string | null
}

/** Where the parts of a workbook lie; nothing is taken from their usual places but by reference. */
export interface XlsxParts {
  readonly archive: Archive
  /** Key of the workbook part. */
  readonly workbook: string
  readonly relationships: readonly Relationship[]
}

/** Finds the workbook by the package's relationships. Throws when the archive is something else. */
export function openParts(archive: Archive, budget: Budget): XlsxParts {
  refuseOtherArchives(archive)
  const root = readRelationships(archive, '', budget).find(({ type }) => type === 'officeDocument')
  const workbook = root?.target ?? 'xl/workbook.xml'
  if (!archive.entries.has(workbook))
    throw refusal(root === undefined ? 'bookOtherKind' : 'bookDamaged', { part: workbook })
  return { archive, workbook, relationships: readRelationships(archive, workbook, budget) }
}

/** Reads a zip as a workbook. `watch` is called with every piece of its parts and may throw to stop. */
export function readXlsx(bytes: Uint8Array, watch: () => void): XlsxContent {
  const budget: Budget = { inflated: 0, watch }
  const parts = openParts(openArchive(bytes), budget)
  const entry = parts.archive.entries.get(parts.workbook)
  if (entry === undefined) throw damaged(parts.workbook)
  const workbook = readWorkbook(entry, budget)
  const findings = new Findings()
  noteExtras(parts, findings)
  const means = sheetMeans(parts, workbook, findings, budget)
  const sheets: Sheet[] = []
  const read = new Set<ZipEntry>()
  for (const { name, hidden, relationship } of workbook.sheets) {
    const reference = parts.relationships.find(({ id }) => id === relationship)
    if (reference === undefined) throw damaged(parts.workbook)
    if (reference.type !== 'worksheet') continue
    const sheet = parts.archive.entries.get(reference.target)
    if (sheet === undefined || read.has(sheet)) throw damaged(reference.target)
    read.add(sheet)
    sheets.push(readSheet({ name, hidden, entry: sheet }, means))
  }
  const { texts } = means.context
  if (texts.cut > 0) findings.note('cutCells', null, null, null, texts.cut)
  const marked = sheets.find(({ name }) => name === collectionMarkName)
  return {
    sheets: sheets.filter((sheet) => sheet !== marked),
    findings: findings.all().filter(({ sheet }) => sheet !== collectionMarkName),
    mark: workbook.mark ?? markOf(marked),
  }
}

function sheetMeans(parts: XlsxParts, workbook: Workbook, findings: Findings, budget: Budget): SheetMeans {
  const part = (type: string) => {
    const target = parts.relationships.find((relationship) => relationship.type === type)?.target
    return target === undefined ? undefined : parts.archive.entries.get(target)
  }
  const texts = new TextCells()
  const context: BookContext = {
    texts,
    strings: readSharedStrings(part('sharedStrings'), budget, texts),
    looks: readStyles(part('styles'), budget),
    date1904: workbook.date1904,
    recompute: workbook.recompute,
  }
  return { context, findings, room: new Room(), budget, formulas: formulaBudget() }
}

/** Macros and links to other books are told and otherwise left alone. */
function noteExtras(parts: XlsxParts, findings: Findings): void {
  const links = parts.relationships.filter(({ type }) => type === 'externalLink')
  if (links.length > 0) findings.note('externalLinks', null, null, null, links.length)
  const macros = parts.relationships.filter(({ type }) =>
    ['vbaProject', 'xlMacrosheet', 'xlIntlMacrosheet'].includes(type),
  )
  if (macros.length > 0) findings.note('macros', null, null, null, macros.length)
}

function markOf(sheet: Sheet | undefined): string | null {
  const cell = sheet?.rows[0]?.cells[0]
  return cell?.kind === 'text' && isCollectionMark(cell.text) ? cell.text : null
}
