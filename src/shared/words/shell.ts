/** Words of the window's menu and dialogs. */
export const menuWords = {
  file: 'ファイル',
  quit: '終了',
  edit: '編集',
  undo: '元に戻す',
  redo: 'やり直す',
  cut: '切り取り',
  copy: 'コピー',
  paste: '貼り付け',
  selectAll: 'すべて選択',
  view: '表示',
  zoomIn: '拡大',
  zoomOut: '縮小',
  actualSize: '実際のサイズ',
  fullScreen: '全画面表示',
  window: 'ウィンドウ',
  minimise: '最小化',
  close: '閉じる',
} as const

export const folderDialogWords = {
  newLedger: { title: '新しい台帳を置くフォルダー', button: 'ここに作る' },
  openLedger: { title: '開く台帳のフォルダー（.daicho）', button: '開く' },
  export: { title: '書き出し先のフォルダー', button: 'ここに書き出す' },
  backup: { title: '控えを置くフォルダー', button: 'ここに置く' },
} as const

export const fileDialogWords = {
  book: {
    title: '取り込むファイル',
    button: '開く',
    kind: 'Excel ブック・CSV',
    everything: 'すべてのファイル',
  },
} as const
