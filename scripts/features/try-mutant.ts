import { join, relative, sep } from 'node:path'
import { cwd } from 'node:process'
import type { Mutant } from '../../mutants/mutant.ts'
import { mutantBroken, mutantLoaded } from '../../mutants/plugin.ts'
import type { TestResult } from '../check/test-results.ts'
import { carries } from './carries.ts'
import { runVitest, type VitestRun } from './run-vitest.ts'

/** What became of a mutant. Only `killed` shows that the tests of its row notice. */
export interface Verdict {
  readonly mutant: Mutant
  readonly outcome: 'killed' | 'survived' | 'unusable'
  /** The test that failed and how, or why nothing can be said. */
  readonly why: string
}

/** Runs the tests that carry the mutant's id, and nothing else, with its module changed. */
export async function tryMutant(
  mutant: Mutant,
  index: number,
  tests: readonly TestResult[],
  folder: string,
): Promise<Verdict> {
  const unusable = (why: string): Verdict => ({ mutant, outcome: 'unusable', why })
  const files = filesOf(tests)
  if (files.length === 0) return unusable('no test carries its id')
  const projects = [...new Set(files.map(projectOf))].flatMap((project) => ['--project', project])
  const run = await runVitest(
    ['--bail=1', '--maxWorkers=1', ...projects, '-t', `${mutant.row}\\b`, ...files],
    join(folder, `${index}.json`),
    { RXKUBE_MUTANT: String(index) },
  )
  return { mutant, ...judge(mutant, run) }
}

function judge({ row }: Mutant, { tests, unloaded, stderr }: VitestRun): Omit<Verdict, 'mutant'> {
  const [, broken] = stderr.split(mutantBroken)
  if (broken !== undefined) return { outcome: 'unusable', why: broken.trim().slice(0, 300) }
  if (tests === undefined)
    return { outcome: 'unusable', why: `vitest gave no report: ${stderr.trim().slice(-200)}` }
  const ran = tests.filter(({ status }) => status === 'passed' || status === 'failed')
  const failed = ran.find(({ name, status }) => status === 'failed' && carries(name, row))
  if (failed !== undefined) {
    const message = failed.failures[0]?.split('\n')[0] ?? ''
    // The text of a program that is none, or that names what is not there, would fail any test.
    if (/^(SyntaxError|ReferenceError)/.test(message)) return { outcome: 'unusable', why: message }
    return { outcome: 'killed', why: `${failed.name} — ${message}` }
  }
  if (unloaded.length > 0) return { outcome: 'unusable', why: `could not be loaded: ${unloaded.join(', ')}` }
  if (ran.length === 0) return { outcome: 'unusable', why: 'no test ran' }
  if (!stderr.includes(mutantLoaded)) return { outcome: 'unusable', why: 'no test loads its module' }
  return { outcome: 'survived', why: `${ran.length} tests passed` }
}

/** The files of the tests; those of the packages are enough where there are any: they need less time. */
function filesOf(tests: readonly TestResult[]): string[] {
  const files = [...new Set(tests.map(({ file }) => relative(cwd(), file)))]
  const ofPackages = files.filter((file) => projectOf(file) !== 'tests')
  return ofPackages.length > 0 ? ofPackages : files
}

function projectOf(file: string): string {
  const [folder, name] = file.split(sep)
  return folder === 'tests' || name === undefined ? 'tests' : name
}
