import { ResyncIgnoredError } from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { nameOf, podOf, recorder, setUp, started } from './support/informer.ts'

describe('resyncs of a shared informer', () => {
  it('SI-1 FEAT-E6 reach each handler at its own pace', async () => {
    const setup = setUp({ pods: ['a'], resyncPeriod: '1s' })
    const handlers = new Map([0, 2000, 3000].map((period) => [period, recorder()]))
    for (const [period, handler] of handlers)
      setup.informer.addEventHandler(handler, { resyncPeriod: period })
    const { clock, informer } = await started(setup)
    const counts = async () => {
      await clock.advance('1s')
      return [...handlers.values()].map(({ log }) => log.filter((line) => line.endsWith('sync')).length)
    }
    expect([await counts(), await counts(), await counts(), await counts()]).toEqual([
      [0, 0, 0],
      [0, 1, 0],
      [0, 1, 1],
      [0, 2, 1],
    ])
    await informer.stop()
  })

  it('SI-1 FEAT-E6 count from when the handler came, whenever the informer starts', async () => {
    const setup = setUp({ pods: ['a'], resyncPeriod: '1s' })
    const handler = recorder()
    setup.informer.addEventHandler(handler, { resyncPeriod: '3s' })
    await setup.clock.advance('1s')
    const { clock, informer } = await started(setup)
    await clock.advance('1s')
    expect(handler.log).toEqual(['added a initial'])
    await clock.advance('1s')
    expect(handler.log).toEqual(['added a initial', 'updated a 2->2 sync'])
    await informer.stop()
  })

  it('SI-2 FEAT-E6 come as often as the most eager handler asked before the start', async () => {
    const setup = setUp({ pods: ['a'], resyncPeriod: '12h' })
    const handlers = [0, '1m', '55s', '5s'].map((resyncPeriod) => {
      const handler = recorder()
      setup.informer.addEventHandler(handler, { resyncPeriod })
      return handler
    })
    const { clock, informer } = await started(setup)
    await clock.advance('60s')
    expect(handlers.map(({ log }) => log.filter((line) => line.endsWith('sync')).length)).toEqual([
      0, 1, 1, 12,
    ])
    await informer.stop()
  })

  it('SI-2 FEAT-E6 are at least a second apart', async () => {
    const setup = setUp({ pods: ['a'], resyncPeriod: '12h' })
    const handler = recorder()
    setup.informer.addEventHandler(handler, { resyncPeriod: 10 })
    const { clock, informer } = await started(setup)
    await clock.advance(999)
    expect(handler.log).toHaveLength(1)
    await clock.advance(1)
    expect(handler.log).toHaveLength(2)
    await informer.stop()
  })

  it('SI-2 do not come oftener for a handler that asks after the start, and it is told so', async () => {
    const { clock, informer } = await started(setUp({ pods: ['a'], resyncPeriod: '10s' }))
    const errors: Error[] = []
    informer.error$.subscribe((error) => errors.push(error))
    const handler = recorder()
    informer.addEventHandler(handler, { resyncPeriod: '1s', name: 'eager' })
    await clock.advance('9s')
    expect(handler.log).toEqual(['added a initial'])
    await clock.advance('1s')
    expect(handler.log).toEqual(['added a initial', 'updated a 2->2 sync'])
    expect(errors).toEqual([
      new ResyncIgnoredError({ informer: 'pods', handler: 'eager', requested: 1000, granted: 10_000 }),
    ])
    await informer.stop()
  })

  it('SI-2 never come when the informer was made without, and a handler that asks is told so', async () => {
    const setup = setUp({ pods: ['a'] })
    const errors: Error[] = []
    setup.informer.error$.subscribe((error) => errors.push(error))
    const handler = recorder()
    setup.informer.addEventHandler(handler, { resyncPeriod: '1s' })
    const { clock, informer } = await started(setup)
    await clock.advance('1m')
    expect(handler.log).toEqual(['added a initial'])
    expect(errors).toEqual([expect.any(ResyncIgnoredError)])
    await informer.stop()
  })

  it('SI-4 FEAT-E7 FAULT-A9 show all after a relist to handlers that are due, to others what changed', async () => {
    const setup = setUp({ pods: ['a', 'b'], resyncPeriod: '1s' })
    const [never, due] = [recorder(), recorder()]
    setup.informer.addEventHandler(never, { resyncPeriod: 0 })
    setup.informer.addEventHandler(due, { resyncPeriod: '1s' })
    const { clock, source, informer } = await started(setup)
    await clock.advance('1s')
    never.log.length = 0
    due.log.length = 0
    source.modifyDropWatch(podOf('a', { value: 1 }))
    source.addDropWatch(podOf('c'))
    source.resetWatch()
    await clock.advance(900)
    expect(never.log).toEqual(['updated a 2->4', 'added c'])
    expect(due.log).toEqual(['updated a 2->4', 'updated b 3->3 sync', 'added c'])
    await informer.stop()
  })

  it('SI-18 FEAT-E7 without any period show unchanged objects of a relist to everybody', async () => {
    const setup = setUp({ pods: ['a'] })
    const handler = recorder()
    setup.informer.addEventHandler(handler)
    const { clock, source, informer } = await started(setup)
    source.addDropWatch(podOf('b'))
    source.resetWatch()
    await clock.advance('5s')
    expect(handler.log).toEqual(['added a initial', 'updated a 2->2 sync', 'added b'])
    await informer.stop()
  })

  it('SI-18 FEAT-E7 with a period show them until the first tick to a handler that wants none, and then no more', async () => {
    const setup = setUp({ pods: ['a'], resyncPeriod: '1m' })
    const handler = recorder()
    setup.informer.addEventHandler(handler, { resyncPeriod: 0 })
    const { clock, source, informer } = await started(setup)
    source.addDropWatch(podOf('b'))
    source.resetWatch()
    await clock.advance('5s')
    expect(handler.log).toEqual(['added a initial', 'updated a 2->2 sync', 'added b'])
    await clock.advance('2m')
    source.addDropWatch(podOf('c'))
    source.resetWatch()
    await clock.advance('5s')
    expect(handler.log.slice(3)).toEqual(['added c'])
    await informer.stop()
  })

  it('FAULT-F10 never bring back an object that is deleted in the same moment', async () => {
    for (const queue of ['RealFIFO', 'DeltaFIFO'] as const) {
      const setup = setUp({ pods: ['a'], resyncPeriod: '1s', queue })
      const handler = recorder()
      setup.informer.addEventHandler(handler)
      const { clock, source, informer } = await started(setup)
      clock.setTimer(1000, () => source.delete(podOf('a')))
      await clock.advance('3s')
      expect(handler.log.at(-1)).toBe('deleted a')
      expect(informer.indexer.size).toBe(0)
      await informer.stop()
    }
  })

  it.each(['RealFIFO', 'DeltaFIFO'] as const)(
    'SI-1 FEAT-E6 FAULT-F2 reach a handler in full beside one that holds the informer for many periods (%s)',
    async (queue) => {
      const pods = Array.from({ length: 1200 }, (_, index) => `pod-${index}`)
      const setup = setUp({ pods, resyncPeriod: '1s', queue })
      const { clock } = setup
      const slow = { calls: 0 }
      const call = () => {
        slow.calls++
        return new Promise<void>((resolve) => void clock.setTimer(20, resolve))
      }
      setup.informer.addEventHandler(
        { updated: call },
        { resyncPeriod: '1s', mailbox: { mode: 'every', highWaterMark: 10 } },
      )
      const rare = new Set<string>()
      setup.informer.addEventHandler(
        { updated: (_, object) => void rare.add(nameOf(object)) },
        { resyncPeriod: '10s' },
      )
      const { informer } = await started(setup)
      await clock.advance('75s')
      expect(slow.calls).toBeGreaterThan(1200)
      expect(rare.size).toBe(1200)
      const stop = informer.stop()
      await clock.advance('1m')
      await stop
    },
  )

  it('SI-1 FEAT-E6 show nothing twice to handlers that are due together', async () => {
    for (const queue of ['RealFIFO', 'DeltaFIFO'] as const) {
      const setup = setUp({ pods: ['a', 'b'], resyncPeriod: '1s', queue })
      const [often, rare] = [recorder(), recorder()]
      setup.informer.addEventHandler(often, { resyncPeriod: '1s' })
      setup.informer.addEventHandler(rare, { resyncPeriod: '3s' })
      const { clock, informer } = await started(setup)
      await clock.advance('9s')
      const syncs = ({ log }: typeof often) => log.filter((line) => line.endsWith('sync')).length
      expect([syncs(often), syncs(rare)]).toEqual([18, 6])
      await informer.stop()
    }
  })

  it('FAULT-F11 do not pile up behind a handler that is slower than the period', async () => {
    const setup = setUp({ pods: ['a', 'b'], resyncPeriod: '1s' })
    const seen: string[] = []
    const registration = setup.informer.addEventHandler({
      updated: (_, object) => {
        seen.push(nameOf(object))
        return new Promise<void>((resolve) => void setup.clock.setTimer(3000, resolve))
      },
    })
    const { clock, informer } = await started(setup)
    let most = 0
    for (let second = 0; second < 60; second++) {
      await clock.advance('1s')
      most = Math.max(most, registration.backlog)
    }
    expect(most).toBeLessThanOrEqual(2)
    expect(seen).toHaveLength(20)
    const stop = informer.stop()
    await clock.advance('3s')
    await stop
  })
})
