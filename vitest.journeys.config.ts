import { defineConfig } from 'vitest/config'

/** Browser journeys: a real Chromium on the local browser host. They need the built screens. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.test.ts'],
    globalSetup: ['tests/journeys/support/build-screens.ts', 'tests/journeys/support/demo-ledger.ts'],
    // Two browsers at most on two cores; each file has its own.
    maxWorkers: 2,
    testTimeout: 60_000,
    bail: 8,
    hookTimeout: 60_000,
  },
})
