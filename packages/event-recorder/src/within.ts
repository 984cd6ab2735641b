import type { Clock } from '@rxkube/clock'

/** Whether something ended in so many milliseconds. */
export function within(clock: Clock, time: number, ended: Promise<void>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const timer = clock.setTimer(time, () => resolve(false))
    ended
      .then(() => resolve(true), reject)
      .finally(() => timer.cancel())
      .catch(reject)
  })
}
