import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { LedgerStatus } from '../../shared/contract/schemas/ledger.ts'
import type { TimeFrame } from '../../shared/time/day.ts'

/** The frame that the top line shows belongs to the open paper, or to the whole window. */
export interface FrameOwner {
  readonly frame: TimeFrame
  readonly change: (frame: TimeFrame) => void
  /** 'paper', 'kept': the control says that it changes this paper, or this kept table, only. */
  readonly of: 'window' | 'paper' | 'kept'
}

export interface Session {
  readonly ledger: LedgerStatus
  readonly frame: FrameOwner
  /** The window's own frame, also while another one is shown. */
  readonly window: TimeFrame
  readonly lendFrame: (owner: FrameOwner | null) => void
}

const SessionContext = createContext<Session | null>(null)

/** The open ledger and the frame of time, for every screen. */
export function SessionProvider(props: { readonly ledger: LedgerStatus; readonly children: ReactNode }) {
  const [frame, change] = useState(props.ledger.frame)
  const [lent, lendFrame] = useState<FrameOwner | null>(null)
  const session = useMemo(
    () => ({
      ledger: props.ledger,
      frame: lent ?? { frame, change, of: 'window' as const },
      window: frame,
      lendFrame,
    }),
    [props.ledger, frame, lent],
  )
  return <SessionContext value={session}>{props.children}</SessionContext>
}

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('no session: SessionProvider is missing')
  return session
}

/** While mounted, the top line shows and changes this frame instead of the window's own. */
export function useLentFrame(owner: FrameOwner | null): void {
  const { lendFrame } = useSession()
  useEffect(() => {
    lendFrame(owner)
    return () => lendFrame(null)
  }, [owner, lendFrame])
}
