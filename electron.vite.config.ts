import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'
import { screensConfig } from './src/renderer/vite.config.ts'
import { requestNames } from './src/shared/contract/contract.ts'

const source = (path: string) => resolve(import.meta.dirname, 'src', path)

/**
 * Builds the Electron bundle: main with its worker entries beside it, the preload as one CommonJS file
 * (a sandboxed preload can be nothing else), and the screens as `src/renderer/vite.config.ts` says.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: {
          index: source('main/index.ts'),
          'writer-worker': source('main/backend/writer-worker.ts'),
          'reader-worker': source('main/backend/reader-worker.ts'),
          'render-worker': source('main/backend/render-worker.ts'),
          'intake-worker': source('main/backend/intake-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    // The names of the contract, without its schemas: the preload carries no zod.
    define: { __REQUEST_NAMES__: JSON.stringify(requestNames) },
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: source('main/shell/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    ...screensConfig,
    plugins: [...screensConfig.plugins],
    root: source('renderer'),
    build: {
      ...screensConfig.build,
      outDir: resolve(import.meta.dirname, 'out/renderer'),
      rollupOptions: { input: source('renderer/index.html') },
    },
  },
})
