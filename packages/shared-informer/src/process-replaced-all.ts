import type { Clock } from '@rxkube/clock'
import type { Delta } from '@rxkube/delta-fifo'
import type { KubernetesObject } from '@rxkube/meta'
import { notificationOfWrite, type Notification } from './notification.ts'
import type { Distributor, ProcessDeltasOptions } from './process-deltas.ts'

// A turn of the event loop that takes longer delays lease renewals and watch reads.
const sliceMilliseconds = 8
const sliceObjects = 1000
const objectsPerLook = 32

/** A whole state of the collection, as a queue delivers it. */
export type ReplacedAll<T> = Extract<Delta<T>, { readonly type: 'ReplacedAll' }>

/**
 * Makes the cache what the list says and tells what that changed: deletions first, then additions and updates in the
 * order of the list.
 *
 * The new world is put together aside and swapped in within one turn, so that readers see the one or the other. Long
 * lists are put together and told in slices, between which the event loop turns; those who listened at the swap are
 * told. A list that cannot be put together changes nothing.
 */
export function processReplacedAll<T extends KubernetesObject>(
  { objects, resourceVersion }: ReplacedAll<T>,
  isInInitialList: boolean,
  options: ProcessDeltasOptions<T>,
): void | Promise<void> {
  const { indexer, distributor } = options
  if (objects.size > sliceObjects || indexer.size > sliceObjects)
    return replaceInSlices(objects, resourceVersion, isInInitialList, options)
  const stage = indexer.prepareReplace()
  for (const [key, object] of objects) stage.add(key, object)
  const before = indexer.replace(stage, resourceVersion)
  return distributor.distribute(told(changes(before, objects, isInInitialList, options)))
}

/** Tells those who want to see the whole cache now of every object in the cache, as an update to itself. */
export function processSyncAll<T extends KubernetesObject>(
  options: ProcessDeltasOptions<T>,
): void | Promise<void> {
  const { indexer, distributor } = options
  const audience = distributor.resyncAudience?.() ?? distributor.audience?.() ?? distributor
  if (indexer.size > sliceObjects) return distributeInSlices(synced(options), audience, options)
  return audience.distribute(told(synced(options)))
}

async function replaceInSlices<T extends KubernetesObject>(
  objects: ReadonlyMap<string, T>,
  resourceVersion: string,
  isInInitialList: boolean,
  options: ProcessDeltasOptions<T>,
): Promise<void> {
  const { indexer, distributor } = options
  const pace = new Pace(options)
  const stage = indexer.prepareReplace()
  for (const [key, object] of objects) {
    stage.add(key, object)
    if (pace.isDue()) await pace.rest()
  }
  const before = indexer.replace(stage, resourceVersion)
  const audience = distributor.audience?.() ?? distributor
  await distributeInSlices(changes(before, objects, isInInitialList, options), audience, options)
}

/** One step through old world and new: what is to be told of an object, or nothing. */
type Step<T> = Notification<T> | undefined

async function distributeInSlices<T extends KubernetesObject>(
  steps: Iterable<Step<T>>,
  audience: Distributor<T>,
  options: ProcessDeltasOptions<T>,
): Promise<void> {
  const pace = new Pace(options)
  let slice: Notification<T>[] = []
  for (const step of steps) {
    if (step !== undefined) slice.push(step)
    if (!pace.isDue()) continue
    if (slice.length > 0) await audience.distribute(slice)
    slice = []
    await pace.rest()
  }
  if (slice.length > 0) await audience.distribute(slice)
}

function* changes<T extends KubernetesObject>(
  before: ReadonlyMap<string, T>,
  objects: ReadonlyMap<string, T>,
  initial: boolean,
  { indexer }: ProcessDeltasOptions<T>,
): Generator<Step<T>> {
  for (const [key, object] of before)
    yield objects.has(key) ? undefined : { type: 'deleted', key, object, finalStateUnknown: true }
  for (const [key, object] of objects)
    yield notificationOfWrite(
      key,
      before.get(key),
      (indexer.getByKey(key) as T | undefined) ?? object,
      initial,
    )
}

function* synced<T extends KubernetesObject>({ indexer }: ProcessDeltasOptions<T>): Generator<Step<T>> {
  for (const key of indexer.keys()) {
    const object = indexer.getByKey(key) as T | undefined
    yield object && { type: 'updated', key, before: object, object, sync: true, replaced: false }
  }
}

function* told<T>(steps: Iterable<Step<T>>): Generator<Notification<T>> {
  for (const step of steps) if (step !== undefined) yield step
}

/** Says when a loop over many objects is to let the event loop turn. */
class Pace {
  readonly #clock: Clock
  readonly #signal: AbortSignal | undefined
  #objects = 0
  #began: number

  constructor({ clock, signal }: { readonly clock: Clock; readonly signal?: AbortSignal | undefined }) {
    this.#clock = clock
    this.#signal = signal
    this.#began = clock.monotonic()
  }

  isDue(): boolean {
    this.#objects++
    if (this.#objects >= sliceObjects) return true
    return this.#objects % objectsPerLook === 0 && this.#clock.monotonic() - this.#began >= sliceMilliseconds
  }

  /** Lets the event loop turn. Rejects with the reason of the signal. */
  async rest(): Promise<void> {
    await this.#clock.yield()
    this.#signal?.throwIfAborted()
    this.#objects = 0
    this.#began = this.#clock.monotonic()
  }
}
