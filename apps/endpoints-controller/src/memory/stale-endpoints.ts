import type { Cached, KubernetesObject } from '@rxkube/meta'

/**
 * Remembers the versions of Endpoints that were replaced: a cache that still shows one of them is behind.
 * Upstream: staleEndpointsTracker.
 */
export class StaleEndpointsTracker {
  readonly #versions = new Map<string, string>()
  readonly #waiting = new Set<string>()

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

  /** A sync could do nothing because the cache is behind. */
  waitFor(key: string): void {
    this.#waiting.add(key)
  }

  /** Whether a sync waits for the cache to show this; asked once. */
  caughtUp(key: string, object: Cached<KubernetesObject>): boolean {
    return !this.isStale(key, object) && this.#waiting.delete(key)
  }

  /** Forgets a Service that is gone. */
  delete(key: string): void {
    this.#versions.delete(key)
    this.#waiting.delete(key)
  }
}
