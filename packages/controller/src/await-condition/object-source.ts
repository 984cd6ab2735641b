import { watchObject, type ReflectorClient } from '@rxkube/reflector'
import { parseDuration, sleep, systemClock, type Clock, type Duration } from '@rxkube/clock'
import { isNotFound } from '@rxkube/client'
import type { Lister } from '@rxkube/indexer'
import type { Cached, KubernetesObject, ObjectName, Resource } from '@rxkube/meta'
import { Observable, tap } from 'rxjs'

/** Tells how one object is, and how it changes: an informer, its indexer, or one of the functions here. */
export interface ObjectSource<T extends KubernetesObject> {
  /** The object, and each new state; undefined while it is not there. The first value comes when it is known. */
  observe$(key: ObjectName): Observable<Cached<T> | undefined>
  /** What went wrong last, for the error of who waits. */
  readonly lastError?: unknown
}

/** A watch on a server for just the object that is waited for; it ends with the waiting. */
export function watchedObjects<T extends KubernetesObject>(
  client: ReflectorClient,
  resource: Resource<T>,
): ObjectSource<T> {
  let lastError: unknown
  const watchErrorHandler = (error: Error): void => void (lastError = error)
  return {
    observe$: ({ namespace, name }) =>
      watchObject(client, resource, namespace === '' ? name : { namespace, name }, {
        watchErrorHandler,
      }).pipe(tap(() => (lastError = undefined))) as Observable<Cached<T> | undefined>,
    get lastError() {
      return lastError
    },
  }
}

/** A lister that is asked again and again, each second unless told: for listers that nothing tells of changes. */
export function polledObjects<T extends KubernetesObject>(
  lister: Pick<Lister<T>, 'get'>,
  { clock = systemClock, interval = '1s' }: { readonly clock?: Clock; readonly interval?: Duration } = {},
): ObjectSource<T> {
  const pause = parseDuration(interval)
  return {
    observe$: (key) =>
      new Observable((subscriber) => {
        const end = new AbortController()
        const poll = async (): Promise<void> => {
          while (!end.signal.aborted) {
            subscriber.next(found(lister, key))
            await sleep(clock, pause, end)
          }
        }
        poll().catch((error: unknown) => subscriber.error(error))
        return () => end.abort()
      }),
  }
}

function found<T extends KubernetesObject>(
  lister: Pick<Lister<T>, 'get'>,
  key: ObjectName,
): Cached<T> | undefined {
  try {
    return lister.get(key)
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}
