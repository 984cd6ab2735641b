import type { Cached, KubernetesObject } from '@rxkube/meta'

/**
 * Remembers the versions of Endpoints that were replaced: a cache that still shows one of them is behind.
 * Upstream: staleEndpointsTracker.
 */
export class StaleEndpointsTracker {
  readonly #versions = new Map<string, string>()

  /** The number of Services it knows. */
  get size(): number {
    return this.#versions.size
  }

  /** The object was replaced by an update. */
  replaced(key: string, { metadata }: Cached<KubernetesObject>): void {
    if (metadata?.resourceVersion !== undefined) this.#versions.set(key, metadata.resourceVersion)
  }

  /** Whether the cache shows what was replaced already. */
  isStale(key: string, { metadata }: Cached<KubernetesObject>): boolean {
    const version = this.#versions.get(key)
    return version !== undefined && version === metadata?.resourceVersion
  }

  /** Forgets a Service that is gone. */
  delete(key: string): void {
    this.#versions.delete(key)
  }
}
