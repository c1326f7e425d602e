/** What `npm start` says in the terminal. */
export const launchWords = {
  building: '画面を準備しています（初回と更新後のみ、数秒かかります）…',
  buildFailed: '画面を準備できませんでした。上の表示を確かめてください。',
  fetching: (percent: number) => `ウィンドウ用の部品（Electron）を取得しています… ${percent}％`,
  opened: '福祉台帳のウィンドウを開きました。',
  /** One line: why the browser is used in place of the window. */
  fallback: (reason: string) => `${reason}このPCのブラウザーで開きます。`,
  address: (address: string) => `アドレス（一度だけ使えます）:\n  ${address}`,
  openByHand: 'ブラウザーが自動で開かないときは、上のアドレスをこのPCのブラウザーに貼り付けてください。',
  ends: '画面をすべて閉じると60秒後に終わります。すぐ終えるには Ctrl+C を押してください。',
  abandoned: '画面が閉じられたため終わりました。台帳は保存済みです。',
} as const

/** Why the local browser is used; each completes 「…ため、」. */
export const fallbackReasons = {
  asked: '指定（--browser）により、',
  noDisplay: '表示装置（ディスプレイ）がないため、',
  root: '管理者（root）ではウィンドウを安全に開けないため、',
  unsupported: 'この種類のPC用の部品がないため、',
  unreachable: 'ウィンドウ用の部品（Electron）を取得できないため、',
  unreachableBefore: 'ウィンドウ用の部品（Electron）を前回取得できなかったため、',
  windowSilent: 'ウィンドウが15秒以内に開かなかったため、',
  windowFailed: 'ウィンドウを開けなかったため、',
} as const

export type FallbackReason = keyof typeof fallbackReasons
