import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { screensFolder } from './support/screens.ts'

const folder = screensFolder()
const page = readFileSync(join(folder, 'index.html'), 'utf8')
/** What the page makes the browser fetch before anything is drawn. */
const atStart = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')

describe('what a start loads', () => {
  test('is the frame, not the screens: each of them comes when it is first shown', () => {
    const screens = readdirSync(join(folder, 'assets')).filter((name) => /-screen-.*\.js$/.test(name))
    expect(screens.length).toBeGreaterThan(1)
    expect(atStart.filter((name) => name.includes('-screen-'))).toEqual([])
  })

  test('stays under 720 kB, however many screens there are', () => {
    const bytes = atStart.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0)
    expect(bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeLessThan(720_000)
  })
})
