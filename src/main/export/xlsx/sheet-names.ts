/** Names that the sheets of one workbook can carry: at most 31 signs, none of `*?:/\[]`, each once. */
export class SheetNames {
  readonly #taken = new Set<string>(['history'])

  /** The wanted name made safe; a second one of the same name is numbered. */
  take(wanted: string): string {
    const safe =
      [...wanted.normalize('NFC')]
        .map((character) => (/[*?:/\\[\]\p{Cc}]/u.test(character) ? '・' : character))
        .join('')
        .replace(/^'+|'+$/gu, '')
        .trim() || '表'
    for (let number = 1; ; number++) {
      const tail = number === 1 ? '' : `（${number}）`
      const name = cut(safe, 31 - tail.length) + tail
      if (this.#taken.has(name.toLowerCase())) continue
      this.#taken.add(name.toLowerCase())
      return name
    }
  }
}

/** Cuts to UTF-16 units without parting a pair. */
function cut(text: string, length: number): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > length) break
    kept += character
  }
  return kept
}
