// Plain JavaScript on purpose: it is loaded before anything else (`node --import`), also by a Node that
// cannot read TypeScript or would crash in the database's native code. It explains instead.
import { existsSync } from 'node:fs'
import module from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import v8 from 'node:v8'
import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads'
import { cacheFolder, programEntries, programFolder } from './launch/program-place.mjs'

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

// Hundreds of small files cost a thread most of its start: each begins with its part of the packed program
// when a former start has packed these sources (launch/program.ts). Threads go as their process went.
const known = isMainThread ? packedProgram() : getEnvironmentData('program')
if (known) {
  setEnvironmentData('program', known)
  const project = new URL('../../', import.meta.url).href
  const packed = `${pathToFileURL(known).href}/`
  const entries = new Map(
    Object.entries(programEntries).map(([name, source]) => [`${project}${source}`, `${packed}${name}.mjs`]),
  )
  module.registerHooks({
    resolve(specifier, context, next) {
      if (context.parentURL?.startsWith(packed)) {
        // A package: it lies beside the sources.
        const beside = /^(\.|file:|node:)/.test(specifier) ? context.parentURL : `${project}src/main/`
        return next(specifier, { ...context, parentURL: beside })
      }
      const resolved = next(specifier, context)
      const entry = entries.get(resolved.url)
      return entry === undefined ? resolved : { url: entry, format: 'module', shortCircuit: true }
    },
  })
}

/** Its folder; null when these sources were not packed, or cannot be looked through. */
function packedProgram() {
  try {
    const folder = programFolder()
    return existsSync(folder) ? folder : null
  } catch {
    return null
  }
}
