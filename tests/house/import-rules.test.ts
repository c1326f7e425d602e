import { describe, expect, test } from 'vitest'
import { violationsBelow, violationsOf } from './import-rules.ts'

describe('arrows point down only', () => {
  test('the tree has no forbidden import', () => {
    expect(violationsBelow('src')).toEqual([])
  })

  test.each([
    ['shared/cell/planted.ts', `import { readFileSync } from 'node:fs'`],
    ['shared/time/planted.ts', `import type { LedgerRows } from '../statistics/rows.ts'`],
    ['shared/paper/planted.ts', `export * from '../../main/ledger/ledger.ts'`],
    ['main/services/planted.ts', `import { sql } from 'kysely'`],
    ['main/services/planted.ts', `const electron = await import('electron')`],
    ['main/ledger/planted.ts', `import { stats } from '../services/statistics.ts'`],
    ['main/backend/planted.ts', `import { app } from 'electron'`],
    ['renderer/ui/planted.tsx', `import { PapersScreen } from '../screens/papers/papers-screen.tsx'`],
    ['renderer/screens/planted.tsx', `import { join } from 'node:path'`],
    ['renderer/app/planted.tsx', `import { openLedger } from '../../main/ledger/ledger.ts'`],
    ['shared/words/planted.ts', `const worker = new URL('../../main/backend/worker.ts', import.meta.url)`],
  ])('a planted violation in %s is found', (file, text) => {
    expect(violationsOf(file, text)).toHaveLength(1)
  })

  test.each([
    ['shared/paper/fine.ts', `import { z } from 'zod'\nimport type { Cell } from '../cell/cell.ts'`],
    ['main/shell/fine.ts', `import { app } from 'electron'`],
    ['renderer/screens/papers/fine.tsx', `import { Button } from '../../ui/button.tsx'`],
  ])('an allowed import in %s passes', (file, text) => {
    expect(violationsOf(file, text)).toEqual([])
  })
})
