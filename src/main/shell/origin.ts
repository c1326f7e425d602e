/** The only protocol of the window: everything that it may load. */
export const shellScheme = 'fukushi'
export const shellOrigin = `${shellScheme}://app`
export const startAddress = `${shellOrigin}/index.html`

/** Channels between preload and main; a page cannot name them. */
export const channels = { call: 'fukushi:call', event: 'fukushi:event' } as const

export function isOwnAddress(address: string): boolean {
  return address === shellOrigin || address.startsWith(`${shellOrigin}/`)
}
