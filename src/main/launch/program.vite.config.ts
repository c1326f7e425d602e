import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { programEntries } from './program-place.mjs'
import { projectFolder } from './project.ts'

/**
 * A module goes on finding what lies beside its source (threads, fonts, package.json) from there: the packed
 * program is made and used on one PC, and never moved.
 */
const placesOfSources: Plugin = {
  name: 'places-of-sources',
  enforce: 'pre',
  transform(code, id) {
    if (!code.includes('import.meta.url') || id.includes('node_modules')) return null
    return code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
  },
}

/** The program for Node in few files (see `program.ts`). */
export default defineConfig({
  root: projectFolder,
  publicDir: false,
  logLevel: 'silent',
  plugins: [placesOfSources],
  // Hundreds of small files each; all other packages are loaded as they are.
  ssr: { noExternal: ['kysely', 'uuid', 'zod'], target: 'node' },
  build: {
    ssr: true,
    target: 'node22',
    // Names and lines of an incident's stack stay readable.
    minify: false,
    emptyOutDir: false,
    rolldownOptions: {
      input: Object.fromEntries(
        Object.entries(programEntries).map(([name, source]) => [name, path.join(projectFolder, source)]),
      ),
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'parts/[name]-[hash].mjs' },
    },
  },
})
