import { parseDuration, systemClock, type Clock, type Duration } from '@rxkube/clock'
import { objectNameToString, splitMetaNamespaceKey, type Cached, type KubernetesObject } from '@rxkube/meta'
import { Subscription } from 'rxjs'
import { ConditionNotMetError, type ConditionNotMetFacts } from './condition-not-met-error.ts'
import { ObjectCondition } from './object-condition.ts'
import type { ObjectSource } from './object-source.ts'

/** How long is waited for a condition. */
export interface AwaitConditionOptions {
  /** For ever unless told. */
  readonly timeout?: Duration | undefined
  readonly signal?: AbortSignal | undefined
  readonly clock?: Clock | undefined
}

/**
 * Resolves with the object once `condition` is true of it, undefined when it is true of its absence; at once when it is
 * true already. `key` is `namespace/name` or both apart.
 *
 * Rejects with a `ConditionNotMetError`, which says what was seen last, when the time is over, when the source ends or
 * fails, or when the condition throws; and with `signal.reason`. Nothing is left behind. kube-rs: `await_condition`.
 */
export function awaitCondition<T extends KubernetesObject>(
  source: ObjectSource<T>,
  key: string | { readonly namespace?: string; readonly name: string },
  condition: ObjectCondition<Cached<T>> | ((object: Cached<T> | undefined) => boolean),
  { timeout = Infinity, signal, clock = systemClock }: AwaitConditionOptions = {},
): Promise<Cached<T> | undefined> {
  const name = typeof key === 'string' ? splitMetaNamespaceKey(key) : { namespace: '', ...key }
  const wanted =
    typeof condition === 'function'
      ? new ObjectCondition<Cached<T>>(condition.name ? `is ${condition.name}` : 'is as wanted', condition)
      : condition
  const limit = parseDuration(timeout)
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const started = clock.monotonic()
    let wasSeen = false
    let lastSeen: Cached<T> | undefined
    const subscription = new Subscription()
    let isOver = false
    const settle = (): void => {
      isOver = true
      timer.cancel()
      signal?.removeEventListener('abort', abort)
      subscription.unsubscribe()
    }
    const abort = (): void => {
      settle()
      reject(signal?.reason)
    }
    const fail = (reason: ConditionNotMetFacts<T>['reason'], cause: unknown): void => {
      if (isOver) return
      settle()
      const waited = clock.monotonic() - started
      const facts = { condition: wanted.description, wasSeen, lastSeen, waited, reason, cause }
      reject(new ConditionNotMetError<T>({ key: objectNameToString(name), ...facts }))
    }
    const look = (object: Cached<T> | undefined): void => {
      if (isOver) return
      wasSeen = true
      lastSeen = object
      try {
        if (!wanted.isTrue(object)) return
      } catch (error) {
        fail('failed', error)
        return
      }
      settle()
      resolve(object)
    }
    const timer = clock.setTimer(limit, () => fail('timeout', source.lastError))
    signal?.addEventListener('abort', abort, { once: true })
    // Taken off at once where it was over before `subscribe` returned.
    subscription.add(
      source.observe$(name).subscribe({
        next: look,
        error: (error: unknown) => fail('failed', error),
        complete: () => fail('ended', source.lastError),
      }),
    )
  })
}
