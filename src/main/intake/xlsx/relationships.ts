import { readXml } from '../xml/read-xml.ts'
import { type Archive, partKey } from '../zip/archive.ts'
import type { Budget } from '../zip/inflate.ts'

/** A reference from one part to another, as its `.rels` part lists it. */
export interface Relationship {
  readonly id: string
  /** Last word of the type: `worksheet`, `sharedStrings` (transitional and strict books alike). */
  readonly type: string
  /** Key of the part that is meant ({@link partKey}); of an external one the address as written. */
  readonly target: string
  readonly external: boolean
}

/** The relationships of a part, or of the whole package (`''`). None where there is no `.rels` part. */
export function readRelationships(archive: Archive, part: string, budget: Budget): readonly Relationship[] {
  const entry = archive.entries.get(relationshipsKey(part))
  if (entry === undefined) return []
  const found: Relationship[] = []
  readXml(entry, budget, {
    open(name, attributes) {
      if (name !== 'Relationship') return
      const external = attributes.TargetMode?.toLowerCase() === 'external'
      const target = attributes.Target ?? ''
      found.push({
        id: attributes.Id ?? '',
        type: (attributes.Type ?? '').split('/').at(-1) ?? '',
        target: external ? target : resolveTarget(part, target),
        external,
      })
    },
    close() {},
    text() {},
  })
  return found
}

/** `xl/worksheets/sheet1.xml` → `xl/worksheets/_rels/sheet1.xml.rels`. */
export function relationshipsKey(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return partKey(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`)
}

/** A target is relative to its part's folder, or begins with a slash. It only ever names an entry of the archive. */
export function resolveTarget(part: string, target: string): string {
  const written = decoded(target.replaceAll('\\', '/'))
  const base = written.startsWith('/') ? [] : part.split('/').slice(0, -1)
  const segments = [...base]
  for (const segment of written.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return partKey(segments.join('/'))
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}
