/** Where a record is shown; null for one that has no screen of its own. */
export function rowLink(table: string, id: string): string | null {
  const at = encodeURIComponent(id)
  switch (table) {
    case 'consultation':
      return `/consultations?id=${at}`
    case 'activity':
      return `/activities?id=${at}`
    case 'paper':
      return `/papers/${at}`
    default:
      return null
  }
}
