import { WatchInterruptedError } from '@rxkube/client'
import { VeryShortWatchError } from '@rxkube/reflector'
import { describe, expect, it } from 'vitest'
import { ControlledStream } from './support/controlled-stream.ts'
import { api, refused, statuses } from './support/failures.ts'
import { added, bookmark, deleted, errorEvent, foreign, modified, page, pod } from './support/objects.ts'
import { Running } from './support/running.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

type Watches = NonNullable<ConstructorParameters<typeof ScriptedListerWatcher>[0]['watches']>

/** Lists version 10, which holds a@5, then version 90; watches as told. */
function start(watches: Watches, options: ConstructorParameters<typeof Running>[1] = {}) {
  const relists = Array.from({ length: 50 }, () => page('90', 'a@5'))
  const server = new ScriptedListerWatcher({ lists: [page('10', 'a@5'), ...relists], watches })
  return { server, running: new Running(server, { useWatchList: false, ...options }) }
}

const stream = (...events: Parameters<ControlledStream['send']>) => new ControlledStream().send(...events)

describe('events of a watch', () => {
  it('REF-5 FEAT-B17 FAULT-B5 additions, changes and deletions pass in order; what does not belong is left out and reported', async () => {
    const table = {
      apiVersion: 'meta.k8s.io/v1',
      kind: 'Table',
      metadata: { name: 't', resourceVersion: '92' },
    }
    const service = { apiVersion: 'v1', kind: 'Service', metadata: { name: 's', resourceVersion: '91' } }
    const watch = stream(
      added('b@11'),
      foreign('ADDED', service),
      foreign('ADDED', table),
      foreign('SYNC', pod('x@93')),
      foreign('MODIFIED', { kind: 'Pod' }),
      foreign('MODIFIED', null),
      modified('b@55'),
      deleted('b@32'),
    )
    const { server, running } = start([watch], { expectedType: { apiVersion: 'v1', kind: 'Pod' } })
    await running.settle()
    expect(running.told.slice(3)).toEqual([
      '+b@11',
      ...Array.from({ length: 5 }, () => 'error SkippedError 0'),
      '~b@55',
      '-b@32',
    ])
    expect(running.reflector.status).toMatchObject({ skipped: 5, phase: 'watching' })
    expect(running.reflector.lastSyncResourceVersion).toBe('32')
    expect(server.count('list')).toBe(1)
  })

  it('REF-24 FEAT-B17 a Table is told by its group: a kind of that name in another group passes', async () => {
    const other = {
      apiVersion: 'furniture.example/v1',
      kind: 'Table',
      metadata: { name: 't', resourceVersion: '11' },
    }
    const table = { ...other, apiVersion: 'meta.k8s.io/v1' }
    const { running } = start([stream(foreign('ADDED', table), foreign('ADDED', other))])
    await running.settle()
    expect(running.told.slice(-2)).toEqual(['error SkippedError 0', '+t@11'])
  })

  it('REF-20 FEAT-B8 FAULT-B8 bookmarks are passed on, and the next watch begins at the last', async () => {
    const { server, running } = start([stream(added('b@11'), bookmark('40')).end()])
    await running.settle()
    expect(running.told.slice(3)).toEqual(['+b@11', '*40'])
    expect(server.requests.at(-1)?.[1]).toMatchObject({ resourceVersion: '40', allowWatchBookmarks: true })
  })

  it('FAULT-B8 a server that never sends a bookmark is watched on from the last event', async () => {
    const { server, running } = start([stream(added('b@11')).end()])
    await running.settle()
    expect(server.asked('watch', 'resourceVersion')).toEqual(['10', '11'])
  })

  it('REF-27 REF-32 FEAT-B9 FAULT-A15 synthetic events of a watch from "0" are no place to resume from, until another kind of event', async () => {
    const burst = stream(added('b@950362'), added('a@950361')).end()
    const again = stream(added('b@950362'), added('a@950361'), modified('a@950370'), added('c@950371'))
    const server = new ScriptedListerWatcher({ lists: [page('0')], watches: [burst, again] })
    const running = new Running(server, { useWatchList: false })
    await running.settle()
    expect(server.asked('watch', 'resourceVersion')).toEqual(['0', '0'])
    expect(running.reflector.lastSyncResourceVersion).toBe('950371')
  })

  it('FAULT-A14 what a server repeats from before the watch is counted, and moves nothing back', async () => {
    const { server, running } = start([stream(modified('a@4'), added('b@11'), modified('a@3')).end()])
    await running.settle()
    expect(running.reflector.status.replayed).toBe(2)
    expect(server.asked('watch', 'resourceVersion')).toEqual(['10', '11'])
  })

  it('FAULT-B10 an event that comes twice, also after a reconnect, passes twice and moves nothing back', async () => {
    const { server, running } = start([
      stream(added('b@11'), added('b@11')).fail(new WatchInterruptedError('/pods', {})),
      stream(added('b@11'), modified('b@12')),
    ])
    await running.settle()
    expect(running.told.slice(3)).toEqual(['+b@11', '+b@11', '+b@11', '~b@12'])
    expect(running.reflector.lastSyncResourceVersion).toBe('12')
    expect(server.count('list')).toBe(1)
  })

  it.each([
    [
      'FAULT-B9 an event from before a bookmark of its stream',
      stream(bookmark('20'), modified('a@15'), added('c@21')),
    ],
    ['FAULT-A16 a bookmark from before the last version', stream(bookmark('9'))],
    ['FAULT-A16 a bookmark from before the last bookmark', stream(bookmark('20'), bookmark('19'))],
  ])('%s is counted, and the newest state read', async (_what, watch) => {
    const { server, running } = start([watch])
    await running.clock.advance('1s')
    expect(running.reflector.status.violations).toBe(1)
    expect(running.errors[0]?.name).toBe('BookmarkViolationError')
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', ''])
    expect(running.told).not.toContain('+c@21')
  })
})

describe('the end of a watch', () => {
  it('REF-4 FEAT-B11 FAULT-B7 INV-I14 a normal end is followed by the next watch at once, without a list', async () => {
    const ends = [stream(added('b@11')), stream(added('c@12')), stream(added('d@13'))]
    const { server, running } = start(ends.map((each) => each.end()))
    await running.settle()
    expect(server.count('list')).toBe(1)
    expect(server.asked('watch', 'resourceVersion')).toEqual(['10', '11', '12', '13'])
    expect(running.clock.monotonic()).toBe(0)
    expect(ends.map(({ stops, iterations }) => [stops, iterations])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ])
    expect(running.errors).toEqual([])
  })

  it('FEAT-B11 FAULT-B7 the timeout of the server, after minutes of silence, is a normal end', async () => {
    const watch = new ControlledStream()
    const { server, running } = start([watch])
    await running.clock.advance('5m')
    watch.end()
    await running.settle()
    expect(server.requests.slice(1)).toHaveLength(2)
    expect(running.handled).toEqual([])
  })

  it('FAULT-C5 a connection that breaks is a normal end: resumed at the last event, no list', async () => {
    const { server, running } = start([stream(added('b@11')).fail(new WatchInterruptedError('/pods', {}))])
    await running.settle()
    expect(server.asked('watch', 'resourceVersion')).toEqual(['10', '11'])
    expect(server.count('list')).toBe(1)
  })

  it('FEAT-A6 a peer that is found dead is watched again from the last version, without a list', async () => {
    const watch = stream(added('b@11'))
    const { server, running } = start([watch])
    await running.clock.advance('305s')
    watch.fail(new WatchInterruptedError('/pods', { silence: 305_000 }))
    await running.settle()
    expect(server.asked('watch', 'resourceVersion')).toEqual(['10', '11'])
    expect(server.count('list')).toBe(1)
  })

  it('FEAT-A7 a quiet watch lives: in two minutes of silence nothing is asked and nobody is told', async () => {
    const { server, running } = start([new ControlledStream()])
    await running.clock.advance('2m')
    expect(server.requests).toHaveLength(2)
    expect(running.handled).toEqual([])
    expect(running.errors).toEqual([])
  })

  it('REF-4 FEAT-B12 FAULT-B6 an end within a second, without events, is a very short watch: a step, then a list', async () => {
    const { server, running } = start([new ControlledStream().end()])
    await running.settle()
    expect(running.errors).toEqual([expect.any(VeryShortWatchError)])
    expect(running.handled).toEqual([])
    expect(server.requests).toHaveLength(2)
    await running.clock.advance(800)
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', '10'])
    expect(running.reflector.status.shortWatches).toBe(1)
  })

  it('FAULT-B6 fifty watches that end at once are no hot loop', async () => {
    const { server, running } = start(Array.from({ length: 50 }, () => new ControlledStream().end()))
    await running.clock.advance('1m')
    expect(server.requests.length).toBeLessThanOrEqual(14)
    const before = server.requests.length
    await running.clock.advance('30s')
    expect(server.requests.length - before).toBeLessThanOrEqual(2)
  })

  it('FAULT-B6 INV-I15 neither are watches that end after one event each', async () => {
    const { server, running } = start(
      Array.from({ length: 50 }, (_, at) => stream(added(`p@${at + 11}`)).end()),
    )
    await running.clock.advance('1m')
    expect(server.requests.length).toBeLessThanOrEqual(12)
    expect(server.count('list')).toBe(1)
  })
})

describe('watches that live shortly', () => {
  it('are forgiven once one lived longer', async () => {
    const short = (at: number) => stream(added(`p@${at}`)).end()
    const long = stream(added('p@14'))
    const { server, running } = start([
      short(11),
      short(12),
      short(13),
      long,
      short(15),
      short(16),
      short(17),
    ])
    await running.clock.advance('1s')
    long.end()
    await running.settle()
    expect(server.count('watch')).toBe(8)
    expect(running.errors).toEqual([])
  })
})

describe('errors of a watch', () => {
  it.each([
    ['Expired', statuses.expired],
    ['Gone', statuses.gone],
    ['any other, such as a corrupt object (REF-22 FEAT-B21)', statuses.storageReadError],
    ['an internal error, with no window for it', statuses.internalError],
  ])(
    'REF-1 FEAT-B14 FAULT-A4 FAULT-B4 %s in the stream: the stream is released, a step, a list; the handler is not told',
    async (_what, status) => {
      const watch = stream(added('b@11'), errorEvent(status), added('never@12'))
      const { server, running } = start([watch])
      await running.settle()
      expect(watch.stops).toBe(1)
      expect(running.told.slice(3)).toEqual(['+b@11', 'error WatchFailedError 800'])
      await running.clock.advance(800)
      expect(server.asked('list', 'resourceVersion')).toEqual(['0', '11'])
      expect(running.handled).toEqual([])
    },
  )

  it('FEAT-B14 FAULT-A4 the same as the answer to a watch: a step, a list, and the handler is told once', async () => {
    const { server, running } = start([api(statuses.expired)])
    await running.clock.advance(800)
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', '10'])
    expect(running.handled).toHaveLength(1)
  })

  it('REF-22 FEAT-B21 the list after a corrupt object removes it and keeps the others', async () => {
    const server = new ScriptedListerWatcher({
      lists: [page('10', 'a@5', 'corrupt@6', 'c@7'), page('12', 'a@5', 'c@7')],
      watches: [stream(errorEvent(statuses.storageReadError))],
    })
    const running = new Running(server, { useWatchList: false })
    await running.clock.advance('1s')
    expect(running.told.slice(-3)).toEqual(['init relist', '[a@5 c@7]', 'done 12'])
  })

  it('REF-8 FEAT-B13 FAULT-C8 five times 429 on opening: one list, a step each, the sixth watch is open', async () => {
    const { server, running } = start(Array.from({ length: 5 }, () => api(statuses.tooManyRequests)))
    await running.clock.advance(800 + 1600 + 3200 + 6400)
    expect([server.count('list'), server.count('watch')]).toEqual([1, 5])
    await running.clock.advance(12_800)
    expect([server.count('list'), server.count('watch')]).toEqual([1, 6])
    expect(running.handled).toEqual([])
  })

  it('REF-8 FEAT-B13 FAULT-B4 429 in the stream costs one step, and no list', async () => {
    const { server, running } = start([stream(added('b@11'), errorEvent(statuses.tooManyRequests))])
    await running.clock.advance(799)
    expect(server.count('watch')).toBe(1)
    await running.clock.advance(1)
    expect(server.asked('watch', 'resourceVersion')).toEqual(['10', '11'])
    expect(server.count('list')).toBe(1)
  })

  it('FAULT-C8 waits at least as long as Retry-After says', async () => {
    const { server, running } = start([api(statuses.tooManyRequests, 3), api(statuses.tooManyRequests, 3)])
    await running.clock.advance(2999)
    expect(server.count('watch')).toBe(1)
    await running.clock.advance(1)
    expect(server.count('watch')).toBe(2)
    expect(running.told.at(-1)).toBe('error WatchFailedError 3000')
    expect(server.count('list')).toBe(1)
  })

  it('FEAT-B13 FAULT-C6 while nothing listens the watch is tried for ever, at most every minute, and never a list', async () => {
    const { server, running } = start(Array.from({ length: 1000 }, refused), {
      random: { next: () => 0.999 },
    })
    await running.clock.advance('1h')
    expect(server.count('list')).toBe(1)
    const attempts = server.count('watch')
    expect(attempts).toBeGreaterThan(60)
    await running.clock.advance('1m')
    expect(server.count('watch')).toBeGreaterThan(attempts)
  })

  it('FEAT-A5 FAULT-B3 an undecodable frame: nothing after it counts, the version stays, a list follows', async () => {
    const { server, running } = start([stream(added('b@11'), errorEvent(statuses.undecodable))], {
      maxInternalErrorRetryDuration: '1m',
    })
    await running.clock.advance(800)
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', '11'])
    expect(server.count('watch')).toBe(2)
  })

  it('FAULT-B3 a stream that cannot be read on is not a normal end', async () => {
    const { server, running } = start([stream(added('b@11')).fail(new Error('frame of 64 MiB'))])
    await running.clock.advance(800)
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', '11'])
    expect(running.errors[0]).toMatchObject({
      name: 'WatchFailedError',
      cause: { message: 'frame of 64 MiB' },
    })
  })
})
