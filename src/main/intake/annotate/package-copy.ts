import { damaged } from '../refuse.ts'
import { readRelationships, relationshipsKey } from '../xlsx/relationships.ts'
import { type Archive, partKey, type ZipEntry } from '../zip/archive.ts'
import { type Budget, inflateWhole } from '../zip/inflate.ts'
import { writeArchive } from '../zip/write-archive.ts'
import { appendInside, escaped, walkTags } from './xml-edit.ts'

const packageRelationships = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** A workbook's archive of which some parts get a new text; everything else is copied byte for byte. */
export class PackageCopy {
  readonly archive: Archive
  readonly #budget: Budget
  readonly #changed = new Map<string, { readonly name: string; readonly text: string }>()

  constructor(archive: Archive, budget: Budget) {
    this.archive = archive
    this.#budget = budget
  }

  /** The present text of a part, or null where there is none. */
  text(part: string): string | null {
    const key = partKey(part)
    const changed = this.#changed.get(key)
    if (changed !== undefined) return changed.text
    const entry = this.archive.entries.get(key)
    return entry === undefined ? null : decoded(entry, this.#budget)
  }

  set(part: string, text: string): void {
    const key = partKey(part)
    const name = this.archive.entries.get(key)?.name ?? part
    this.#changed.set(key, { name, text })
  }

  /** A name that no part has yet: `xl/comments7.xml`. */
  freeName(before: string, after: string): string {
    for (let number = 1; ; number++) {
      const name = `${before}${number}${after}`
      const key = partKey(name)
      if (!this.archive.entries.has(key) && !this.#changed.has(key)) return name
    }
  }

  /** Adds a relationship to a part and returns its id. */
  relate(part: string, type: string, target: string): string {
    const key = relationshipsKey(part)
    const known = readRelationships(this.archive, part, this.#budget).map(({ id }) => id)
    const text = this.text(key) ?? `<Relationships xmlns="${packageRelationships}"></Relationships>`
    let number = 1
    while (known.includes(`rIdF${number}`) || text.includes(`"rIdF${number}"`)) number++
    const id = `rIdF${number}`
    this.set(
      key,
      appended(key, text, 'Relationships', (prefix) => {
        return `<${prefix}Relationship Id="${id}" Type="${type}" Target="${escaped(relativeTarget(part, target))}"/>`
      }),
    )
    return id
  }

  /** Declares the content type of a new part; with `extension` of all parts that end so. */
  declare(type: string, by: { readonly part: string } | { readonly extension: string }): void {
    const key = '[content_types].xml'
    const text = this.text(key)
    if (text === null) throw damaged(key)
    const attribute = 'part' in by ? `PartName="/${escaped(by.part)}"` : `Extension="${by.extension}"`
    if (text.toLowerCase().includes(attribute.toLowerCase())) return
    const name = 'part' in by ? 'Override' : 'Default'
    this.set(
      key,
      appended(key, text, 'Types', (prefix) => `<${prefix}${name} ${attribute} ContentType="${type}"/>`),
    )
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return writeArchive(this.archive, this.#changed)
  }
}

/** Parts are written as UTF-8, whatever they were. */
function decoded(entry: ZipEntry, budget: Budget): string {
  const bytes = inflateWhole(entry, budget)
  const [first = 0, second = 0] = bytes
  const little = first === 0xff || (first === 0x3c && second === 0)
  const big = first === 0xfe || (first === 0 && second === 0x3c)
  if (!little && !big) return new TextDecoder('utf-8').decode(bytes)
  const text = new TextDecoder(little ? 'utf-16le' : 'utf-16be').decode(bytes)
  return text.replace(/^(<\?xml[^>]*encoding=["'])[^"']*/, '$1UTF-8')
}

function appended(part: string, text: string, root: string, inside: (prefix: string) => string): string {
  let result: string | null = null
  walkTags(part, text, {
    close(tag) {
      if (tag.depth !== 0 || tag.name !== root) return
      const edit = appendInside(text, tag, inside(tag.prefix))
      result = text.slice(0, edit.at) + edit.insert + text.slice(edit.at + edit.remove)
    },
  })
  if (result === null) throw damaged(part)
  return result
}

/** Targets are written as Excel writes them, from the part's own folder: some readers know no other way. */
function relativeTarget(part: string, target: string): string {
  const from = part.split('/').slice(0, -1)
  const to = target.split('/')
  let shared = 0
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/')
}
