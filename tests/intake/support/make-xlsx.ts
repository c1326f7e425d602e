import { strToU8, zipSync } from 'fflate'

export interface SheetParts {
  readonly name: string
  /** What stands in `<sheetData>`. */
  readonly data: string
  readonly state?: 'hidden' | 'veryHidden'
  /** Before and behind the data: columns, merges, drawings. */
  readonly before?: string
  readonly behind?: string
  readonly relationships?: string
}

export interface BookParts {
  readonly sheets: readonly SheetParts[]
  /** Inside `<styleSheet>`. */
  readonly styles?: string
  /** The `<si>` items. */
  readonly strings?: readonly string[]
  readonly workbook?: string
  /** More references of the workbook part. */
  readonly relationships?: string
  readonly others?: Readonly<Record<string, Uint8Array>>
  /** Folder of all parts: `xl`. */
  readonly folder?: string
  readonly strict?: boolean
  /** Of every element of sheets: `x:`. */
  readonly prefix?: string
  /** Packs nothing when 0. */
  readonly level?: 0 | 6
}

export const transitional = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const strictMain = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const typeOf = (strict: boolean | undefined) =>
  strict
    ? 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    : 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageKind = 'http://schemas.openxmlformats.org/package/2006/relationships'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const related = (inside: string) => `${head}<Relationships xmlns="${packageKind}">${inside}</Relationships>`

const kinds: readonly (readonly [RegExp, string])[] = [
  [/workbook\.xml$/, 'sheet.main'],
  [/sheet\d+\.xml$/, 'worksheet'],
  [/styles\.xml$/, 'styles'],
  [/sharedStrings\.xml$/, 'sharedStrings'],
]

function contentTypes(names: readonly string[]): string {
  const overrides = names.flatMap((name) => {
    const kind = kinds.find(([pattern]) => pattern.test(name))?.[1]
    const type = `application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml`
    return kind === undefined ? [] : [`<Override PartName="/${name}" ContentType="${type}"/>`]
  })
  const defaults = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`
  const space = 'http://schemas.openxmlformats.org/package/2006/content-types'
  return `${head}<Types xmlns="${space}">${defaults}${overrides.join('')}</Types>`
}

/** The parts of a small workbook, as some program could have written them. */
export function bookFiles(book: BookParts): Record<string, Uint8Array> {
  const folder = book.folder ?? 'xl'
  const main = book.strict ? strictMain : transitional
  const prefix = book.prefix ?? ''
  const type = typeOf(book.strict)
  const files: Record<string, string> = {}
  files['_rels/.rels'] = related(
    `<Relationship Id="r1" Type="${type}/officeDocument" Target="${folder}/workbook.xml"/>`,
  )
  const sheets = book.sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${name}" sheetId="${index + 1}"${state ? ` state="${state}"` : ''} r:id="s${index + 1}"/>`,
  )
  files[`${folder}/workbook.xml`] =
    `${head}<workbook xmlns="${main}" xmlns:r="${type}">${book.workbook ?? ''}<sheets>${sheets.join('')}</sheets></workbook>`
  const references = book.sheets.map(
    (_, index) =>
      `<Relationship Id="s${index + 1}" Type="${type}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  )
  if (book.styles !== undefined) {
    references.push(`<Relationship Id="st" Type="${type}/styles" Target="styles.xml"/>`)
    files[`${folder}/styles.xml`] = `${head}<styleSheet xmlns="${main}">${book.styles}</styleSheet>`
  }
  if (book.strings !== undefined) {
    references.push(`<Relationship Id="ss" Type="${type}/sharedStrings" Target="sharedStrings.xml"/>`)
    files[`${folder}/sharedStrings.xml`] = `${head}<sst xmlns="${main}">${book.strings.join('')}</sst>`
  }
  files[`${folder}/_rels/workbook.xml.rels`] = related(references.join('') + (book.relationships ?? ''))
  for (const [index, sheet] of book.sheets.entries()) {
    const space = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`
    const inside = `${sheet.before ?? ''}<${prefix}sheetData>${sheet.data}</${prefix}sheetData>${sheet.behind ?? ''}`
    files[`${folder}/worksheets/sheet${index + 1}.xml`] =
      `${head}<${prefix}worksheet ${space}="${main}" xmlns:r="${type}">${inside}</${prefix}worksheet>`
    if (sheet.relationships !== undefined) {
      files[`${folder}/worksheets/_rels/sheet${index + 1}.xml.rels`] = related(sheet.relationships)
    }
  }
  files['[Content_Types].xml'] = contentTypes(Object.keys(files))
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const)
  return { ...Object.fromEntries(bytes), ...book.others }
}

export const makeXlsx = (book: BookParts): Uint8Array =>
  zipSync(bookFiles(book), { level: book.level ?? 6, mtime: new Date(2024, 3, 1) })

/** A workbook of one sheet 「表」 with these rows. */
export const oneSheet = (data: string, more: Partial<SheetParts> & Partial<BookParts> = {}): Uint8Array => {
  const { name = '表', state, before, behind, relationships, ...book } = more
  const sheet = {
    name,
    data,
    ...(state && { state }),
    ...(before && { before }),
    ...(behind && { behind }),
    ...(relationships && { relationships }),
  }
  return makeXlsx({ sheets: [sheet], ...book })
}

/** `<cellXfs>` with one format for each code, after the plain one. */
export function stylesOf(codes: readonly (string | number)[]): string {
  const custom = codes.flatMap((code, index) =>
    typeof code === 'number'
      ? []
      : [`<numFmt numFmtId="${200 + index}" formatCode="${code.replaceAll('"', '&quot;')}"/>`],
  )
  const formats = codes.map(
    (code, index) =>
      `<xf numFmtId="${typeof code === 'number' ? code : 200 + index}" fontId="0" fillId="0" borderId="0"/>`,
  )
  const patterns = ['none', 'gray125'].map((type) => `<fill><patternFill patternType="${type}"/></fill>`)
  const fills = `<fills count="2">${patterns.join('')}</fills>`
  const fonts = '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
  const base = '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  const names = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
  const borders = '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  return `<numFmts count="${custom.length}">${custom.join('')}</numFmts>${fonts}${fills}${borders}${base}<cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>${formats.join('')}</cellXfs>${names}`
}

/** A text cell without shared strings. */
export const textCell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`
