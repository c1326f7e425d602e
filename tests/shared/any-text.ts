import fc from 'fast-check'

/**
 * Any text at all, lone surrogates and control characters included. (`fc.string({ unit: 'binary' })` says
 * the same, but takes a second to make its tables.)
 */
export const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
  .map((units) => String.fromCharCode(...units))
