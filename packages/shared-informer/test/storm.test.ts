import { SharedInformer, type ResourceEventHandlerRegistration } from '@rxkube/shared-informer'
import { seededRandom } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'
import { eachTurn, gate, nameOf, podOf, setUp, started } from './support/informer.ts'

const many = 100_000
const manyPods = Array.from({ length: many }, (_, index) => podOf(`pod-${index}`))

describe.each([
  ['coalesce', { mode: 'coalesce' }],
  ['every', { mode: 'every', highWaterMark: 2 * many }],
] as const)('with mailboxes that %s', (_, mailbox) => {
  it('SI-19 FEAT-E1 FAULT-F1 GUAR-G12 a blocked handler with 100,000 changes waiting does not delay another', async () => {
    const { informer, source, clock } = await started(setUp({ freeze: 'off' }))
    const blocked = gate()
    const first = informer.addEventHandler({ added: () => blocked.closed }, { mailbox })
    let seen = 0
    informer.addEventHandler({ added: () => void seen++ }, { mailbox })
    for (const pod of manyPods) source.add(pod)
    await clock.settle()
    expect([seen, first.backlog]).toEqual([many, many - 1])
    expect(source.requests.filter(({ verb }) => verb === 'watch')).toHaveLength(1)
    expect(informer.status.handlers.map(({ backlog }) => backlog)).toEqual([many - 1, 0])
    informer.removeEventHandler(first)
    blocked.open()
    await informer.stop()
  }, 60_000)
})

describe('in a storm', () => {
  it('FAULT-F1 INV-I16 a slow handler has no more waiting than there are keys', async () => {
    const setup = setUp({ pods: Array.from({ length: 10 }, (_, index) => `pod-${index}`) })
    const slow = setup.informer.addEventHandler({
      updated: () => new Promise<void>((resolve) => void setup.clock.setTimer(100, resolve)),
    })
    const { source, clock, informer } = await started(setup)
    let most = 0
    for (let round = 0; round < 500; round++) {
      for (let index = 0; index < 10; index++) source.modify(podOf(`pod-${index}`, { value: round }))
      // oxlint-disable-next-line no-await-in-loop -- rounds
      await clock.settle()
      most = Math.max(most, slow.backlog)
    }
    expect(most).toBeLessThanOrEqual(10)
    informer.removeEventHandler(slow)
    const stop = informer.stop()
    await clock.advance('1s')
    await stop
  }, 30_000)

  it('SI-10 FEAT-E2 handlers that join at any moment get each key as one add, and every change after it', async () => {
    const setup = setUp({ pods: ['a', 'b', 'c'] })
    const { source, clock, informer } = setup
    const random = seededRandom(7)
    const views: Map<string, unknown>[] = []
    const wrongs: string[] = []
    const join = () => {
      const view = new Map<string, unknown>()
      views.push(view)
      informer.addEventHandler({
        added(pod) {
          if (view.has(nameOf(pod))) wrongs.push(`${nameOf(pod)} twice`)
          view.set(nameOf(pod), pod)
        },
        updated(before, pod) {
          if (view.get(nameOf(pod)) !== before) wrongs.push(`${nameOf(pod)} has a gap`)
          view.set(nameOf(pod), pod)
        },
        deleted(pod) {
          if (!view.delete(nameOf(pod))) wrongs.push(`${nameOf(pod)} gone unseen`)
        },
      })
    }
    informer.start()
    for (let round = 0; round < 400; round++) {
      const name = `pod-${Math.floor(random.next() * 8)}`
      const present = source.objects.has(`default/${name}`)
      if (present && random.next() < 0.3) source.delete(podOf(name))
      else if (present) source.modify(podOf(name, { value: round }))
      else source.add(podOf(name))
      if (round % 8 === 0) join()
      for (let microtasks = Math.floor(random.next() * 6); microtasks > 0; microtasks--)
        await Promise.resolve()
      if (round % 50 === 0) await clock.settle()
    }
    await clock.settle()
    expect(wrongs).toEqual([])
    const cached = Object.fromEntries(informer.lister.list().map((pod) => [nameOf(pod), pod]))
    expect(views.map((view) => Object.fromEntries(view))).toEqual(views.map(() => cached))
    await informer.stop()
  })

  it('SI-10 FEAT-E2 handlers that join while a long relist is being told get each key once', async () => {
    const count = 3000
    const pods = Array.from({ length: count }, (_, index) => `old-${index}`)
    const { source, clock, informer } = await started(setUp({ pods, freeze: 'off' }))
    for (let index = 0; index < count; index++) {
      source.deleteDropWatch(podOf(`old-${index}`))
      source.addDropWatch(podOf(`new-${index}`))
    }
    const wrongs: string[] = []
    const views: Set<string>[] = []
    const join = () => {
      const view = new Set<string>()
      views.push(view)
      informer.addEventHandler(
        {
          added: (pod) => void (view.has(nameOf(pod)) ? wrongs.push(nameOf(pod)) : view.add(nameOf(pod))),
          deleted: (pod) => void (view.delete(nameOf(pod)) || wrongs.push(nameOf(pod))),
        },
        { mailbox: { mode: 'every' } },
      )
    }
    source.resetWatch()
    join()
    await eachTurn(clock.advance('5s'), () => {
      if (views.length < 20 && informer.indexer.getByKey('default/new-0')) join()
    })
    expect(wrongs).toEqual([])
    expect(views.map(({ size }) => size)).toEqual(views.map(() => count))
    await informer.stop()
  }, 60_000)

  it('SI-8 handlers may be added and taken off by 100 workers during 10,000 events, and while it stops', async () => {
    const { informer, source, clock } = setUp({ freeze: 'off' })
    const stopped = new AbortController()
    let calls = 0
    let refused = 0
    const worker = async (seed: number) => {
      const random = seededRandom(seed)
      const mine: ResourceEventHandlerRegistration[] = []
      while (!stopped.signal.aborted) {
        if (mine.length === 0 || random.next() < 0.5) {
          try {
            mine.push(informer.addEventHandler({ added: () => void calls++ }))
          } catch {
            refused++
          }
        } else {
          const registration = mine.pop()
          if (random.next() < 0.5) await registration?.remove()
          else if (registration) informer.removeEventHandler(registration)
        }
        await clock.yield()
      }
    }
    informer.start()
    const workers = Array.from({ length: 100 }, (_, seed) => worker(seed + 1))
    for (let event = 0; event < 10_000; event++) {
      const pod = podOf(`pod-${event % 50}`, { value: event })
      if (source.objects.has(`default/pod-${event % 50}`)) source.modify(pod)
      else source.add(pod)
      if (event % 500 === 0) await clock.yield()
    }
    await clock.yield()
    await informer.stop()
    const callsAtStop = calls
    for (let turn = 0; turn < 5; turn++) await clock.yield()
    stopped.abort()
    await Promise.all(workers)
    expect(calls).toBeGreaterThan(0)
    expect(refused).toBeGreaterThan(0)
    expect([calls, clock.pending, source.streams]).toEqual([callsAtStop, 0, 0])
  }, 60_000)

  it('FAULT-F12 informers that come and go leave nothing at the server or the clock', async () => {
    const { source, clock } = setUp({ pods: ['a'] })
    for (let round = 0; round < 200; round++) {
      const informer = new SharedInformer(source, { clock, random: clock.random, resyncPeriod: '1s' })
      informer.addEventHandler({ added: () => new Promise<void>((resolve) => void setImmediate(resolve)) })
      informer.start()
      if (round % 2 === 0) await clock.settle()
      await informer.stop()
    }
    expect([source.streams, clock.pending]).toEqual([0, 0])
  }, 30_000)
})
