/**
 * Columns of many rows as one blob each. Handing over a value a row costs more than SQLite's own work and
 * makes a text object for each; here SQLite joins the column, and its bytes are read at one step each.
 * The order is that of the rows: SQLite keeps `ORDER BY` of a subquery under `group_concat`.
 */

/** The unit separator stands in no code. */
const separator = 31
const zero = 48
const hyphen = 45
/** Of a node of the tree of codes: one place for each byte, then one for the code that ends there. */
const nodeSize = 257
const codeEnds = 256

/** The SQL of a column packed: whole numbers from 0, days, or codes. */
export const packed = (expression: string): string =>
  `CAST(group_concat(${expression}, char(${separator})) AS BLOB)`

/** A day as `unpackNumbers` gives it. */
export const numberOfDay = (day: string): number => Number(day.replaceAll('-', ''))

/** Fills `into` with whole numbers; a day becomes 20240401, an empty place 0. */
export function unpackNumbers<Into extends { [index: number]: number; readonly length: number }>(
  bytes: Uint8Array,
  into: Into,
): Into {
  if (into.length === 0) return into
  let row = 0
  let number = 0
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0
    if (byte === separator) {
      into[row] = number
      row += 1
      number = 0
    } else if (byte !== hyphen) number = number * 10 + (byte - zero)
  }
  into[row] = number
  requireAll(row, into)
  return into
}

/** A code with a separator in it would put every later row under its neighbour's: stop rather. */
function requireAll(lastRow: number, into: { readonly length: number }): void {
  if (lastRow !== into.length - 1) throw new Error('A packed column has not one value a row')
}

/**
 * Codes as small numbers, in the order in which they were first met. A tree of bytes finds a code's number
 * while its bytes are read: exact, without making a text for each row.
 */
export class PackedCodes {
  readonly codes: string[] = []
  /**
   * Node after node. A byte's place says where the node of that byte begins, 0 for none yet (the root is no
   * one's child); the last place is one more than the number of the code that ends here.
   */
  #tree = new Int32Array(64 * nodeSize)
  #end = nodeSize

  /** Fills `into` with the numbers of codes. */
  unpack(bytes: Uint8Array, into: Uint16Array): Uint16Array {
    if (into.length === 0) return into
    // A local: the loop takes one step a byte, millions of them.
    let tree = this.#tree
    let node = 0
    let start = 0
    let row = 0
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index] ?? 0
      if (byte === separator) {
        into[row] = (tree[node + codeEnds] || this.#meet(node, bytes.subarray(start, index))) - 1
        row += 1
        node = 0
        start = index + 1
      } else {
        const child = tree[node + byte] ?? 0
        node = child === 0 ? this.#grow(node + byte) : child
        if (child === 0) tree = this.#tree
      }
    }
    into[row] = (tree[node + codeEnds] || this.#meet(node, bytes.subarray(start))) - 1
    requireAll(row, into)
    return into
  }

  #meet(node: number, bytes: Uint8Array): number {
    const number = this.codes.push(Buffer.from(bytes).toString('utf8'))
    this.#tree[node + codeEnds] = number
    return number
  }

  /** Makes the node of a place. */
  #grow(place: number): number {
    const made = this.#end
    this.#end += nodeSize
    if (this.#end > this.#tree.length) {
      const larger = new Int32Array(this.#tree.length * 2)
      larger.set(this.#tree)
      this.#tree = larger
    }
    this.#tree[place] = made
    return made
  }
}
