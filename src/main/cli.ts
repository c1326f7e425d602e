#!/usr/bin/env node
import { runCommandLine } from './cli/run.ts'
import { processTerminal } from './cli/terminal.ts'

/** The command line (architecture §6). The Node version was checked before this file was loaded. */
process.exitCode = await runCommandLine(process.argv.slice(2), processTerminal())
