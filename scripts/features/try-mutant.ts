import { relative, sep } from 'node:path'
import { cwd } from 'node:process'
import type { Mutant } from '../../mutants/mutant.ts'
import { mutantBroken, mutantLoaded, mutantVariable } from '../../mutants/plugin.ts'
import type { TestResult } from '../check/test-results.ts'
import { carries } from './carries.ts'
import { runVitest, type VitestRun } from './run-vitest.ts'

/** What became of a mutant. Only `killed` shows that the tests of its row notice. */
export interface Verdict {
  readonly mutant: Mutant
  readonly outcome: 'killed' | 'survived' | 'unusable'
  /** The test that failed and how, or why nothing can be said. */
  readonly why: string
  readonly seconds: number
}

type Judgement = Omit<Verdict, 'mutant' | 'seconds'>

/** Runs the tests that carry the mutant's id, and nothing else, with its module changed. */
export async function tryMutant(
  mutant: Mutant,
  tests: readonly TestResult[],
  reportFile: string,
): Promise<Verdict> {
  const began = performance.now()
  const verdict = (what: Judgement): Verdict => ({
    mutant,
    ...what,
    seconds: (performance.now() - began) / 1000,
  })
  let last = unusable('no test carries its id')
  // Those of the packages need less time than those of several together.
  const { packages, tests: together } = filesByStage(tests)
  for (const files of [packages, together]) {
    if (files === undefined) continue
    const projects = [...new Set(files.map(projectOf))].flatMap((project) => ['--project', project])
    const run = await runVitest(
      ['--bail=1', '--maxWorkers=1', ...projects, '-t', `${mutant.row}\\b`, ...files],
      reportFile,
      { [mutantVariable]: JSON.stringify(mutant) },
    )
    last = judge(mutant, run, tests)
    if (last.outcome === 'killed') break
  }
  return verdict(last)
}

function judge(
  { row }: Mutant,
  { tests, unloaded, stderr }: VitestRun,
  before: readonly TestResult[],
): Judgement {
  const [, broken] = stderr.split(mutantBroken)
  if (broken !== undefined) return unusable(broken.trim().slice(0, 300))
  if (tests === undefined) return unusable(`vitest gave no report: ${stderr.trim().slice(-200)}`)
  const ran = tests.filter(({ status }) => status === 'passed' || status === 'failed')
  const failed = ran.find(({ name, status }) => status === 'failed' && carries(name, row))
  if (failed !== undefined) {
    const [message = ''] = failed.failures.join('\n').split('\n')
    if (!before.some(({ name, status }) => name === failed.name && status === 'passed'))
      return unusable(`fails without it, too: ${failed.name}`)
    // The text of a program that is none, or that names what is not there, would fail any test.
    const [noProgram] = /^(SyntaxError|ReferenceError).*/m.exec(failed.failures.join('\n')) ?? []
    if (noProgram !== undefined) return unusable(noProgram)
    return { outcome: 'killed', why: `${failed.name} — ${message}` }
  }
  if (unloaded.length > 0) return unusable(`could not be loaded: ${unloaded.join(', ')}`)
  if (ran.length === 0) return unusable('no test ran')
  if (!stderr.includes(mutantLoaded)) return unusable('no test loads its module')
  return { outcome: 'survived', why: `${ran.length} tests passed` }
}

function unusable(why: string): Judgement {
  return { outcome: 'unusable', why }
}

function filesByStage(tests: readonly TestResult[]): Partial<Record<'packages' | 'tests', string[]>> {
  const files = [...new Set(tests.map(({ file }) => relative(cwd(), file)))]
  return Object.groupBy(files, (file) => (projectOf(file) === 'tests' ? 'tests' : 'packages'))
}

function projectOf(file: string): string {
  const [folder, name] = file.split(sep)
  return folder === 'tests' || name === undefined ? 'tests' : name
}
