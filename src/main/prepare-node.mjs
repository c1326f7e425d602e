// Plain JavaScript on purpose: it is loaded before anything else (`node --import`), also by a Node that
// cannot read TypeScript or would crash in the database's native code. It explains instead.
import { existsSync } from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import v8 from 'node:v8'
import { cacheFolder, gatheredLibraries, librariesFolder } from './launch/libraries-place.mjs'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const enough = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)

if (!enough) {
  process.stderr.write(
    `Node.js ${process.versions.node} では動きません。24 以上（少なくとも 22.18）が必要です。\n` +
      'このフォルダーで「npm ci」を行うと、必要な Node.js も一緒に入ります（Windows と Linux）。\n' +
      'そのあと「npm start」か「npm run --silent cli -- コマンド」で起動してください。\n' +
      'macOS では Node.js 24 を入れてください。\n',
  )
  process.exit(4)
}

// Compiled code is kept between starts, for worker threads as well: half the time and memory of a start.
// In the user's own folder: in a shared one, another user could put code in its place.
process.env.NODE_COMPILE_CACHE ??= path.join(cacheFolder(), 'code')
module.enableCompileCache(process.env.NODE_COMPILE_CACHE)

// Four threads share an office PC: a small young generation each keeps the process small.
v8.setFlagsFromString('--max-semi-space-size=4')

// Libraries of hundreds of small files cost a thread most of its start: they are loaded from one file each
// when a former start has gathered them (launch/libraries.ts). Only for our own imports: packages of
// packages have versions of their own.
const gathered = librariesFolder()
const files = new Map(gatheredLibraries.map((name) => [name, path.join(gathered, `${name}.mjs`)]))
if ([...files.values()].every((file) => existsSync(file))) {
  const ours = new URL('../', import.meta.url).href
  module.registerHooks({
    resolve(specifier, context, next) {
      const file = context.parentURL?.startsWith(ours) ? files.get(specifier) : undefined
      if (file === undefined) return next(specifier, context)
      return { url: pathToFileURL(file).href, format: 'module', shortCircuit: true }
    },
  })
}
