import { TestClock } from '@rxkube/clock'
import { ItemExponentialFailureRateLimiter, PriorityStorage, RateLimitingQueue } from '@rxkube/workqueue'

const clock = new TestClock()
const queue = new RateLimitingQueue<{ namespace: string; name: string }>({
  clock,
  storage: new PriorityStorage(),
  rateLimiter: new ItemExponentialFailureRateLimiter('1s', '1m', { clock }),
})
const web = { namespace: 'default', name: 'web' }
queue.add({ namespace: 'default', name: 'old' }, { priority: -100, cause: 'initial list' })
queue.add(web, { cause: 'deployment web changed' })
queue.add({ name: 'web', namespace: 'default' }, { cause: 'pod web-0 deleted' })

async function worker(): Promise<void> {
  for (;;) {
    using work = await queue.get()
    if (!work) return
    const { item, causes } = work
    const failed = item.name === 'web' && queue.numRequeues(item) < 2
    console.log(`${clock.monotonic()} ms`, item.name, failed ? 'failed' : 'ok', causes)
    if (failed) queue.addRateLimited(item, { cause: 'retry' })
    else queue.forget(item)
  }
}
const working = worker()
await clock.advance('10s')
await queue.shutDownWithDrain()
await working
console.log(queue.stats)
