import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { faults } from '@rxkube/client/testing'
import { HandlerError, TransformFailedError } from '@rxkube/shared-informer'
import { config } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { gate, nameOf, podOf, recorder, setUp, started, type TestPod } from './support/informer.ts'

describe('when a handler throws, a shared informer', () => {
  it('SI-12 FEAT-E11 FEAT-E14 tells each failure to the one it belongs to, pauses, and still syncs', async () => {
    const told: HandlerError[] = []
    const setup = setUp({ pods: ['a', 'b', 'c', 'd', 'e'], onHandlerError: (error) => told.push(error) })
    const own = { one: [] as HandlerError[], two: [] as HandlerError[] }
    const registrations = (['one', 'two'] as const).map((name) =>
      setup.informer.addEventHandler(
        {
          added(pod) {
            throw new Error(`cannot take ${nameOf(pod)}`)
          },
        },
        { name, onError: (error) => own[name].push(error) },
      ),
    )
    const healthy = recorder()
    setup.informer.addEventHandler(healthy)
    const { informer, clock } = await started(setup)
    expect(healthy.log).toHaveLength(5)
    await clock.advance(3999)
    expect(told).toHaveLength(8)
    expect(registrations.map((registration) => registration.hasSynced())).toEqual([false, false])
    await clock.advance(1)
    expect(told).toHaveLength(10)
    expect(registrations.map((registration) => registration.hasSynced())).toEqual([true, true])
    expect(informer.hasSynced()).toBe(true)
    for (const name of ['one', 'two'] as const) {
      expect(own[name].map(({ handler, key }) => `${handler} ${key}`)).toEqual(
        ['a', 'b', 'c', 'd', 'e'].map((pod) => `${name} default/${pod}`),
      )
    }
    await informer.stop()
  })

  it('FEAT-E11 treats a rejection as a throw, and goes on after the pause that it was told', async () => {
    const setup = setUp({ pods: ['a', 'b'], pauseAfterHandlerError: '5s' })
    const errors: Error[] = []
    setup.informer.error$.subscribe((error) => errors.push(error))
    const seen: string[] = []
    setup.informer.addEventHandler({
      added(pod) {
        seen.push(nameOf(pod))
        return Promise.reject(new Error('no'))
      },
    })
    const { informer, clock } = await started(setup)
    expect(seen).toEqual(['a'])
    await clock.advance('5s')
    expect(seen).toEqual(['a', 'b'])
    expect(errors.map((error) => [error.name, (error.cause as Error).message])).toEqual([
      ['HandlerError', 'no'],
      ['HandlerError', 'no'],
    ])
    await informer.stop()
    expect(clock.pending).toBe(0)
  })

  it('tells it on a diagnostics channel, without the object', async () => {
    const messages: unknown[] = []
    const listen = (message: unknown) => void messages.push(message)
    subscribe('rxkube:informer:error', listen)
    const setup = setUp({ pods: ['a'] })
    setup.informer.addEventHandler(
      {
        added() {
          throw new Error('no')
        },
      },
      { name: 'mine' },
    )
    const { informer } = await started(setup)
    unsubscribe('rxkube:informer:error', listen)
    expect(messages).toEqual([{ informer: 'pods', error: expect.any(HandlerError) }])
    await informer.stop()
  })

  it('stops, and rejects run(), when the handler was to fail fast', async () => {
    const { informer, clock } = setUp({ pods: ['a'] })
    const seen = recorder()
    informer.addEventHandler(
      {
        added() {
          throw new Error('no')
        },
      },
      { name: 'strict', failFast: true },
    )
    informer.addEventHandler(seen)
    const run = informer.run().catch((error: unknown) => error)
    await clock.settle()
    expect(String(await run)).toMatch(/handler "strict" of the informer of pods failed.*: no/)
    expect([informer.isStopped(), clock.pending]).toEqual([true, 0])
  })

  it('survives those who are told of errors and throw themselves', async () => {
    const setup = setUp({
      pods: ['a'],
      onHandlerError() {
        throw new Error('the one who is told')
      },
    })
    const errors: string[] = []
    setup.informer.error$.subscribe((error) => errors.push(error.message))
    const registration = setup.informer.addEventHandler(
      {
        added() {
          throw new Error('no')
        },
      },
      {
        onError() {
          throw new Error('the handler’s own')
        },
      },
    )
    const { informer } = await started(setup)
    expect(errors.slice(1)).toEqual(['the one who is told', 'the handler’s own'])
    expect(registration.hasSynced()).toBe(true)
    await informer.stop()
  })

  it('FAULT-F15 keeps the subscribers of its streams apart from one another', async () => {
    const thrown = gate()
    config.onUnhandledError = thrown.open
    const { informer, source, clock } = await started(setUp())
    const seen: string[] = []
    informer.changes().subscribe(({ type }) => {
      if (type === 'added') throw new Error('a subscriber')
    })
    informer.changes().subscribe(({ type }) => seen.push(type))
    source.add(podOf('a'))
    await clock.settle()
    await thrown.closed
    config.onUnhandledError = null
    expect(seen).toEqual(['synced', 'added'])
    await informer.stop()
  })

  it('FAULT-F15 keeps the order of changes that a handler itself causes', async () => {
    const { informer, source, clock } = await started(setUp())
    const logs: string[][] = [[], []]
    for (const log of logs) {
      informer.changes().subscribe((change) => {
        if (change.type === 'synced') return
        log.push(change.key)
        if (change.key === 'default/a' && source.objects.size === 1) source.add(podOf('b'))
      })
    }
    source.add(podOf('a'))
    await clock.settle()
    expect(logs).toEqual([
      ['default/a', 'default/b'],
      ['default/a', 'default/b'],
    ])
    await informer.stop()
  })
})

describe('what goes wrong elsewhere', () => {
  it('SI-5 reaches the watch error handler', async () => {
    const errors: Error[] = []
    const setup = setUp({
      watchErrorHandler: (error) => errors.push(error),
      source: { watchListUnsupported: true },
    })
    setup.source.failNext('list', faults.forbidden('pods'))
    const { informer } = await started(setup)
    expect(errors).toHaveLength(1)
    expect(errors[0]?.message).toContain('Forbidden')
    await informer.stop()
  })

  it('SI-16 FEAT-C12 FAULT-F7 INV-I19 GUAR-G10 a handler that changes a cached object is told so, and changes nothing', async () => {
    const setup = setUp({ pods: ['a'] })
    const told: HandlerError[] = []
    setup.informer.addEventHandler(
      {
        added(pod) {
          ;(pod as TestPod).spec = { value: 666 }
        },
      },
      { onError: (error) => told.push(error) },
    )
    const second: unknown[] = []
    setup.informer.addEventHandler({ added: (pod) => void second.push(pod.spec) })
    const { informer } = await started(setup)
    expect(told.map(({ key, cause }) => [key, cause instanceof TypeError])).toEqual([['default/a', true]])
    expect(second).toEqual([{}])
    expect(informer.lister.namespace('default').get('a').spec).toEqual({})
    await informer.stop()
  })

  it('SI-16 FEAT-C12 a change to a cached object that is not frozen is told by the detector, with its name', async () => {
    const setup = setUp({ pods: ['a'], freeze: 'off', detectMutations: true })
    const errors: Error[] = []
    setup.informer.error$.subscribe((error) => errors.push(error))
    setup.informer.addEventHandler({ added: (pod) => void ((pod as TestPod).spec = { value: 666 }) })
    const { informer, clock } = await started(setup)
    await clock.advance('1s')
    expect(errors).toEqual([expect.objectContaining({ name: 'CacheMutationError', key: 'default/a' })])
    await informer.stop()
    expect(clock.pending).toBe(0)
  })

  it('a transform that throws is told, and the object is kept as the server sent it', async () => {
    const setup = setUp({
      pods: ['a', 'b'],
      transform(pod) {
        if (nameOf(pod) === 'a') throw new Error('no')
        return { ...pod, spec: { value: 1 } }
      },
    })
    const errors: Error[] = []
    setup.informer.error$.subscribe((error) => errors.push(error))
    const { informer } = await started(setup)
    expect(errors).toEqual([expect.any(TransformFailedError)])
    expect(informer.indexer.listKeys()).toEqual(['default/a', 'default/b'])
    await informer.stop()
  })

  it('an asynchronous listener that rejects is told as one that throws, and ends nothing', async () => {
    // Nothing in JavaScript keeps a user from giving one.
    const rejecting = (what: string) => (): unknown => Promise.reject(new Error(what))
    const setup = setUp({ pods: ['a'], onHandlerError: rejecting('the one who is told') })
    const errors: string[] = []
    setup.informer.error$.subscribe(({ message }) => errors.push(message))
    const handler = {
      added: () => {
        throw new Error('no')
      },
    }
    setup.informer.addEventHandler(handler, { onError: rejecting('the handler’s own') })
    const { informer } = await started(setup)
    expect(errors.slice(1).toSorted()).toEqual(['the handler’s own', 'the one who is told'])
    await informer.stop()
  })

  it('an index function that throws is told, and the object is in the cache', async () => {
    const setup = setUp({ pods: ['a'] })
    const errors: Error[] = []
    setup.informer.error$.subscribe((error) => errors.push(error))
    setup.informer.addIndexers({
      broken: () => {
        throw new Error('no')
      },
    })
    const { informer } = await started(setup)
    expect(errors.map(({ name }) => name)).toEqual(['IndexFuncError'])
    expect(informer.indexer.listKeys()).toEqual(['default/a'])
    await informer.stop()
  })
})
