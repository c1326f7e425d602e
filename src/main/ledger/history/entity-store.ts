import type { Database, Statement } from 'better-sqlite3'
import { fail } from '../failures.ts'
import { imageText } from './chain.ts'
import { type EntityTable, entityChildren, type RowImage, type SqlValue } from './entities.ts'

interface Column {
  readonly name: string
  readonly defaultValue: SqlValue | undefined
  readonly nullable: boolean
}

interface ColumnInfo {
  readonly name: string
  readonly notnull: number
  readonly dflt_value: string | null
  readonly pk: number
  /** 2 and 3: generated. */
  readonly hidden: number
}

function defaultOf(text: string | null): SqlValue | undefined {
  if (text === null) return undefined
  if (/^'.*'$/.test(text)) return text.slice(1, -1).replaceAll("''", "'")
  return Number(text)
}

/** Columns that are stored, in the schema's order. */
function storedColumns(connection: Database, table: string): readonly Column[] {
  const infos = connection.prepare<[], ColumnInfo>(`PRAGMA table_xinfo(${table})`).all()
  return infos
    .filter(({ hidden }) => hidden === 0)
    .map(({ name, notnull, dflt_value }) => ({
      name,
      defaultValue: defaultOf(dflt_value),
      nullable: notnull === 0,
    }))
}

/** Stops with `invalidValue` at what SQLite would refuse or change silently. */
function storable(value: unknown, table: string, column: string): SqlValue {
  if (value === null) return null
  if (typeof value === 'string' && value.isWellFormed() && !value.includes('\0')) return value
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value + 0
  return fail('invalidValue', { constraint: 'type', place: `${table}.${column}` })
}

interface ChildStore {
  readonly table: string
  /** Without the owner's key; in the order of the image. */
  readonly columns: readonly Column[]
  readonly insert: Statement<unknown[], unknown>
  readonly select: Statement<unknown[], unknown>
  readonly remove: Statement<unknown[], unknown>
  readonly removeRange: Statement<unknown[], unknown>
}

/** Reads and writes whole entities of one table by prepared statements. History is not its business. */
export class EntityStore {
  readonly table: EntityTable
  readonly columns: readonly Column[]
  readonly children: readonly ChildStore[]
  readonly #insert: Statement<unknown[], unknown>
  readonly #connection: Database
  /** By the columns that they set. */
  readonly #updates = new Map<string, Statement<unknown[], unknown>>()
  readonly #remove: Statement<unknown[], unknown>
  readonly #removeRange: Statement<unknown[], unknown>
  readonly #select: Statement<unknown[], unknown>
  readonly #selectAll: Statement<unknown[], unknown>
  readonly #keyOfId: Statement<unknown[], unknown>

  constructor(connection: Database, table: EntityTable) {
    this.table = table
    this.columns = storedColumns(connection, table)
    const names = this.columns.map(({ name }) => name)
    const list = names.join(', ')
    const marks = names.map(() => '?').join(', ')
    this.#insert = connection.prepare(`INSERT INTO ${table} (${list}) VALUES (${marks})`)
    this.#connection = connection
    this.#remove = connection.prepare(`DELETE FROM ${table} WHERE key = ?`)
    this.#removeRange = connection.prepare(`DELETE FROM ${table} WHERE key BETWEEN ? AND ?`)
    this.#select = connection.prepare(`SELECT ${list} FROM ${table} WHERE key = ?`)
    this.#selectAll = connection.prepare(`SELECT ${list} FROM ${table} ORDER BY key`)
    this.#keyOfId = connection.prepare(`SELECT key FROM ${table} WHERE id = ?`).pluck()
    const owner = `${table}_key`
    this.children = entityChildren[table].map((child) => {
      const columns = storedColumns(connection, child).filter(({ name }) => name !== owner)
      const childNames = columns.map(({ name }) => name)
      const order = childNames.includes('list') ? 'list, position' : 'position'
      return {
        table: child,
        columns,
        insert: connection.prepare(
          `INSERT INTO ${child} (${[owner, ...childNames].join(', ')}) VALUES (${['?', ...childNames.map(() => '?')].join(', ')})`,
        ),
        select: connection
          .prepare(`SELECT ${childNames.join(', ')} FROM ${child} WHERE ${owner} = ? ORDER BY ${order}`)
          .raw(),
        remove: connection.prepare(`DELETE FROM ${child} WHERE ${owner} = ?`),
        removeRange: connection.prepare(`DELETE FROM ${child} WHERE ${owner} BETWEEN ? AND ?`),
      }
    })
  }

  keyOfId(id: string): number | null {
    return (this.#keyOfId.get(id) as number | undefined) ?? null
  }

  /** The entity as it is stored now, or null. */
  read(key: number): RowImage | null {
    const columns = this.#select.get(key) as RowImage['columns'] | undefined
    return columns === undefined ? null : { columns, children: this.#readChildren(key) }
  }

  /** Every entity in the order of keys; nothing may be written meanwhile. */
  *readAll(): Generator<RowImage> {
    for (const columns of this.#selectAll.iterate() as IterableIterator<RowImage['columns']>) {
      yield { columns, children: this.#readChildren(Number(columns.key)) }
    }
  }

  #readChildren(key: number): RowImage['children'] {
    const children: Record<string, readonly (readonly SqlValue[])[]> = {}
    for (const child of this.children) {
      children[child.table] = child.select.all(key) as readonly (readonly SqlValue[])[]
    }
    return children
  }

  /**
   * A complete image from given values: the rest comes from `base` (the row before), else from the
   * columns' defaults. Stops with `invalidValue` for unknown columns and values of a wrong type.
   */
  compose(
    given: object,
    base: RowImage | null,
    own: { key: number; id: string; revision: number },
  ): RowImage {
    const values = new Map<string, unknown>(Object.entries(given))
    const columns: Record<string, SqlValue> = {}
    for (const { name, defaultValue, nullable } of this.columns) {
      const value = values.get(name)
      values.delete(name)
      if (name === 'key' || name === 'id' || name === 'revision') columns[name] = own[name]
      else if (value !== undefined) columns[name] = storable(value, this.table, name)
      else if (base !== null) columns[name] = base.columns[name] ?? null
      else if (defaultValue !== undefined) columns[name] = defaultValue
      else if (nullable) columns[name] = null
      else fail('invalidValue', { constraint: 'notnull', place: `${this.table}.${name}` })
    }
    const children: Record<string, readonly (readonly SqlValue[])[]> = {}
    for (const child of this.children) {
      const rows = values.get(child.table)
      values.delete(child.table)
      children[child.table] =
        rows === undefined ? (base?.children[child.table] ?? []) : composeChildren(child, rows)
    }
    for (const name of values.keys())
      fail('invalidValue', { constraint: 'unknown', place: `${this.table}.${name}` })
    return { columns, children }
  }

  /**
   * An image of an earlier schema as this one would store it: new columns with their defaults (they stand
   * last in child rows, too), new children empty. Columns that a step took away are left out.
   */
  modernise(image: RowImage): RowImage {
    const columns = Object.fromEntries(
      this.columns.map(({ name, defaultValue }) => [name, image.columns[name] ?? defaultValue ?? null]),
    )
    const children = Object.fromEntries(
      this.children.map((child) => [
        child.table,
        (image.children[child.table] ?? []).map((row) =>
          child.columns.map(({ defaultValue }, at) =>
            at < row.length ? (row[at] ?? null) : (defaultValue ?? null),
          ),
        ),
      ]),
    )
    return { columns, children }
  }

  /** Whether an after-image, as text of any earlier schema, says the same as the row that is stored. */
  saysTheSame(after: string, stored: RowImage): boolean {
    const text = imageText(stored)
    return after === text || imageText(this.modernise(JSON.parse(after) as RowImage)) === text
  }

  insert(image: RowImage): void {
    this.#insert.run(...this.columns.map(({ name }) => image.columns[name]))
    this.#insertChildren(image)
  }

  /** `before` is what is stored. Only what differs is set: SQLite writes every index of a column that is set. */
  update(before: RowImage, after: RowImage): void {
    const key = after.columns.key
    const changed = this.columns
      .map(({ name }) => name)
      .filter((name) => before.columns[name] !== after.columns[name])
    if (changed.length > 0) {
      this.#updateOf(changed).run(...changed.map((name) => after.columns[name]), before.columns.key)
    }
    for (const child of this.children) {
      const old = before.children[child.table]
      const young = after.children[child.table]
      if (JSON.stringify(old) === JSON.stringify(young)) continue
      child.remove.run(key)
      for (const row of young ?? []) child.insert.run(key, ...row)
    }
  }

  #updateOf(names: readonly string[]): Statement<unknown[], unknown> {
    const sets = names.map((name) => `${name} = ?`).join(', ')
    const known = this.#updates.get(sets)
    if (known !== undefined) return known
    const made = this.#connection.prepare(`UPDATE ${this.table} SET ${sets} WHERE key = ?`)
    this.#updates.set(sets, made)
    return made
  }

  remove(image: RowImage): void {
    for (const child of this.children) {
      if (image.children[child.table]?.length !== 0) child.remove.run(image.columns.key)
    }
    this.#remove.run(image.columns.key)
  }

  /**
   * Takes out many rows with their children. Runs of keys without a gap (an import's) go by one statement each:
   * half the time of one a row.
   */
  removeMany(keys: readonly number[]): void {
    for (const { from, to } of runsOf(keys)) {
      for (const child of this.children) child.removeRange.run(from, to)
      this.#removeRange.run(from, to)
    }
  }

  #insertChildren(image: RowImage): void {
    for (const child of this.children) {
      for (const row of image.children[child.table] ?? []) child.insert.run(image.columns.key, ...row)
    }
  }
}

/** Whole numbers as runs without a gap. */
function runsOf(keys: readonly number[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = []
  for (const key of keys.toSorted((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last !== undefined && key === last.to + 1) last.to = key
    else runs.push({ from: key, to: key })
  }
  return runs
}

/** Child rows in the order in which they are read back: by list and position. */
function composeChildren(child: ChildStore, rows: unknown): readonly (readonly SqlValue[])[] {
  if (!Array.isArray(rows)) return fail('invalidValue', { constraint: 'type', place: child.table })
  const counters = new Map<string, number>()
  const composed = rows.map((given: unknown) => {
    if (typeof given !== 'object' || given === null)
      fail('invalidValue', { constraint: 'type', place: child.table })
    const values = new Map<string, unknown>(Object.entries(given))
    const list = String(values.get('list') ?? '')
    const next = counters.get(list) ?? 0
    counters.set(list, next + 1)
    const row = child.columns.map(({ name, defaultValue, nullable }) => {
      const value = values.get(name) ?? (name === 'position' ? next : undefined)
      values.delete(name)
      if (value !== undefined) return storable(value, child.table, name)
      if (defaultValue !== undefined) return defaultValue
      if (nullable) return null
      return fail('invalidValue', { constraint: 'notnull', place: `${child.table}.${name}` })
    })
    for (const name of values.keys())
      fail('invalidValue', { constraint: 'unknown', place: `${child.table}.${name}` })
    return row
  })
  const listAt = child.columns.findIndex(({ name }) => name === 'list')
  const positionAt = child.columns.findIndex(({ name }) => name === 'position')
  return composed.toSorted((a, b) => {
    const listA = listAt < 0 ? '' : String(a[listAt])
    const listB = listAt < 0 ? '' : String(b[listAt])
    if (listA !== listB) return listA < listB ? -1 : 1
    return Number(a[positionAt]) - Number(b[positionAt])
  })
}

/** The stores of a connection, made when first needed. */
export class EntityStores {
  readonly #connection: Database
  readonly #stores = new Map<EntityTable, EntityStore>()

  constructor(connection: Database) {
    this.#connection = connection
  }

  of(table: EntityTable): EntityStore {
    const known = this.#stores.get(table)
    if (known !== undefined) return known
    const store = new EntityStore(this.#connection, table)
    this.#stores.set(table, store)
    return store
  }

  /** After a migration the columns may be others. */
  forget(): void {
    this.#stores.clear()
  }
}
