import { readFileSync } from 'node:fs'

/** The version in package.json, two folders up from sources and from the build alike. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  return version
}
