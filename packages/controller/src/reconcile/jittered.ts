import type { Random } from '@rxkube/clock'
import type { RateLimiter } from '@rxkube/workqueue'

/** A limiter whose pauses are longer by up to a fifth by chance: those who met once do not meet again. */
export function jittered<T>(limiter: RateLimiter<T>, random: Random): RateLimiter<T> {
  return {
    when: (item) => limiter.when(item) * (1 + random.next() / 5),
    forget: (item) => limiter.forget(item),
    numRequeues: (item) => limiter.numRequeues(item),
  }
}
