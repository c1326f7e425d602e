import { Component, type ReactNode } from 'react'
import { crash } from '../../shared/words/screens.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'

/** A bug in a screen never takes the ledger's data with it: says so, and offers to begin the screen anew. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <div className="crash">
        <Notice
          look="stop"
          title={crash.title}
          actions={<Button onPress={() => location.reload()}>{crash.reload}</Button>}
        >
          <p>{crash.kept}</p>
          <p>{crash.next}</p>
        </Notice>
      </div>
    )
  }
}
