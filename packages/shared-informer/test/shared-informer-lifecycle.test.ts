import { InvalidDurationError } from '@rxkube/clock'
import { faults } from '@rxkube/client/testing'
import {
  HandlerRemovedError,
  identity,
  InformerAlreadyRunError,
  InformerStartedError,
  InformerStoppedError,
  SharedInformer,
} from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { gate, podOf, recorder, setUp, started } from './support/informer.ts'

describe('a shared informer', () => {
  it('SI-9 FEAT-E9 is new, then started, then stopped', async () => {
    const setup = setUp({ pods: ['a'] })
    const { informer, clock } = setup
    expect([informer.isStopped(), informer.hasSynced(), informer.status.phase]).toEqual([false, false, 'new'])
    const stop = new AbortController()
    const run = informer.run(stop)
    await clock.settle()
    expect([informer.isStopped(), informer.hasSynced(), informer.status.phase]).toEqual([
      false,
      true,
      'watching',
    ])
    stop.abort()
    await run
    expect([informer.isStopped(), informer.hasSynced(), informer.status.phase]).toEqual([
      true,
      true,
      'stopped',
    ])
    expect(informer.indexer.listKeys()).toEqual(['default/a'])
  })

  it('SI-9 FEAT-E9 returns from a second run at once, with a report', async () => {
    const { informer, source } = await started(setUp())
    const errors: Error[] = []
    informer.error$.subscribe((error) => errors.push(error))
    await informer.run()
    expect(errors).toEqual([expect.any(InformerAlreadyRunError)])
    expect(source.requests.filter(({ verb }) => verb === 'watch')).toHaveLength(1)
    await informer.stop()
  })

  it('SI-9 FEAT-E9 FAULT-F13 refuses handlers, indexers and a start after its stop, and says what to do', async () => {
    const { informer } = await started(setUp())
    const registration = informer.addEventHandler({})
    await informer.stop()
    const add = () => informer.addEventHandler({}, { name: 'late' })
    expect(add).toThrow(InformerStoppedError)
    expect(add).toThrow(/ was not added to shared informer because it has stopped already$/)
    expect(() => informer.addIndexers({ more: () => [] })).toThrow(/because it has stopped already$/)
    expect(() => informer.start()).toThrow(/make a new one/)
    informer.removeEventHandler(registration)
    await registration.remove()
    await informer.run()
  })

  it('SI-6 FEAT-E8 stores and shows what the transform makes of objects, and takes no other once it runs', async () => {
    const setup = setUp({ pods: ['a'] })
    const values: unknown[] = []
    setup.informer.setTransform((pod) => ({ ...pod, spec: { value: 7 } }))
    setup.informer.addEventHandler({ added: (pod) => void values.push(pod.spec?.value) })
    const { informer } = await started(setup)
    expect(values).toEqual([7])
    expect(informer.lister.namespace('default').get('a').spec).toEqual({ value: 7 })
    expect(() => informer.setTransform(identity)).toThrow(InformerStartedError)
    expect(() => informer.setWatchErrorHandler(() => undefined)).toThrow(InformerStartedError)
    await informer.stop()
    expect(() => informer.setTransform(identity)).toThrow(InformerStoppedError)
  })

  it('strips managedFields unless told to keep all', async () => {
    const managed = { ...podOf('a'), metadata: { name: 'a', namespace: 'default', managedFields: [{}] } }
    const stripped = setUp()
    stripped.source.add(managed)
    const kept = setUp({ transform: identity })
    kept.source.add(managed)
    await Promise.all([started(stripped), started(kept)])
    expect(stripped.informer.lister.get({ namespace: 'default', name: 'a' }).metadata).not.toHaveProperty(
      'managedFields',
    )
    expect(kept.informer.lister.get({ namespace: 'default', name: 'a' }).metadata).toHaveProperty(
      'managedFields',
    )
    await Promise.all([stripped.informer.stop(), kept.informer.stop()])
  })

  it('SI-3 takes handlers, a transform and an error handler in the turn that starts it', async () => {
    const { informer, clock } = setUp({ pods: ['a'] })
    const handler = recorder()
    informer.setTransform(identity)
    informer.setWatchErrorHandler(() => undefined)
    informer.start()
    informer.addEventHandler(handler)
    await clock.settle()
    expect(handler.log).toEqual(['added a initial'])
    await informer.stop()
  })

  it('SI-11 FEAT-E10 FAULT-F12 INV-I11 leaves no timer, stream or call when it has stopped', async () => {
    const setup = setUp({ pods: ['a'], resyncPeriod: '1s' })
    setup.informer.addEventHandler(recorder())
    const { informer, source, clock } = await started(setup)
    await informer.addEventHandler(recorder()).remove()
    await clock.advance('2s')
    await informer.stop()
    expect([clock.pending, source.streams]).toEqual([0, 0])
    const requests = source.requests.length
    await clock.advance('1h')
    expect(source.requests).toHaveLength(requests)
  })

  it('SI-11 FAULT-F12 can be stopped without ever having run, before its first list, and a thousand times', async () => {
    await setUp().informer.stop()
    const setup = setUp()
    setup.source.failNext('list', faults.hang())
    setup.source.failNext('watch', faults.hang())
    await started(setup)
    await setup.informer.stop()
    await setup.informer.stop()
    expect(setup.clock.pending).toBe(0)
    const { clock, source } = setup
    for (let round = 0; round < 1000; round++) {
      const informer = new SharedInformer(source, { clock, random: clock.random })
      informer.start()
      await informer.stop()
    }
    expect([clock.pending, source.streams]).toEqual([0, 0])
  })

  it('FEAT-E10 GUAR-G13 INV-I11 returns from run when the call under way has ended, and calls nothing after', async () => {
    const setup = setUp({ pods: ['a', 'b'] })
    const running = gate()
    const seen: string[] = []
    setup.informer.addEventHandler({
      added(pod) {
        seen.push(pod.metadata?.name ?? '')
        return running.closed
      },
    })
    const stop = new AbortController()
    let returned = false
    const run = setup.informer.run(stop).then(() => (returned = true))
    await setup.clock.settle()
    stop.abort()
    await setup.clock.settle()
    expect(returned).toBe(false)
    running.open()
    await run
    expect(seen).toEqual(['a'])
  })

  it('FEAT-E10 waits in stop() also for the call of a handler that was taken off before', async () => {
    const setup = setUp({ pods: ['a'] })
    const running = gate()
    const registration = setup.informer.addEventHandler({ added: () => running.closed })
    const { informer, clock } = await started(setup)
    informer.removeEventHandler(registration)
    let stopped = false
    const stop = informer.stop().then(() => (stopped = true))
    await clock.settle()
    expect(stopped).toBe(false)
    running.open()
    await stop
  })

  it('FAULT-A25 goes on by itself after a failed list, and tells nothing twice', async () => {
    const setup = setUp({ pods: ['a'] })
    const handler = recorder()
    setup.informer.addEventHandler(handler)
    setup.source.failNext('watch', faults.internalError(), 2)
    setup.source.failNext('list', faults.internalError(), 2)
    const { informer, clock } = await started(setup)
    await clock.advance('1m')
    expect(handler.log).toEqual(['added a initial'])
    await informer.stop()
  })

  it('FEAT-E17 knows the version of the last event, and the version of the cache', async () => {
    const { informer, source, clock } = await started(setUp({ pods: ['a'] }))
    source.modify(podOf('a', { value: 1 }))
    await clock.settle()
    expect(informer.lastSyncResourceVersion).toBe(source.resourceVersion)
    expect(informer.status.resourceVersion).toEqual({
      store: source.resourceVersion,
      reflector: source.resourceVersion,
    })
    await informer.stop()
    expect(informer.lastSyncResourceVersion).toBe(source.resourceVersion)
  })

  it('tells those who wait for it that it will never sync', async () => {
    const { informer } = setUp()
    const registration = informer.addEventHandler({})
    await informer.stop()
    await expect(informer.synced).rejects.toThrow(InformerStoppedError)
    await expect(registration.synced).rejects.toThrow(HandlerRemovedError)
  })

  it('fills new indices before it returns from adding them, and answers by them from then on', async () => {
    const { informer, source, clock } = await started(setUp())
    source.add(podOf('a', { nodeName: 'n1' }))
    await clock.settle()
    const indexed = informer.addIndexers({ node: (pod) => [pod.spec?.nodeName ?? ''] })
    expect(indexed.indexer.indexKeys('node', 'n1')).toEqual(['default/a'])
    source.add(podOf('b', { nodeName: 'n1' }))
    await clock.settle()
    expect(indexed.indexer.indexKeys('node', 'n1')).toEqual(['default/a', 'default/b'])
    await informer.stop()
  })

  it('says when it is made which option is wrong, and not when it starts', () => {
    expect(() => setUp({ reflector: { watchListTimeout: 'soon' } })).toThrow(InvalidDurationError)
    expect(() => setUp({ reflector: { backoff: { cap: 'soon' } } })).toThrow(InvalidDurationError)
    expect(() => setUp({ linger: 'soon' })).toThrow(InvalidDurationError)
    expect(() => setUp({ resyncPeriod: 'soon' })).toThrow(InvalidDurationError)
  })

  it('FAULT-C7 INV-I11 stopped by its watch error handler leaves no timer', async () => {
    const setup = setUp({
      reflector: { useWatchList: false },
      watchErrorHandler: () => void setup.informer.stop(),
    })
    setup.source.failNext('list', { type: 'html' })
    const { informer, clock } = await started(setup)
    expect([informer.isStopped(), clock.pending]).toEqual([true, 0])
  })
})
