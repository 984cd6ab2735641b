import { describe, expect, it } from 'vitest'
import { ControlledStream } from './support/controlled-stream.ts'
import { api, refused, statuses } from './support/failures.ts'
import {
  added,
  bookmark,
  deleted,
  errorEvent,
  foreign,
  initialEventsEnd,
  modified,
  page,
} from './support/objects.ts'
import { Running } from './support/running.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

type Script = ConstructorParameters<typeof ScriptedListerWatcher>[0]

function start(script: Script, options: ConstructorParameters<typeof Running>[1] = {}) {
  const server = new ScriptedListerWatcher(script)
  return { server, running: new Running(server, options) }
}

const kinds = ({ requests }: ScriptedListerWatcher) =>
  requests.map(
    ([verb, { sendInitialEvents, resourceVersion }]) =>
      `${sendInitialEvents ? 'watchList' : verb} ${JSON.stringify(resourceVersion)}`,
  )

describe('a snapshot from a stream', () => {
  it('REF-28 FEAT-B4 is not taken before the bookmark that ends the initial events', async () => {
    const stream = new ControlledStream().send(added('a@1'), added('b@2'), bookmark('3'))
    const { running } = start({ watches: [stream] })
    await running.settle()
    expect(running.told).toEqual(['init start', '[a@1 b@2]'])
    expect(running.reflector.status.synced).toBe(false)

    stream.send(initialEventsEnd('4'))
    await running.settle()
    expect(running.told.slice(2)).toEqual(['done 4'])
    expect(running.reflector.status.synced).toBe(true)
  })

  it('REF-28 FEAT-B4 the annotation counts by its value: "false" is no end', async () => {
    const stream = new ControlledStream().send(added('a@1'), bookmark('2', 'false'))
    const { running } = start({ watches: [stream] })
    await running.settle()
    expect(running.told).toEqual(['init start', '[a@1]'])
  })

  it('REF-28 FEAT-B5 changes and deletions before its end are part of it', async () => {
    const events = [added('a@1'), added('b@2'), modified('a@3'), deleted('b@4'), initialEventsEnd('5')]
    const { running } = start({ watches: [new ControlledStream().send(...events)] })
    await running.settle()
    expect(running.told).toEqual(['init start', '[a@1 b@2 a@3]', '[-b@4]', 'done 5'])
  })

  it('REF-28 FEAT-B5 a stream that breaks off is asked for again at once, and begins anew', async () => {
    const broken = new ControlledStream().send(added('ghost@1')).end()
    const whole = new ControlledStream().send(added('a@2'), initialEventsEnd('3'))
    const { server, running } = start({ watches: [broken, whole] })
    await running.settle()
    expect(running.told).toEqual(['init start', '[ghost@1]', 'init start', '[a@2]', 'done 3'])
    expect(server.requests[1]).toEqual(server.requests[0])
    expect(server.count('list')).toBe(0)
  })

  it('REF-28 a stream that ends after it goes on as a plain watch from the last version', async () => {
    const stream = new ControlledStream().send(added('a@1'), initialEventsEnd('2'), added('b@3')).end()
    const { server, running } = start({ watches: [stream] })
    await running.settle()
    expect(kinds(server)).toEqual(['watchList ""', 'watch "3"'])
    expect(running.reflector.lastSyncResourceVersion).toBe('3')
  })

  it('REF-28 FEAT-B14 an expired version at that reopening is an error that the handler hears', async () => {
    const stream = new ControlledStream().send(initialEventsEnd('2')).end()
    const { server, running } = start({ watches: [stream, api(statuses.expired)] })
    await running.clock.advance('1s')
    expect(running.handled).toMatchObject([{ name: 'WatchFailedError', cause: { code: 410 } }])
    expect(kinds(server)).toEqual(['watchList ""', 'watch "2"', 'watchList "2"'])
  })

  it.each([
    ['on opening', [api(statuses.expired)]],
    ['in the stream', [new ControlledStream().send(errorEvent(statuses.tooLargeByCause))]],
  ])('a version that is refused %s is given up for "" at once', async (_where, refusal) => {
    const first = new ControlledStream().send(initialEventsEnd('2')).end()
    const last = new ControlledStream().send(initialEventsEnd('9'))
    const { server, running } = start({ watches: [first, api(statuses.forbidden), ...refusal, last] })
    await running.clock.advance(800)
    expect(kinds(server)).toEqual(['watchList ""', 'watch "2"', 'watchList "2"', 'watchList ""'])
    expect(running.told.at(-1)).toBe('done 9')
  })

  it('a snapshot older than what was asked for is not taken', async () => {
    const first = new ControlledStream().send(initialEventsEnd('20')).end()
    const stale = new ControlledStream().send(added('old@9'), initialEventsEnd('10'))
    const { server, running } = start({ watches: [first, api(statuses.forbidden), stale] })
    await running.clock.advance(800)
    expect(kinds(server)).toEqual(['watchList ""', 'watch "20"', 'watchList "20"', 'watchList ""'])
    expect(running.told).not.toContain('done 10')
  })

  it('REF-28 REF-8 429 and a refused connection each cost one step; then the same is asked again', async () => {
    const stream = new ControlledStream().send(initialEventsEnd('1'))
    const { server, running } = start({ watches: [api(statuses.tooManyRequests), refused(), stream] })
    await running.clock.advance(800)
    expect(server.count('watch')).toBe(2)
    await running.clock.advance(1600)
    expect(kinds(server)).toEqual(['watchList ""', 'watchList ""', 'watchList ""'])
    expect(running.told.at(-1)).toBe('done 1')
  })
})

describe('a server that does not do WatchList', () => {
  it.each([
    ['an old server (422)', api(statuses.invalid)],
    ['FAULT-A24 a role without watch (403)', api(statuses.forbidden)],
    ['anything else', new Error('arbitrary')],
  ])('REF-28 FEAT-B7 FAULT-A24 %s is listed at once, without an error to anyone', async (_what, error) => {
    const { server, running } = start({ lists: [page('10', 'a@5')], watches: [error] })
    await running.settle()
    expect(kinds(server)).toEqual(['watchList ""', 'list "0"', 'watch "10"'])
    expect(running.told).toEqual(['init start', 'init start', '[a@5]', 'done 10'])
    expect(running.handled).toEqual([])
    expect(running.reflector.status.watchListError).toMatchObject({ name: 'WatchFailedError', cause: error })
  })

  it('REF-28 FEAT-B7 is asked for a WatchList again by the next session', async () => {
    const { server, running } = start({
      lists: [page('10')],
      watches: [api(statuses.invalid), api(statuses.forbidden)],
    })
    await running.clock.advance('1s')
    expect(kinds(server)).toEqual(['watchList ""', 'list "0"', 'watch "10"', 'watchList "10"'])
  })

  it('REF-25 FEAT-A2 REF-28 is not asked for it when it is known, or not wanted', async () => {
    for (const [watchListUnsupported, useWatchList, expected] of [
      [false, true, 'watchList ""'],
      [true, true, 'list "0"'],
      [false, false, 'list "0"'],
      [true, false, 'list "0"'],
    ] as const) {
      const { server, running } = start({ watchListUnsupported }, { useWatchList })
      await running.settle()
      expect(kinds(server)).toEqual([expected])
    }
  })

  it('FAULT-A23 accepts the request but never says that the initial events are over: listed after 30 s of silence', async () => {
    const stream = new ControlledStream().send(added('a@1'), added('b@2'))
    const { server, running } = start({ lists: [page('10', 'a@1', 'b@2')], watches: [stream] })
    await running.clock.advance('20s')
    stream.send(bookmark('3'))
    await running.clock.advance(29_999)
    expect(server.count('list')).toBe(0)
    await running.clock.advance(1)
    expect(kinds(server)).toEqual(['watchList ""', 'list "0"', 'watch "10"'])
    expect(running.told.slice(-4)).toEqual([
      'error WatchListTimeoutError 0',
      'init start',
      '[a@1 b@2]',
      'done 10',
    ])
    expect(stream.stops).toBe(1)
    expect(running.reflector.status.watchListError?.name).toBe('WatchListTimeoutError')
  })

  it('FAULT-A23 sends nothing but what does not belong: that is silence, too', async () => {
    const stream = new ControlledStream()
    const { server, running } = start({ lists: [page('10')], watches: [stream] })
    await running.clock.advance('20s')
    stream.send(foreign('ODD', {}))
    await running.clock.advance('10s')
    expect(kinds(server)).toEqual(['watchList ""', 'list "0"', 'watch "10"'])
  })

  it('FAULT-A23 does not even answer the request: listed after 30 s', async () => {
    const { server, running } = start({ lists: [page('10')], watches: ['hang'] }, { watchListTimeout: '10s' })
    await running.clock.advance('10s')
    expect(kinds(server)).toEqual(['watchList ""', 'list "0"', 'watch "10"'])
  })

  it('FAULT-A23 cuts the initial events again and again: listed after three streams', async () => {
    const cut = () => new ControlledStream().send(added('a@1')).end()
    const { server, running } = start({ lists: [page('10')], watches: [cut(), cut(), cut()] })
    await running.settle()
    expect(kinds(server)).toEqual([
      ...Array.from({ length: 3 }, () => 'watchList ""'),
      'list "0"',
      'watch "10"',
    ])
    expect(running.reflector.status.watchListError?.name).toBe('WatchListBrokenError')
  })

  it('REF-28 a stream that ends at once is very short, and the collection listed', async () => {
    const { server, running } = start({ lists: [page('10')], watches: [new ControlledStream().end()] })
    await running.settle()
    expect(kinds(server)).toEqual(['watchList ""', 'list "0"', 'watch "10"'])
    expect(running.reflector.status.watchListError?.name).toBe('VeryShortWatchError')
  })

  it('refuses even "" as expired: listed, not asked in a loop', async () => {
    const { server, running } = start({
      lists: [page('10')],
      watches: Array.from({ length: 9 }, () => api(statuses.expired)),
    })
    await running.settle()
    expect(kinds(server)).toEqual(['watchList ""', 'list "0"', 'watch "10"'])
  })

  it('an end of initial events without a version is no snapshot', async () => {
    const { server, running } = start({
      lists: [page('10')],
      watches: [new ControlledStream().send(added('a@1'), initialEventsEnd(''))],
    })
    await running.settle()
    expect(kinds(server)).toEqual(['watchList ""', 'list "0"', 'watch "10"'])
    expect(running.told).not.toContain('done ')
  })
})

describe('waiting for the end of the initial events', () => {
  it('REF-26 tells every 10 s that nothing came since the start, or for how long nothing came', async () => {
    const stream = new ControlledStream()
    const { running } = start({ watches: [stream] }, { watchListTimeout: '1h' })
    const silent: (number | undefined)[] = []
    running.reflector.status$.subscribe(({ silentFor }) => silent.push(silentFor))
    await running.clock.advance('25s')
    stream.send(added('a@1'))
    await running.clock.advance('10s')
    expect(silent.filter((each) => each !== undefined)).toEqual([10_000, 20_000])
    await running.clock.advance('5s')
    expect(running.reflector.status.silentFor).toBe(15_000)
  })

  it('REF-26 tells nothing where no WatchList was asked for', async () => {
    const { running } = start({ lists: ['hang'] }, { useWatchList: false })
    await running.clock.advance('1m')
    expect(running.reflector.status.silentFor).toBeUndefined()
    expect(running.clock.pending).toBe(0)
  })

  it('REF-31 FAULT-C7 the back-off before the next WatchList ends with the reflector', async () => {
    const { running } = start({ watches: [api(statuses.tooManyRequests, 30)] })
    await running.settle()
    expect(running.reflector.status.phase).toBe('backoff')
    await running.stop()
    expect(running.clock.pending).toBe(0)
  })

  it('REF-26 is not given up because the consumer is busy for longer than the server may be silent', async () => {
    const busy = Promise.withResolvers<void>()
    const stream = new ControlledStream().send(added('a@1'))
    const { running, server } = start(
      { watches: [stream] },
      { deliver: (events) => (events.some(({ type }) => type === 'initApply') ? busy.promise : undefined) },
    )
    await running.clock.advance('40s')
    busy.resolve()
    await running.settle()
    stream.send(added('b@2'), initialEventsEnd('3'))
    await running.settle()
    expect(kinds(server)).toEqual(['watchList ""'])
    expect(running.told).toEqual(['init start', '[a@1]', '[b@2]', 'done 3'])
  })
})
