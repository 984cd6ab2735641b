import { systemClock } from '@rxkube/clock'

const mostTurns = 2_000_000

/** Thrown when a condition was waited for over two million turns of the event loop. */
export class NeverTrueError extends Error {
  override readonly name = 'NeverTrueError'
  /** The source text of the condition. */
  readonly condition: string

  constructor(condition: string) {
    super(`it never came true: ${condition}; let what it waits for happen, or advance the test's clock`)
    this.condition = condition
  }
}

/**
 * Resolves in the first turn of the event loop in which `condition` holds; I/O goes on in between and virtual time
 * stands still. Rejects with `NeverTrueError`.
 */
export async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; !condition(); turn += 1) {
    if (turn > mostTurns) throw new NeverTrueError(condition.toString())
    // oxlint-disable-next-line no-await-in-loop -- it is waited for turn after turn
    await systemClock.yield()
  }
}
