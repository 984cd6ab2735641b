import type { Slice } from '../decide/slices/slice.ts'
import { serviceNameLabel } from '../well-known.ts'

/** The generation of a slice whose deletion was asked for. */
const deletionExpected = -1

/**
 * Remembers the generation of each slice that this controller has written, so that a cache that does not show it yet is
 * told from slices that others have changed. Upstream: EndpointSliceTracker.
 */
export class SliceTracker {
  /** By Service, by the slice's uid. */
  readonly #generations = new Map<string, Map<string, number>>()
  readonly #waiting = new Set<string>()

  /** The number of Services it knows. */
  get size(): number {
    return this.#generations.size
  }

  /** Whether this controller has written the slice, or asked for its deletion. */
  has(slice: Slice): boolean {
    return this.#generations.get(serviceKeyOf(slice))?.has(uidOf(slice)) ?? false
  }

  /** Whether somebody else has made or changed the slice: its Service needs a sync. */
  shouldSync(slice: Slice): boolean {
    const tracked = this.#generations.get(serviceKeyOf(slice))?.get(uidOf(slice))
    return tracked === undefined || generationOf(slice) > tracked
  }

  /**
   * Whether the cached slices of a Service are older than what was written. A slice that is being deleted counts as
   * there, whatever its generation: finalizers of others may keep it for long.
   */
  isStale(key: string, slices: readonly Slice[]): boolean {
    const tracked = this.#generations.get(key)
    if (!tracked) return false
    const present = new Set<string>()
    for (const slice of slices) {
      present.add(uidOf(slice))
      if (slice.metadata.deletionTimestamp !== undefined) continue
      const generation = tracked.get(uidOf(slice))
      if (generation === deletionExpected) return true
      if (generation !== undefined && generation > generationOf(slice)) return true
    }
    for (const [uid, generation] of tracked) {
      if (generation !== deletionExpected && !present.has(uid)) return true
    }
    return false
  }

  /** A sync could do nothing because the cache is behind. */
  waitFor(key: string): void {
    this.#waiting.add(key)
  }

  /** Whether a sync waits for the cache of the slice's Service to move; asked once. */
  isAwaited(slice: Slice): boolean {
    return this.#waiting.delete(serviceKeyOf(slice))
  }

  /** The slice was created or updated, and this is the server's answer. */
  update(slice: Slice): void {
    this.#of(slice).set(uidOf(slice), generationOf(slice))
  }

  /** The slice was asked to go. */
  expectDeletion(slice: Slice): void {
    this.#of(slice).set(uidOf(slice), deletionExpected)
  }

  /** The slice is gone, or belongs to somebody else now. Says whether that was to be expected. */
  handleDeletion(slice: Slice): boolean {
    const tracked = this.#generations.get(serviceKeyOf(slice))
    const generation = tracked?.get(uidOf(slice))
    tracked?.delete(uidOf(slice))
    return generation === undefined || generation === deletionExpected
  }

  /** Forgets a Service that is gone. `key` is `namespace/name`. */
  deleteService(key: string): void {
    this.#generations.delete(key)
    this.#waiting.delete(key)
  }

  #of(slice: Slice): Map<string, number> {
    const key = serviceKeyOf(slice)
    let tracked = this.#generations.get(key)
    if (!tracked) this.#generations.set(key, (tracked = new Map<string, number>()))
    return tracked
  }
}

/** `namespace/name` of the Service that a slice says it belongs to. */
export function serviceKeyOf({ metadata }: Slice): string {
  return `${metadata.namespace ?? ''}/${metadata.labels?.[serviceNameLabel] ?? ''}`
}

function uidOf({ metadata }: Slice): string {
  return metadata.uid ?? ''
}

function generationOf({ metadata }: Slice): number {
  return metadata.generation ?? 0
}
