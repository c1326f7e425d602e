import { defineConfig } from 'vitest/config'

/**
 * The built main and preload bundles against a stand-in for `electron` over a real Chromium, and a smoke
 * test in real Electron where its runtime is present. They need `electron-vite build`.
 */
export default defineConfig({
  test: {
    include: ['tests/shell/**/*.test.ts'],
    globalSetup: ['tests/shell/build-shell.ts'],
    maxWorkers: 1,
    testTimeout: 60_000,
    hookTimeout: 90_000,
  },
})
