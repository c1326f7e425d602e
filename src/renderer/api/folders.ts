import { useCallback } from 'react'
import type { Result } from '../../shared/contract/errors.ts'
import type {
  ChosenFile,
  ChosenFolder,
  FileList,
  FolderList,
} from '../../shared/contract/schemas/platform.ts'
import { useClient } from './client-context.tsx'

/** Folders of this PC, for the chooser of the local browser host. */
export function useFolderList(): (path: string | null) => Promise<Result<FolderList>> {
  const client = useClient()
  return useCallback((path) => client.call('platform.listFolders', { path }), [client])
}

/** A folder's handle: by the system's dialog (path null or where it begins), or for a path from the list. */
export function useChooseFolder(): (
  purpose: 'newLedger' | 'openLedger' | 'export',
  path: string | null,
) => Promise<Result<{ folder: ChosenFolder | null }>> {
  const client = useClient()
  return useCallback((purpose, path) => client.call('platform.chooseFolder', { purpose, path }), [client])
}

/** Files of this PC that can be a book, for the chooser of the local browser host. */
export function useFileList(): (path: string | null) => Promise<Result<FileList>> {
  const client = useClient()
  return useCallback((path) => client.call('platform.listFiles', { purpose: 'book', path }), [client])
}

/** A file's handle: by the system's dialog (path null), or for a path from the list. */
export function useChooseFile(): (path: string | null) => Promise<Result<{ file: ChosenFile | null }>> {
  const client = useClient()
  return useCallback((path) => client.call('platform.chooseFile', { purpose: 'book', path }), [client])
}
