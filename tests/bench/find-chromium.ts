import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
]

/** A system browser if there is one, else the Chromium inside the npm package. */
export async function findChromium(): Promise<string> {
  const system = places.find((place) => existsSync(place))
  if (system) return system
  // It unpacks the libraries that it carries only when it takes the machine for this runtime.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}
