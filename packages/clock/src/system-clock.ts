import { honouredDelay, neverFires, type Clock, type Timer } from './clock.ts'

// Node fires a longer timer after 1 ms.
const longest = 2 ** 31 - 1

/** The machine's time. Longer delays than Node can hold are kept as a chain of timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  setTimer(delay, fire) {
    const honoured = honouredDelay(delay)
    return honoured === Infinity ? neverFires : chain(honoured, fire)
  },
  yield: () => new Promise((resolve) => setImmediate(resolve)),
}

function chain(delay: number, fire: () => void): Timer {
  let left = delay
  let handle: NodeJS.Timeout
  const arm = (): void => {
    if (left <= longest) {
      // Node cuts fractions off, which would be early.
      handle = setTimeout(fire, Math.ceil(left))
      return
    }
    left -= longest
    handle = setTimeout(arm, longest)
  }
  arm()
  return { cancel: () => clearTimeout(handle) }
}
