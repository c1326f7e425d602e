/**
 * `npm test`: lint, types, import rules, unit, ledger, export, shell and browser journeys, with no step
 * before it. Each step runs to its end; the last line counts tests, and a step that fails without
 * counting any (lint, types, builds) counts as one.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Step {
  readonly name: string
  readonly command: readonly string[]
  /** A vitest configuration: its JSON report is counted. */
  readonly vitest?: string
}

interface Outcome {
  readonly passed: number
  readonly failed: number
}

const steps: readonly Step[] = [
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'build of screens and shell', command: ['electron-vite', 'build', '--logLevel', 'warn'] },
  { name: 'unit, ledger, export, faults', command: [], vitest: 'vitest.config.ts' },
  { name: 'shell against its stand-in', command: [], vitest: 'vitest.shell.config.ts' },
  { name: 'browser journeys', command: [], vitest: 'vitest.journeys.config.ts' },
]

// A folder of the run's own: two runs, or two users, never meet each other's files.
const scratch = mkdtempSync(join(tmpdir(), 'fukushi-test-'))
const environment = { ...process.env, TMPDIR: scratch, FUKUSHI_DATA: join(scratch, 'data') }

function run(command: readonly string[]): Promise<number> {
  const [program = '', ...parameters] = command
  const windows = process.platform === 'win32'
  return new Promise((resolve, reject) => {
    const child = spawn(program, parameters, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: environment,
      shell: windows,
    })
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

async function runStep(step: Step): Promise<Outcome> {
  if (step.vitest === undefined) {
    const code = await run(step.command)
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  }
  const report = join(scratch, `${step.vitest}.json`)
  const code = await run([
    'vitest',
    'run',
    '--config',
    step.vitest,
    '--reporter',
    'default',
    '--reporter',
    'json',
    `--outputFile.json=${report}`,
  ])
  return countTests(report, code)
}

function countTests(report: string, code: number): Outcome {
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number
    numFailedTests: number
  }
  // A suite that breaks before its first test leaves no failed test behind; it must not pass for green.
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

const only = process.argv.slice(2)
const chosen =
  only.length === 0 ? steps : steps.filter((step) => only.some((word) => step.name.includes(word)))
let passed = 0
let failed = 0
for (const step of chosen) {
  const started = Date.now()
  console.log(`\n── ${step.name}`)
  const outcome = await runStep(step).catch((error: unknown) => {
    console.error(error)
    return { passed: 0, failed: 1 }
  })
  passed += outcome.passed
  failed += outcome.failed
  console.log(
    `── ${step.name}: ${outcome.failed === 0 ? 'ok' : 'FAILED'} (${Math.round((Date.now() - started) / 1000)} s)`,
  )
}
rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
