import { isForbidden } from '@rxkube/client'
import type { Clock } from '@rxkube/clock'
import { CustomResourceDefinition, type Cached } from '@rxkube/meta'
import { watchObject, type ReflectorClient } from '@rxkube/reflector'
import {
  concat,
  distinctUntilChanged,
  filter,
  map,
  merge,
  Observable,
  of,
  Subject,
  switchMap,
  tap,
} from 'rxjs'
import type { ObjectSource } from '../await-condition/object-source.ts'
import { isRefused } from './definition-status.ts'

interface Seen {
  readonly definition?: Cached<CustomResourceDefinition> | undefined
  readonly error?: Error
}

// Names, and rights, may have been put right just now, and the server not have looked at them yet.
const settling = 5000

/** Thrown within a source; who waits tells of the condition. */
class NamesRefusedError extends Error {
  override readonly name = 'NamesRefusedError'
}

/** Definitions as they are on the server. Fails when one's names stay refused, or when watching stays forbidden. */
export function definitionSource(
  client: ReflectorClient,
  clock: Clock,
): ObjectSource<CustomResourceDefinition> {
  let lastError: Error | undefined
  const errors = new Subject<Error>()
  const watchErrorHandler = (error: Error): void => {
    lastError = error
    errors.next(error)
  }
  const afterwards = (error: Error): Observable<never> =>
    new Observable((subscriber) => {
      const settled = clock.setTimer(settling, () => subscriber.error(error))
      return () => settled.cancel()
    })
  return {
    observe$: ({ name }) => {
      const states = watchObject(client, CustomResourceDefinition, name, { clock, watchErrorHandler }).pipe(
        tap(() => (lastError = undefined)),
        map((definition): Seen => ({ definition })),
      )
      const forbidden = errors.pipe(
        filter((error) => isForbidden(error)),
        map((error): Seen => ({ error })),
      )
      return merge(states, forbidden).pipe(
        distinctUntilChanged((before, after) => before.error !== undefined && after.error !== undefined),
        switchMap(({ definition, error }) => {
          if (error !== undefined) return afterwards(error)
          if (!isRefused(definition)) return of(definition)
          return concat(of(definition), afterwards(new NamesRefusedError('the names stay refused')))
        }),
      )
    },
    get lastError() {
      return lastError
    },
  }
}
