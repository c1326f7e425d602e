import {
  BookOpen,
  CalendarCheck,
  ChartLine,
  FileInput,
  FileText,
  House,
  Keyboard,
  ListChecks,
  MessageCircleQuestionMark,
  MessageSquareText,
  Settings,
  Table2,
} from 'lucide-react'
import { lazy, type ReactNode, Suspense, useCallback, useEffect, useState } from 'react'
import { NavLink } from 'react-router'
import { answerWords } from '../../shared/words/answers.ts'
import { frame, product } from '../../shared/words/screens.ts'
import { useSession } from '../api/session.tsx'
import { isComposingKey } from '../ui/composition.ts'
import { Icon } from '../ui/icon.tsx'
import { ClockNotice } from './clock-notice.tsx'
import { DisplayMenu } from './display-menu.tsx'
import { KeysHelp } from './keys-help.tsx'
import { SaveFailure } from './save-failure.tsx'
import { StaffDialog } from './staff-dialog.tsx'
import { TopLine } from './top-line.tsx'

const AnswerDialog = lazy(async () => ({
  default: (await import('../answers/answer-dialog.tsx')).AnswerDialog,
}))

/** Only what is built; a route that comes later is absent, not an empty page. */
const routes = [
  { path: '/', words: frame.routes.home, icon: House },
  { path: '/consultations', words: frame.routes.consultations, icon: MessageSquareText },
  { path: '/activities', words: frame.routes.activities, icon: CalendarCheck },
  { path: '/monthly', words: frame.routes.monthly, icon: Table2 },
  { path: '/intake', words: frame.routes.intake, icon: FileInput },
  { path: '/explore', words: frame.routes.explore, icon: ChartLine },
  { path: '/papers', words: frame.routes.papers, icon: FileText },
  { path: '/check', words: frame.routes.check, icon: ListChecks },
  { path: '/settings', words: frame.routes.settings, icon: Settings },
] as const

export function Frame({ children }: { readonly children: ReactNode }) {
  const { ledger } = useSession()
  const [help, setHelp] = useState(false)
  const [asking, setAsking] = useState(false)
  const stopAsking = useCallback(() => setAsking(false), [])
  const [staff, setStaff] = useState(ledger.staff === null && ledger.readOnly === null)
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const asks = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
      if (isComposingKey(event) || (event.key !== 'F1' && !asks)) return
      event.preventDefault()
      if (asks) setAsking(true)
      else setHelp(true)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
  return (
    <div className="frame">
      <button type="button" className="skip" onClick={skipToMain}>
        {frame.skip}
      </button>
      <header className="top">
        <div className="mark">
          <Icon of={BookOpen} size={20} />
          {product}
        </div>
        <TopLine onStaff={() => setStaff(true)} />
      </header>
      <nav className="nav" aria-label={frame.navigation}>
        <ul>
          {routes.map((route) => (
            <li key={route.path}>
              <NavLink to={route.path} end={route.path === '/'} title={route.words}>
                <Icon of={route.icon} size={20} />
                <span>{route.words}</span>
              </NavLink>
            </li>
          ))}
        </ul>
        <div className="foot">
          <button type="button" onClick={() => setAsking(true)} title={answerWords.openByKey}>
            <Icon of={MessageCircleQuestionMark} />
            <span>{answerWords.title}</span>
            <kbd>Ctrl+K</kbd>
          </button>
          <button type="button" onClick={() => setHelp(true)} title={frame.keys}>
            <Icon of={Keyboard} />
            <span>{frame.keys}</span>
            <kbd>F1</kbd>
          </button>
          <DisplayMenu />
        </div>
      </nav>
      <main className="main" id="main" tabIndex={-1}>
        <SaveFailure onStaff={() => setStaff(true)} />
        <ClockNotice />
        {children}
      </main>
      {asking && (
        <Suspense fallback={null}>
          <AnswerDialog onClose={stopAsking} />
        </Suspense>
      )}
      <KeysHelp isOpen={help} onClose={() => setHelp(false)} />
      {staff && <StaffDialog onClose={() => setStaff(false)} />}
    </div>
  )
}

/** The router owns the fragment, so this moves the focus itself. */
function skipToMain(): void {
  document.getElementById('main')?.focus()
}
