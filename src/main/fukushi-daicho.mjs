#!/usr/bin/env node
// The installed command `fukushi-daicho`: checks Node, then hands over to the command line.
import './node-version.mjs'

await import('./cli.ts')
