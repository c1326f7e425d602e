/**
 * What Excel shows for a number under one of the formats that the print workbook uses: `positive;negative;zero`
 * with literals in quotes, `#,##0` or `0`, and fixed decimals. Written apart from the code that makes them.
 */
export function shownInExcel(value: number, format: string): string {
  const sections = splitSections(format)
  const section = sections[value > 0 ? 0 : value < 0 ? 1 : 2] ?? sections[0] ?? ''
  return section.replace(/"([^"]*)"|(#,##0|0)(?:\.(0+))?/gu, (_, literal, whole, decimals) => {
    if (literal !== undefined) return String(literal)
    const places = typeof decimals === 'string' ? decimals.length : 0
    const fixed = Math.abs(value).toFixed(places)
    if (whole !== '#,##0') return fixed
    const [before = '', after] = fixed.split('.')
    const apart = before.replace(/\B(?=(\d{3})+$)/gu, ',')
    return after === undefined ? apart : `${apart}.${after}`
  })
}

function splitSections(format: string): string[] {
  const sections = ['']
  let quoted = false
  for (const character of format) {
    if (character === '"') quoted = !quoted
    if (character === ';' && !quoted) sections.push('')
    else sections[sections.length - 1] += character
  }
  return sections
}
