import { spawn } from 'node:child_process'
import { relative, sep } from 'node:path'
import { cwd, env } from 'node:process'
import { mutants } from '../../mutants/mutants.ts'
import type { TestResult } from '../check/test-results.ts'
import type { FeatureRow } from './rows.ts'

/** Runs the tests of each row against its mutants, two at a time, and says what became of them. */
export async function runMutants(
  rows: readonly FeatureRow[],
  byRow: ReadonlyMap<string, readonly TestResult[]>,
): Promise<Map<string, string>> {
  const jobs = mutants.entries().filter(([, { row }]) => rows.some(({ id }) => row === `FEAT-${id}`))
  const verdicts = new Map<string, string[]>()
  const worker = async (): Promise<void> => {
    for (const [index, { row, breaks }] of jobs) {
      const id = row.slice('FEAT-'.length)
      const killed = await isKilled(index, row, byRow.get(id) ?? [])
      verdicts.set(id, [...(verdicts.get(id) ?? []), killed ? 'killed' : `SURVIVED: ${breaks}`])
    }
  }
  await Promise.all([worker(), worker()])
  return new Map(verdicts.entries().map(([id, list]) => [id, summary(list)]))
}

function summary(verdicts: readonly string[]): string {
  const survivor = verdicts.find((verdict) => verdict !== 'killed')
  return survivor ?? `${verdicts.length} ${verdicts.length === 1 ? 'mutant' : 'mutants'} killed`
}

/** A mutant is killed when a test of the row fails for it; a run that could not start is not a kill. */
async function isKilled(index: number, row: string, tests: readonly TestResult[]): Promise<boolean> {
  const files = [...new Set(tests.map(({ file }) => relative(cwd(), file)))]
  if (files.length === 0) return false
  const projects = [...new Set(files.map(projectOf))].flatMap((project) => ['--project', project])
  const output = await run(
    ['vitest', 'run', '--reporter=json', '--bail=1', ...projects, '-t', `${row}\\b`, ...files],
    { ...env, RXKUBE_MUTANT: String(index) },
  )
  const begin = output.indexOf('{')
  if (begin < 0) return false
  const report = JSON.parse(output.slice(begin)) as {
    numFailedTests: number
    testResults: { message: string }[]
  }
  const broken = report.testResults.find(({ message }) => message.includes('its text stands'))
  if (broken) throw new Error(broken.message)
  return report.numFailedTests > 0
}

function projectOf(file: string): string {
  const [folder, name] = file.split(sep)
  return folder === 'tests' || name === undefined ? 'tests' : name
}

async function run(command: readonly string[], environment: NodeJS.ProcessEnv): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const [program = '', ...rest] = command
  const child = spawn(program, rest, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  child.on('error', reject)
  child.on('close', () => resolve(output || errors))
  return await promise
}
