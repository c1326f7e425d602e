/**
 * Copies a text by way of a selected field: needs no permission, which the window refuses to everyone. The
 * focus goes back to where it was. @returns whether it was copied.
 */
export function copyPlainText(text: string): boolean {
  const before = document.activeElement
  const field = document.createElement('textarea')
  field.value = text
  field.readOnly = true
  field.className = 'offscreen'
  document.body.append(field)
  field.select()
  const done = document.execCommand('copy')
  field.remove()
  if (before instanceof HTMLElement) before.focus()
  return done
}
