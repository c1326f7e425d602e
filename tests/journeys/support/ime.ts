import type { CDPSession, Page } from 'playwright-core'

/** A key that the input method takes for itself: browsers report 229 and `isComposing`. */
const taken = { windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 }

export interface InputMethod {
  /** Types a reading and confirms the conversion with Enter, as a person does. */
  compose(reading: readonly string[], converted: string): Promise<void>
  /** Begins and gives up with Escape: nothing is written. */
  abandon(reading: string): Promise<void>
}

/**
 * Scripted compositions over the browser's own protocol (stack.md): the sequence with keydown 229 shows the
 * bugs; `imeSetComposition` and `insertText` alone send no keydown, and a test with them cannot fail.
 */
export async function inputMethodOf(page: Page): Promise<InputMethod> {
  const session = await page.context().newCDPSession(page)
  return {
    async compose(reading, converted) {
      for (const text of reading) await composeTo(session, text)
      await composeTo(session, converted)
      await session.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        key: 'Enter',
        code: 'Enter',
        ...taken,
      })
      await session.send('Input.insertText', { text: converted })
      await session.send('Input.dispatchKeyEvent', {
        type: 'keyUp',
        key: 'Enter',
        code: 'Enter',
        windowsVirtualKeyCode: 13,
      })
    },
    async abandon(reading) {
      await composeTo(session, reading)
      await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Escape', ...taken })
      await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    },
  }
}

async function composeTo(session: CDPSession, text: string): Promise<void> {
  await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', ...taken })
  await session.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  })
}
