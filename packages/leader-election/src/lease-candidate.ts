import type { Client } from '@rxkube/client'
import { sleep, systemClock, systemRandom, type Clock, type Random } from '@rxkube/clock'
import type { Resource } from '@rxkube/meta'
import { channel } from 'node:diagnostics_channel'
import { followCandidate, isReason, patience } from './candidate-watch.ts'
import { leaseTime } from './election-record.ts'
import { ElectorRunningError, ElectorStoppedError } from './errors.ts'
import { isLater, LeaseCandidates, type LeaseCandidateObject } from './lease-candidates.ts'

/** How a LeaseCandidate is made. */
export interface LeaseCandidateOptions {
  readonly client: Pick<Client, 'create' | 'update' | 'list' | 'watch'>
  readonly namespace: string
  /** The name of the candidate: the identity of the process' lock. */
  readonly name: string
  /** The name of the Lease that it is a candidate for. */
  readonly leaseName: string
  /** Semantic versions without a leading `v`. */
  readonly binaryVersion: string
  readonly emulationVersion: string
  /** How the leader is to be chosen; `OldestEmulationVersion` unless told. */
  readonly strategy?: string | undefined
  /** Another version than v1beta1. */
  readonly resource?: Resource<LeaseCandidateObject> | undefined
  /** Told of requests that failed; they are tried again. Also on `rxkube.leader-election.error`. */
  readonly onError?: ((error: unknown) => void) | undefined
  readonly clock?: Clock | undefined
  readonly random?: Random | undefined
}

const errors = channel('rxkube.leader-election.error')
const requeueInterval = 5 * 60_000
const firstRetry = 500
const longestRetry = 60_000

/**
 * Tells the cluster that this process can lead, and answers when it is asked whether it still can: one side of
 * coordinated leader election, a LeaderElector with `coordinated: true` being the other. client-go: `LeaseCandidate`.
 */
export class LeaseCandidate implements AsyncDisposable {
  readonly #options: LeaseCandidateOptions
  readonly #clock: Clock
  readonly #random: Random
  readonly #end = new AbortController()
  #seen: LeaseCandidateObject | undefined
  #isSynced = false
  #isDue = true
  #wake = Promise.withResolvers<void>()
  #writes = 0
  #run: Promise<void> | undefined

  constructor(options: LeaseCandidateOptions) {
    this.#options = options
    this.#clock = options.clock ?? systemClock
    this.#random = options.random ?? systemRandom
  }

  /** Keeps the candidate there until the signal aborts or `stop` is called, then resolves. The object stays. */
  async run({ signal }: { readonly signal?: AbortSignal | undefined } = {}): Promise<void> {
    if (this.#run) throw new ElectorRunningError(this.#name())
    this.#end.signal.throwIfAborted()
    const end = new AbortController()
    const follow = (): void => end.abort(signal?.aborted ? signal.reason : this.#end.signal.reason)
    const outer = [signal, this.#end.signal]
    for (const each of outer) each?.addEventListener('abort', follow, { once: true })
    if (signal?.aborted) follow()
    this.#run = this.#running(end.signal)
    try {
      await this.#run
    } finally {
      for (const each of outer) each?.removeEventListener('abort', follow)
      this.#run = undefined
    }
  }

  /** Ends the run for good, and resolves when it has ended. */
  async stop(): Promise<void> {
    this.#end.abort(new ElectorStoppedError(this.#name()))
    await this.#run
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop()
  }

  async #running(signal: AbortSignal): Promise<void> {
    const { client, namespace, name, resource = LeaseCandidates } = this.#options
    this.#isSynced = false
    this.#isDue = true
    const onState = (candidate: LeaseCandidateObject | undefined): void => this.#observe(candidate)
    const onError = (error: unknown): void => this.#report(error)
    const [clock, random] = [this.#clock, this.#random]
    const place = { client, resource, namespace, name }
    await Promise.all([
      followCandidate({ ...place, clock, random, signal, onState, onError }),
      this.#working(signal),
    ])
  }

  #observe(candidate: LeaseCandidateObject | undefined): void {
    this.#seen = candidate
    const isAsked = candidate !== undefined && isLater(candidate.spec.pingTime, candidate.spec.renewTime)
    if (!this.#isSynced || candidate === undefined || isAsked) this.#isDue = true
    this.#isSynced = true
    if (this.#isDue) this.#wake.resolve()
  }

  async #working(signal: AbortSignal): Promise<void> {
    let retry = firstRetry
    while (!signal.aborted) {
      let pause = Infinity
      if (this.#isSynced && this.#isDue) {
        this.#isDue = false
        pause = requeueInterval
        try {
          await this.#ensure(signal)
          retry = firstRetry
        } catch (error) {
          if (isReason(signal, error)) return
          this.#report(error)
          pause = retry * (1 + this.#random.next())
          retry = Math.min(longestRetry, 2 * retry)
        }
      }
      await this.#waiting(pause, signal)
    }
  }

  /** Until somebody asks, or until the pause is over. */
  async #waiting(pause: number, signal: AbortSignal): Promise<void> {
    if (this.#isDue && this.#isSynced) return
    const wake = Promise.withResolvers<void>()
    this.#wake = wake
    const over = new AbortController()
    const follow = (): void => over.abort(signal.reason)
    signal.addEventListener('abort', follow, { once: true })
    const slept = patience(sleep(this.#clock, pause, { signal: over.signal }), over.signal)
    await Promise.race([wake.promise, slept])
    over.abort(new ElectorStoppedError(this.#name()))
    await slept
    signal.removeEventListener('abort', follow)
    this.#isDue = true
  }

  async #ensure(signal: AbortSignal): Promise<void> {
    const { client, namespace, name, leaseName, resource = LeaseCandidates } = this.#options
    const { binaryVersion, emulationVersion, strategy = 'OldestEmulationVersion' } = this.#options
    const now = leaseTime(this.#clock.now(), this.#writes++)
    const seen = this.#seen
    const said = { binaryVersion, emulationVersion, strategy }
    if (seen === undefined) {
      const candidate = { metadata: { namespace, name }, spec: { leaseName, ...said, renewTime: now } }
      this.#seen = await client.create(resource, candidate, { signal })
      return
    }
    const { pingTime } = seen.spec
    // Who asks compares its clock's time with ours: an answer from a clock that is behind would be none.
    const renewTime = pingTime !== undefined && isLater(pingTime, now) ? pingTime : now
    this.#seen = await client.update(
      resource,
      { ...seen, spec: { ...seen.spec, ...said, renewTime } },
      { signal },
    )
  }

  #report(error: unknown): void {
    errors.publish({ name: this.#name(), error })
    this.#options.onError?.(error)
  }

  #name(): string {
    return `${this.#options.namespace}/${this.#options.name}`
  }
}
