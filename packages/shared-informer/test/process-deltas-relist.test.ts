import { systemClock } from '@rxkube/clock'
import { DeltaFIFO, RealFIFO, type Queue } from '@rxkube/delta-fifo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Notification } from '@rxkube/shared-informer'
import { processDeltas, type Distributor } from '../src/process-deltas.ts'
import { thing, word, World, type Thing } from './support/deltas.ts'

const listOf = (...things: Thing[]): Map<string, Thing> =>
  new Map(things.map((one) => [one.metadata.name, one]))
const many = (count: number, version: number, from = 0): Thing[] =>
  Array.from({ length: count }, (_, index) => thing(`a${index + from}`, version))

async function relist(
  world: World,
  things: readonly Thing[],
  resourceVersion: number,
  initial = false,
): Promise<void> {
  const objects = listOf(...things)
  await processDeltas(
    [{ type: 'ReplacedAll', resourceVersion: String(resourceVersion), objects }],
    initial,
    world,
  )
}

describe('a relist', () => {
  it('CTL-6 FEAT-D3 INV-I4 tells of deletions first, then of what the list has, in its order', async () => {
    const world = new World()
    await relist(world, [thing('a', 1), thing('b', 1), thing('c', 1)], 1, true)
    expect(world.take()).toEqual(['+a1 initial', '+b1 initial', '+c1 initial'])
    await relist(world, [thing('d', 5), thing('b', 1), thing('c', 4)], 5)
    expect(world.take()).toEqual(['-a1 unknown', '+d5', '~b1>1 sync', '~c1>4'])
    expect(world.content).toEqual(['b1', 'c4', 'd5'])
  })

  it('CTL-6 INV-I8 has the whole new world in the cache when the first deletion is told', async () => {
    const world = new World()
    await relist(world, [thing('a', 1), thing('b', 1)], 1)
    const seen: unknown[] = []
    world.seen = ({ type }) => {
      seen.push([type, world.content, world.indexer.lastStoreSyncResourceVersion()])
    }
    await relist(world, [thing('b', 2), thing('c', 2)], 3)
    const after = [['b2', 'c2'], '3']
    expect(seen).toEqual([
      ['deleted', ...after],
      ['updated', ...after],
      ['added', ...after],
    ])
  })

  it('CTL-6 tells the same whether the queue or the cache finds out what is gone', async () => {
    const before = [thing('a', 1), thing('b', 1), thing('c', 1)]
    const after = [thing('b', 1), thing('c', 7), thing('d', 8)]
    const histories = await Promise.all(
      (['atomic', 'one by one'] as const).map(async (form) => {
        const world = new World()
        const queue =
          form === 'atomic'
            ? new RealFIFO<Thing>()
            : new RealFIFO<Thing>({ atomicEvents: false, knownObjects: world.indexer })
        for (const [list, version] of [
          [before, '1'],
          [after, '8'],
          [[], '9'],
        ] as const) {
          queue.replace(listOf(...list), version)
          while (queue.size > 0) await queue.pop((deltas, initial) => processDeltas(deltas, initial, world))
        }
        return { told: world.take(), content: world.content }
      }),
    )
    expect(histories[0]).toEqual(histories[1])
    expect(histories[0]?.told).toEqual([
      '+a1 initial',
      '+b1 initial',
      '+c1 initial',
      '-a1 unknown',
      '~b1>1 sync',
      '~c1>7',
      '+d8',
      '-b1 unknown',
      '-c7 unknown',
      '-d8 unknown',
    ])
  })

  it('FAULT-A6 INV-I4 tells of the addition and then of the deletion of what went while it was queued', async () => {
    const world = new World()
    const queue = new RealFIFO<Thing>()
    queue.replace([], '10')
    queue.add(thing('a', 11))
    queue.replace([], '20')
    while (queue.size > 0) await queue.pop((deltas, initial) => processDeltas(deltas, initial, world))
    expect(world.take()).toEqual(['+a11', '-a11 unknown'])
  })

  it('FAULT-A9 tells everybody of what changed unseen, as a change and not as a resync', async () => {
    const world = new World()
    await relist(world, [thing('a', 5)], 10, true)
    world.take()
    await relist(world, [thing('a', 15)], 20)
    expect(world.take()).toEqual(['~a5>15'])
  })

  it('flags another object of the same name as replaced', async () => {
    const world = new World()
    await relist(world, [thing('a', 5)], 10)
    world.take()
    await relist(world, [thing('a', 15, 'another')], 20)
    expect(world.take()).toEqual(['~a5>15 replaced'])
  })
})

describe('a long relist', () => {
  it('lets the event loop turn while it is put together and while it is told, and swaps within one turn', async () => {
    const world = new World({ clock: systemClock })
    await relist(world, many(30_000, 1), 1)
    world.take()
    const sizes = new Set<string>()
    let turns = 0
    const end = new AbortController()
    const watch = async (): Promise<void> => {
      while (!end.signal.aborted) {
        await systemClock.yield()
        turns++
        sizes.add(`${world.indexer.size} of version ${world.indexer.lastStoreSyncResourceVersion()}`)
      }
    }
    const watching = watch()
    await relist(world, many(50_000, 2, 10_000), 2)
    end.abort()
    await watching
    expect(turns).toBeGreaterThan(50)
    expect([...sizes]).toEqual(['30000 of version 1', '50000 of version 2'])
    expect(world.told).toHaveLength(60_000)
    expect(world.told[0]).toBe('-a01 unknown')
    expect(world.told[10_000]).toBe('~a100001>2')
    expect(world.told.at(-1)).toBe('+a599992')
  })

  it('lets the event loop turn also where nothing is gone and nobody needs to be told', async () => {
    const world = new World()
    await relist(world, many(5000, 1), 1)
    world.take()
    const order: string[] = []
    const relisted = relist(world, [], 2).then(() => order.push('relisted'))
    await systemClock.yield().then(() => order.push('turned'))
    await relisted
    expect(order).toEqual(['turned', 'relisted'])
    expect(world.told).toHaveLength(5000)
  })

  it('INV-I3 tells those who listened at the swap, and nobody who came later', async () => {
    const world = new World()
    const listeners = new Map<string, string[]>([['early', []]])
    const tell = (names: readonly string[], notifications: Iterable<Notification<Thing>>): void => {
      const all = [...notifications]
      for (const name of names) listeners.get(name)?.push(...all.map(word))
      if (!listeners.has('late')) listeners.set('late', [])
    }
    const distributor: Distributor<Thing> = {
      distribute: (notifications) => tell([...listeners.keys()], notifications),
      audience() {
        const names = [...listeners.keys()]
        return { distribute: (notifications) => tell(names, notifications) }
      },
    }
    const objects = listOf(...many(3000, 1))
    await processDeltas(
      [{ type: 'ReplacedAll', resourceVersion: '1', objects }],
      false,
      world.with({ distributor }),
    )
    expect(listeners.get('early')).toHaveLength(3000)
    expect(listeners.get('late')).toEqual([])
  })

  it('changes nothing when it is ended while it is put together', async () => {
    const world = new World()
    const stop = new AbortController()
    const objects = listOf(...many(3000, 1))
    const done = processDeltas(
      [{ type: 'ReplacedAll', resourceVersion: '1', objects }],
      false,
      world.with({ signal: stop.signal }),
    )
    const reason = new Error('stopped')
    stop.abort(reason)
    await expect(done).rejects.toBe(reason)
    expect(world.content).toEqual([])
    expect(world.take()).toEqual([])
  })
})

describe('a resync', () => {
  it('RQ-6 tells of every object as it is, as sync', async () => {
    const world = new World()
    await relist(world, [thing('a', 1), thing('b', 2)], 2)
    world.take()
    await processDeltas([{ type: 'SyncAll' }], false, world)
    expect(world.take()).toEqual(['~a1>1 sync', '~b2>2 sync'])
  })

  it('FAULT-F10 INV-I17 tells only of what is there when it is worked off', async () => {
    const world = new World()
    const queue = new RealFIFO<Thing>()
    queue.replace([thing('a', 1), thing('b', 1)], '1')
    queue.delete(thing('a', 2))
    queue.resync()
    while (queue.size > 0) await queue.pop((deltas, initial) => processDeltas(deltas, initial, world))
    expect(world.take()).toEqual(['+a1 initial', '+b1 initial', '-a2', '~b1>1 sync'])
  })

  it('lets the event loop turn between slices of a big cache', async () => {
    const world = new World()
    await relist(world, many(3000, 1), 1)
    world.take()
    let turned = false
    const resynced = processDeltas([{ type: 'SyncAll' }], false, world)
    void systemClock.yield().then(() => (turned = true))
    await resynced
    expect(turned).toBe(true)
    expect(world.told).toHaveLength(3000)
  })
})

describe('what is told after any history', () => {
  const names = fc.constantFrom('a', 'b', 'c')
  const steps = fc.array(
    fc.oneof(
      fc.record({ type: fc.constant('write' as const), name: names, seen: fc.boolean() }),
      fc.record({ type: fc.constant('remove' as const), name: names, seen: fc.boolean() }),
      fc.record({ type: fc.constantFrom('relist' as const, 'resync', 'replay', 'drain') }),
    ),
    { maxLength: 50 },
  )

  it.each<[string, (world: World) => Queue<Thing>]>([
    ['RealFIFO', () => new RealFIFO()],
    [
      'a RealFIFO that compares',
      ({ indexer }) => new RealFIFO({ atomicEvents: false, knownObjects: indexer }),
    ],
    ['DeltaFIFO', ({ indexer }) => new DeltaFIFO({ knownObjects: indexer })],
  ])(
    'INV-I2 INV-I3 INV-I4 GUAR-G1 of %s is one addition, updates that follow on each other, one deletion',
    async (_, make) => {
      await fc.assert(
        fc.asyncProperty(steps, async (history) => {
          const world = new World()
          const queue = make(world)
          const shown = new Map<string, Thing>()
          const wrong: string[] = []
          world.seen = (notification) => {
            const { key } = notification
            const held = shown.get(key)
            const fits = notification.type === 'added' ? held === undefined : held !== undefined
            const follows = notification.type !== 'updated' || notification.before === held
            if (!fits || !follows) wrong.push(word(notification))
            if (notification.type === 'deleted') {
              shown.delete(key)
              return
            }
            if (
              held &&
              Number(held.metadata.resourceVersion) > Number(notification.object.metadata.resourceVersion)
            )
              wrong.push(`back: ${word(notification)}`)
            shown.set(key, notification.object)
          }
          const server = new Map<string, Thing>()
          const events: (() => void)[] = []
          let version = 0
          const drain = async (): Promise<void> => {
            while (queue.size > 0) await queue.pop((deltas, initial) => processDeltas(deltas, initial, world))
          }
          const emit = (event: () => void, seen: boolean): void => {
            if (!seen) return
            events.push(event)
            event()
          }
          for (const step of [...history, { type: 'relist' } as const, { type: 'drain' } as const]) {
            if (step.type === 'write') {
              const object = thing(
                step.name,
                ++version,
                server.get(step.name)?.metadata.uid ?? `uid-${version}`,
              )
              server.set(step.name, object)
              emit(() => queue.update(object), step.seen)
            } else if (step.type === 'remove') {
              const last = server.get(step.name)
              if (last === undefined) continue
              server.delete(step.name)
              const object = thing(step.name, ++version, last.metadata.uid)
              emit(() => queue.delete(object), step.seen)
            } else if (step.type === 'replay') for (const event of events.slice(-3)) event()
            else if (step.type === 'relist') queue.replace(new Map(server), String(version))
            else if (step.type === 'resync') queue.resync()
            else await drain()
          }
          expect(wrong).toEqual([])
          expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(server))
          expect(world.indexer.size).toBe(server.size)
        }),
      )
    },
  )
})
