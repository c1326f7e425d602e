import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { HashRouter, Navigate, Route, Routes, useLocation } from 'react-router'
import type { Client } from '../../shared/contract/client.ts'
import type { LedgerStatus } from '../../shared/contract/schemas/ledger.ts'
import { common } from '../../shared/words/screens.ts'
import { ClientProvider } from '../api/client-context.tsx'
import type { ReachabilityStore } from '../api/connect.ts'
import { newQueryClient, useFreshness, useRequest } from '../api/queries.ts'
import { hasUnsaved, useSaveEvents } from '../api/save-state.ts'
import { SessionProvider } from '../api/session.tsx'
import { UndoProvider } from '../api/use-undo.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Loading } from '../ui/patterns.tsx'
import { applyContrast } from './display.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { Frame } from './frame.tsx'
import { LostNotice } from './lost-notice.tsx'
import { type NewRecoveryKey, RecoveryKeyDialog } from './start/recovery-key-dialog.tsx'
import { StartScreen } from './start/start-screen.tsx'

const HomeScreen = lazy(async () => ({
  default: (await import('../screens/home/home-screen.tsx')).HomeScreen,
}))
const ExploreScreen = lazy(async () => ({
  default: (await import('../screens/explore/explore-screen.tsx')).ExploreScreen,
}))
const ConsultationsScreen = lazy(async () => ({
  default: (await import('../screens/consultations/consultations-screen.tsx')).ConsultationsScreen,
}))
const ActivitiesScreen = lazy(async () => ({
  default: (await import('../screens/activities/activities-screen.tsx')).ActivitiesScreen,
}))
const MonthlyScreen = lazy(async () => ({
  default: (await import('../screens/monthly/monthly-screen.tsx')).MonthlyScreen,
}))
const IntakeScreen = lazy(async () => ({
  default: (await import('../screens/intake/intake-screen.tsx')).IntakeScreen,
}))
const CheckScreen = lazy(async () => ({
  default: (await import('../screens/check/check-screen.tsx')).CheckScreen,
}))
const SettingsScreen = lazy(async () => ({
  default: (await import('../screens/settings/settings-screen.tsx')).SettingsScreen,
}))
const PapersScreen = lazy(async () => ({
  default: (await import('../screens/papers/papers-screen.tsx')).PapersScreen,
}))

export function App(props: { readonly client: Client; readonly reachability: ReachabilityStore }) {
  const [queries] = useState(newQueryClient)
  return (
    <I18nProvider locale="ja-JP">
      <QueryClientProvider client={queries}>
        <ClientProvider client={props.client}>
          <ErrorBoundary>
            <LostNotice store={props.reachability} />
            <HashRouter>
              <Inside />
            </HashRouter>
          </ErrorBoundary>
        </ClientProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}

function Inside() {
  useFreshness()
  useSaveEvents()
  const preferences = useRequest('platform.preferences', {})
  const status = useRequest('ledger.status', {})
  // Here, because the start screen is gone as soon as the new ledger is open.
  const [recovery, setRecovery] = useState<NewRecoveryKey | null>(null)
  useEffect(() => {
    if (preferences.data) applyContrast(preferences.data.contrast)
  }, [preferences.data])
  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (hasUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', guard)
    return () => window.removeEventListener('beforeunload', guard)
  }, [])

  if (status.isPending) {
    return (
      <div className="whole">
        <Loading>{common.loading}</Loading>
      </div>
    )
  }
  if (status.isError) {
    return (
      <div className="whole">
        <ErrorNotice error={status.error} />
      </div>
    )
  }
  const { ledger } = status.data
  return (
    <>
      {ledger === null ? (
        <>
          {/* The next ledger does not know this one's papers. */}
          <Navigate to="/" replace />
          <StartScreen onMade={setRecovery} />
        </>
      ) : (
        <Session ledger={ledger} />
      )}
      {recovery && <RecoveryKeyDialog {...recovery} onDone={() => setRecovery(null)} />}
    </>
  )
}

function Session({ ledger }: { readonly ledger: LedgerStatus }) {
  const { pathname } = useLocation()
  return (
    <SessionProvider key={ledger.path} ledger={ledger}>
      <UndoProvider>
        <Frame>
          {/* Around the screens, not in them: the one before stays until the next one's code is there. */}
          <Suspense fallback={<Loading>{common.loading}</Loading>}>
            {/* A screen that breaks leaves the frame standing: the others can still be reached. */}
            <ErrorBoundary key={pathname.split('/')[1]}>
              <Routes>
                <Route path="/monthly" element={<MonthlyScreen />} />
                <Route path="/explore" element={<ExploreScreen />} />
                <Route path="/consultations" element={<ConsultationsScreen />} />
                <Route path="/activities" element={<ActivitiesScreen />} />
                <Route path="/intake" element={<IntakeScreen />} />
                <Route path="/check" element={<CheckScreen />} />
                <Route path="/papers/:paperId?" element={<PapersScreen />} />
                <Route path="/settings/:section?/:list?" element={<SettingsScreen />} />
                <Route path="/" element={<HomeScreen />} />
                <Route path="*" element={<Navigate to="/" replace />} />
              </Routes>
            </ErrorBoundary>
          </Suspense>
        </Frame>
      </UndoProvider>
    </SessionProvider>
  )
}
