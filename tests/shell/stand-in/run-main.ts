import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Runs the built main bundle with `electron` resolved to the stand-in. Orders come from the test as
 * messages; each is answered with a value.
 */
registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context)
    return {
      url: new URL('./electron.ts', import.meta.url).href,
      format: 'module-typescript',
      shortCircuit: true,
    }
  },
})

const { orders } = await import('./orders.ts')
process.on('message', (order: { id: number; name: string; input: unknown }) => {
  const carryOut = orders[order.name]
  Promise.resolve()
    .then(() => carryOut?.(order.input as never))
    .then(
      (value) => process.send?.({ id: order.id, value: value ?? null }),
      (error: unknown) => process.send?.({ id: order.id, error: String(error) }),
    )
})
await import(pathToFileURL(join(import.meta.dirname, '../../../out/main/index.js')).href)
process.send?.({ id: 0, value: 'main loaded' })
