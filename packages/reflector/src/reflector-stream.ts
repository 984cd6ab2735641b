import { listWatch, type Client, type ListerWatcher, type ListWatchOptions } from '@rxkube/client'
import type { KubernetesObject, Resource } from '@rxkube/meta'
import { Observable } from 'rxjs'
import type { ReflectorEvent } from './event.ts'
import { expectedTypeOfResource } from './expected-type.ts'
import type { ReflectorOptions } from './options.ts'
import { Reflector } from './reflector.ts'

/** What of a client a reflector needs. */
export type ReflectorClient = Pick<Client, 'listParts' | 'watch'> & Partial<Pick<Client, 'clock' | 'random'>>

/**
 * A collection as a stream: its state, then its changes, in batches (one a socket turn).
 *
 * Cold: each subscription lists and watches for itself, and unsubscribing ends its requests. What goes wrong and is
 * tried again comes as an `error` event; the stream itself fails for programming errors alone, and never completes.
 */
export function reflector<T extends KubernetesObject>(
  listerWatcher: ListerWatcher<T>,
  options?: ReflectorOptions,
): Observable<readonly ReflectorEvent<T>[]>
/** The same for what a client lists as `resource`, in all namespaces unless told. */
export function reflector<T extends KubernetesObject>(
  client: ReflectorClient,
  resource: Resource<T>,
  options?: ReflectorOptions & ListWatchOptions,
): Observable<readonly ReflectorEvent<T>[]>
export function reflector<T extends KubernetesObject>(
  source: ListerWatcher<T> | ReflectorClient,
  resource?: Resource<T> | ReflectorOptions,
  options: ReflectorOptions & ListWatchOptions = {},
): Observable<readonly ReflectorEvent<T>[]> {
  return 'listParts' in source
    ? stream(listWatch(source, resource as Resource<T>, options), {
        clock: source.clock,
        random: source.random,
        expectedType: expectedTypeOfResource(resource as Resource<T>, options.projection),
        ...options,
      })
    : stream(source, (resource ?? {}) as ReflectorOptions)
}

function stream<T extends KubernetesObject>(
  listerWatcher: ListerWatcher<T>,
  options: ReflectorOptions,
): Observable<readonly ReflectorEvent<T>[]> {
  return new Observable((subscriber) => {
    const controller = new AbortController()
    const source = new Reflector(listerWatcher, options)
    source
      .run((events) => subscriber.next(events), controller)
      .catch((error: unknown) => subscriber.error(error))
    return () => controller.abort()
  })
}
