// Plain JavaScript on purpose: it is loaded before anything else (`node --import`), also by a Node that
// cannot read TypeScript or would crash in the database's native code. It explains instead.
import module from 'node:module'
import os from 'node:os'
import path from 'node:path'
import v8 from 'node:v8'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const enough = major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18)

if (!enough) {
  process.stderr.write(
    `Node.js ${process.versions.node} では動きません。24 以上（少なくとも 22.18）が必要です。\n` +
      'このフォルダーで「npm ci」を行うと、必要な Node.js も一緒に入ります（Windows と Linux）。\n' +
      'そのあと「npm start」か「npm run --silent cli -- コマンド」で起動してください。\n' +
      'macOS では Node.js 24 を入れてください。\n',
  )
  process.exit(4)
}

// Compiled code is kept between starts, for worker threads as well: half the time and memory of a start.
// In the user's own folder: in a shared one, another user could put code in its place.
process.env.NODE_COMPILE_CACHE ??= path.join(cacheFolder(), 'code')
module.enableCompileCache(process.env.NODE_COMPILE_CACHE)

// Four threads share an office PC: a small young generation each keeps the process small.
v8.setFlagsFromString('--max-semi-space-size=4')

function cacheFolder() {
  const { FUKUSHI_DATA, LOCALAPPDATA, XDG_CACHE_HOME } = process.env
  const home = os.homedir()
  if (FUKUSHI_DATA) return path.join(path.resolve(FUKUSHI_DATA), 'cache')
  if (process.platform === 'win32') {
    return path.join(LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'fukushi-daicho')
  }
  if (process.platform === 'darwin') return path.join(home, 'Library', 'Caches', 'fukushi-daicho')
  const xdg = XDG_CACHE_HOME && path.isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : path.join(home, '.cache')
  return path.join(xdg, 'fukushi-daicho')
}
