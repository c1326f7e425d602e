import { fileURLToPath } from 'node:url'

/** The folder of package.json: sources and built files are found from here. */
export const projectFolder = fileURLToPath(new URL('../../../', import.meta.url))
