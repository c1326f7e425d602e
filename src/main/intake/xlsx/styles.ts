import { limits } from '../limits.ts'
import { tooLarge } from '../refuse.ts'
import { readXml } from '../xml/read-xml.ts'
import type { ZipEntry } from '../zip/archive.ts'
import type { Budget } from '../zip/inflate.ts'
import { lookOfBuiltIn, lookOfFormat, type NumberLook } from './number-format.ts'

/** How each cell format (`s="3"`) shows a number. */
export function readStyles(entry: ZipEntry | undefined, budget: Budget): readonly NumberLook[] {
  if (entry === undefined) return []
  const custom = new Map<number, NumberLook>()
  const ids: number[] = []
  const open: string[] = []
  readXml(entry, budget, {
    open(name, attributes) {
      const parent = open.at(-1)
      open.push(name)
      if (name === 'numFmt' && parent === 'numFmts') {
        custom.set(Number(attributes.numFmtId), lookOfFormat(attributes.formatCode ?? ''))
      }
      if (name === 'xf' && parent === 'cellXfs') ids.push(Number(attributes.numFmtId ?? 0))
      if (ids.length > limits.styles) throw tooLarge('styles', limits.styles)
    },
    close() {
      open.pop()
    },
    text() {},
  })
  return ids.map((id) => custom.get(id) ?? lookOfBuiltIn(id))
}
