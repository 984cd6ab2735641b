import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { env } from 'node:process'
import type { TestResult } from '../check/test-results.ts'

/** One test of one run. */
export interface TestOutcome {
  readonly name: string
  readonly status: TestResult['status']
  /** What was expected, or thrown, when it failed. */
  readonly failures: readonly string[]
}

/** What one run of vitest came to. */
export interface VitestRun {
  /** Undefined when there is no report: vitest did not start, or was stopped because it hung. */
  readonly tests: readonly TestOutcome[] | undefined
  /** Files that failed although none of their tests did: they could not be loaded. */
  readonly unloaded: readonly string[]
  readonly stderr: string
}

interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: TestResult['status']
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

// A mutant may loop for ever without letting a test time out.
const longestRun = 60_000

/** Runs vitest once with these arguments and a report of its own, in an environment with `variables` added. */
export async function runVitest(
  commandLine: readonly string[],
  reportFile: string,
  variables: Readonly<Record<string, string>>,
): Promise<VitestRun> {
  rmSync(reportFile, { force: true })
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>()
  const child = spawn(
    'vitest',
    ['run', '--configLoader=native', '--reporter=json', `--outputFile.json=${reportFile}`, ...commandLine],
    {
      env: { ...env, ...variables },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: longestRun,
      killSignal: 'SIGKILL',
    },
  )
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  child.on('error', reject)
  child.on('close', () => resolve())
  await ended
  if (!existsSync(reportFile)) return { tests: undefined, unloaded: [], stderr }
  const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8')) as Report
  return {
    tests: testResults.flatMap(({ assertionResults }) =>
      assertionResults.map(({ fullName, status, failureMessages }) => ({
        name: fullName,
        status,
        failures: failureMessages,
      })),
    ),
    unloaded: testResults
      .filter(
        ({ status, assertionResults }) =>
          status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
      )
      .map(({ name, message }) => `${name}: ${message.split('\n')[0] ?? ''}`),
    stderr,
  }
}
