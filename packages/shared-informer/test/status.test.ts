import { faults } from '@rxkube/client/testing'
import { describe, expect, it } from 'vitest'
import { gate, podOf, setUp, started } from './support/informer.ts'

describe('the status of an informer', () => {
  it('tells the phases it goes through, each once, the current one first', async () => {
    const setup = setUp({ pods: ['a'], source: { watchListUnsupported: true } })
    const phases: string[] = []
    let completed = false
    setup.informer.status$.subscribe({
      next: ({ phase }) => {
        if (phases.at(-1) !== phase) phases.push(phase)
      },
      complete: () => (completed = true),
    })
    setup.source.failNext('list', faults.internalError())
    const { informer, clock } = await started(setup)
    await clock.advance('1m')
    await informer.stop()
    await clock.settle()
    expect(phases).toEqual(['new', 'retrying', 'watching', 'stopped'])
    expect(completed).toBe(true)
  })

  it('tells each handler’s backlog and sync, the objects, and when the last event came', async () => {
    const setup = setUp({ pods: ['a', 'b'] })
    const running = gate()
    setup.informer.addEventHandler({ added: () => running.closed }, { name: 'slow' })
    const { informer, source, clock } = await started(setup)
    await clock.advance('3s')
    source.modify(podOf('a'))
    await clock.settle()
    expect(informer.status).toMatchObject({
      name: 'pods',
      description: 'pods',
      phase: 'watching',
      synced: true,
      lastError: undefined,
      objects: 2,
      queued: 0,
      handlers: [{ name: 'slow', backlog: 2, dropped: 0, synced: false }],
      lastEventAt: clock.now(),
    })
    running.open()
    await clock.settle()
    expect(informer.status.handlers).toEqual([{ name: 'slow', backlog: 0, dropped: 0, synced: true }])
    await informer.stop()
  })

  it('FAULT-A23 is watching again as soon as a watch opens that was refused, on a cluster where nothing changes', async () => {
    const setup = await started(setUp({ pods: ['a'] }))
    const { informer, source, clock } = setup
    source.failNext('watch', faults.refused(), 2)
    source.closeStreams()
    await clock.settle()
    expect(informer.status).toMatchObject({ phase: 'retrying', attempts: 1 })
    await clock.advance('5m')
    expect(informer.status).toMatchObject({ phase: 'watching', attempts: 0, lastError: undefined })
    await informer.stop()
  })

  it('FAULT-A23 says why the collection is listed although a WatchList was asked for', async () => {
    const setup = setUp({ pods: ['a'] })
    setup.source.failNext('watch', faults.forbidden('to stream pods'))
    await started(setup)
    expect(setup.informer.status).toMatchObject({
      phase: 'watching',
      synced: true,
      lastError: undefined,
      watchListError: { name: 'WatchFailedError', cause: { code: 403 } },
    })
    await setup.informer.stop()
  })

  it('FAULT-A23 says that the end of the initial events never came, until a WatchList ends as it should', async () => {
    const setup = setUp({ pods: ['a'] })
    setup.source.failNext('watch', faults.noInitialEventsEnd())
    const { informer, source, clock } = await started(setup)
    await clock.advance('5m')
    expect(informer.status).toMatchObject({
      phase: 'watching',
      synced: true,
      watchListError: { name: 'WatchListTimeoutError' },
    })
    source.failNext('watch', faults.expired())
    source.closeStreams()
    await clock.advance('5m')
    expect(informer.status).toMatchObject({ phase: 'watching', watchListError: undefined })
    await informer.stop()
  })

  it('tells the error it has to do with and how often it tried, until it works again', async () => {
    const setup = setUp({ source: { watchListUnsupported: true } })
    setup.source.failNext('list', faults.forbidden('pods'), 3)
    const { informer, clock } = await started(setup)
    expect(informer.status.lastError?.message).toContain('Forbidden')
    expect(informer.status.attempts).toBe(1)
    await clock.advance('1m')
    expect([informer.status.lastError, informer.status.attempts]).toEqual([undefined, 0])
    await informer.stop()
  })

  it('counts events that changed nothing, and objects that do not belong', async () => {
    const setup = setUp()
    setup.source.add(podOf('a'))
    const { informer, source, clock } = await started(setup)
    const stale = {
      ...podOf('a'),
      metadata: { name: 'a', namespace: 'default', uid: 'x', resourceVersion: '1' },
    }
    source.send({ type: 'MODIFIED', object: stale })
    source.send({
      type: 'ADDED',
      object: { apiVersion: 'v1', kind: 'Pod', metadata: { resourceVersion: '99' } },
    })
    await clock.settle()
    const { dropped, quarantined, objects } = informer.status
    expect([dropped + quarantined >= 2, objects]).toEqual([true, 1])
    expect(quarantined).toBe(1)
    await informer.stop()
  })

  it('counts what a full mailbox gave up', async () => {
    const { informer, source, clock } = await started(setUp())
    const running = gate()
    const registration = informer.addEventHandler(
      { added: () => running.closed },
      { mailbox: { mode: 'every', highWaterMark: 1, onOverflow: 'dropOldest' } },
    )
    source.add(podOf('first'))
    await clock.settle()
    for (let index = 0; index < 4; index++) source.add(podOf(`pod-${index}`))
    await clock.settle()
    expect([registration.dropped, registration.backlog, informer.status.handlers[0]?.dropped]).toEqual([
      3, 1, 3,
    ])
    running.open()
    await informer.stop()
  })
})
