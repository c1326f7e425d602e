// Plain JavaScript on purpose: it is loaded before anything else (`node --import`), also by a Node that
// cannot read TypeScript or would crash in the database's native code. It explains instead.
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
