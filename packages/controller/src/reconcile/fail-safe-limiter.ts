import type { RateLimiter } from '@rxkube/workqueue'
import { asError } from '../errors.ts'

/** A limiter that cannot end its controller: what it fails with is told, and `instead` says how long to wait. */
export function failSafe<T>(
  limiter: RateLimiter<T>,
  instead: RateLimiter<T>,
  report: (error: Error) => void,
): RateLimiter<T> {
  const attempt = <R>(call: (of: RateLimiter<T>) => R): R => {
    try {
      return call(limiter)
    } catch (error) {
      report(asError(error))
      return call(instead)
    }
  }
  return {
    when: (item) =>
      attempt((of) => {
        const wait: unknown = of.when(item)
        if (typeof wait === 'number' && !Number.isNaN(wait)) return wait
        throw new RangeError(`a rate limiter said ${String(wait)}: expected milliseconds`)
      }),
    forget: (item) => {
      instead.forget(item)
      attempt((of) => of.forget(item))
    },
    numRequeues: (item) => attempt((of) => of.numRequeues(item)),
  }
}
