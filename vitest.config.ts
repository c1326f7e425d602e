import { defineConfig } from 'vitest/config'

/** Unit, ledger, export and fault tests. Browser journeys and the shell run as their own projects. */
export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    exclude: ['tests/journeys/**', 'tests/shell/**', 'node_modules/**'],
    maxWorkers: 2,
    testTimeout: 30_000,
  },
})
