import { existsSync, readFileSync } from 'node:fs'

/** Where `npm run check` and `npm run features` leave what every test did. */
export const reportFile = 'node_modules/.cache/rxkube/tests.json'

/** One test of the last report. */
export interface TestResult {
  /** The names of its `describe`s and its own, joined. */
  readonly name: string
  readonly file: string
  readonly status: 'passed' | 'failed' | 'skipped' | 'pending' | 'todo'
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: TestResult['status']
    }[]
  }[]
}

/** How many tests passed and failed in the last report; a file that could not be loaded is one failure. */
export function testCounts(): { passed: number; failed: number } {
  const report = read()
  if (!report) return { passed: 0, failed: 0 }
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

/** Every test of the last report, or undefined when there is none. */
export function testResults(): TestResult[] | undefined {
  return read()?.testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ name: fullName, file, status })),
  )
}

function read(): Report | undefined {
  if (!existsSync(reportFile)) return undefined
  return JSON.parse(readFileSync(reportFile, 'utf8')) as Report
}
