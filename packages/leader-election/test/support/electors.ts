import { Lease, type Client } from '@rxkube/client'
import {
  LeaderElector,
  LeaseLock,
  type LeaderElectorOptions,
  type LeaseLockOptions,
  type LeaderWork,
} from '@rxkube/leader-election'
import type { ProcessOptions, TestEnv, TestProcess } from '@rxkube/testing'

const namespace = 'default'
const name = 'controller'
export const address = { namespace, name }

/** The usual durations of core components. */
export const durations = { leaseDuration: '15s', renewDeadline: '10s', retryPeriod: '2s' } as const

/** What a process with an elector does, besides the usual. */
export interface StartOptions extends ProcessOptions {
  readonly elector?: Partial<Omit<LeaderElectorOptions, 'lock' | 'callbacks'>>
  readonly lock?: Partial<LeaseLockOptions>
  /** The work; until its signal aborts unless told. */
  readonly work?: (work: LeaderWork, started: Started) => void | Promise<void>
  readonly onStoppedLeading?: () => void | Promise<void>
}

/** One process with an elector. */
export interface Started {
  readonly process: TestProcess
  readonly elector: LeaderElector
  /** What happened to it, with the second of true time: `3 started`. */
  readonly log: string[]
  /** How its run ended. */
  readonly ended: Promise<unknown>
}

/** Resolves when the signal aborts. */
export function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

/** Starts a process of that name, which is its identity too. */
export function startElector(env: TestEnv, id: string, options: StartOptions = {}): Started {
  const { elector: electorOptions, lock, work = ({ signal }) => aborted(signal), onStoppedLeading } = options
  const log: string[] = []
  const tell = (what: string): void => void log.push(`${Math.round(env.clock.monotonic() / 1000)} ${what}`)
  const made = Promise.withResolvers<LeaderElector>()
  const ended = Promise.withResolvers<unknown>()
  let elector: LeaderElector | undefined
  const process = env.start(
    id,
    async ({ client, clock, random, signal }) => {
      elector = new LeaderElector({
        ...durations,
        lock: new LeaseLock({ client, ...address, identity: id, ...lock }),
        clock,
        random,
        ...electorOptions,
        callbacks: {
          onStartedLeading: async (given) => {
            tell('started')
            await work(given, started)
            tell('work over')
          },
          onStoppedLeading: async () => {
            tell('stopped')
            await onStoppedLeading?.()
          },
          onNewLeader: (identity) => tell(`sees ${identity || 'nobody'}`),
        },
      })
      made.resolve(elector)
      await elector.run({ signal }).then(
        () => ended.resolve('run over'),
        (error: unknown) => ended.resolve(error),
      )
      tell('run over')
    },
    options,
  )
  const started: Started = {
    process,
    log,
    ended: ended.promise,
    get elector() {
      if (elector === undefined) throw new Error(`${id} was not started`)
      return elector
    },
  }
  return started
}

/** The lease as it is on the server. */
export async function leaseOf({ client }: { readonly client: Client }): Promise<Lease> {
  return client.get(Lease, address)
}

/** Makes a lease with this spec, as somebody else would. */
export function createLease({ client }: TestEnv, spec: Lease['spec']): Promise<Lease> {
  return client.create(Lease, { metadata: address, ...(spec && { spec }) })
}

/** The verbs of the requests about the lease, in order. */
export function verbs({ process }: Started): string[] {
  const names: Record<string, string> = { GET: 'get', POST: 'create', PUT: 'update' }
  return process.effects.map(({ method, status }) => `${names[method]}${status === 409 ? ' conflict' : ''}`)
}

/** Stops a process while time goes on, and says how its run ended. */
export async function stopped(env: TestEnv, started: Started, within = '10s'): Promise<unknown> {
  const stop = started.process.stop()
  await env.advance(within)
  await stop
  return started.ended
}
