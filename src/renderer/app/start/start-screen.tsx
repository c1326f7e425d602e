import { useQueryClient } from '@tanstack/react-query'
import { BookOpen, FilePlus, FolderOpen } from 'lucide-react'
import { useState } from 'react'
import type { AppError } from '../../../shared/contract/errors.ts'
import type { RecentLedger } from '../../../shared/contract/schemas/ledger.ts'
import { common, product } from '../../../shared/words/screens.ts'
import { start } from '../../../shared/words/start-screen.ts'
import { useClient } from '../../api/client-context.tsx'
import { useFolderList } from '../../api/folders.ts'
import { useRequest } from '../../api/queries.ts'
import { Button } from '../../ui/button.tsx'
import { FolderChooser } from '../../ui/folder-chooser.tsx'
import { shortDayAndTime } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { Loading } from '../../ui/patterns.tsx'
import { Severity, Tag } from '../../ui/tag.tsx'
import { DemoPane } from './demo-pane.tsx'
import { FailurePane } from './failure-pane.tsx'
import { NewPane } from './new-pane.tsx'
import { OpenPane } from './open-pane.tsx'
import type { NewRecoveryKey } from './recovery-key-dialog.tsx'
import { shortFailure } from './short-failure.ts'

/** What the right side is about. */
export type Place =
  | { readonly kind: 'demo' }
  | { readonly kind: 'new' }
  | {
      readonly kind: 'ledger'
      readonly path: string
      readonly name: string
      readonly openedAt: string | null
    }

export interface Failed {
  readonly path: string
  readonly error: AppError
  readonly passphrase: string | null
}

/** Works without a ledger: choose, make, try; and every failure to open under its own name, with its way out. */
export function StartScreen({ onMade }: { readonly onMade: (made: NewRecoveryKey) => void }) {
  const client = useClient()
  const queries = useQueryClient()
  const listFolders = useFolderList()
  const info = useRequest('app.info', {})
  const recent = useRequest('platform.recentLedgers', {})
  const [chosen, setChosen] = useState<Place | null>(null)
  const [failed, setFailed] = useState<Failed | null>(null)
  const [choosing, setChoosing] = useState(false)
  const ledgers = recent.data?.ledgers.filter((ledger) => !ledger.fictional) ?? []
  const place = chosen ?? firstPlace(ledgers)

  const opened = async () => {
    setFailed(null)
    await queries.invalidateQueries()
  }
  const choose = (next: Place) => {
    setChosen(next)
    setFailed(null)
  }
  const forget = async (path: string) => {
    await client.call('platform.forgetLedger', { path })
    setChosen(null)
    await queries.invalidateQueries({ queryKey: ['platform.recentLedgers'] })
  }
  const openOther = async () => {
    if (info.data?.chooser === 'list') return setChoosing(true)
    const answer = await client.call('platform.chooseFolder', { purpose: 'openLedger', path: null })
    if (answer.ok && answer.value.folder) chooseFolder(answer.value.folder)
  }
  const chooseFolder = (folder: { readonly path: string; readonly name: string }) => {
    setChoosing(false)
    choose({ kind: 'ledger', path: folder.path, name: nameOf(folder.name), openedAt: null })
  }

  return (
    <div className="start">
      <header className="tb">
        <Icon of={BookOpen} size={20} />
        {product}
        {info.data && <span className="ver">{start.version(info.data.version)}</span>}
      </header>
      <main className="wrap">
        <section className="left" aria-label={start.title}>
          <h1>{start.title}</h1>
          <h2>{start.recent}</h2>
          {recent.isPending && <Loading>{common.loading}</Loading>}
          {recent.data && ledgers.length === 0 && <p className="sub none">{start.recentEmpty}</p>}
          <ul className="led">
            {ledgers.map((ledger) => (
              <li key={ledger.path}>
                <button
                  type="button"
                  aria-current={place.kind === 'ledger' && place.path === ledger.path ? 'true' : undefined}
                  onClick={() => choose(placeOf(ledger))}
                >
                  <span className="nm">
                    <span className="ell">{ledger.name}</span>
                    <time>{shortDayAndTime(ledger.openedAt)}</time>
                  </span>
                  <span className="pt ell">{ledger.path}</span>
                  {!ledger.present && <Severity level="stop">{start.missing}</Severity>}
                  {failed?.path === ledger.path && (
                    <Severity level="stop">{shortFailure(failed.error)}</Severity>
                  )}
                </button>
              </li>
            ))}
            <li>
              <button
                type="button"
                aria-current={place.kind === 'demo' ? 'true' : undefined}
                onClick={() => choose({ kind: 'demo' })}
              >
                <span className="nm">
                  <span>{start.demo}</span>
                  <Tag look="fict">{start.fictional}</Tag>
                </span>
                <span className="pt">{start.demoPlace}</span>
              </button>
            </li>
          </ul>
          <div className="acts2">
            <Button icon={FolderOpen} size="form" onPress={() => void openOther()}>
              {start.openOther}
            </Button>
            <Button icon={FilePlus} size="form" onPress={() => choose({ kind: 'new' })}>
              {start.makeNew}
            </Button>
          </div>
          <div className="foot2">
            {start.foot.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {info.data?.doorReason && <p className="door">{info.data.doorReason}</p>}
          </div>
        </section>
        <section className="right" aria-live="polite">
          {place.kind === 'demo' && <DemoPane onOpened={opened} />}
          {place.kind === 'new' && (
            <NewPane
              chooser={info.data?.chooser ?? 'list'}
              onMade={onMade}
              onOpened={opened}
              onFailed={({ name, ...made }) => {
                setChosen({ kind: 'ledger', path: made.path, name, openedAt: null })
                setFailed(made)
              }}
            />
          )}
          {place.kind === 'ledger' && failed?.path !== place.path && (
            <OpenPane
              key={place.path}
              place={place}
              present={ledgers.find((ledger) => ledger.path === place.path)?.present ?? true}
              onForget={
                ledgers.some((ledger) => ledger.path === place.path) ? () => void forget(place.path) : null
              }
              onOpened={opened}
              onFailed={(error, passphrase) => setFailed({ path: place.path, error, passphrase })}
            />
          )}
          {place.kind === 'ledger' && failed?.path === place.path && (
            <FailurePane
              place={place}
              failed={failed}
              onAgain={() => setFailed(null)}
              onOpenOther={() => void openOther()}
              onOpened={opened}
              onFailed={(error) => setFailed({ ...failed, error })}
            />
          )}
        </section>
      </main>
      {choosing && (
        <FolderChooser
          purpose="openLedger"
          list={listFolders}
          onChosen={chooseFolder}
          onClose={() => setChoosing(false)}
        />
      )}
    </div>
  )
}

function firstPlace(ledgers: readonly RecentLedger[]): Place {
  const first = ledgers[0]
  return first ? placeOf(first) : { kind: 'demo' }
}

function placeOf(ledger: RecentLedger): Place {
  return { kind: 'ledger', path: ledger.path, name: ledger.name, openedAt: ledger.openedAt }
}

/** 「西東京市_福祉台帳.daicho」 → 「西東京市_福祉台帳」. */
function nameOf(folder: string): string {
  return folder.replace(/\.daicho$/, '')
}
