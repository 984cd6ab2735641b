import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { ListerWatcher } from '@rxkube/client'
import { TestClock } from '@rxkube/clock'
import { Reflector } from '@rxkube/reflector'
import { describe, expect, it } from 'vitest'
import { ControlledStream } from './support/controlled-stream.ts'
import { pod, type Pod } from './support/objects.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

describe('memory', () => {
  it('REF-21 whoever keeps one object of a list does not keep its page', async () => {
    const clock = new TestClock()
    const sent: WeakRef<Pod>[] = []
    const kept: Pod[] = []
    const server: ListerWatcher<Pod> = {
      description: 'pods',
      async *list() {
        for (let page = 0; page < 4; page++) {
          const items = Array.from({ length: 100 }, (_, at) => pod(`p${page}-${at}@1`))
          for (const item of items) sent.push(new WeakRef(item))
          yield { type: 'items', items }
          await clock.yield()
        }
        yield { type: 'end', metadata: { resourceVersion: '5' } }
      },
      watch: () => Promise.resolve(new ControlledStream()),
    }
    const controller = new AbortController()
    const run = new Reflector(server, { clock, useWatchList: false }).run((events) => {
      for (const event of events) if (event.type === 'initApply') kept.push(...event.objects.slice(0, 1))
    }, controller)
    await clock.settle()
    collectGarbage()
    await clock.settle()
    collectGarbage()
    expect(kept).toHaveLength(4)
    expect(sent.filter((ref) => ref.deref() !== undefined).length).toBeLessThanOrEqual(4 + 100)
    controller.abort()
    await run
  })
})
