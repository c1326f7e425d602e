export const programEntries: Readonly<Record<string, string>>
export function cacheFolder(): string
export function programFolder(): string
