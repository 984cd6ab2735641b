import type { Indexers } from '@rxkube/indexer'
import type { KubernetesObject, Resource } from '@rxkube/meta'
import type { SharedInformer } from '@rxkube/shared-informer'
import type { InformerLease, InformerPool, Projection } from '../informers/informer-pool.ts'

/** What tells resources apart, whatever version of them is used: `pods`, `deployments.apps`. */
export function resourceKey({ group, resource }: Pick<Resource, 'group' | 'resource'>): string {
  return group === '' ? resource : `${resource}.${group}`
}

/** What tells the caches of a controller apart. */
function cacheKey(resource: Resource, projection: Projection): string {
  return `${resourceKey(resource)} ${projection}`
}

/** A cache that a controller reads. */
export interface Cache {
  readonly key: string
  readonly resource: Resource
  readonly projection: Projection
  readonly informer: SharedInformer<KubernetesObject, string>
}

interface Held extends Cache {
  readonly lease: InformerLease<KubernetesObject>
  /** The requests that asked for it; undefined for one that is declared. */
  readonly users: Set<string> | undefined
}

/** The caches that a controller declared, and those that its requests have asked for. */
export class Caches {
  readonly #pool: InformerPool
  readonly #onLeft: (cache: Cache) => void
  readonly #onTaken: (cache: Cache) => void
  readonly #held = new Map<string, Held>()

  constructor(pool: InformerPool, on: { taken: (cache: Cache) => void; left: (cache: Cache) => void }) {
    this.#pool = pool
    this.#onTaken = on.taken
    this.#onLeft = on.left
  }

  /** All of them. */
  get all(): readonly Cache[] {
    return [...this.#held.values()]
  }

  /** Has a cache for as long as the controller runs. */
  declare<T extends KubernetesObject>(
    resource: Resource<T>,
    projection: Projection,
    indexers?: Indexers<T>,
  ): SharedInformer<T, string> {
    const known = this.#held.get(cacheKey(resource, projection))
    if (known?.users === undefined && known !== undefined) {
      if (indexers) this.#pool.acquire(resource, projection, indexers).release()
      return known.informer as unknown as SharedInformer<T, string>
    }
    return this.#take(resource, projection, undefined, indexers).informer as unknown as SharedInformer<
      T,
      string
    >
  }

  /** Has the caches of all of them, or none: throws what one of them cannot be had for. */
  declareAll(
    sources: Iterable<{
      readonly resource: Resource
      readonly projection: Projection
      readonly indexers: Indexers<KubernetesObject> | undefined
    }>,
  ): void {
    try {
      for (const { resource, projection, indexers } of sources) this.declare(resource, projection, indexers)
    } catch (error) {
      this.release()
      throw error
    }
  }

  /** Has a cache for as long as requests use it. */
  use(resource: Resource, request: string): Cache {
    const known = this.#held.get(cacheKey(resource, 'full'))
    const held = known ?? this.#take(resource, 'full', new Set())
    held.users?.add(request)
    return held
  }

  /** The request uses none but these any more. */
  keep(request: string, used: ReadonlySet<string>): void {
    for (const held of this.#held.values()) {
      if (held.users === undefined || used.has(held.key) || !held.users.delete(request)) continue
      if (held.users.size === 0) this.#leave(held)
    }
  }

  get(resource: Resource, projection: Projection): Cache | undefined {
    return this.#held.get(cacheKey(resource, projection))
  }

  /** Those that show the resource, whole or not. */
  of(resource: string): readonly Cache[] {
    return projections.flatMap((projection) => {
      const held = this.#held.get(`${resource} ${projection}`)
      return held ? [held] : []
    })
  }

  /** Gives all of them back. */
  release(): void {
    for (const held of this.#held.values()) this.#leave(held)
  }

  #take<T extends KubernetesObject>(
    resource: Resource<T>,
    projection: Projection,
    users: Set<string> | undefined,
    indexers?: Indexers<T>,
  ): Held {
    const lease = this.#pool.acquire(
      resource,
      projection,
      indexers,
    ) as unknown as InformerLease<KubernetesObject>
    const key = cacheKey(resource, projection)
    const held = {
      key,
      resource: resource as unknown as Resource,
      projection,
      informer: lease.informer,
      lease,
      users,
    }
    this.#held.set(key, held)
    this.#onTaken(held)
    return held
  }

  #leave(held: Held): void {
    this.#held.delete(held.key)
    this.#onLeft(held)
    held.lease.release()
  }
}

const projections: readonly Projection[] = ['full', 'metadata']
