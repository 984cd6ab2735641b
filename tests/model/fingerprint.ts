import type { World } from './world.ts'

/** 53 bits of what a world is: two among a million worlds share them once in 18,000 runs. */
export function fingerprint({
  reflector,
  api,
  request,
  backoff,
  watchListTimer,
  excused,
  cache,
}: World): number {
  const { settings: _, ...rest } = reflector
  return hash(JSON.stringify([rest, api, request, backoff, watchListTimer, excused, cache]))
}

/** 53 bits of a text. */
// cyrb53: two multiplicative hashes side by side.
export function hash(text: string): number {
  let [low, high] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    low = Math.imul(low ^ code, 2654435761)
    high = Math.imul(high ^ code, 1597334677)
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  return 4294967296 * (2097151 & high) + (low >>> 0)
}

/** A set of fingerprints. */
export class Fingerprints {
  readonly #known = new Set<number>()

  get size(): number {
    return this.#known.size
  }

  has(print: number): boolean {
    return this.#known.has(print)
  }

  /** False when it was there already. */
  add(print: number): boolean {
    const before = this.#known.size
    return this.#known.add(print).size > before
  }
}
