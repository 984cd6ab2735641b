import { TestClock } from '@rxkube/clock'
import type { ListOptions, WatchEvent, WatchStream } from '@rxkube/client'
import { FakeControllerSource } from '@rxkube/client/testing'
import {
  InitialResourceVersionError,
  retryWatcher,
  RetryWatcher,
  WatchReadTwiceError,
  type RetryWatcherOptions,
} from '@rxkube/reflector'
import { describe, expect, it } from 'vitest'
import { ControlledStream } from './support/controlled-stream.ts'
import { api, refused, statuses } from './support/failures.ts'
import { added, bookmark, errorEvent, foreign, modified, pod, type Pod } from './support/objects.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

const at = (version: number): WatchEvent<Pod> => added(`a@${version}`)

/** Events in short: the version, or the code of an ERROR. */
const short = (events: readonly WatchEvent<Pod>[]): (string | number | undefined)[] =>
  events.map(({ type, object }) =>
    type === 'ERROR' ? object.code : (object as Pod).metadata?.resourceVersion,
  )

interface Scenario {
  readonly what: string
  readonly from: number
  /** What the first openings end in; further ones give streams. */
  readonly opens?: readonly unknown[]
  /** What a server has; each stream gives what is newer than what was asked for. */
  readonly events?: readonly WatchEvent<Pod>[]
  /** Events after which a stream ends; without it, it stays open. */
  readonly closeAfter?: number
  readonly count: number
  readonly expected: readonly (string | number)[]
}

const is = (code: number): WatchEvent<Pod> => errorEvent({ ...statuses.serverError, code, reason: '' })
const spread = [5, 6, 7, 11].map(at)

const scenarios: readonly Scenario[] = [
  {
    what: 'an error on opening',
    from: 1,
    opens: [new Error('test')],
    events: [at(2)],
    count: 2,
    expected: ['2'],
  },
  {
    what: '410 on opening',
    from: 1,
    opens: [api(statuses.expired)],
    events: [at(2)],
    count: 2,
    expected: ['2'],
  },
  { what: 'no stream at all', from: 1, opens: [undefined], events: [at(2)], count: 2, expected: ['2'] },
  { what: 'the first event', from: 1, events: [at(2)], count: 1, expected: ['2'] },
  { what: 'events from before', from: 1, events: [at(1), at(2)], count: 1, expected: ['2'] },
  { what: 'nothing new', from: 3, events: [at(2)], count: 1, expected: [] },
  {
    what: '410 in the stream, which is the end',
    from: 5,
    events: [at(5), at(6), errorEvent(statuses.gone), at(7), at(8)],
    count: 1,
    expected: ['6', 410],
  },
  {
    what: '403 on opening, which is the end',
    from: 5,
    opens: [api(statuses.forbidden)],
    count: 1,
    expected: [403],
  },
  {
    what: '401 on opening, which is the end',
    from: 5,
    opens: [api({ ...statuses.forbidden, code: 401, reason: 'Unauthorized' })],
    count: 1,
    expected: [401],
  },
  { what: 'a timeout (504)', from: 5, events: [at(6), is(504), at(7)], count: 2, expected: ['6', '7'] },
  {
    what: 'an internal error (500)',
    from: 5,
    events: [at(6), is(500), at(7)],
    count: 2,
    expected: ['6', '7'],
  },
  { what: 'an unknown code', from: 5, events: [at(6), is(666), at(7)], count: 2, expected: ['6', '7'] },
  {
    what: 'an ERROR that is no Status',
    from: 5,
    events: [at(6), foreign('ERROR', { kind: 'Unexpected' }), at(7)],
    count: 2,
    expected: ['6', '7'],
  },
  { what: 'a watch that closes', from: 5, events: [at(6)], closeAfter: 1, count: 2, expected: ['6'] },
  { what: 'two that close', from: 4, events: [at(5), at(6)], closeAfter: 1, count: 3, expected: ['5', '6'] },
  {
    what: 'versions that are apart',
    from: 4,
    events: [at(5), at(7)],
    closeAfter: 1,
    count: 3,
    expected: ['5', '7'],
  },
  {
    what: 'a much lower begin',
    from: 2,
    events: [at(5), at(7)],
    closeAfter: 1,
    count: 3,
    expected: ['5', '7'],
  },
  {
    what: 'four that close',
    from: 2,
    events: spread,
    closeAfter: 1,
    count: 5,
    expected: ['5', '6', '7', '11'],
  },
  {
    what: 'four that close, with events from before',
    from: 2,
    events: [at(1), at(2), ...spread],
    closeAfter: 1,
    count: 5,
    expected: ['5', '6', '7', '11'],
  },
  {
    what: 'two that close after two events',
    from: 1,
    events: [at(1), at(2), at(5), at(6), at(7), at(11)],
    closeAfter: 2,
    count: 3,
    expected: ['2', '5', '6', '7', '11'],
  },
]

/** A server of a scenario. An ERROR is sent once: to whom asks from before it. */
function serverOf({ opens = [], events = [], closeAfter = Infinity }: Scenario) {
  const asked: ListOptions[] = []
  const streams: ControlledStream[] = []
  const failed = new Set<WatchEvent<Pod>>()
  const watch = async (options: ListOptions): Promise<WatchStream<Pod>> => {
    const number = asked.push(options) - 1
    await Promise.resolve()
    if (number < opens.length) {
      const answer = opens[number]
      if (answer instanceof Error) throw answer
      return answer as WatchStream<Pod>
    }
    const stream = new ControlledStream()
    streams.push(stream)
    let sent = 0
    for (const event of events) {
      const isNew =
        event.type === 'ERROR'
          ? !failed.has(event)
          : Number(event.object.metadata?.resourceVersion) > Number(options.resourceVersion)
      if (!isNew || sent >= closeAfter) continue
      stream.send(event)
      sent++
      if (event.type === 'ERROR') failed.add(event)
    }
    if (sent >= closeAfter) stream.end()
    return stream
  }
  return { asked, streams, watch }
}

function read(
  server: ConstructorParameters<typeof RetryWatcher<Pod>>[0],
  from: string,
  clock = new TestClock(),
  options: RetryWatcherOptions = {},
) {
  const watcher = new RetryWatcher<Pod>(server, from, { clock, ...options })
  const events: WatchEvent<Pod>[] = []
  const reading = (async () => {
    for await (const batch of watcher) events.push(...batch)
  })()
  reading.catch(() => undefined)
  return { clock, watcher, events, reading }
}

describe('a retry watcher', () => {
  it.for(['', '0'])('TW-1 FEAT-J1 is refused the version "%s"', (version) => {
    const server = new ScriptedListerWatcher({})
    expect(() => new RetryWatcher(server, version)).toThrow(InitialResourceVersionError)
    const failures: unknown[] = []
    retryWatcher(server, version).subscribe({ error: (error) => failures.push(error) })
    expect(failures).toMatchObject([{ resourceVersion: version }])
    expect(server.requests).toEqual([])
  })

  it.for(scenarios)('TW-2 FEAT-J1 takes $what in $count openings', async (scenario) => {
    const server = serverOf(scenario)
    const { clock, watcher, events } = read(server, String(scenario.from))
    await clock.advance('4500ms')
    expect(short(events)).toEqual(scenario.expected)
    expect(server.asked).toHaveLength(scenario.count)
    expect(server.asked[0]).toEqual({ resourceVersion: String(scenario.from), allowWatchBookmarks: true })
    watcher.stop()
    await watcher.done
    expect([clock.pending, server.streams.filter(({ isOpen }) => isOpen)]).toEqual([0, []])
  })

  it('TW-2 keeps bookmarks back and goes on from them', async () => {
    const stream = new ControlledStream().send(at(6), bookmark('9')).end()
    const server = new ScriptedListerWatcher({ watches: [stream] })
    const { clock, watcher, events } = read(server, '5')
    await clock.advance('1s')
    expect(short(events)).toEqual(['6'])
    expect(server.asked('watch', 'resourceVersion')).toEqual(['5', '9'])
    watcher.stop()
  })

  it.for([
    ['an object without a version', modified('a@')],
    ['an event without an object', foreign('ADDED', null)],
    ['an event of an unknown type', foreign('PATCHED', pod('a@8'))],
    ['a bookmark without a version', foreign('BOOKMARK', {})],
  ] as const)('FEAT-J1 ends with %s: nothing after it is without a gap', async ([, event]) => {
    const stream = new ControlledStream().send(at(6), event, at(9))
    const server = new ScriptedListerWatcher({ watches: [stream] })
    const { clock, events, reading } = read(server, '5')
    await reading
    expect(short(events)).toEqual(['6', 500])
    await clock.advance('1m')
    expect([server.count('watch'), server.openStreams, clock.pending]).toEqual([1, 0, 0])
  })

  it('FEAT-J1 goes on without a gap after a frame that cannot be read and a connection that breaks', async () => {
    const broken = new ControlledStream().send(at(6)).fail(refused())
    const unreadable = new ControlledStream().send(at(7), errorEvent(statuses.undecodable))
    const server = new ScriptedListerWatcher({ watches: [broken, unreadable] })
    const errors: string[] = []
    const { clock, watcher, events } = read(server, '5', new TestClock(), {
      watchErrorHandler: ({ name }) => errors.push(name),
    })
    await clock.advance('5s')
    expect(short(events)).toEqual(['6', '7'])
    expect(server.asked('watch', 'resourceVersion')).toEqual(['5', '6', '7'])
    expect(errors).toEqual(['Error', 'ApiError'])
    watcher.stop()
  })

  it('opens at most once a second, later when the server asks for it, and at once after a longer watch', async () => {
    const long = new ControlledStream()
    const busy = api(statuses.tooManyRequests, 5)
    const server = new ScriptedListerWatcher({ watches: [new Error('no'), busy, long] })
    const clock = new TestClock()
    const openings: number[] = []
    server.onRequest = () => openings.push(clock.monotonic())
    const { watcher } = read(server, '5', clock)
    await clock.advance('10s')
    long.end()
    await clock.settle()
    expect(openings).toEqual([0, 1000, 6000, 10_000])
    watcher.stop()
    await watcher.done
    expect(clock.pending).toBe(0)
  })

  it('asks for nothing before it is read, and for no more while nobody reads', async () => {
    const server = new ScriptedListerWatcher({ watches: [new ControlledStream().send(at(6)).end()] })
    const clock = new TestClock()
    const watcher = new RetryWatcher<Pod>(server, '5', { clock })
    await clock.advance('1m')
    expect(server.requests).toEqual([])
    const batches = watcher[Symbol.asyncIterator]()
    expect(short((await batches.next()).value ?? [])).toEqual(['6'])
    await clock.advance('1m')
    expect([server.count('watch'), watcher.resourceVersion]).toEqual([1, '5'])
    void batches.next()
    await clock.settle()
    expect([server.count('watch'), watcher.resourceVersion]).toEqual([2, '6'])
    expect(() => watcher[Symbol.asyncIterator]()).toThrow(WatchReadTwiceError)
    watcher.stop()
  })

  it('TW-3 FEAT-J1 can be stopped twice with an event that nobody reads', async () => {
    const stream = new ControlledStream().send(at(6)).send(at(7))
    const server = new ScriptedListerWatcher({ watches: [stream] })
    const watcher = new RetryWatcher<Pod>(server, '5', { clock: new TestClock() })
    const batches = watcher[Symbol.asyncIterator]()
    await batches.next()
    watcher.stop()
    watcher.stop()
    await watcher.done
    expect(await batches.next()).toEqual({ done: true, value: undefined })
    expect(server.openStreams).toBe(0)
  })

  it.for(['opening', 'reading', 'pausing', 'never read'] as const)(
    'TW-3 FEAT-J1 ends at once when it is stopped while %s',
    async (phase) => {
      const answer = { opening: 'hang', reading: new ControlledStream(), pausing: new Error('no') } as const
      const watches = phase === 'never read' ? [] : [answer[phase]]
      const server = new ScriptedListerWatcher({ watches })
      const clock = new TestClock()
      const watcher = new RetryWatcher<Pod>(server, '5', { clock })
      const next = phase === 'never read' ? undefined : watcher[Symbol.asyncIterator]().next()
      await clock.settle()
      watcher.stop()
      await watcher.done
      expect((await next)?.done ?? true).toBe(true)
      expect([server.openStreams, server.underWay, clock.pending]).toEqual([0, 0, 0])
    },
  )

  it('TW-3 ends when its reader leaves, or is told by its signal and reads no more', async () => {
    const server = new ScriptedListerWatcher({
      watches: [new ControlledStream().send(at(6)), new ControlledStream().send(at(6))],
    })
    const left = new RetryWatcher<Pod>(server, '5', { clock: new TestClock() })
    for await (const batch of left) {
      expect(short(batch)).toEqual(['6'])
      break
    }
    await left.done
    const stop = new AbortController()
    const silent = new RetryWatcher<Pod>(server, '5', { clock: new TestClock(), signal: stop.signal })
    await silent[Symbol.asyncIterator]().next()
    expect(server.openStreams).toBe(1)
    stop.abort()
    await silent.done
    expect(server.openStreams).toBe(0)
  })

  it('rejects with the reason of its signal, also of one that is aborted already', async () => {
    const stop = new AbortController()
    const server = new ScriptedListerWatcher({})
    const first = read(server, '5', new TestClock(), { signal: stop.signal })
    await first.clock.settle()
    stop.abort(new Error('enough'))
    await expect(first.reading).rejects.toThrow('enough')
    await expect(read(server, '5', new TestClock(), { signal: stop.signal }).reading).rejects.toThrow(
      'enough',
    )
    expect([server.count('watch'), server.openStreams]).toEqual([1, 0])
  })

  it('FEAT-J1 is an Observable: each subscription watches for itself, and unsubscribing ends its request', async () => {
    const clock = new TestClock()
    const source = new FakeControllerSource<Pod>({ clock })
    source.add(pod('a'))
    const from = source.resourceVersion
    source.add(pod('b'))
    const names: (string | undefined)[][] = [[], []]
    const subscriptions = names.map((seen) =>
      retryWatcher(source, from, { clock }).subscribe((events) =>
        seen.push(...events.map(({ object }) => (object as Pod).metadata?.name)),
      ),
    )
    await clock.settle()
    source.closeStreams()
    source.add(pod('c'))
    await clock.advance('1s')
    expect(names).toEqual([
      ['b', 'c'],
      ['b', 'c'],
    ])
    for (const subscription of subscriptions) subscription.unsubscribe()
    await clock.settle()
    expect([source.streams, clock.pending]).toEqual([0, 0])
  })

  it('FEAT-J1 the Observable completes after the ERROR event that ends it', async () => {
    const clock = new TestClock()
    const source = new FakeControllerSource<Pod>({ clock })
    source.add(pod('a'))
    const told: unknown[] = []
    retryWatcher(source, '1', { clock }).subscribe({
      next: (events) => told.push(...events.map(({ type }) => type)),
      complete: () => told.push('completed'),
    })
    await clock.settle()
    source.sendError(statuses.expired)
    await clock.settle()
    expect(told.slice(-2)).toEqual(['ERROR', 'completed'])
    expect([source.streams, clock.pending]).toEqual([0, 0])
  })
})
