/**
 * Puts text and its HTML form on the clipboard at once, from within a press of a button. The old way of
 * copying needs no permission, which the shell gives to nobody.
 */
export function copyText(words: { readonly text: string; readonly html: string }): boolean {
  const put = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', words.text)
    event.clipboardData?.setData('text/html', words.html)
  }
  // React Aria and our own fields hear `copy` too: first come, first served.
  window.addEventListener('copy', put, { capture: true, once: true })
  try {
    return document.execCommand('copy')
  } finally {
    window.removeEventListener('copy', put, { capture: true })
  }
}

/** Puts a picture on the clipboard; false where the browser refuses. */
export async function copyPicture(picture: Blob): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })])
    return true
  } catch {
    return false
  }
}

/** Hands a file to the browser's own saving. */
export function saveFile(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
