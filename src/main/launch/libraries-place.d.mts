export const gatheredLibraries: readonly string[]
export function cacheFolder(): string
export function librariesFolder(): string
