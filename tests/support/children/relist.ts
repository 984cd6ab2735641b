import { faults } from '@rxkube/client/testing'
import type { ListOptions, ListPart, ListerWatcher, WatchStream } from '@rxkube/client'
import { systemClock } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { SharedInformer } from '@rxkube/shared-informer'

/** Lists many objects, is sent back to list them again, and tells the most memory that lived meanwhile. */
const count = Number(process.argv[2])
const changed = process.argv[3] === 'changed'
const megabyte = 1 << 20
const live = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / megabyte
}
let most = 0
let lists = 0
const expire = Promise.withResolvers<void>()

const json = (index: number, version: number) =>
  JSON.stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: `object-${index}`,
      namespace: 'default',
      uid: `uid-${index}`,
      resourceVersion: String(version),
    },
    data: Object.fromEntries(
      Array.from({ length: 20 }, (_, key) => [`key-${key}`, `${index} ${key} `.repeat(8)]),
    ),
  })

const source: ListerWatcher = {
  description: 'configmaps',
  watchListUnsupported: true,
  async *list(): AsyncGenerator<ListPart<KubernetesObject>> {
    lists += 1
    const version = changed ? lists : 1
    for (let start = 0; start < count; start += 500) {
      const items = Array.from(
        { length: 500 },
        (_, index) => JSON.parse(json(start + index, version)) as KubernetesObject,
      )
      yield { type: 'items', items }
      if (lists > 1 && start % 5000 === 0) most = Math.max(most, live())
      await systemClock.yield()
    }
    yield {
      type: 'end',
      kind: 'ConfigMapList',
      apiVersion: 'v1',
      metadata: { resourceVersion: String(lists * 10) },
    }
  },
  async watch(_: ListOptions, { signal }): Promise<WatchStream<KubernetesObject>> {
    const stop = Promise.withResolvers<void>()
    signal.addEventListener('abort', () => stop.resolve())
    const first = lists === 1
    async function* events() {
      await Promise.race([stop.promise, ...(first ? [expire.promise] : [])])
      const fault = faults.expired()
      if (first && fault.type === 'status') yield [{ type: 'ERROR', object: fault.status } as const]
    }
    return Promise.resolve({ stop: () => stop.resolve(), [Symbol.asyncIterator]: events })
  },
}

const informer = new SharedInformer(source, { reflector: { backoff: { duration: 1, jitter: 0 } } })
const before = live()
informer.start()
await informer.synced
const steady = live() - before
expire.resolve()
while (informer.status.resourceVersion.store !== '20') {
  await systemClock.yield()
}
most = Math.max(most, live())
const after = live() - before
await informer.stop()
process.stdout.write(JSON.stringify({ steady, most: most - before, after, lists }))
