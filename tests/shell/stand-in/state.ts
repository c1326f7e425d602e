import { EventEmitter } from 'node:events'
import type { Page } from 'playwright-core'

/** What the stand-in remembers of what the bundle did, for the tests to ask. */
export const state = {
  app: new EventEmitter(),
  ready: Promise.withResolvers<void>(),
  schemes: [] as unknown[],
  protocolHandlers: new Map<string, (request: Request) => Promise<Response> | Response>(),
  ipcHandlers: new Map<string, (event: unknown, ...parameters: unknown[]) => unknown>(),
  switches: [] as string[],
  paths: new Map<string, string>(),
  windows: [] as StandInWindow[],
  menu: null as unknown,
  dialogs: [] as unknown[],
  dialogAnswer: { canceled: true, filePaths: [] as string[] },
  shownItems: [] as string[],
  permissionRequest: null as
    | null
    | ((contents: unknown, permission: string, decide: (ok: boolean) => void) => void),
  permissionCheck: null as null | (() => boolean),
  devicePermission: null as null | (() => boolean),
  beforeRequest: null as
    | null
    | ((details: { url: string }, decide: (answer: { cancel: boolean }) => void) => void),
  sessionEvents: new EventEmitter(),
  quits: 0,
  sole: process.env.STAND_IN_SECOND !== '1',
}

export interface StandInWindow {
  readonly options: { readonly webPreferences: Record<string, unknown> }
  page: Page | null
  readonly contents: EventEmitter & { openHandler: null | (() => { action: string }) }
  shown: boolean
}
