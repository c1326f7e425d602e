import { annotatedCopyWords } from '../../../shared/words/annotated-copy.ts'
import { columnName } from '../xlsx/reference.ts'
import type { CellNote } from './notes.ts'
import { appendInside, type Edit, edited, escaped, walkTags } from './xml-edit.ts'

const reference = ({ row, column }: CellNote): string => `${columnName(column)}${row}`

const wordsOf = (note: CellNote): string => {
  const { author, tones } = annotatedCopyWords
  return `【${author}：${tones[note.tone]}】\n${note.text}`
}

const run = (prefix: string, text: string): string =>
  `<${prefix}r><${prefix}t xml:space="preserve">${escaped(text)}</${prefix}t></${prefix}r>`

/** A part of comments that has none yet. */
export function emptyComments(namespace: string): string {
  const open = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${namespace}">`
  return `${open}<authors></authors><commentList></commentList></comments>`
}

/**
 * Adds a comment for each note. A cell that has one keeps its words and gets ours behind them. Returns the
 * part's new text and the notes whose cells had no comment, which still need a box.
 */
export function addComments(
  part: string,
  text: string,
  notes: readonly CellNote[],
): { readonly text: string; readonly boxes: readonly CellNote[] } {
  const waiting = new Map(notes.map((note) => [reference(note), note]))
  const edits: Edit[] = []
  let authors = 0
  let joined: CellNote | null = null
  walkTags(part, text, {
    open(tag) {
      if (tag.name === 'author') authors++
      if (tag.name !== 'comment') return
      const at = (tag.attributes.ref ?? '').replaceAll('$', '').toUpperCase()
      joined = waiting.get(at) ?? null
      waiting.delete(at)
    },
    close(tag) {
      const inside = (content: string): void => {
        edits.push(appendInside(text, tag, content))
      }
      if (tag.name === 'text' && joined !== null) inside(run(tag.prefix, `\n${wordsOf(joined)}`))
      if (tag.name === 'comment') joined = null
      if (tag.name === 'authors')
        inside(`<${tag.prefix}author>${annotatedCopyWords.author}</${tag.prefix}author>`)
      if (tag.name !== 'commentList') return
      const { prefix } = tag
      const comments = [...waiting.values()].map((note) => {
        const words = `<${prefix}text>${run(prefix, wordsOf(note))}</${prefix}text>`
        return `<${prefix}comment ref="${reference(note)}" authorId="${authors}">${words}</${prefix}comment>`
      })
      inside(comments.join(''))
    },
  })
  return { text: edited(text, edits), boxes: [...waiting.values()] }
}
