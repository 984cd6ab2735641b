import { BackoffManager, seededRandom, sleep, TestClock, TokenBucket, type Clock } from '@rxkube/clock'

/** Takes its time from a clock, so it runs as it is in production and in a test. */
async function reconnect(clock: Clock, signal: AbortSignal): Promise<void> {
  const backoff = new BackoffManager({ clock, random: seededRandom(42) })
  for (let attempt = 1; attempt <= 4; attempt++) {
    console.log(`${(clock.monotonic() / 1000).toFixed(1)} s: attempt ${attempt}`)
    await backoff.wait({ signal })
  }
}

const clock = new TestClock({ start: '2025-01-01T00:00:00Z' })
const reconnecting = reconnect(clock, new AbortController().signal)
await clock.advance('1m')
await reconnecting
console.log(new Date(clock.now()).toISOString(), 'and', clock.pending, 'timers')

const bucket = new TokenBucket({ qps: 2, burst: 1, clock })
console.log([bucket.reserve(), bucket.reserve(), bucket.reserve()])

const stop = new AbortController()
const sleeping = sleep(clock, '1h30m', { signal: stop.signal })
stop.abort(new Error('shutting down'))
console.log(await sleeping.catch(String), 'and', clock.pending, 'timers')
