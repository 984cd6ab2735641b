import { parseArgs } from 'node:util'
import { contenders } from './contenders/contenders.ts'

/** What the command was asked for. */
export interface BenchOptions {
  readonly suite: 'informers' | 'server'
  readonly quick: boolean
  readonly rounds: number | undefined
  /** Sizes; none for those of the suite. */
  readonly pods: readonly number[]
  readonly events: number | undefined
  readonly only: readonly string[]
  /** Where to write every figure; undefined for nowhere. */
  readonly json: string | undefined
}

/** Thrown for arguments that mean nothing; the message says which and why. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export const usage = `Usage: npm run bench -- [options]

Measures this project: its informer beside others (the suite "informers"), or its API server (the suite "server").

  --suite NAME   informers (the default) or server
  --quick        few objects, one round
  --pods N       this many pods; with informers it may be given more than once
  --events N     informers: changes to follow after the sync; server: changes to write
  --rounds N     informers: interleaved rounds of which medians are taken
  --only NAME    informers: a contender; server: a measurement; may be given more than once
  --json FILE    write every figure to a file as well
  --help         print this`

/** The names of the measurements of the suite "server". */
export const serverMeasurements = ['start', 'lists', 'http', 'watches', 'writes', 'memory'] as const

const flags = {
  suite: { type: 'string', default: 'informers' },
  quick: { type: 'boolean', default: false },
  rounds: { type: 'string' },
  pods: { type: 'string', multiple: true },
  events: { type: 'string' },
  only: { type: 'string', multiple: true },
  json: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const

/** Reads the arguments; `help` when that is all that is wanted. Throws a UsageError. */
export function readOptions(args: readonly string[]): BenchOptions | 'help' {
  const values = parse(args)
  if (values.help) return 'help'
  const { suite, only = [], pods = [] } = values
  if (suite !== 'informers' && suite !== 'server') {
    throw new UsageError(`--suite is informers or server, not ${JSON.stringify(suite)}`)
  }
  const known: readonly string[] = suite === 'informers' ? [...contenders.keys()] : serverMeasurements
  const unknown = only.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    const kind = suite === 'informers' ? 'contender' : 'measurement'
    throw new UsageError(`no ${kind} named ${unknown.join(', ')}: there are ${known.join(', ')}`)
  }
  return {
    suite,
    quick: values.quick,
    rounds: optional('--rounds', values.rounds),
    pods: pods.map((text) => count('--pods', text)),
    events: optional('--events', values.events),
    only,
    json: values.json,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

function optional(flag: string, text: string | undefined): number | undefined {
  return text === undefined ? undefined : count(flag, text)
}

function count(flag: string, text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new UsageError(`${flag} takes a whole number above 0, not ${JSON.stringify(text)}`)
}
