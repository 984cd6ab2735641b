import type { Clock } from '@rxkube/clock'
import { isObjectDelta, keyOf, type Delta, type Deltas, type ObjectDelta } from '@rxkube/delta-fifo'
import { TransactionError, type Indexer, type Operation } from '@rxkube/indexer'
import {
  compareResourceVersion,
  DeletedFinalStateUnknown,
  isComparableResourceVersion,
  type KeyFunc,
  type KubernetesObject,
} from '@rxkube/meta'
import type { Graveyard } from './graveyard.ts'
import { notificationOfWrite, type Notification } from './notification.ts'
import { processReplacedAll, processSyncAll } from './process-replaced-all.ts'

/** Who is told what changed, after the cache shows it. */
export interface Distributor<T> {
  /**
   * Takes the notifications in order, before it returns or before its promise resolves. Shared informers hand them to
   * mailboxes and return at once; a promise holds the drain loop.
   */
  distribute(notifications: Iterable<Notification<T>>): void | Promise<void>
  /**
   * Those who listen at this moment: the ones to tell of a relist that is told in slices. Who joins in between gets
   * the snapshot instead.
   */
  audience?(): Distributor<T>
  /** Those who want to see the whole cache at this moment. */
  resyncAudience?(): Distributor<T>
}

/** Why a delta had no effect: the cache holds a newer state, or does not hold the object that it deletes. */
export type DroppedDelta = 'stale' | 'unknownDelete'

/** What deltas are written to; an Indexer is one. */
export type DeltaStore<T extends KubernetesObject> = Pick<
  Indexer<T>,
  'getByKey' | 'add' | 'delete' | 'transaction' | 'bookmark' | 'prepareReplace' | 'replace' | 'keys' | 'size'
>

/** What processDeltas works with. */
export interface ProcessDeltasOptions<T extends KubernetesObject> {
  readonly indexer: DeltaStore<T>
  readonly distributor: Distributor<T>
  /** The indexer's own. Never sees a tombstone. */
  readonly keyFunc: KeyFunc<T>
  readonly clock: Clock
  /** Told of each delta that had no effect. */
  readonly dropped?: ((why: DroppedDelta) => void) | undefined
  /** Objects that were deleted lately; with it, none of them is brought back by an old event. */
  readonly graveyard?: Graveyard | undefined
  /** Ends what goes on in slices; the call rejects with its reason. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Writes deltas to the cache, oldest first, and tells after each what it changed. Whether an object was added or
 * updated is for the cache to say, not for the delta.
 *
 * A change from the watch that is not newer than what the cache holds is dropped, as long as both versions are
 * comparable; what a relist or a resync brings is not. The deletion of an object that the cache does not hold tells
 * nobody. The first error ends the call and leaves out the deltas after it. Upstream: `processDeltas`.
 */
export function processDeltas<T extends KubernetesObject>(
  deltas: Deltas<T>,
  isInInitialList: boolean,
  options: ProcessDeltasOptions<T>,
): void | Promise<void> {
  for (const [index, delta] of deltas.entries()) {
    const waiting = processDelta(delta, isInInitialList, options)
    if (waiting !== undefined) return processRest(waiting, deltas.slice(index + 1), isInInitialList, options)
  }
}

/**
 * As processDeltas, for deltas of different keys, in one transaction of the cache; then tells of all. Those that
 * could not be written, for want of a key, tell nobody: TransactionError says which. Throws TypeError, having written
 * nothing, for a delta that is about all objects. Upstream: `processDeltasInBatch`.
 */
export function processDeltasInBatch<T extends KubernetesObject>(
  deltas: Deltas<T>,
  isInInitialList: boolean,
  options: ProcessDeltasOptions<T>,
): void | Promise<void> {
  const planned = deltas.map((delta) => {
    if (!isObjectDelta(delta))
      throw new TypeError(`${delta.type} cannot be part of a batch; process it alone`)
    return plan(delta, isInInitialList, options)
  })
  const writes = planned.filter((write) => write !== undefined)
  let failure: TransactionError | undefined
  try {
    options.indexer.transaction(writes.map(({ operation }) => operation))
  } catch (error) {
    if (!(error instanceof TransactionError)) throw error
    failure = error
  }
  const successful = failure ? failure.successfulIndices.map((index) => writes[index]) : writes
  const notifications = successful.map((write) => write?.told()).filter((told) => told !== undefined)
  const waiting = notifications.length > 0 ? options.distributor.distribute(notifications) : undefined
  if (failure === undefined) return waiting
  const { errors } = failure
  if (waiting === undefined) throw failure
  return waiting.then(() => {
    throw new AggregateError(errors, (failure as Error).message, { cause: failure })
  })
}

async function processRest<T extends KubernetesObject>(
  waiting: Promise<void>,
  deltas: Deltas<T>,
  isInInitialList: boolean,
  options: ProcessDeltasOptions<T>,
): Promise<void> {
  await waiting
  for (const delta of deltas) await processDelta(delta, isInInitialList, options)
}

function processDelta<T extends KubernetesObject>(
  delta: Delta<T>,
  isInInitialList: boolean,
  options: ProcessDeltasOptions<T>,
): void | Promise<void> {
  switch (delta.type) {
    case 'ReplacedAll':
      options.graveyard?.clear()
      return processReplacedAll(delta, isInInitialList, options)
    case 'SyncAll':
      return processSyncAll(options)
    case 'Bookmark':
      return options.indexer.bookmark(delta.resourceVersion)
    case 'Added':
    case 'Updated':
    case 'Replaced':
    case 'Sync':
    case 'Deleted': {
      const write = plan(delta, isInInitialList, options)
      if (write === undefined) return
      const { operation } = write
      if (operation.type === 'delete') options.indexer.delete(operation.object)
      else options.indexer.add(operation.object)
      const told = write.told()
      return told && options.distributor.distribute([told])
    }
  }
}

/** A write of one delta: what to do to the cache and, when that is done, what to tell. */
interface Write<T extends KubernetesObject> {
  readonly operation: Operation<T>
  readonly told: () => Notification<T> | undefined
}

/** What `delta` does to the cache as it stands; undefined when it is dropped. */
function plan<T extends KubernetesObject>(
  delta: ObjectDelta<T>,
  initial: boolean,
  { indexer, keyFunc, dropped, graveyard }: ProcessDeltasOptions<T>,
): Write<T> | undefined {
  const key = keyOf(keyFunc, delta.object)
  const before = indexer.getByKey(key) as T | undefined
  if (delta.type === 'Replaced') graveyard?.clear()
  if (before === undefined ? isRevenant(delta, key, graveyard) : isStale(delta, before)) {
    dropped?.('stale')
    return undefined
  }
  if (delta.type !== 'Deleted') {
    const { object } = delta
    return {
      operation: { type: before === undefined ? 'add' : 'update', object },
      told: () =>
        notificationOfWrite(key, before, (indexer.getByKey(key) as T | undefined) ?? object, initial),
    }
  }
  // The cache takes its version all the same. No handler ever heard of the object, so none hears of its end.
  if (before === undefined) dropped?.('unknownDelete')
  const { object } = delta
  const finalStateUnknown = object instanceof DeletedFinalStateUnknown
  const last = finalStateUnknown ? (object.object ?? before) : object
  if (last !== undefined) graveyard?.bury(key, last)
  return {
    operation: { type: 'delete', object },
    told: () =>
      before === undefined ? undefined : { type: 'deleted', key, object: last, finalStateUnknown },
  }
}

/** Whether a change from the watch would bring back what was deleted: a server that repeats itself. */
function isRevenant<T extends KubernetesObject>(
  { type, object }: ObjectDelta<T>,
  key: string,
  graveyard: Graveyard | undefined,
): boolean {
  if ((type !== 'Added' && type !== 'Updated') || object instanceof DeletedFinalStateUnknown) return false
  return graveyard?.holds(key, object) ?? false
}

/** Whether a change from the watch comes from before what the cache holds: a server that went back in time. */
function isStale<T extends KubernetesObject>({ type, object }: ObjectDelta<T>, before: T): boolean {
  if (type === 'Replaced' || type === 'Sync' || object instanceof DeletedFinalStateUnknown) return false
  const incoming = object.metadata?.resourceVersion ?? ''
  const held = before.metadata?.resourceVersion ?? ''
  if (!isComparableResourceVersion(incoming) || !isComparableResourceVersion(held)) return false
  const order = compareResourceVersion(incoming, held)
  if (order !== 0) return order < 0
  return type !== 'Deleted' && object.metadata?.uid === before.metadata?.uid
}
