import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { KubeConfigError } from '@rxkube/client'
import { LeaderElectionConfigError } from '@rxkube/leader-election'
import { asError, InvalidControllerError } from '../errors.ts'
import { errorFacts, nameOf } from '../operations/error-facts.ts'
import { logTo, type StructuredLogger } from '../operations/log-to.ts'
import { managerHealth } from '../operations/manager-health.ts'
import { ManagerMetrics } from '../operations/manager-metrics.ts'
import { serveOperations } from '../operations/operations-server.ts'
import type { ControllerDescriptor } from './controller-descriptor.ts'
import type { Flags } from './flag.ts'
import { flagsText, parseFlags, UsageError } from './parse-flags.ts'
import { programClient } from './program-client.ts'
import { logLevelOf, programFlags, type LogLevel } from './program-flags.ts'
import { programManager, type ProgramValues } from './program-manager.ts'
import { StopSignals } from './stop-signals.ts'

/** A program that runs controllers. */
export interface Program {
  /** Of the program, and of its lease unless told. */
  readonly name: string
  readonly controllers: readonly ControllerDescriptor[]
  /** Its package.json, which has its description and version. */
  readonly manifest: URL
  /** What writes its log lines: `(level) => pino({ level })`. */
  readonly logger: (level: LogLevel) => StructuredLogger
  /** The command line; the process's unless told. */
  readonly args?: readonly string[] | undefined
}

/**
 * Runs controllers as a process of their own: reads the flags, makes one client, one set of caches and one leader, serves
 * health and metrics, and ends in order on SIGTERM and SIGINT; a second one ends it at once. Resolves to the exit code: 0,
 * 1 when something failed or the lease was lost, 2 for a command line that cannot be understood. Never rejects.
 */
export async function runProgram(program: Program): Promise<number> {
  const { name, controllers, args = process.argv.slice(2) } = program
  try {
    const own = programFlags(name)
    const flags = Object.assign({}, ...controllers.map((each) => each.flags), own) as Flags & typeof own
    const values = parseFlags(flags, args)
    if (values.help || values.version) {
      const { version, description } = JSON.parse(await readFile(program.manifest, 'utf8')) as Manifest
      console.log(values.version ? version : helpText(program, description, flags))
      return 0
    }
    return await run(program, values)
  } catch (error) {
    if (!isForTheUser(error)) throw error
    console.error(`${name}: ${error.message}`)
    return error instanceof KubeConfigError ? 1 : 2
  }
}

interface Manifest {
  readonly version: string
  readonly description: string
}

async function run(program: Program, values: ProgramValues): Promise<number> {
  const { name } = program
  const log = program.logger(logLevelOf(values))
  const metrics = new ManagerMetrics()
  await using client = await programClient(name, values, metrics)
  const onError = (error: Error): void =>
    log.error({ class: nameOf(error), error: errorFacts(error) }, 'will be tried again')
  const manager = programManager({ ...program, client, values, metrics, onError })
  logTo(log, manager)
  const { 'bind-address': host, 'secure-port': port } = values
  if (port > 0) {
    manager.add(serveOperations({ manager, metrics, health: managerHealth(manager), host, port }))
  }
  const stop = new StopSignals()
  log.info({ controllers: [...manager.controllers.keys()], host, port }, 'starting')
  try {
    await manager.start({ signal: stop.signal })
    log.info({ reason: String(stop.signal.reason) }, 'stopped')
    return 0
  } catch (error) {
    log.error({ class: nameOf(asError(error)), error: asError(error).message }, 'ended by an error')
    return 1
  } finally {
    stop.ignore()
  }
}

function isForTheUser(error: unknown): error is Error {
  return [UsageError, KubeConfigError, LeaderElectionConfigError, InvalidControllerError].some(
    (known) => error instanceof known,
  )
}

function helpText({ name, controllers }: Program, description: string, flags: Flags): string {
  const names = controllers.map((each) => `  ${[each.name, ...each.aliases].join(', ')}`)
  return `${name}: ${description}\n\nControllers:\n${names.join('\n')}\n\nFlags:\n${flagsText(flags)}`
}
