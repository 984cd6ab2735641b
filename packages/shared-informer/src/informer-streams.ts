import type { Indexer } from '@rxkube/indexer'
import type { KubernetesObject } from '@rxkube/meta'
import { Observable } from 'rxjs'
import { ChangeIterator, type OpenFeed } from './change-iterator.ts'
import type { Change } from './change.ts'
import { latestLater } from './latest-later.ts'
import type { Leases } from './lease.ts'
import type { Consumer } from './registration.ts'
import type { Registrations } from './registrations.ts'
import type { ChangesOptions } from './shared-informer-options.ts'
import { Waiters } from './waiters.ts'

/** What the streams of an informer are made of. */
export interface StreamSource<T extends KubernetesObject> {
  readonly indexer: Indexer<T>
  readonly registrations: Registrations<T>
  readonly leases: Leases
  /** Throws InformerStoppedError when there is nothing to come. */
  readonly assertAlive: () => void
  /** Resolves when the cache is whole; rejects when it never will be. */
  readonly synced: () => Promise<void>
  /** Tells when the informer stopped. Returns what takes that back. */
  readonly onStop: (stopped: () => void) => () => void
}

/** An informer as a stream of changes. */
export function changes$<T extends KubernetesObject>(
  source: StreamSource<T>,
  options: ChangesOptions,
): Observable<Change<T>> {
  return new Observable((subscriber) => {
    const consumer: Consumer<T> = {
      deliver: (notification) => subscriber.next(notification as Change<T>),
      synced: () => subscriber.next(syncedChange(source)),
    }
    return open(source, options)(consumer, (error) => {
      if (error) subscriber.error(error)
      else subscriber.complete()
    })
  })
}

/** The same for `for await`: each iteration is a stream of its own. */
export function iterateChanges<T extends KubernetesObject>(
  source: StreamSource<T>,
  options: ChangesOptions & { readonly signal?: AbortSignal },
): AsyncIterable<Change<T>, undefined> {
  return {
    [Symbol.asyncIterator]: () =>
      new ChangeIterator<T>(
        open(source, options),
        () => source.indexer.lastStoreSyncResourceVersion(),
        options.signal,
      ),
  }
}

/** A live query of the informer's cache that keeps the informer running and begins when the cache is whole. */
export function live$<T extends KubernetesObject, Answer>(
  source: StreamSource<T>,
  query: Observable<Answer>,
): Observable<Answer> {
  return new Observable((subscriber) => {
    source.assertAlive()
    const release = source.leases.acquire()
    subscriber.add(release)
    subscriber.add(source.onStop(() => subscriber.complete()))
    const forget = Waiters.of(source.synced()).add((failure) => {
      // It was stopped before it synced, which completes streams.
      if (failure) subscriber.complete()
      else subscriber.add(query.pipe(latestLater()).subscribe(subscriber))
    })
    subscriber.add(forget)
  })
}

function open<T extends KubernetesObject>(source: StreamSource<T>, options: ChangesOptions): OpenFeed<T> {
  return (consumer, onEnd) => {
    source.assertAlive()
    const { name = 'changes', mailbox, resyncPeriod = 0 } = options
    const registration = source.registrations.join({
      name,
      consumer,
      onEnd: (overflow) => onEnd(overflow as Error | undefined),
      takesErrors: true,
      resyncPeriod,
      ...(mailbox && { mailbox }),
    })
    const release = source.leases.acquire()
    return () => {
      registration.end()
      release()
    }
  }
}

function syncedChange<T extends KubernetesObject>({ indexer }: StreamSource<T>): Change<T> {
  return { type: 'synced', resourceVersion: indexer.lastStoreSyncResourceVersion() }
}
