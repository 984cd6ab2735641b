import { getEventListeners } from 'node:events'
import {
  HandlerError,
  HandlerRemovedError,
  HandlersBusyError,
  Informer,
  type ResourceEventHandlerRegistration,
} from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { gate, setUp, started, type TestPod } from './support/informer.ts'

/** Handlers that each wait for `wait` within their first call, and an outside stop of it all. */
async function waitingFor(
  count: number,
  wait: (
    setup: ReturnType<typeof setUp>,
    handles: ResourceEventHandlerRegistration[],
    index: number,
  ) => Promise<void>,
) {
  const setup = setUp({ pods: ['a'] })
  const returned: number[] = []
  const handles: ResourceEventHandlerRegistration[] = []
  for (let index = 0; index < count; index++) {
    handles.push(
      setup.informer.addEventHandler({
        async added() {
          // All calls are under way before the first one waits.
          await setup.clock.yield()
          await wait(setup, handles, index)
          returned.push(index)
        },
      }),
    )
  }
  await started(setup)
  await setup.informer.stop()
  return returned.toSorted((a, b) => a - b)
}

describe('handlers that wait for one another', () => {
  it('FAULT-F2 SI-11 may all await the stop of their informer, each within its own call', async () => {
    expect(await waitingFor(3, ({ informer }) => informer.stop())).toEqual([0, 1, 2])
  })

  it('FAULT-F2 SI-13 may each await the removal of the next, all round', async () => {
    const removals = waitingFor(
      3,
      (_, handles, index) => handles[(index + 1) % 3]?.remove() ?? Promise.resolve(),
    )
    expect(await removals).toEqual([0, 1, 2])
  })

  it('FAULT-F2 may await the stop of each other’s informers', async () => {
    const [one, two] = [setUp({ pods: ['a'] }), setUp({ pods: ['a'] })]
    one.informer.addEventHandler({ added: () => one.clock.yield().then(() => two.informer.stop()) })
    two.informer.addEventHandler({ added: () => one.clock.yield().then(() => one.informer.stop()) })
    await Promise.all([started(one), started(two)])
    await Promise.all([one.informer.stop(), two.informer.stop()])
    expect([one.informer.isStopped(), two.informer.isStopped()]).toEqual([true, true])
  })

  it('FEAT-E5 GUAR-G13 are waited for all the same by one that nobody of them waits for', async () => {
    const setup = setUp({ pods: ['a'] })
    const running = gate()
    const log: string[] = []
    const slow = setup.informer.addEventHandler({
      async added() {
        await running.closed
        log.push('slow')
      },
    })
    setup.informer.addEventHandler({
      async added() {
        await slow.remove()
        log.push('removed slow')
      },
    })
    await started(setup)
    const stop = setup.informer.stop().then(() => log.push('stopped'))
    await setup.clock.settle()
    expect(log).toEqual([])
    running.open()
    await stop
    expect(log).toEqual(['slow', 'removed slow', 'stopped'])
  })
})

describe('a handler that does not return', () => {
  const stuck = async () => {
    const setup = setUp({ pods: ['a'] })
    const running = gate()
    const registration = setup.informer.addEventHandler({ added: () => running.closed }, { name: 'stuck' })
    const errors: Error[] = []
    setup.informer.error$.subscribe((error) => errors.push(error))
    await started(setup)
    return { ...setup, registration, running, errors }
  }
  const call = { informer: 'pods', handler: 'stuck', notification: 'added', key: 'default/a' }

  it.each([
    [
      'stop()',
      (_: ResourceEventHandlerRegistration, informer: ReturnType<typeof setUp>['informer']) => informer,
    ],
    [
      'remove()',
      (registration: ResourceEventHandlerRegistration) => ({ stop: registration.remove.bind(registration) }),
    ],
  ])(
    'GUAR-G13 fails %s with its name when the timeout is over, and can be waited for again',
    async (_, what) => {
      const { informer, clock, registration, running } = await stuck()
      const end = what(registration, informer)
      const failure = end.stop({ timeout: '5s' }).catch((error: unknown) => error)
      await clock.advance('5s')
      expect(await failure).toBeInstanceOf(HandlersBusyError)
      expect(await failure).toMatchObject({ calls: [call], waited: 5000 })
      expect(String(await failure)).toMatch(/handler "stuck" of the informer of pods at "added default\/a"/)
      running.open()
      await end.stop()
      await informer.stop()
      expect(clock.pending).toBe(0)
    },
  )

  it('lets stop() reject with the reason of its signal, which is forgotten then', async () => {
    const { informer, clock, running } = await stuck()
    const given = new AbortController()
    const failure = informer.stop({ signal: given.signal }).catch((error: unknown) => error)
    await clock.settle()
    const reason = new Error('enough')
    given.abort(reason)
    expect(await failure).toBe(reason)
    expect([informer.isStopped(), getEventListeners(given.signal, 'abort')]).toEqual([true, []])
    running.open()
    await informer.stop()
  })

  it('FEAT-E10 is told of in error$ after ten seconds of waiting without a limit, by stop() once', async () => {
    const { informer, clock, errors, running } = await stuck()
    const stops = [informer.stop(), informer.stop()]
    await clock.advance('1m')
    expect(errors).toEqual([expect.any(HandlersBusyError)])
    expect(errors[0]).toMatchObject({ calls: [call], waited: 10_000 })
    running.open()
    await Promise.all(stops)
  })

  it('FEAT-E5 is told of in error$ after ten seconds of waiting for its removal', async () => {
    const { informer, clock, errors, registration, running } = await stuck()
    const removal = registration.remove()
    await clock.advance('9s')
    expect(errors).toEqual([])
    await clock.advance('1s')
    expect(errors).toEqual([expect.objectContaining({ calls: [call] })])
    running.open()
    await removal
    await informer.stop()
  })
})

describe('the signal of a handler', () => {
  it('FEAT-E10 of an Informer aborts with its run, so that a call can end', async () => {
    const { source, clock } = setUp({ pods: ['a'] })
    const informer = new Informer<TestPod>({
      listerWatcher: source,
      clock,
      handler: {
        added: (_, { signal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(signal.reason as Error))
          }),
      },
    })
    const stop = new AbortController()
    const run = informer.run(stop)
    await clock.settle()
    stop.abort()
    await expect(run).resolves.toBeUndefined()
  })

  it.each([
    ['its informer stops', (informer: ReturnType<typeof setUp>['informer']) => informer.stop()],
    [
      'it is taken off',
      (_: ReturnType<typeof setUp>['informer'], handle: ResourceEventHandlerRegistration) => handle.remove(),
    ],
  ])('FEAT-E10 aborts when %s, so that a call can end; ending so is no failure', async (_, end) => {
    const setup = setUp({ pods: ['a'] })
    const errors: Error[] = []
    setup.informer.error$.subscribe((error) => errors.push(error))
    const reasons: unknown[] = []
    const handle = setup.informer.addEventHandler({
      added: (_pod, { signal }) =>
        new Promise<void>((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            reasons.push(signal.reason)
            reject(signal.reason as Error)
          })
        }),
    })
    await started(setup)
    expect(reasons).toEqual([])
    await end(setup.informer, handle)
    expect([reasons, errors]).toEqual([[expect.any(HandlerRemovedError)], []])
    await setup.informer.stop()
  })

  it('FEAT-E11 does not hide what else a handler throws after it', async () => {
    const setup = setUp({ pods: ['a'] })
    const errors: Error[] = []
    const running = gate()
    const handle = setup.informer.addEventHandler(
      {
        async added() {
          await running.closed
          throw new Error('really')
        },
      },
      { onError: (error) => errors.push(error) },
    )
    const { informer } = await started(setup)
    const removal = handle.remove()
    running.open()
    await removal
    expect(errors).toEqual([expect.any(HandlerError)])
    await informer.stop()
  })
})
