import { TestClock } from '@rxkube/clock'
import { AlreadyRunningError, reflector, Reflector } from '@rxkube/reflector'
import { describe, expect, it } from 'vitest'
import { ControlledStream } from './support/controlled-stream.ts'
import { api, statuses } from './support/failures.ts'
import { added, initialEventsEnd, modified, page } from './support/objects.ts'
import { noChance, Running } from './support/running.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

describe('stopping a reflector', () => {
  it.each([
    ['in a list', { lists: ['hang'] }, false],
    ['while a watch is opened', { lists: [page('10')], watches: ['hang'] }, false],
    ['in a watch', { lists: [page('10')], watches: [new ControlledStream()] }, false],
    [
      'in the back-off before a watch',
      { lists: [page('10')], watches: [api(statuses.tooManyRequests)] },
      false,
    ],
    ['in the back-off before a list', { lists: [api(statuses.serverError)] }, false],
    ['while a WatchList is opened', { watches: ['hang'] }, true],
    ['in the initial events', { watches: [new ControlledStream().send(added('a@1'))] }, true],
    ['in the back-off before a WatchList', { watches: [api(statuses.tooManyRequests)] }, true],
  ] as const)(
    'REF-2 REF-3 REF-31 FEAT-B23 FAULT-C7 INV-I11 %s leaves no request, no timer and no call',
    async (_where, script, useWatchList) => {
      const server = new ScriptedListerWatcher(script)
      const running = new Running(server, { useWatchList, resyncPeriod: '1s' })
      await running.settle()
      const told = running.told.length
      await running.stop()
      expect([server.underWay, server.openStreams, running.clock.pending]).toEqual([0, 0, 0])
      for (const stream of server.streams) {
        expect(stream.stops).toBe(1)
        stream.send(added('late@99'))
      }
      await running.clock.advance('10m')
      expect(running.told).toHaveLength(told)
      expect(running.reflector.status.phase).toBe('stopped')
      expect(running.handled.filter(({ name }) => name === 'AbortError')).toEqual([])
    },
  )

  it('REF-3 INV-I11 by its watch error handler leaves no timer, and says what it was stopped for', async () => {
    const stop = new AbortController()
    const server = new ScriptedListerWatcher({ lists: [api(statuses.forbidden)] })
    const running = new Running(server, {
      useWatchList: false,
      signal: stop.signal,
      watchErrorHandler: () => stop.abort(),
    })
    await running.run
    expect(running.clock.pending).toBe(0)
    expect(running.reflector.status).toMatchObject({
      phase: 'stopped',
      attempts: 1,
      lastError: { name: 'ListFailedError' },
    })
  })

  it('REF-3 before it began asks for nothing', async () => {
    const server = new ScriptedListerWatcher({})
    const running = new Running(server, { signal: AbortSignal.abort() })
    await running.run
    expect(server.requests).toEqual([])
    expect(running.events).toEqual([])
  })

  it('REF-3 a watch that is answered after the stop is released at once', async () => {
    const stream = new ControlledStream()
    const answer = Promise.withResolvers<ControlledStream>()
    const deaf = { description: 'pods', list: () => page('1') as never, watch: () => answer.promise }
    const running = new Running(deaf)
    await running.settle()
    const stopped = running.stop()
    let over = false
    void stopped.then(() => (over = true))
    await running.settle()
    expect(over).toBe(false)
    answer.resolve(stream)
    await stopped
    expect([stream.stops, stream.iterations]).toEqual([1, 0])
  })

  it('REF-4 a stream that has ended is stopped once and read once, whether the end or the stop came first', async () => {
    const streams = [new ControlledStream().end(), new ControlledStream()]
    const server = new ScriptedListerWatcher({ lists: [page('10'), page('10')], watches: streams })
    const running = new Running(server, { useWatchList: false })
    await running.clock.advance('1s')
    await running.stop()
    expect(streams.map(({ stops, iterations }) => [stops, iterations])).toEqual([
      [1, 1],
      [1, 1],
    ])
  })

  it('FEAT-B23 waits for what the consumer has begun, and tells it nothing more', async () => {
    const gate = Promise.withResolvers<void>()
    let aborted = false
    const stream = new ControlledStream().send(added('a@1'), initialEventsEnd('2')).send(added('b@3'))
    const running = new Running(new ScriptedListerWatcher({ watches: [stream] }), {
      deliver: async (events, { signal }) => {
        if (events.some(({ type }) => type === 'initDone')) await gate.promise
        aborted = signal.aborted
      },
    })
    await running.settle()
    const stopped = running.stop()
    let over = false
    void stopped.then(() => (over = true))
    await running.settle()
    expect([over, stream.stops]).toEqual([false, 1])
    gate.resolve()
    await stopped
    expect(aborted).toBe(true)
    expect(running.told.at(-1)).toBe('done 2')
    expect(running.reflector.lastSyncResourceVersion).toBe('')
  })

  it('FEAT-B23 waits for a resync that the consumer has begun', async () => {
    const gate = Promise.withResolvers<void>()
    const running = new Running(new ScriptedListerWatcher({ lists: [page('10')] }), {
      useWatchList: false,
      resyncPeriod: '1s',
      deliver: (events) => (events[0]?.type === 'resync' ? gate.promise : undefined),
    })
    await running.clock.advance('1s')
    let over = false
    const stopped = running.stop().then(() => (over = true))
    await running.settle()
    expect(over).toBe(false)
    gate.resolve()
    await stopped
    expect(running.clock.pending).toBe(0)
  })

  it('FAULT-C11 a thousand relists leave one watch, and none after the stop', async () => {
    const expired = () => new ControlledStream().send({ type: 'ERROR', object: statuses.expired })
    const server = new ScriptedListerWatcher({
      lists: Array.from({ length: 1001 }, () => page('10')),
      watches: Array.from({ length: 1000 }, expired),
    })
    const running = new Running(server, { useWatchList: false, backoff: { duration: 1, cap: 1 } })
    await running.clock.advance('2s')
    expect(server.streams).toHaveLength(1001)
    expect([server.openStreams, server.most]).toEqual([1, 1])
    await running.stop()
    expect(server.openStreams).toBe(0)
  })
})

describe('running again', () => {
  it('goes on from the version it had', async () => {
    const clock = new TestClock()
    const server = new ScriptedListerWatcher({ lists: [page('10', 'a@5'), page('12')] })
    const source = new Reflector(server, { clock, random: noChance, useWatchList: false })
    const reasons: string[] = []
    for (let run = 0; run < 2; run++) {
      const controller = new AbortController()
      const over = source.run((events) => {
        for (const event of events) if (event.type === 'init') reasons.push(event.reason)
      }, controller)
      await clock.settle()
      controller.abort()
      await over
    }
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', '10'])
    expect(reasons).toEqual(['start', 'relist'])
    expect(source.lastSyncResourceVersion).toBe('12')
  })

  it('is refused while it runs', async () => {
    const running = new Running(new ScriptedListerWatcher({}))
    await expect(
      running.reflector.run(() => undefined, { signal: new AbortController().signal }),
    ).rejects.toBeInstanceOf(AlreadyRunningError)
  })
})

describe('the reflector as a stream', () => {
  it('is cold: nothing is asked before a subscription, each has its own requests, and leaving ends them', async () => {
    const clock = new TestClock()
    const server = new ScriptedListerWatcher({})
    const pods$ = reflector(server, { clock, random: noChance })
    await clock.settle()
    expect(server.requests).toEqual([])
    const batches: number[] = []
    const first = pods$.subscribe((events) => batches.push(events.length))
    const second = pods$.subscribe()
    await clock.settle()
    expect(server.openStreams).toBe(2)
    server.streams[0]?.send(added('a@1'), initialEventsEnd('2'), modified('a@3'))
    await clock.settle()
    expect(batches).toEqual([1, 3])
    first.unsubscribe()
    second.unsubscribe()
    expect(server.openStreams).toBe(0)
    await clock.settle()
    expect(clock.pending).toBe(0)
  })

  it('gives nothing more once it was left, also from within', async () => {
    const clock = new TestClock()
    const stream = new ControlledStream().send(added('a@1')).send(added('b@2'))
    const types: string[] = []
    const subscription = reflector(new ScriptedListerWatcher({ watches: [stream] }), { clock }).subscribe(
      (events) => {
        types.push(...events.map(({ type }) => type))
        if (types.includes('initApply')) subscription.unsubscribe()
      },
    )
    await clock.settle()
    expect(types).toEqual(['init', 'initApply'])
  })

  it('fails for a programming error', () => {
    const errors: unknown[] = []
    reflector(new ScriptedListerWatcher({}), { resyncPeriod: 'often' }).subscribe({
      error: (error: unknown) => errors.push(error),
    })
    expect(errors).toMatchObject([{ name: 'InvalidDurationError' }])
  })
})
