import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize, relative, sep } from 'node:path'
import { parseSync } from 'vite'

/**
 * Arrows point down only (architecture §2). A room is a folder of `src`; the first row whose room holds
 * the importing file decides. What a row does not allow is forbidden.
 */
interface Room {
  readonly room: string
  /** Prefixes below `src/` that may be imported; the room itself always may. */
  readonly sources: readonly string[]
  /** Bare specifiers: exact names, or a prefix that ends in `:` or `/`; `*` for any but electron. */
  readonly packages: readonly string[]
}

const rooms: readonly Room[] = [
  { room: 'shared/cell/', sources: [], packages: ['zod'] },
  { room: 'shared/time/', sources: ['shared/cell/', 'shared/contract/errors.ts'], packages: ['zod'] },
  { room: 'shared/', sources: ['shared/'], packages: ['zod'] },
  { room: 'main/ledger/', sources: ['shared/'], packages: ['*'] },
  { room: 'main/intake/', sources: ['shared/'], packages: ['*'] },
  { room: 'main/export/', sources: ['shared/'], packages: ['*'] },
  {
    room: 'main/services/',
    sources: ['main/ledger/', 'main/intake/', 'main/export/', 'shared/'],
    packages: ['node:', 'zod', 'uuid', 'csv-stringify'],
  },
  {
    room: 'main/backend/',
    sources: ['main/services/', 'main/ledger/', 'main/export/', 'shared/'],
    packages: ['*'],
  },
  { room: 'main/shell/', sources: ['main/', 'shared/'], packages: ['*', 'electron'] },
  { room: 'main/index.ts', sources: ['main/', 'shared/'], packages: ['*', 'electron'] },
  { room: 'main/', sources: ['main/', 'shared/'], packages: ['*'] },
  { room: 'renderer/ui/', sources: ['shared/'], packages: ['*'] },
  { room: 'renderer/api/', sources: ['shared/'], packages: ['*'] },
  // What every screen shows of the history: above the client and the kit, below the screens.
  { room: 'renderer/history/', sources: ['renderer/ui/', 'renderer/api/', 'shared/'], packages: ['*'] },
  { room: 'renderer/sources/', sources: ['renderer/ui/', 'renderer/api/', 'shared/'], packages: ['*'] },
  // Where data stands and its way out (確定, 確定解除): beside the data of several screens.
  { room: 'renderer/confirming/', sources: ['renderer/ui/', 'renderer/api/', 'shared/'], packages: ['*'] },
  {
    room: 'renderer/answers/',
    sources: ['renderer/sources/', 'renderer/ui/', 'renderer/api/', 'shared/'],
    packages: ['*'],
  },
  {
    room: 'renderer/screens/',
    sources: [
      'renderer/answers/',
      'renderer/sources/',
      'renderer/history/',
      'renderer/confirming/',
      'renderer/ui/',
      'renderer/api/',
      'shared/',
    ],
    packages: ['*'],
  },
  { room: 'renderer/', sources: ['renderer/', 'shared/'], packages: ['*'] },
]

/** Node's own modules stay out of the screens, whatever a row says. */
const forbiddenInRenderer = /^node:/

/** One forbidden arrow, as it is printed. */
export interface Violation {
  readonly file: string
  readonly imports: string
}

/**
 * Every forbidden import of one source text. `file` is relative to `src`, with forward slashes.
 * `new URL('x', import.meta.url)` counts as an import: workers are started that way.
 */
export function violationsOf(file: string, text: string): Violation[] {
  const room = rooms.find((candidate) => file.startsWith(candidate.room))
  return specifiersOf(file, text)
    .filter((specifier) => !isAllowed(room, file, specifier))
    .map((imports) => ({ file, imports }))
}

function specifiersOf(file: string, text: string): string[] {
  const { module, errors } = parseSync(file, text)
  if (errors.length > 0) throw new Error(`${file}: cannot be parsed: ${errors[0]?.message}`)
  const dynamic = module.dynamicImports.map((found) =>
    text.slice(found.moduleRequest.start, found.moduleRequest.end).replace(/^['"`]|['"`]$/g, ''),
  )
  const exported = module.staticExports.flatMap((found) =>
    found.entries.flatMap((entry) => (entry.moduleRequest ? [entry.moduleRequest.value] : [])),
  )
  const workers = [...text.matchAll(/new URL\(\s*['"]([^'"]+)['"],\s*import\.meta\.url/g)].map(
    (m) => m[1] ?? '',
  )
  return [
    ...module.staticImports.map((found) => found.moduleRequest.value),
    ...exported,
    ...dynamic,
    ...workers,
  ]
}

function isAllowed(room: Room | undefined, file: string, specifier: string): boolean {
  if (room === undefined) return false
  if (specifier.startsWith('.')) {
    const target = normalize(join(dirname(file), specifier))
      .split(sep)
      .join('/')
    // Presets and built assets lie outside src; only src/main may read them, as files.
    if (target.startsWith('..')) return file.startsWith('main/')
    const owner = room.room
    return target.startsWith(owner) || room.sources.some((source) => target.startsWith(source))
  }
  if (file.startsWith('renderer/') && forbiddenInRenderer.test(specifier)) return false
  return room.packages.some((allowed) => {
    if (allowed === '*') return specifier !== 'electron' && !specifier.startsWith('electron/')
    if (/[:/]$/.test(allowed)) return specifier.startsWith(allowed)
    return specifier === allowed || specifier.startsWith(`${allowed}/`)
  })
}

/** Every forbidden arrow of the tree below `src`. Fails loudly on an empty tree: a check that sees nothing proves nothing. */
export function violationsBelow(src: string): Violation[] {
  const files = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|cts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
  if (files.length < 10) throw new Error(`only ${files.length} source files below ${src}`)
  return files.flatMap((path) =>
    violationsOf(relative(src, path).split(sep).join('/'), readFileSync(path, 'utf8')),
  )
}
