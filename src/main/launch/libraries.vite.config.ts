import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { gatheredLibraries } from './libraries-place.mjs'

/** One file a library, for Node (see `libraries.ts`). */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  publicDir: false,
  logLevel: 'silent',
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node22',
    minify: false,
    emptyOutDir: false,
    rolldownOptions: {
      input: Object.fromEntries(gatheredLibraries.map((name) => [name, name])),
      preserveEntrySignatures: 'strict',
      output: { format: 'es', entryFileNames: '[name].mjs' },
    },
  },
})
