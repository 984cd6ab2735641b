import { TestClock } from '@rxkube/clock'
import type { ListerWatcher, WatchEvent } from '@rxkube/client'
import { statuses } from '@rxkube/client/testing'
import { ConsistencyError, WatchReadTwiceError } from '@rxkube/reflector'
import { InformerWatcher, informerWatcher, type InformerWatcherOptions } from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import type { Thing } from './support/deltas.ts'
import { fresh, sourceOf } from './support/source.ts'

const word = ({ type, object }: WatchEvent<Thing>): string =>
  `${type} ${(object as Thing).metadata.name}${(object as Thing).node ?? ''}`

function start(names: readonly string[], options: InformerWatcherOptions<Thing> = {}) {
  const { clock, source } = sourceOf(...names)
  const watch = new InformerWatcher<Thing>(source, { clock, ...options })
  return { clock, source, watch }
}

/** Reads on until the watch ends. */
function read(watch: InformerWatcher<Thing>) {
  const told: string[] = []
  const reading = (async () => {
    for await (const batch of watch) told.push(...batch.map(word))
  })()
  reading.catch(() => undefined)
  return { told, reading }
}

describe('an informer as a watch', () => {
  it.for([true, false])(
    'TW-6 FEAT-J3 tells of additions, changes and deletions (WatchList: %s)',
    async (useWatchList) => {
      const { clock, source, watch } = start(['a'], { reflector: { useWatchList } })
      const { told, reading } = read(watch)
      await clock.settle()
      expect([watch.hasSynced(), watch.store.size]).toEqual([true, 1])
      source.add(fresh('b'))
      source.modify(fresh('b', '1'))
      source.delete(fresh('a'))
      await clock.settle()
      expect(told).toEqual(['ADDED a', 'ADDED b', 'MODIFIED b1', 'DELETED a'])
      watch.stop()
      await reading
      await watch.done
      expect([source.streams, clock.pending]).toEqual([0, 0])
    },
  )

  it('TW-6 FEAT-J3 tells of a deletion that was missed with the last state that was known', async () => {
    const { clock, source, watch } = start(['a', 'b'])
    const { told } = read(watch)
    await clock.settle()
    source.modify(fresh('a', '1'))
    await clock.settle()
    source.modifyDropWatch(fresh('a', '2'))
    source.deleteDropWatch(fresh('a'))
    source.sendError(statuses.expired())
    await clock.advance('2s')
    expect(told).toEqual(['ADDED a', 'ADDED b', 'MODIFIED a1', 'DELETED a1', 'MODIFIED b'])
    watch.stop()
  })

  it('TW-6 FEAT-J3 keeps 1000 events in order while nobody reads', async () => {
    const { clock, source, watch } = start([], { highWaterMark: 10 })
    await clock.settle()
    const expected: string[] = []
    for (let at = 0; at < 1000; at++) {
      source.add(fresh(`o${at}`))
      expected.push(`ADDED o${at}`)
    }
    await clock.settle()
    const { told } = read(watch)
    await clock.settle()
    expect(told).toEqual(expected)
    watch.stop()
  })

  it('holds the informer back when nobody reads, once it has synced', async () => {
    const names = Array.from({ length: 30 }, (_, at) => `o${at}`)
    const { clock, source, watch } = start(names, { highWaterMark: 10 })
    await clock.settle()
    expect([watch.hasSynced(), watch.store.size]).toEqual([true, 30])
    const { told } = read(watch)
    await clock.settle()
    const held = start([], { highWaterMark: 10 })
    await held.clock.settle()
    for (const name of names) {
      held.source.add(fresh(name))
      // oxlint-disable-next-line no-await-in-loop -- each comes alone
      await held.clock.settle()
    }
    expect([told.length, held.watch.store.size]).toEqual([30, 10])
    source.add(fresh('last'))
    await clock.settle()
    expect(told).toHaveLength(31)
    watch.stop()
    held.watch.stop()
  })

  it('TW-6 FEAT-J3 ends at once while it waits to be read, and while its reader waits', async () => {
    const held = start([], { highWaterMark: 1 })
    await held.clock.settle()
    held.source.add(fresh('a'))
    held.source.add(fresh('b'))
    await held.clock.settle()
    held.watch.stop()
    held.watch.stop()
    await held.watch.done
    expect([held.source.streams, held.clock.pending]).toEqual([0, 0])
    const { told, reading } = read(held.watch)
    await reading
    expect(told).toEqual([])

    const waiting = start([])
    const second = read(waiting.watch)
    await waiting.clock.settle()
    waiting.watch.stop()
    await Promise.all([second.reading, waiting.watch.done])
    expect([waiting.source.streams, waiting.clock.pending]).toEqual([0, 0])
  })

  it('ends when its reader leaves, and is read once', async () => {
    const { clock, source, watch } = start(['a'])
    for await (const batch of watch) {
      expect(batch.map(word)).toEqual(['ADDED a'])
      break
    }
    await watch.done
    expect([source.streams, clock.pending]).toEqual([0, 0])
    expect(() => watch[Symbol.asyncIterator]()).toThrow(WatchReadTwiceError)
  })

  it('rejects with the reason of its signal, also of one that is aborted already', async () => {
    const stop = new AbortController()
    const { clock, source, watch } = start(['a'], { signal: stop.signal })
    const { reading } = read(watch)
    await clock.settle()
    stop.abort(new Error('enough'))
    await expect(reading).rejects.toThrow('enough')
    await watch.done
    expect([source.streams, clock.pending]).toEqual([0, 0])
    const late = start(['a'], { signal: stop.signal })
    await expect(read(late.watch).reading).rejects.toThrow('enough')
    expect(late.source.requests).toEqual([])
  })

  it('tells its reader what ended the informer', async () => {
    const { clock, source } = sourceOf('a')
    const liar: ListerWatcher<Thing> = {
      description: 'things',
      watch: (options, call) => source.watch(options, call),
      async *list({ resourceVersion = '' }) {
        await clock.yield()
        yield { type: 'end', metadata: { resourceVersion } }
      },
    }
    const watch = new InformerWatcher<Thing>(liar, { clock, reflector: { consistencyCheck: true } })
    const { reading } = read(watch)
    await clock.settle()
    await expect(reading).rejects.toThrow(ConsistencyError)
    await expect(watch.done).rejects.toThrow(ConsistencyError)
    expect([source.streams, clock.pending]).toEqual([0, 0])
  })

  it('FEAT-J3 is an Observable: each subscription is an informer, and unsubscribing stops it', async () => {
    const clock = new TestClock()
    const { source } = sourceOf('a')
    const told: string[] = []
    const watch$ = informerWatcher(source, { clock })
    expect(source.requests).toEqual([])
    const subscription = watch$.subscribe((events) => told.push(...events.map(word)))
    await clock.settle()
    source.add(fresh('b'))
    await clock.settle()
    expect(told).toEqual(['ADDED a', 'ADDED b'])
    subscription.unsubscribe()
    await clock.settle()
    expect([source.streams, clock.pending]).toEqual([0, 0])
  })
})
