import type { ReconcileContext } from '@rxkube/controller'
import { deepCopy, Deployment, ReplicaSet, type Cached } from '@rxkube/meta'
import { scaledReplicaSet, scaleMessage, type Scale } from '../decide/scale.ts'

/** What a pass is told, and writes with. */
export type Context = ReconcileContext<Deployment>

/** One pass over one Deployment: what it has written so far counts for what it decides next. */
export class Pass {
  readonly context: Context
  /** The ReplicaSets that are the Deployment's, as they were when the pass began. */
  readonly sets: readonly Cached<ReplicaSet>[]
  #deployment: Cached<Deployment>

  constructor(context: Context, deployment: Cached<Deployment>, sets: readonly Cached<ReplicaSet>[]) {
    this.context = context
    this.sets = sets
    this.#deployment = deployment
  }

  /** The Deployment, with what the pass has said of it. */
  get deployment(): Cached<Deployment> {
    return this.#deployment
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.context.clock.now()
  }

  /**
   * Writes what the Deployment reports, its revision among it: the server takes annotations with a status. The version stays the
   * one of the cache, as upstream: a second write of a pass is refused, and the pass is made again on what was written.
   */
  async updateStatus(deployment: Cached<Deployment>): Promise<void> {
    this.#deployment = deployment
    await this.context.client.updateStatus(Deployment, deepCopy(deployment))
  }

  /** As `updateStatus`, where another error is to be told, and this one would hide it. */
  async tryUpdateStatus(deployment: Cached<Deployment>): Promise<void> {
    try {
      await this.updateStatus(deployment)
    } catch {
      this.context.signal.throwIfAborted()
    }
  }

  /** Writes the size of a ReplicaSet, and resolves with it as it is then. What has both size and annotations is left alone. */
  async scale(scale: Scale): Promise<Cached<ReplicaSet>> {
    const scaled = scaledReplicaSet(this.#deployment, scale)
    if (!scaled) return scale.replicaSet
    const updated = await this.context.client.update(ReplicaSet, scaled)
    const message = scaleMessage(scale)
    if (message !== undefined) this.context.event('Normal', 'ScalingReplicaSet', message)
    return updated
  }

  /** One after the other; the first that fails ends it. */
  async scaleAll(scales: readonly Scale[]): Promise<ReadonlyMap<string, Cached<ReplicaSet>>> {
    const updated = new Map<string, Cached<ReplicaSet>>()
    for (const scale of scales) {
      // oxlint-disable-next-line no-await-in-loop -- the order is part of the plan
      updated.set(scale.replicaSet.metadata.uid ?? '', await this.scale(scale))
    }
    return updated
  }
}
