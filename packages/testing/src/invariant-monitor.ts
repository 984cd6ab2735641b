import type { KubernetesObject } from '@rxkube/meta'
import { CacheMonitor } from './cache-monitor.ts'
import { HandlerMonitor, type HandlerView } from './handler-monitor.ts'
import type { InvariantId, InvariantViolation } from './invariant-violation.ts'
import { type RequestBudget, RequestMonitor } from './request-monitor.ts'
import { ServerStates, type ServerWrite } from './server-states.ts'
import { ViolationLog } from './violation-log.ts'

/**
 * Watches an informer from outside, at its handlers, its cache and its requests, beside what the server really did,
 * and says which of the invariants I1 to I19 did not hold.
 *
 * Violations are kept, since an informer isolates what a handler throws; `verify` throws the first.
 */
export class InvariantMonitor {
  readonly #log = new ViolationLog()
  readonly #states = new ServerStates()
  readonly #handlers: HandlerMonitor[] = []
  /** What the cache holds. */
  readonly cache = new CacheMonitor(this.#log, this.#states)
  /** What the informer asks for. */
  readonly requests: RequestMonitor

  constructor({ budget }: { readonly budget?: RequestBudget } = {}) {
    this.requests = new RequestMonitor(this.#log, budget)
  }

  get violations(): readonly InvariantViolation[] {
    return this.#log.violations
  }

  /** How often each invariant was really looked at: its condition was met. */
  get checked(): ReadonlyMap<InvariantId, number> {
    return this.#log.checked
  }

  /** What the server holds, by what was `wrote`. */
  get server(): ReadonlyMap<string, KubernetesObject> {
    return this.#states.now
  }

  /** A write on the server; to be told before the informer can hear of it. */
  wrote(write: ServerWrite): void {
    this.#log.note(write.key, `server: ${write.type} @${write.object.metadata?.resourceVersion}`)
    this.#states.add(write)
  }

  /** A handler to follow, by its name in messages. */
  handler(name: string, view: HandlerView): HandlerMonitor {
    const monitor = new HandlerMonitor(name, this.#log, this.#states, view)
    this.#handlers.push(monitor)
    return monitor
  }

  /** After heal, when nothing is under way: the cache is the server's state, and handlers know it. */
  quiet(objects: ReadonlyMap<string, KubernetesObject>): void {
    this.cache.quiet(objects, this.#states.now)
    for (const handler of this.#handlers) handler.quiet()
  }

  /** From now on nothing may happen. */
  stop(): void {
    this.requests.stop()
    for (const handler of this.#handlers) handler.stop()
  }

  /** Throws the first violation, if there is one. */
  verify(): void {
    const [first] = this.violations
    if (first !== undefined) throw first
  }
}
