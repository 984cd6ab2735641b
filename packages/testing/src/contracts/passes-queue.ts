import assert from 'node:assert/strict'
import { systemClock } from '@rxkube/clock'
import { contractObject as thing, labelOf } from './contract-object.ts'
import { ContractCache, type ContractDelta, type ContractQueue } from './contract-queue.ts'
import type { TestRegistrar } from './test-registrar.ts'

const nothing = (): void => undefined

/** Deltas that may wait before a producer is held back. */
const highWaterMark = 2000

/**
 * Registers what every queue between a reflector and its drain loop owes, for upstream's contract of `cache.Queue`.
 * `make` gives an empty queue that may read `cache`.
 */
export function passesQueue(
  test: TestRegistrar,
  name: string,
  make: (cache: ContractCache) => ContractQueue,
): void {
  const it = (what: string, body: (queue: ContractQueue, cache: ContractCache) => Promise<void>): void => {
    test(`${name}: ${what}`, () => {
      const cache = new ContractCache()
      return body(make(cache), cache)
    })
  }

  it('Q-1 FEAT-D11 wakes every blocked pop when it is closed', async (queue) => {
    const pops = [queue.pop(nothing), queue.pop(nothing), queue.popBatch(nothing, nothing)]
    queue.close()
    for (const popped of pops) await assert.rejects(popped, { name: 'QueueClosedError' })
  })

  it('FEAT-D11 drains what is left after closing, also what producers append then', async (queue) => {
    queue.add(thing('a', 1))
    queue.close()
    queue.add(thing('b', 2))
    assert.deepEqual(await popAll(queue), ['Added a1', 'Added b2'])
    await assert.rejects(queue.pop(nothing), { name: 'QueueClosedError' })
  })

  it('rejects a pop that waits with the reason of its signal, and pops the next object for others', async (queue) => {
    const stop = new AbortController()
    const popped = queue.pop(nothing, { signal: stop.signal })
    const reason = new Error('enough')
    const isReason = (error: unknown): boolean => error === reason
    stop.abort(reason)
    await assert.rejects(popped, isReason)
    await assert.rejects(queue.pop(nothing, { signal: stop.signal }), isReason)
    queue.add(thing('a', 1))
    assert.deepEqual(await popAll(queue), ['Added a1'])
  })

  it('rejects a pop with what processing threw, and does not queue the delta again', async (queue) => {
    queue.add(thing('a', 1))
    const failure = new Error('store is broken')
    await assert.rejects(
      queue.pop(() => Promise.reject(failure)),
      (error) => error === failure,
    )
    assert.equal(queue.size, 0)
  })

  it('works off one pop at a time', async (queue) => {
    queue.add(thing('a', 1))
    queue.add(thing('b', 2))
    const gate = Promise.withResolvers<void>()
    const first = queue.pop(() => gate.promise)
    const second = queue.pop(nothing)
    assert.equal(await isPending(second), true)
    gate.resolve()
    await Promise.all([first, second])
    assert.equal(queue.size, 0)
  })

  it('FAULT-F15 is not re-entered by a process that queues more: that comes after it, in its order', async (queue) => {
    queue.add(thing('a', 1))
    queue.add(thing('b', 2))
    const log: string[] = []
    while (queue.size > 0) {
      await queue.pop((deltas) => {
        log.push(`begin ${deltas.map(wordOf).join()}`)
        if (log.length === 1) {
          queue.add(thing('c', 3))
          queue.resync()
        }
        log.push('end')
      })
    }
    const said = log.filter((line) => !line.endsWith('SyncAll'))
    assert.deepEqual(said.slice(0, 6), [
      'begin Added a1',
      'end',
      'begin Added b2',
      'end',
      'begin Added c3',
      'end',
    ])
  })

  it('FEAT-D6 has synced at the first change that comes before any replace', async (queue) => {
    assert.equal(queue.hasSynced(), false)
    queue.add(thing('a', 1))
    assert.equal(queue.hasSynced(), true)
    queue.replace([thing('a', 1), thing('b', 1)], '1')
    assert.equal(queue.hasSynced(), true)
    await queue.synced
  })

  it('FEAT-D6 has not synced while the last initial delta is in process', async (queue, cache) => {
    queue.replace([thing('a', 1), thing('b', 2)], '2')
    const during: boolean[] = []
    while (queue.size > 0) {
      await queue.pop(async (deltas) => {
        await Promise.resolve()
        cache.apply(deltas)
        during.push(queue.hasSynced())
      })
    }
    assert.equal(during.includes(true), false)
    assert.equal(queue.hasSynced(), true)
    await queue.synced
  })

  it('FEAT-D6 syncs also when the processing of the initial list failed', async (queue) => {
    queue.replace(new Map([['default/a', thing('a', 1)]]), '1')
    await assert.rejects(queue.pop(() => Promise.reject(new Error('no'))))
    assert.equal(queue.hasSynced(), true)
  })

  it('FEAT-D12 flags the initial list as such, and nothing after it', async (queue, cache) => {
    queue.replace([thing('a', 1), thing('b', 2)], '2')
    queue.add(thing('c', 3))
    const flags: boolean[] = []
    while (queue.size > 0) {
      await queue.pop((deltas, isInInitialList) => {
        cache.apply(deltas)
        flags.push(isInInitialList)
      })
    }
    assert.equal(flags.at(-1), false)
    assert.equal(flags.slice(0, -1).includes(false), false)
    queue.replace([thing('a', 1), thing('d', 4)], '4')
    await queue.pop((_, isInInitialList) => assert.equal(isInInitialList, false))
  })

  it('FEAT-D5 holds producers back at 2000 deltas and lets them go on below', async (queue, cache) => {
    for (let version = 1; version < highWaterMark; version++) queue.add(thing(`a${version}`, version))
    assert.equal(queue.ready(), undefined)
    queue.add(thing('last', highWaterMark))
    const ready = queue.ready()
    assert.ok(ready)
    assert.equal(await isPending(ready), true)
    await queue.pop((deltas) => cache.apply(deltas))
    await ready
    assert.equal(queue.ready(), undefined)
  })

  it('lets producers go on when it is closed', async (queue) => {
    for (let version = 1; version <= highWaterMark; version++) queue.add(thing(`a${version}`, version))
    const ready = queue.ready()
    queue.close()
    await ready
    assert.equal(queue.ready(), undefined)
  })

  it('FEAT-D3 deletes at a relist what is gone, with its last known state', async (queue, cache) => {
    queue.replace([thing('a', 1), thing('b', 2)], '2')
    await drain(queue, cache)
    queue.replace([thing('b', 2)], '5')
    await drain(queue, cache)
    assert.deepEqual(cache.labels, ['b2'])
  })

  it('FEAT-D8 INV-I17 FAULT-F10 does not resurrect what a pending deletion takes away', async (queue, cache) => {
    queue.replace([thing('a', 1), thing('b', 1)], '1')
    await drain(queue, cache)
    queue.delete(thing('a', 2))
    queue.update(thing('b', 3))
    queue.resync()
    await drain(queue, cache)
    assert.deepEqual(cache.labels, ['b3'])
  })

  it('FAULT-A8 lets a deletion win that comes before the initial list was worked off', async (queue, cache) => {
    queue.replace([thing('a', 5), thing('b', 5)], '10')
    queue.delete(thing('a', 11))
    await drain(queue, cache)
    assert.deepEqual(cache.labels, ['b5'])
  })

  it('FAULT-A7 loses neither a pending deletion nor the object that a relist brings in its place', async (queue, cache) => {
    queue.replace([thing('a', 1)], '1')
    await drain(queue, cache)
    queue.delete(thing('a', 11))
    queue.replace([thing('a', 15)], '20')
    const types: string[] = []
    while (queue.size > 0) {
      await queue.pop((deltas) => {
        cache.apply(deltas)
        for (const { type } of deltas) types.push(type)
      })
    }
    assert.equal(types[0], 'Deleted')
    assert.equal(types.length, 2)
    assert.deepEqual(cache.labels, ['a15'])
  })

  it('tells its size, and keeps nothing that was popped', async (queue, cache) => {
    const before = queue.size
    queue.add(thing('a', 1))
    queue.update(thing('a', 2))
    assert.equal(queue.size - before, 2)
    await drain(queue, cache)
    assert.equal(queue.size, 0)
  })
}

async function drain(queue: ContractQueue, cache: ContractCache): Promise<void> {
  while (queue.size > 0) await queue.pop((deltas) => cache.apply(deltas))
}

async function popAll(queue: ContractQueue): Promise<string[]> {
  const popped: string[] = []
  while (queue.size > 0) await queue.pop((deltas) => void popped.push(...deltas.map(wordOf)))
  return popped
}

function wordOf(delta: ContractDelta): string {
  return 'object' in delta && 'metadata' in delta.object
    ? `${delta.type} ${labelOf(delta.object)}`
    : delta.type
}

async function isPending(promise: Promise<unknown>): Promise<boolean> {
  let pending = true
  const settled = (): void => void (pending = false)
  promise.then(settled, settled)
  // A whole turn, so that promise chains of any length have ended.
  await systemClock.yield()
  return pending
}
