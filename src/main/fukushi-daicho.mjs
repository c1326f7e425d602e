#!/usr/bin/env node
// The installed command `fukushi-daicho`: checks Node, then hands over to the command line.
import './prepare-node.mjs'

await import('./cli.ts')
