import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { saveFile } from '../ui/clipboard.ts'
import { copyPlainText } from '../ui/copy-plain-text.ts'

/** Copies a text, or saves it as a file that Windows opens as it is (UTF-8 with its mark, CR LF). */
export function TextActions(props: {
  readonly text: string
  readonly fileName: string
  readonly words: { readonly copy: string; readonly copied: string; readonly save: string }
  readonly onClose: () => void
  readonly closeWords: string
}) {
  const { text, words } = props
  const [copied, setCopied] = useState(false)
  return (
    <>
      <span className="why" role="status">
        {copied ? words.copied : ''}
      </span>
      <Button size="form" onPress={props.onClose}>
        {props.closeWords}
      </Button>
      <Button size="form" isDisabled={text === ''} onPress={() => saveFile(textFile(text), props.fileName)}>
        {words.save}
      </Button>
      <Button
        size="form"
        look="solid"
        isDisabled={text === ''}
        onPress={() => setCopied(copyPlainText(text))}
      >
        {words.copy}
      </Button>
    </>
  )
}

const textFile = (text: string): Blob =>
  new Blob([`\uFEFF${text.replaceAll('\n', '\r\n')}`], { type: 'text/plain;charset=utf-8' })
