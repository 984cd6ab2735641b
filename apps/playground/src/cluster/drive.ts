import { sleep, systemClock, type TestClock } from '@rxkube/clock'

/** How far time goes at once, in milliseconds. */
const step = 100

/** How fast the clock of the playground goes. */
export interface DriveOptions {
  /** Its seconds in one of ours; 0 is as fast as it goes. */
  readonly speed: () => number
  /** Called after each step. */
  readonly onStep: () => void
}

/**
 * Moves the clock on until the call has ended, and returns what became of it. The steps are the same however fast they
 * are made, and so is the story.
 */
export async function drive<T>(
  clock: TestClock,
  call: () => Promise<T>,
  { speed, onStep }: DriveOptions,
): Promise<T> {
  const ended = new AbortController()
  const running = call().finally(() => ended.abort())
  // Who awaits it is below.
  running.catch(() => undefined)
  let due = systemClock.monotonic()
  while (!ended.signal.aborted) {
    // oxlint-disable-next-line no-await-in-loop -- time passes step by step
    await clock.advance(step)
    onStep()
    const factor = speed()
    const now = systemClock.monotonic()
    due = factor > 0 ? Math.max(due + step / factor, now - step) : now
    // Even at full speed sockets and signals get their turn.
    // oxlint-disable-next-line no-await-in-loop -- as above
    await sleep(systemClock, Math.max(0, due - now))
  }
  return running
}
