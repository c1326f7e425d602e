import * as fs from 'node:fs'
import type { FileLayer } from '../../src/main/ledger/environment.ts'

export interface FailingFiles {
  readonly files: FileLayer
  /** Fails the n-th guarded call from now (0 is the next one) with this code; `null` fails none. */
  failAt(call: number | null, code: string): void
  /** Guarded calls since the last `failAt`. */
  calls(): number
}

/**
 * The real file system with one planted failure. Writes are short as well (at most 1,000 bytes a call), as the
 * system may make them: whoever does not go on writing leaves half a file.
 */
export function failingFiles(): FailingFiles {
  let planned: number | null = null
  let code = ''
  let count = 0
  const guard = (): void => {
    if (count++ === planned) throw Object.assign(new Error(code), { code })
  }
  const openSync: typeof fs.openSync = (path, flags, mode) => {
    // Reading is not what fails here.
    if (flags !== 'r') guard()
    return fs.openSync(path, flags, mode)
  }
  const writeSync = ((
    descriptor: number,
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ) => {
    guard()
    return fs.writeSync(descriptor, bytes, offset, Math.min(length, 1_000), position)
  }) as typeof fs.writeSync
  const files: FileLayer = {
    ...fs,
    openSync,
    writeSync,
    fsyncSync: (descriptor) => {
      guard()
      fs.fsyncSync(descriptor)
    },
    renameSync: (from, to) => {
      guard()
      fs.renameSync(from, to)
    },
    copyFileSync: (from, to, mode) => {
      guard()
      fs.copyFileSync(from, to, mode)
    },
    mkdirSync: ((path: fs.PathLike, options?: fs.MakeDirectoryOptions) => {
      guard()
      return fs.mkdirSync(path, options)
    }) as typeof fs.mkdirSync,
  }
  return {
    files,
    failAt: (call, with_) => {
      planned = call
      code = with_
      count = 0
    },
    calls: () => count,
  }
}
