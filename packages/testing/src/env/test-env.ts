import { ApiServer, type ApiServerOptions, type Faults } from '@rxkube/api-server'
import { Client } from '@rxkube/client'
import { seededRandom, TestClock, type Duration, type Random, type RunUntilIdleOptions } from '@rxkube/clock'
import type { ProcessEffect } from './effect.ts'
import { TestProcess, type ProcessMain, type ProcessOptions } from './test-process.ts'

/** How a test environment begins. */
export interface TestEnvOptions {
  /** What all chance comes from; 1 unless told. The same seed is the same run. */
  readonly seed?: number | undefined
  /** The wall-clock time it begins at. */
  readonly start?: Date | string | number | undefined
  /** How the server is; its clock and randomness are the environment's. */
  readonly server?: Omit<ApiServerOptions, 'clock' | 'random'> | undefined
}

/** Thrown by `verify` and `stop` when programs of processes threw. */
export class ProcessFailedError extends AggregateError {
  override readonly name = 'ProcessFailedError'

  constructor(failures: ReadonlyMap<string, unknown>) {
    const names = [...failures.keys()].join(', ')
    super([...failures.values()], `programs threw that were expected to run: ${names} (see errors)`)
  }
}

/**
 * A cluster in a test: an API server, and processes that live on it, without sockets, under virtual time and with all
 * chance from one seed. envtest, with nothing to install and nothing to wait for.
 */
export class TestEnv implements AsyncDisposable {
  readonly seed: number
  readonly clock: TestClock
  readonly random: Random
  readonly server: ApiServer
  /** A client of the test's own: no process, and not struck by faults of views. */
  readonly client: Client
  /** Every request of every process, in the order they left. */
  readonly audit: ProcessEffect[] = []
  readonly #processes = new Map<string, TestProcess>()
  readonly #failures = new Map<string, unknown>()
  #started = 0

  constructor({ seed = 1, start, server }: TestEnvOptions = {}) {
    this.seed = seed
    this.random = seededRandom(seed)
    this.clock = new TestClock({ start, random: this.random })
    this.server = new ApiServer({ ...server, clock: this.clock, random: this.random })
    const transport = this.server.transport()
    this.client = new Client({
      transport,
      clock: this.clock,
      random: this.random,
      qps: -1,
      userAgent: 'test-env',
    })
  }

  /** What goes wrong on purpose. A process is the `view` of its name. */
  get faults(): Faults {
    return this.server.faults
  }

  /** The processes that were started last under each name. */
  get processes(): ReadonlyMap<string, TestProcess> {
    return this.#processes
  }

  /** Starts a process, or starts it again: one of this name that still runs is killed first. */
  start(name: string, main: ProcessMain, options: ProcessOptions = {}): TestProcess {
    this.#processes.get(name)?.kill()
    const process = new TestProcess({
      name,
      main,
      options,
      clock: this.clock,
      // Its own chance, so that what one process draws does not depend on what others do.
      seed: this.seed * 1009 + ++this.#started * 7,
      transport: this.server.view(name).transport(),
      onEffect: (effect) => this.audit.push(effect),
      onFailure: (error) => this.#failures.set(name, error),
    })
    this.#processes.set(name, process)
    return process
  }

  /** Moves time on; everything happens that is due. */
  advance(duration: Duration): Promise<void> {
    return this.clock.advance(duration)
  }

  /** Lets everything happen that needs no time. */
  settle(): Promise<void> {
    return this.clock.settle()
  }

  /** Fires timer after timer until none is left, or until an hour, or `max`, has passed. */
  runUntilIdle(options?: RunUntilIdleOptions): Promise<void> {
    return this.clock.runUntilIdle(options)
  }

  /** Throws a ProcessFailedError when a program threw. */
  verify(): void {
    if (this.#failures.size > 0) throw new ProcessFailedError(this.#failures)
  }

  /** Asks all processes to end, moving time on as far as they need, up to ten minutes, and closes the server. */
  async stop(): Promise<void> {
    const all = [...this.#processes.values()]
    const ends = Promise.allSettled(all.map((process) => process.stop()))
    for (let second = 0; second < 600 && all.some(({ running }) => running); second++) {
      // oxlint-disable-next-line no-await-in-loop -- time passes second by second, no further than has to be
      await this.clock.advance('1s')
    }
    for (const process of all) process.kill()
    await ends
    await this.client.close()
    await this.server.close()
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }
}
