import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Always built as for users: a test runner's own NODE_ENV would deliver React's development build.
process.env.NODE_ENV = 'production'

/**
 * The screens. `html.cspNonce` writes the placeholder `__CSP_NONCE__` into every tag and into
 * `<meta property="csp-nonce">`; whoever serves the page (host or shell) puts a fresh nonce in its place
 * and sends the same one in `Content-Security-Policy`. React Aria reads the meta for its one `<style>`.
 */
export const screensConfig = {
  plugins: [react()],
  base: './',
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: '../../out/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    minify: true,
    cssMinify: true,
    sourcemap: false,
    // Data URLs would need `data:` in the policy: every asset is a file.
    assetsInlineLimit: 0,
    // The polyfill is an inline script; every browser of ours preloads modules by itself.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
} as const

export default defineConfig({ ...screensConfig, plugins: [react()] })
