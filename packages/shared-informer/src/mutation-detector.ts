import { sleep, systemClock, type Clock } from '@rxkube/clock'
import { deepCopy, deepEqual, type KubernetesObject } from '@rxkube/meta'

/** Reported when a cached object is not any more what it was when it was cached. */
export class CacheMutationError extends Error {
  override readonly name = 'CacheMutationError'
  readonly key: string
  /** Where it differs, such as `metadata.labels.app`. */
  readonly path: string

  constructor(key: string, path: string) {
    super(
      `the cached object ${key} was changed at ${path}: every reader shares it; deepCopy what you want to change`,
    )
    this.key = key
    this.path = path
  }
}

/** How a CacheMutationDetector works. */
export interface CacheMutationDetectorOptions {
  /** Told of each object that was changed, once. */
  readonly onMutation: (error: CacheMutationError) => void
  readonly clock?: Clock | undefined
}

interface Kept {
  readonly key: string
  readonly cached: unknown
  readonly copy: unknown
}

const checkMilliseconds = 1000
const generationMilliseconds = 120_000
const objectsPerTurn = 1000

/**
 * Finds out who changes cached objects that cannot be frozen: keeps a copy of each object for two to four minutes and
 * compares every second. For debugging, as it doubles the memory of a cache. Upstream: `CacheMutationDetector`.
 */
export class CacheMutationDetector {
  readonly #onMutation: (error: CacheMutationError) => void
  readonly #clock: Clock
  #current = new Set<Kept>()
  #retained = new Set<Kept>()

  constructor({ onMutation, clock = systemClock }: CacheMutationDetectorOptions) {
    this.#onMutation = onMutation
    this.#clock = clock
  }

  /** An object was added to the cache, or took the place of another. */
  add(key: string, object: KubernetesObject): void {
    this.#current.add({ key, cached: object, copy: deepCopy<unknown>(object) })
  }

  /** Compares all that is kept, now. */
  check(): void {
    for (const kept of this.#kept()) this.#compare(kept)
  }

  /** Compares every second until `signal` aborts; then resolves. */
  async run({ signal }: { readonly signal: AbortSignal }): Promise<void> {
    let rotated = this.#clock.monotonic()
    while (!signal.aborted) {
      let objects = 0
      for (const kept of this.#kept()) {
        this.#compare(kept)
        if (++objects % objectsPerTurn === 0) await this.#clock.yield()
      }
      if (this.#clock.monotonic() - rotated >= generationMilliseconds) {
        rotated = this.#clock.monotonic()
        this.#retained = this.#current
        this.#current = new Set()
      }
      await sleep(this.#clock, checkMilliseconds, { signal }).catch((error: unknown) => {
        if (!signal.aborted) throw error
      })
    }
  }

  *#kept(): Generator<Kept> {
    yield* this.#retained
    yield* this.#current
  }

  #compare(kept: Kept): void {
    if (deepEqual(kept.cached, kept.copy)) return
    this.#current.delete(kept)
    this.#retained.delete(kept)
    this.#onMutation(new CacheMutationError(kept.key, pathOfDifference(kept.cached, kept.copy)))
  }
}

/** Whether the environment asks for mutation detection: `KUBE_CACHE_MUTATION_DETECTOR` is true, as Go reads it. */
export function mutationDetectionWanted(environment: NodeJS.ProcessEnv = process.env): boolean {
  return /^(1|t|T|TRUE|true|True)$/.test(environment['KUBE_CACHE_MUTATION_DETECTOR'] ?? '')
}

type Fields = Readonly<Record<string, unknown>>

/** The way to the first place where two values differ. */
function pathOfDifference(a: unknown, b: unknown): string {
  const path: string[] = []
  let left = a
  let right = b
  while (isFields(left) && isFields(right)) {
    const one: Fields = left
    const other: Fields = right
    const field = [...Object.keys(one), ...Object.keys(other)].find(
      (name) => !deepEqual(one[name], other[name]),
    )
    if (field === undefined) break
    path.push(field)
    left = one[field]
    right = other[field]
  }
  return path.join('.')
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null
}
