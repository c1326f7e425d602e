import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { connection } from '../shared/words/screens.ts'
import { connect } from './api/connect.ts'
import { App } from './app/app.tsx'
import { registerMarks } from './ui/chip-editor/chip-editor.tsx'
import { Notice } from './ui/notice.tsx'
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/kit.css'
import './styles/app.css'

const place = document.getElementById('root')
if (!place) throw new Error('the page has no root')
const root = createRoot(place)
registerMarks()

// The first screen's code, beside the exchange of the token. Whoever shows it hears of a failure.
import('./screens/home/home-screen.tsx').catch(() => {})
// The screen of the day's work, as soon as the first one has had its time.
setTimeout(() => void import('./screens/consultations/consultations-screen.tsx').catch(() => {}), 1_000)
// The heaviest screen, once the first one stands.
setTimeout(() => void import('./screens/papers/papers-screen.tsx').catch(() => {}), 4_000)
// The faces of that screen come while the ledger is still being opened; one that fails is drawn by another.
for (const face of ['1em "BIZ UDPGothic"', 'bold 1em "BIZ UDPGothic"', '1em "BIZ UDGothic"']) {
  document.fonts.load(face, '台').catch(() => {})
}
const found = await connect()
root.render(
  <StrictMode>
    {found.kind === 'connected' ? (
      <App client={found.client} reachability={found.reachability} />
    ) : (
      <main className="whole">
        <Notice look="stop" title={connection.refusedTitle}>
          <p>{connection.refused}</p>
          <p>{connection.refusedNext}</p>
        </Notice>
      </main>
    )}
  </StrictMode>,
)
