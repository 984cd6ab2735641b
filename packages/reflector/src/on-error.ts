import type { KubernetesObject } from '@rxkube/meta'
import { tap, type MonoTypeOperatorFunction } from 'rxjs'
import type { ReflectorEvent } from './event.ts'

/** Tells `handle` of every `error` event, and in how many ms it is tried again. Everything passes. */
export function onError<T extends KubernetesObject>(
  handle: (error: Error, retryIn: number) => void,
): MonoTypeOperatorFunction<readonly ReflectorEvent<T>[]> {
  return tap((events) => {
    for (const event of events) if (event.type === 'error') handle(event.error, event.retryIn)
  })
}
