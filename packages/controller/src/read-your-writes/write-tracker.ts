import type { Clock } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { hasSeen, isAtLeast, latest, type CacheView, type OwnWrite } from './own-write.ts'

/** The caches that a controller reads a resource from: whole objects, metadata, or both. */
export type CachesOf = (resource: string) => readonly CacheView[]

interface Pending {
  /** By `namespace/name`. */
  readonly writes: Map<string, OwnWrite>
  /** Writes whose outcome nobody knows: until a list has told up to where the cache must come. */
  unknown: boolean
  /** What that list told. */
  atLeast: string | undefined
}

interface Overlaid {
  readonly write: OwnWrite
  readonly request: string
  /** When it was written, on the monotonic clock. */
  readonly since: number
}

/** How writes are put over caches that do not show them yet. */
export interface OverlayOptions {
  readonly clock: Clock
  /** How long one is shown that its cache never shows, in milliseconds. */
  readonly timeout: number
  /** Told of one that was shown for that long, and is shown no more. */
  readonly expired: (request: string, resource: string) => void
}

/**
 * What one controller has written, by request, until its caches show it. upstream: `ConsistencyStore` of
 * kube-controller-manager; controller-runtime: its read-your-own-writes client.
 */
export class WriteTracker {
  readonly #caches: CachesOf
  /** By request, then by resource. */
  readonly #requests = new Map<string, Map<string, Pending>>()
  /** By resource, then by `namespace/name`: whatever request wrote it. */
  readonly #overlay = new Map<string, Map<string, Overlaid>>()

  readonly #overlays: OverlayOptions | undefined
  #recorded = 0
  #sweepAt = 1024

  /** `overlays`: for those who will ask for `unseen`, which costs keeping what was written. */
  constructor(caches: CachesOf, overlays?: OverlayOptions) {
    this.#caches = caches
    this.#overlays = overlays
  }

  /** How many requests wait for a cache. */
  get size(): number {
    return this.#requests.size
  }

  /** A request wrote this. */
  wrote(request: string, resource: string, write: OwnWrite): void {
    const caches = this.#caches(resource)
    const before =
      this.#requests.get(request)?.get(resource)?.writes.get(write.key) ??
      this.#overlay.get(resource)?.get(write.key)?.write
    const now = latest(before, write)
    if (caches.every((cache) => hasSeen(cache, now))) {
      this.#requests.get(request)?.get(resource)?.writes.delete(write.key)
      this.#overlay.get(resource)?.delete(write.key)
      return
    }
    this.#pending(request, resource).writes.set(write.key, now)
    if (this.#overlays) {
      const overlay = this.#overlay.get(resource) ?? new Map<string, Overlaid>()
      const since = this.#overlays.clock.monotonic()
      this.#overlay.set(resource, overlay.set(write.key, { write: now, request, since }))
    }
    this.#sweep()
  }

  /** A request may have written there or not: its answer was lost. */
  unknown(request: string, resource: string): void {
    if (this.#caches(resource).length > 0) this.#pending(request, resource).unknown = true
  }

  /** The resources of which nobody knows whether the request wrote there. */
  unknownOf(request: string): readonly string[] {
    const resources = this.#requests.get(request) ?? new Map<string, Pending>()
    return [...resources].filter(([, { unknown }]) => unknown).map(([resource]) => resource)
  }

  /** What was written, if anything, is in the version that a list had since. */
  known(request: string, resource: string, resourceVersion: string): void {
    const pending = this.#pending(request, resource)
    pending.unknown = false
    pending.atLeast = resourceVersion === '' ? undefined : resourceVersion
  }

  /**
   * The resources whose caches are behind what the request has written; with `unknownOnly`, behind what it may have
   * written.
   */
  behind(request: string, { unknownOnly = false } = {}): readonly string[] {
    const resources = this.#requests.get(request)
    if (!resources) return []
    for (const [resource, pending] of resources) {
      if (this.#isSeen(resource, pending)) resources.delete(resource)
    }
    if (resources.size === 0) this.#requests.delete(request)
    const found = [...resources]
    const isUnknown = ({ unknown, atLeast }: Pending): boolean => unknown || atLeast !== undefined
    return (unknownOnly ? found.filter(([, pending]) => isUnknown(pending)) : found).map(
      ([resource]) => resource,
    )
  }

  /** The objects that the request has written and that are not seen yet, each as `objectOf` has it. */
  objectsOf(request: string): readonly string[] {
    return [...(this.#requests.get(request) ?? [])].flatMap(([resource, { writes }]) =>
      [...writes.keys()].map((key) => objectOf(resource, key)),
    )
  }

  /** Gives up waiting for what the request has written; returns how many objects that were. */
  forget(request: string): number {
    const resources = this.#requests.get(request)
    this.#requests.delete(request)
    return [...(resources?.values() ?? [])].reduce((sum, { writes }) => sum + Math.max(writes.size, 1), 0)
  }

  /** Writes of any request to the resource that the cache does not show yet, by key. */
  unseen(resource: string, cache: CacheView): ReadonlyMap<string, OwnWrite> {
    if (!this.#overlay.has(resource)) return none
    const found = [...this.#prune(resource)].filter(([, { write }]) => !hasSeen(cache, write))
    return new Map(found.map(([key, { write }]) => [key, write]))
  }

  /** The write to one object that the cache does not show yet. */
  unseenOf(resource: string, key: string, cache: CacheView): OwnWrite | undefined {
    const overlaid = this.#overlay.get(resource)?.get(key)
    if (!overlaid || hasSeen(cache, overlaid.write)) return undefined
    return this.#prune(resource).get(key)?.write
  }

  /** Lets go of what was seen of requests that nobody asked for again, and of objects that nobody read. */
  #sweep(): void {
    this.#recorded += 1
    if (this.#recorded < this.#sweepAt) return
    let kept = 0
    for (const request of this.#requests.keys()) kept += this.behind(request).length
    for (const resource of this.#overlay.keys()) kept += this.#prune(resource).size
    this.#recorded = 0
    this.#sweepAt = Math.max(1024, kept)
  }

  #prune(resource: string): Map<string, Overlaid> {
    const overlay = this.#overlay.get(resource) ?? new Map<string, Overlaid>()
    const caches = this.#caches(resource)
    const { clock, timeout = Infinity, expired } = this.#overlays ?? {}
    const now = clock?.monotonic() ?? 0
    for (const [key, { write, request, since }] of overlay) {
      const isSeen = caches.every((one) => hasSeen(one, write))
      if (!isSeen && now - since < timeout) continue
      overlay.delete(key)
      if (!isSeen) expired?.(request, resource)
    }
    if (overlay.size === 0) this.#overlay.delete(resource)
    return overlay
  }

  #pending(request: string, resource: string): Pending {
    const resources = this.#requests.get(request) ?? new Map<string, Pending>()
    this.#requests.set(request, resources)
    const pending = resources.get(resource) ?? { writes: new Map(), unknown: false, atLeast: undefined }
    resources.set(resource, pending)
    return pending
  }

  #isSeen(resource: string, pending: Pending): boolean {
    const { writes, unknown, atLeast } = pending
    if (unknown) return false
    const caches = this.#caches(resource)
    if (atLeast !== undefined) {
      if (!caches.every((cache) => isAtLeast(cache.lastStoreSyncResourceVersion(), atLeast))) return false
      pending.atLeast = undefined
    }
    for (const [key, write] of writes) {
      if (caches.every((cache) => hasSeen(cache, write))) writes.delete(key)
    }
    return writes.size === 0
  }
}

const none: ReadonlyMap<string, OwnWrite> = new Map<string, OwnWrite>()

/** What tells objects of all resources apart. */
export function objectOf(resource: string, key: string): string {
  return `${resource} ${key}`
}

/** The write of an object that came back whole. */
export function writeOf(key: string, object: KubernetesObject): OwnWrite {
  const { uid, resourceVersion } = object.metadata ?? {}
  return { key, uid, resourceVersion, object, deleted: false, evicted: false }
}
