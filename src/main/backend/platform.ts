import { AppFailure, appError } from '../../shared/contract/errors.ts'
import type { AppInfo } from '../../shared/contract/requests/app.ts'
import type { PlatformHandlers } from '../services/contexts.ts'
import type { FileShelf } from '../services/file-shelf.ts'
import type { UserStore } from '../services/user-store.ts'

/** What a door adds of its own. */
export interface DoorPlatform {
  readonly info: Omit<AppInfo, 'fictional'>
  /** The folder that the user chose, or null when they turned back. */
  chooseFolder(purpose: string, path: string | null): Promise<string | null>
  /** The file that the user chose, or null when they turned back. */
  chooseFile(purpose: string, path: string | null): Promise<string | null>
  /** Null: this door has a dialog instead. */
  readonly listFiles: PlatformHandlers['platform.listFiles'] | null
  /** Null: this door has a dialog instead. */
  readonly listFolders: PlatformHandlers['platform.listFolders'] | null
  /** Shows a file in its folder; false when there is nothing to show it with. */
  reveal(file: string): boolean
}

/** The `platform` part of the contract, from what a door can do and what the PC remembers. */
export function platformHandlers(options: {
  readonly door: DoorPlatform
  readonly store: UserStore
  readonly shelf: FileShelf
  readonly isFictional: () => boolean
}): PlatformHandlers {
  const { door, store, shelf } = options
  return {
    'app.info': () => ({ ...door.info, fictional: options.isFictional() }),
    'platform.chooseFolder': async ({ purpose, path }) => {
      const folder = await door.chooseFolder(purpose, path)
      return { folder: folder === null ? null : shelf.addFolder(folder) }
    },
    'platform.listFolders': (input, context) => {
      if (door.listFolders === null)
        throw new AppFailure(appError('unknownRequest', { name: 'platform.listFolders' }))
      return door.listFolders(input, context)
    },
    'platform.chooseFile': async ({ purpose, path }) => {
      const file = await door.chooseFile(purpose, path)
      return { file: file === null ? null : shelf.addChosen(file) }
    },
    'platform.listFiles': (input, context) => {
      if (door.listFiles === null)
        throw new AppFailure(appError('unknownRequest', { name: 'platform.listFiles' }))
      return door.listFiles(input, context)
    },
    'platform.recentLedgers': () => ({ ledgers: store.recentLedgers() }),
    'platform.forgetLedger': ({ path }) => {
      store.forget(path)
      return {}
    },
    'platform.reveal': ({ handle }) => {
      const file = shelf.written(handle)
      if (file === null) throw new AppFailure(appError('fileMissing', {}, 'handle'))
      return { shown: door.reveal(file) }
    },
    'platform.preferences': () => store.preferences(),
    'platform.setPreferences': (preferences) => store.setPreferences(preferences),
  }
}
