import { channel } from 'node:diagnostics_channel'
import { ControllerExpectations } from './controller-expectations.ts'

/**
 * Published on the diagnostics channel `rxkube:controller:clobbered-expectations` when deletions are expected while earlier
 * ones are not seen yet: a bug of the controller, which ought to have asked `satisfiedExpectations` first.
 */
export interface ClobberedExpectations {
  readonly key: string
  /** The children whose deletion is not waited for any more. */
  readonly forgotten: readonly string[]
}

const clobbered = channel('rxkube:controller:clobbered-expectations')

/**
 * `ControllerExpectations` that know which children they wait for the deletion of. A graceful deletion is seen twice, as
 * an update with a `deletionTimestamp` and as the deletion itself, and counts once. Children are named by whatever key the
 * controller likes, say `namespace/name` of pods. Upstream: `UIDTrackingControllerExpectations`.
 */
export class UIDTrackingControllerExpectations {
  readonly #counts: ControllerExpectations
  readonly #deletions = new Map<string, Set<string>>()

  constructor(counts: ControllerExpectations = new ControllerExpectations()) {
    this.#counts = counts
  }

  /** The counts: what is asked of them is asked of these, except for deletions. */
  get counts(): ControllerExpectations {
    return this.#counts
  }

  /** As of `ControllerExpectations`. */
  satisfiedExpectations(key: string): boolean {
    return this.#counts.satisfiedExpectations(key)
  }

  /** As of `ControllerExpectations`. */
  expectCreations(key: string, count: number): void {
    this.#counts.expectCreations(key, count)
  }

  /** As of `ControllerExpectations`. */
  creationObserved(key: string): void {
    this.#counts.creationObserved(key)
  }

  /** Begins to wait for the deletion of these children, each once, in place of what was waited for. */
  expectDeletions(key: string, children: Iterable<string>): void {
    const before = this.#deletions.get(key)
    if (before !== undefined && before.size > 0 && clobbered.hasSubscribers)
      clobbered.publish({ key, forgotten: [...before] } satisfies ClobberedExpectations)
    const expected = new Set(children)
    this.#deletions.set(key, expected)
    this.#counts.expectDeletions(key, expected.size)
  }

  /** The deletion of a child was seen, or failed. One that was not waited for, or was counted already, changes nothing. */
  deletionObserved(key: string, child: string): void {
    if (this.#deletions.get(key)?.delete(child)) this.#counts.deletionObserved(key)
  }

  /** The children whose deletion is still waited for. Upstream: `GetUIDs`. */
  getUIDs(key: string): ReadonlySet<string> {
    return new Set(this.#deletions.get(key))
  }

  /** Forgets an owner that is gone. */
  deleteExpectations(key: string): void {
    this.#counts.deleteExpectations(key)
    this.#deletions.delete(key)
  }
}
