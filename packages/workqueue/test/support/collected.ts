import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { systemClock } from '@rxkube/clock'

/** How many of these are still held by somebody, after a garbage collection. */
export async function heldOf(items: readonly WeakRef<object>[]): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  // What was looked at is held to the end of the turn.
  await systemClock.yield()
  collect()
  return items.filter((item) => item.deref() !== undefined).length
}
