import { QueueClosedError, type Queue } from '@rxkube/delta-fifo'
import { describe, expect, it } from 'vitest'
import { Cache, popAll, stateOf, thing, words, type Thing } from './things.ts'

const nothing = (): void => undefined

/** What every queue between a reflector and its drain loop owes; `make` gives one that may read `cache`. */
export function passesQueue(name: string, make: (cache: Cache) => Queue<Thing>): void {
  const start = (): { cache: Cache; queue: Queue<Thing> } => {
    const cache = new Cache()
    return { cache, queue: make(cache) }
  }
  const drain = async (queue: Queue<Thing>, cache: Cache): Promise<void> => {
    while (queue.size > 0) await queue.pop((deltas) => cache.apply(deltas))
  }

  describe(`${name} is a queue`, () => {
    it('Q-1 FEAT-D11 wakes every blocked pop when it is closed', async () => {
      const { queue } = start()
      const pops = [queue.pop(nothing), queue.pop(nothing), queue.popBatch(nothing, nothing)]
      queue.close()
      for (const popped of pops) await expect(popped).rejects.toThrow(QueueClosedError)
    })

    it('FEAT-D11 drains what is left after closing, also what producers append then', async () => {
      const { queue } = start()
      queue.add(thing('a', 1))
      queue.close()
      queue.add(thing('b', 2))
      expect((await popAll(queue)).flat()).toEqual(['Added a1', 'Added b2'])
      await expect(queue.pop(nothing)).rejects.toThrow(QueueClosedError)
    })

    it('rejects a pop that waits with the reason of its signal, and pops the next thing for others', async () => {
      const { queue } = start()
      const stop = new AbortController()
      const popped = queue.pop(nothing, { signal: stop.signal })
      const reason = new Error('enough')
      stop.abort(reason)
      await expect(popped).rejects.toBe(reason)
      await expect(queue.pop(nothing, { signal: stop.signal })).rejects.toBe(reason)
      queue.add(thing('a', 1))
      expect(await popAll(queue)).toEqual([['Added a1']])
    })

    it('rejects a pop with what processing threw, and does not queue the delta again', async () => {
      const { queue } = start()
      queue.add(thing('a', 1))
      const failure = new Error('store is broken')
      await expect(queue.pop(() => Promise.reject(failure))).rejects.toBe(failure)
      expect(queue.size).toBe(0)
    })

    it('works off one pop at a time', async () => {
      const { queue } = start()
      queue.add(thing('a', 1))
      queue.add(thing('b', 2))
      const gate = Promise.withResolvers<void>()
      const first = queue.pop(() => gate.promise)
      const second = queue.pop(nothing)
      expect(await stateOf(second)).toBe('pending')
      gate.resolve()
      await Promise.all([first, second])
      expect(queue.size).toBe(0)
    })

    it('FAULT-F15 is not re-entered by a process that queues more: that comes after it, in its order', async () => {
      const { queue } = start()
      queue.add(thing('a', 1))
      queue.add(thing('b', 2))
      const log: string[] = []
      while (queue.size > 0) {
        await queue.pop((deltas) => {
          log.push(`begin ${words(deltas).join()}`)
          if (log.length === 1) {
            queue.add(thing('c', 3))
            queue.resync()
          }
          log.push('end')
        })
      }
      const said = log.filter((line) => !line.endsWith('SyncAll'))
      expect(said.slice(0, 6)).toEqual([
        'begin Added a1',
        'end',
        'begin Added b2',
        'end',
        'begin Added c3',
        'end',
      ])
    })

    it('FEAT-D6 has synced at the first change that comes before any replace', async () => {
      const { queue } = start()
      expect(queue.hasSynced()).toBe(false)
      queue.add(thing('a', 1))
      expect(queue.hasSynced()).toBe(true)
      queue.replace([thing('a', 1), thing('b', 1)], '1')
      expect(queue.hasSynced()).toBe(true)
      await queue.synced
    })

    it('FEAT-D6 has not synced while the last initial delta is in process', async () => {
      const { queue, cache } = start()
      queue.replace([thing('a', 1), thing('b', 2)], '2')
      const during: boolean[] = []
      while (queue.size > 0) {
        await queue.pop(async (deltas) => {
          await Promise.resolve()
          cache.apply(deltas)
          during.push(queue.hasSynced())
        })
      }
      expect(during.every((synced) => !synced)).toBe(true)
      expect(queue.hasSynced()).toBe(true)
      await queue.synced
    })

    it('FEAT-D6 syncs also when the processing of the initial list failed', async () => {
      const { queue } = start()
      queue.replace(new Map([['a', thing('a', 1)]]), '1')
      await expect(queue.pop(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
      expect(queue.hasSynced()).toBe(true)
    })

    it('FEAT-D12 flags the initial list as such, and nothing after it', async () => {
      const { queue, cache } = start()
      queue.replace([thing('a', 1), thing('b', 2)], '2')
      queue.add(thing('c', 3))
      const flags: boolean[] = []
      while (queue.size > 0) {
        await queue.pop((deltas, isInInitialList) => {
          cache.apply(deltas)
          flags.push(isInInitialList)
        })
      }
      expect(flags.at(-1)).toBe(false)
      expect(flags.slice(0, -1)).toEqual(flags.slice(0, -1).map(() => true))
      queue.replace([thing('a', 1), thing('d', 4)], '4')
      await queue.pop((_, isInInitialList) => expect(isInInitialList).toBe(false))
    })

    it('FEAT-D5 holds producers back at 2000 deltas and lets them go on below', async () => {
      const { queue, cache } = start()
      for (let version = 1; version < 2000; version++) queue.add(thing(`a${version}`, version))
      expect(queue.ready()).toBeUndefined()
      queue.add(thing('last', 2000))
      const ready = queue.ready()
      expect(ready).toBeDefined()
      expect(await stateOf(ready as Promise<void>)).toBe('pending')
      await queue.pop((deltas) => cache.apply(deltas))
      await ready
      expect(queue.ready()).toBeUndefined()
    })

    it('lets producers go on when it is closed', async () => {
      const { queue } = start()
      for (let version = 1; version <= 2000; version++) queue.add(thing(`a${version}`, version))
      const ready = queue.ready()
      queue.close()
      await ready
      expect(queue.ready()).toBeUndefined()
    })

    it('FEAT-D3 deletes at a relist what is gone, with its last known state', async () => {
      const { queue, cache } = start()
      queue.replace([thing('a', 1), thing('b', 2)], '2')
      await drain(queue, cache)
      queue.replace([thing('b', 2)], '5')
      await drain(queue, cache)
      expect(cache.versions()).toEqual({ b: '2' })
    })

    it('FEAT-D8 INV-I17 FAULT-F10 does not resurrect what a pending deletion takes away', async () => {
      const { queue, cache } = start()
      queue.replace([thing('a', 1), thing('b', 1)], '1')
      await drain(queue, cache)
      queue.delete(thing('a', 2))
      queue.update(thing('b', 3))
      queue.resync()
      await drain(queue, cache)
      expect(cache.versions()).toEqual({ b: '3' })
    })

    it('FAULT-A8 lets a deletion win that comes before the initial list was worked off', async () => {
      const { queue, cache } = start()
      queue.replace([thing('a', 5), thing('b', 5)], '10')
      queue.delete(thing('a', 11))
      await drain(queue, cache)
      expect(cache.versions()).toEqual({ b: '5' })
    })

    it('FAULT-A7 loses neither a pending deletion nor the object that a relist brings in its place', async () => {
      const { queue, cache } = start()
      queue.replace([thing('a', 1)], '1')
      await drain(queue, cache)
      queue.delete(thing('a', 11))
      queue.replace([thing('a', 15)], '20')
      const types: string[] = []
      while (queue.size > 0)
        await queue.pop((deltas) => {
          cache.apply(deltas)
          for (const { type } of deltas) types.push(type)
        })
      expect(types[0]).toBe('Deleted')
      expect(types).toHaveLength(2)
      expect(cache.versions()).toEqual({ a: '15' })
    })

    it('tells its size and how long processing took, and keeps nothing that was popped', async () => {
      const { queue, cache } = start()
      const before = queue.size
      queue.add(thing('a', 1))
      queue.update(thing('a', 2))
      expect(queue.size - before).toBe(2)
      await drain(queue, cache)
      expect(queue.size).toBe(0)
    })
  })
}
