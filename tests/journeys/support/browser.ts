import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Browser, chromium } from 'playwright-core'

/** Browsers that an office or build machine may have. */
const systemBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Fonts are ours: nothing of the machine may decide how a screen looks. */
const usualArguments = [
  '--no-sandbox',
  '--font-render-hinting=none',
  '--disable-gpu',
  '--in-process-gpu',
  '--disable-smooth-scrolling',
  '--disable-features=Translate,OptimizationHints,MediaRouter,DialMediaRouteProvider,PaintHolding,CalculateNativeWinOcclusion',
  '--lang=ja-JP',
]

/** A real Chromium: the machine's own, else the one that comes as a package. */
export async function launchBrowser(): Promise<Browser> {
  const system = systemBrowsers.find((path) => existsSync(path))
  if (system) return chromium.launch({ executablePath: system, args: usualArguments })
  return launchPackaged()
}

/**
 * The packaged one unpacks its libraries only if the variable is set before it is imported (stack.md). Its
 * own arguments are left out: made for a cloud function, they run all in one process and switch web
 * security off. On a machine without any font it would abort at the first page, so it is shown ours.
 */
async function launchPackaged(): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'fukushi-chromium-'))
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x'
  process.env.TMPDIR = folder
  const { default: packaged } = await import('@sparticuz/chromium')
  process.env.FONTCONFIG_FILE = writeFontList(folder)
  const browser = await chromium.launch({
    executablePath: await packaged.executablePath(),
    args: usualArguments,
  })
  browser.on('disconnected', () => rmSync(folder, { recursive: true, force: true }))
  return browser
}

function writeFontList(folder: string): string {
  const fonts = resolve('node_modules/@expo-google-fonts/biz-udpgothic')
  const file = join(folder, 'fonts.conf')
  const cache = join(folder, 'font-cache')
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`,
  )
  return file
}
