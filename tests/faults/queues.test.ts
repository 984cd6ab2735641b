import { TestClock } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { SharedInformer } from '@rxkube/shared-informer'
import { FakeControllerSource } from '@rxkube/testing'
import { DelayingQueue } from '@rxkube/workqueue'
import { describe, expect, it } from 'vitest'

/** A worker that looks each key up when its time has come, and writes down what it found. */
async function scheduled(forgets: boolean) {
  const clock = new TestClock()
  const source = new FakeControllerSource<KubernetesObject>({ description: 'pods', clock })
  for (const name of ['web-0', 'web-1']) source.add({ metadata: { namespace: 'default', name } })
  const pods = new SharedInformer(source, { clock })
  const queue = new DelayingQueue<string>({ clock })
  pods.addEventHandler({
    added: (pod) => queue.addAfter(`default/${pod.metadata?.name}`, '1h'),
    deleted: (_pod, { key }) => forgets && queue.forgetDelayed(key),
  })
  const acted: string[] = []
  const looked: string[] = []
  const working = (async () => {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      using work = await queue.get()
      if (!work) return
      looked.push(work.item)
      const pod = pods.indexer.getByKey(work.item)
      if (pod) acted.push(work.item)
    }
  })()
  pods.start()
  await clock.settle()
  source.delete({ metadata: { namespace: 'default', name: 'web-0' } })
  await clock.advance('2h')
  queue.shutDown()
  await Promise.all([working, pods.stop()])
  return { acted, looked, pending: clock.pending }
}

describe('a scheduled key of an object that was deleted meanwhile', () => {
  it('FAULT-G5 finds nothing to act on', async () => {
    const { acted, looked, pending } = await scheduled(false)
    expect(looked).toEqual(['default/web-0', 'default/web-1'])
    expect(acted).toEqual(['default/web-1'])
    expect(pending).toBe(0)
  })

  it('FAULT-G5 does not come at all where the deletion takes it back', async () => {
    const { acted, looked } = await scheduled(true)
    expect([acted, looked]).toEqual([['default/web-1'], ['default/web-1']])
  })
})
