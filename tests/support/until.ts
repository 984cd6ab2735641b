import { systemClock } from '@rxkube/clock'

const mostTurns = 2_000_000

/** Resolves in the first turn of the event loop in which `condition` holds; I/O goes on in between. */
export async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; !condition(); turn += 1) {
    if (turn > mostTurns) throw new Error(`it never came true: ${condition.toString()}`)
    // oxlint-disable-next-line no-await-in-loop -- it is waited for turn after turn
    await systemClock.yield()
  }
}
