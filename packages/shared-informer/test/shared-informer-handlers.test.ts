import type { Clock } from '@rxkube/clock'
import {
  NotARegistrationError,
  SharedInformer,
  type ResourceEventHandlerRegistration,
} from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { eachTurn, gate, nameOf, podOf, recorder, setUp, started } from './support/informer.ts'

describe('a handler of a shared informer', () => {
  it('is told of each object there is, then of each change', async () => {
    const setup = setUp({ pods: ['a', 'b'] })
    const handler = recorder()
    setup.informer.addEventHandler(handler)
    const { source, clock, informer } = await started(setup)
    source.add(podOf('c'))
    source.modify(podOf('a', { value: 1 }))
    source.delete(podOf('b'))
    await clock.settle()
    expect(handler.log).toEqual([
      'added a initial',
      'added b initial',
      'added c',
      'updated a 2->5',
      'deleted b',
    ])
    await informer.stop()
  })

  it('SI-10 FEAT-E2 FAULT-F4 that comes late is told of each object once as initial, then of later changes', async () => {
    const { informer, source, clock } = await started(setUp({ pods: ['a', 'b'] }))
    source.modify(podOf('a', { value: 1 }))
    await clock.settle()
    const late = recorder()
    informer.addEventHandler(late)
    expect(late.log).toEqual([])
    source.add(podOf('c'))
    await clock.settle()
    expect(late.log).toEqual(['added a initial', 'added b initial', 'added c'])
    await informer.stop()
  })

  it('SI-10 FEAT-E3 FAULT-F3 INV-I9 is not synced before it returned from its last initial add', async () => {
    const setup = setUp({ pods: ['a', 'b'] })
    const [first, second] = [gate(), gate()]
    const gates = new Map([
      ['a', first],
      ['b', second],
    ])
    const handler = { added: (object: object) => gates.get(nameOf(object))?.closed }
    const early = setup.informer.addEventHandler(handler)
    expect(early.hasSynced()).toBe(false)
    const { informer, clock } = await started(setup)
    const late = informer.addEventHandler(handler)
    expect([informer.hasSynced(), early.hasSynced(), late.hasSynced()]).toEqual([true, false, false])
    first.open()
    await clock.settle()
    setup.source.modify(podOf('a'))
    await clock.settle()
    expect([early.hasSynced(), late.hasSynced()]).toEqual([false, false])
    second.open()
    await clock.settle()
    expect([early.hasSynced(), late.hasSynced()]).toEqual([true, true])
    await Promise.all([early.synced, late.synced])
    await informer.stop()
  })

  it('FAULT-F3 is synced at once when there is nothing to see', async () => {
    const setup = setUp()
    const registration = setup.informer.addEventHandler({})
    const { informer } = await started(setup)
    expect(registration.hasSynced()).toBe(true)
    expect(informer.addEventHandler({}).hasSynced()).toBe(true)
    await informer.stop()
  })

  it('is called again only when the promise of the last call has resolved', async () => {
    const setup = setUp({ pods: ['a', 'b'] })
    const gates = [gate(), gate()]
    const seen: string[] = []
    const registration = setup.informer.addEventHandler({
      added: (object) => {
        seen.push(nameOf(object))
        return gates[seen.length - 1]?.closed
      },
    })
    const { clock, informer } = await started(setup)
    expect([seen, registration.backlog]).toEqual([['a'], 1])
    gates[0]?.open()
    await clock.settle()
    expect([seen, registration.backlog]).toEqual([['a', 'b'], 0])
    gates[1]?.open()
    await informer.stop()
  })

  it('hears only of what its filter selects, with adds and deletes for what comes and goes', async () => {
    const setup = setUp()
    const handler = recorder()
    setup.informer.addEventHandler(handler, { filter: (pod) => pod.spec?.nodeName === 'n1' })
    const { source, clock, informer } = await started(setup)
    source.add(podOf('a', { nodeName: 'n1' }))
    await clock.settle()
    source.modify(podOf('a', { nodeName: 'n1', value: 2 }))
    await clock.settle()
    source.modify(podOf('a', { nodeName: 'n2' }))
    await clock.settle()
    source.modify(podOf('a', { nodeName: 'n1' }))
    source.add(podOf('b', { nodeName: 'n2' }))
    await clock.settle()
    source.modify(podOf('a', { nodeName: 'n2' }))
    source.delete(podOf('a'))
    source.delete(podOf('b'))
    await clock.settle()
    expect(handler.log).toEqual(['added a', 'updated a 2->3', 'deleted a', 'added a', 'deleted a'])
    await informer.stop()
  })

  it('hears of the end of what its filter selected last, whatever came between while it was busy', async () => {
    const setup = setUp()
    const running = gate()
    const handler = recorder()
    setup.informer.addEventHandler(
      {
        ...handler,
        added(pod, info) {
          handler.added?.(pod, info)
          return nameOf(pod) === 'busy' ? running.closed : undefined
        },
      },
      { filter: (pod) => pod.spec?.nodeName === 'n1' },
    )
    setup.source.add(podOf('a', { nodeName: 'n1' }))
    setup.source.add(podOf('busy', { nodeName: 'n1' }))
    const { source, clock, informer } = await started(setup)
    source.modify(podOf('a', { nodeName: 'n2' }))
    source.delete(podOf('a'))
    await clock.settle()
    running.open()
    await clock.settle()
    expect(handler.log).toEqual(['added a initial', 'added busy initial', 'deleted a'])
    await informer.stop()
  })

  it('lets other work have its turn between slices of a thousand calls', async () => {
    const pods = Array.from({ length: 5000 }, (_, index) => `pod-${index}`)
    const { informer, clock } = await started(setUp({ pods, freeze: 'off' }))
    let seen = 0
    informer.addEventHandler({ added: () => void seen++ })
    await clock.yield()
    expect(seen).toBeGreaterThan(0)
    expect(seen).toBeLessThan(5000)
    await clock.settle()
    expect(seen).toBe(5000)
    await informer.stop()
  })

  it('gives all handlers together 10 ms of a turn, first come, first served', async () => {
    let time = 0
    const handlers = 20
    const clock: Clock = {
      now: () => time,
      monotonic: () => time,
      setTimer: () => ({ cancel: () => undefined }),
      yield: () => new Promise((resolve) => void setImmediate(resolve)),
    }
    const { source } = setUp({ pods: Array.from({ length: 50 }, (_, index) => `pod-${index}`) })
    const informer = new SharedInformer(source, { clock })
    const ends: number[] = []
    const synced = Array.from({ length: handlers }, (_, handler) =>
      informer.addEventHandler({ added: () => void time++ }).synced.then(() => ends.push(handler)),
    )
    let longest = 0
    let before = 0
    informer.start()
    await eachTurn(
      Promise.all(synced).then(() => undefined),
      () => {
        longest = Math.max(longest, time - before)
        before = time
      },
    )
    expect(time).toBe(handlers * 50)
    expect(longest).toBeLessThanOrEqual(2 * 10)
    expect(ends).toEqual(ends.toSorted((a, b) => a - b))
    await informer.stop()
  })

  it('SI-7 FEAT-E4 can be registered twice, taken off twice, and a foreign handle changes nothing', async () => {
    const { informer, source, clock } = await started(setUp())
    const other = setUp()
    const handler = recorder()
    const [one, two] = [informer.addEventHandler(handler), informer.addEventHandler(handler)]
    expect(one).not.toBe(two)
    informer.removeEventHandler(other.informer.addEventHandler({}))
    expect(informer.status.handlers).toHaveLength(2)
    informer.removeEventHandler(one)
    informer.removeEventHandler(one)
    expect(informer.status.handlers).toHaveLength(1)
    source.add(podOf('a'))
    await clock.settle()
    expect(handler.log).toEqual(['added a'])
    expect(() => informer.removeEventHandler({} as ResourceEventHandlerRegistration)).toThrow(
      NotARegistrationError,
    )
    await informer.stop()
  })

  it('SI-10 FEAT-E4 GUAR-G13 is not called any more once it was taken off, whatever waits for it', async () => {
    const setup = setUp({ pods: Array.from({ length: 500 }, (_, index) => `pod-${index}`) })
    const first = gate()
    const seen: string[] = []
    const registration = setup.informer.addEventHandler({
      added: (object) => {
        seen.push(nameOf(object))
        return first.closed
      },
    })
    const { informer, clock } = await started(setup)
    expect(registration.backlog).toBe(499)
    informer.removeEventHandler(registration)
    first.open()
    await clock.settle()
    expect([seen, registration.backlog]).toEqual([['pod-0'], 0])
    await informer.stop()
  })

  it('SI-13 FEAT-E5 is taken off at once by removeEventHandler, and waited for by remove()', async () => {
    const setup = setUp({ pods: ['a'] })
    const running = gate()
    const registration = setup.informer.addEventHandler({ added: () => running.closed })
    const { informer, clock } = await started(setup)
    informer.removeEventHandler(registration)
    let removed = false
    const removal = registration.remove().then(() => (removed = true))
    await clock.settle()
    expect(removed).toBe(false)
    running.open()
    await removal
    await informer.stop()
  })

  it('SI-13 FEAT-E5 can be waited for when it never ran, and when its informer never started', async () => {
    const never = setUp()
    await never.informer.addEventHandler({}).remove()
    const { informer } = await started(setUp())
    await informer.addEventHandler({}).remove()
    expect(informer.status.handlers).toEqual([])
    await informer.stop()
  })

  it('FAULT-F2 may take itself off and wait for that within its own call', async () => {
    const setup = setUp({ pods: ['a', 'b'] })
    const seen: string[] = []
    const registration = setup.informer.addEventHandler({
      async added(object) {
        await setup.clock.yield()
        seen.push(nameOf(object))
        await registration.remove()
        seen.push('removed')
      },
    })
    const { informer } = await started(setup)
    expect(seen).toEqual(['a', 'removed'])
    await informer.stop()
  })

  it('FAULT-F2 may stop its informer and wait for that within its own call', async () => {
    const setup = setUp({ pods: ['a', 'b'] })
    const seen: string[] = []
    setup.informer.addEventHandler({
      async added(object) {
        seen.push(nameOf(object))
        await setup.informer.stop()
        seen.push('stopped')
      },
    })
    await started(setup)
    expect(seen).toEqual(['a', 'stopped'])
    expect(setup.informer.isStopped()).toBe(true)
  })

  it('FAULT-F2 may add another handler within its call, also during a resync', async () => {
    const setup = setUp({ pods: ['a'], resyncPeriod: '1s' })
    const inner = recorder()
    let added = false
    setup.informer.addEventHandler({
      updated() {
        if (added) return
        added = true
        setup.informer.addEventHandler(inner, { resyncPeriod: 0 })
      },
    })
    const { informer, clock } = await started(setup)
    await clock.advance('1s')
    expect(inner.log).toEqual(['added a initial'])
    await informer.stop()
  })

  it('SI-11 that is added within a write, in the turn that stops the informer, is never called', async () => {
    const { informer, source, clock } = await started(setUp())
    const inner = recorder()
    let stop: Promise<void> | undefined
    informer.indexer.select$({}).subscribe((pods) => {
      if (pods.length === 0 || stop) return
      informer.addEventHandler(inner)
      stop = informer.stop()
    })
    source.add(podOf('a'))
    await clock.settle()
    await stop
    expect([inner.log, informer.status.handlers]).toEqual([[], []])
  })

  it('GUAR-G3 GUAR-G6 that a live query adds within the write of an object sees that object once', async () => {
    const { informer, source, clock } = await started(setUp())
    const inner = recorder()
    let added = false
    informer.indexer.select$({}).subscribe((pods) => {
      if (pods.length === 0 || added) return
      added = true
      informer.addEventHandler(inner, { mailbox: { mode: 'every' } })
    })
    source.add(podOf('a'))
    await clock.settle()
    expect(inner.log).toEqual(['added a initial'])
    await informer.stop()
  })
})
