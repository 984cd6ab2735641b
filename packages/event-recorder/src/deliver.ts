import { sleep, type Clock } from '@rxkube/clock'
import type { Verdict } from './verdict.ts'

/** How one event is brought to its sink. */
export interface Delivery<T> {
  readonly clock: Clock
  /** One try. */
  write(): Promise<T>
  judge(error: unknown): Verdict
  /** How long to wait after the try of that number, from 1, in milliseconds. */
  pause(tries: number): number
  retrying(): void
  /** Once aborted, one more try is made at most, and no pause. */
  readonly closing: AbortSignal
  /** Once aborted, nothing is tried any more. */
  readonly signal: AbortSignal
}

/** What became of it. */
export type Delivered<T> =
  | { readonly type: 'sent'; readonly stored: T }
  | { readonly type: 'refused'; readonly error: unknown; readonly quietly: boolean; readonly tries: number }
  | { readonly type: 'gave-up'; readonly error: unknown; readonly tries: number }
  | { readonly type: 'shut-down' }

// client-go: `maxTriesPerEvent`.
const maxTries = 12

/** Tries until the event is stored or given up; never rejects. */
export async function deliver<T>(delivery: Delivery<T>): Promise<Delivered<T>> {
  const { clock, closing, signal } = delivery
  const isOver = (): boolean => signal.aborted
  for (let tries = 1; !isOver(); tries++) {
    try {
      return { type: 'sent', stored: await delivery.write() }
    } catch (error) {
      if (isOver()) break
      const verdict = delivery.judge(error)
      if (verdict !== 'retry') return { type: 'refused', error, quietly: verdict === 'drop-quietly', tries }
      if (tries >= maxTries) return { type: 'gave-up', error, tries }
    }
    if (!(await paused(clock, delivery.pause(tries), closing))) break
    delivery.retrying()
  }
  return { type: 'shut-down' }
}

/** Whether the pause came to its end. */
async function paused(clock: Clock, delay: number, signal: AbortSignal): Promise<boolean> {
  try {
    await sleep(clock, delay, { signal })
    return true
  } catch (error) {
    if (signal.aborted && error === signal.reason) return false
    throw error
  }
}
