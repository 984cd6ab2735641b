import type { Cached, Pod, Service } from '@rxkube/meta'

import { triggerTime, type TriggerTimes } from '../decide/trigger-time.ts'

/** Remembers, for each Service, the times that its last sync saw. Upstream: TriggerTimeTracker. */
export class TriggerTimeTracker {
  readonly #seen = new Map<string, TriggerTimes>()

  /** The number of Services it knows. */
  get size(): number {
    return this.#seen.size
  }

  /** When the change happened that this sync will write, and remembers what it saw. `key` is `namespace/name`. */
  next(key: string, service: Cached<Service>, pods: readonly Cached<Pod>[]): number | undefined {
    const { time, seen } = triggerTime(this.#seen.get(key), service, pods)
    this.#seen.set(key, seen)
    return time
  }

  /** Forgets a Service that is gone. */
  delete(key: string): void {
    this.#seen.delete(key)
  }
}
