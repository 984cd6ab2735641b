import { until } from '@rxkube/testing'
import { sleep } from '@rxkube/clock'
import type { KubernetesObject } from '@rxkube/meta'
import { InformerAlreadyRunError, InformerStoppedError } from '@rxkube/shared-informer'
import { describe, expect, it } from 'vitest'
import { ModelledInformer, pod } from '../support/modelled-informer.ts'
import { labelOf } from '../support/recorder.ts'
import { scriptedInformer } from '../support/scripted-informer.ts'
import { statuses } from '@rxkube/client/testing'

const nodes = (world: ModelledInformer, node: string) =>
  world.informer.indexer.byIndex('node', node).map(labelOf)

describe('the store', { timeout: 60_000 }, () => {
  it.each(['RealFIFO', 'DeltaFIFO'] as const)(
    'FAULT-F5 holds what the transform made of each object, once, whatever came after (%s)',
    async (queue) => {
      let calls = 0
      const marked = (object: KubernetesObject): KubernetesObject => {
        calls += 1
        const times = Number(object.metadata?.annotations?.['seen'] ?? 0) + 1
        return { ...object, metadata: { ...object.metadata, annotations: { seen: String(times) } } }
      }
      await using world = await new ModelledInformer({ transform: marked, resyncPeriod: '2s', queue }).start(
        'a',
        'b',
      )
      await world.clock.advance('10s')
      expect(calls).toBe(2)
      world.source.deleteDropWatch(pod('b'))
      world.source.resetWatch()
      await world.clock.advance('10s')
      expect(calls).toBe(3)
      expect(world.log.filter((told) => told.startsWith('-'))).toEqual(['-b12?'])
      const [a] = world.informer.indexer.list()
      expect(a?.metadata?.annotations).toEqual({ seen: '1' })
    },
  )

  it('FAULT-F6 keeps the identity of objects, whatever a transform takes away', async () => {
    const transform = (): KubernetesObject => ({ metadata: {} })
    await using world = await new ModelledInformer({ transform, resyncPeriod: '2s' }).start('a')
    await world.clock.advance('5s')
    world.source.modify(pod('a'))
    await world.clock.advance('1s')
    expect(world.log.filter((told) => !told.startsWith('='))).toEqual(['+a11*', '~a11>a12'])
    expect(world.keys).toEqual(['default/a'])
  })

  it('FAULT-F8 keeps objects and other indices when an index function throws or gives nonsense', async () => {
    await using world = await new ModelledInformer({
      indexers: {
        throws: () => {
          throw new Error('no index')
        },
        nothing: () => undefined as unknown as string[],
        twice: () => ['x', 'x'],
        node: ({ metadata }) => [metadata?.labels?.['node'] ?? ''],
      },
    }).start('a')
    expect(world.keys).toEqual(['default/a'])
    expect(nodes(world, 'n1')).toEqual(['a11'])
    expect(world.informer.indexer.byIndex('twice', 'x')).toHaveLength(1)
    expect(world.informer.indexer.indexErrors).toBeGreaterThan(0)
    expect(world.errors.map(({ cause }) => String(cause)).join()).toContain('no index')
  })

  it('FAULT-F9 moves an object in its indices and leaves no empty value behind', async () => {
    await using world = await new ModelledInformer({
      indexers: { node: ({ metadata }) => [metadata?.labels?.['node'] ?? ''] },
    }).start('a')
    world.source.modify(pod('a', 'n2'))
    await world.clock.settle()
    expect([nodes(world, 'n1'), nodes(world, 'n2')]).toEqual([[], ['a12']])
    expect(world.informer.indexer.listIndexFuncValues('node')).toEqual(['n2'])
  })

  it.each(['RealFIFO', 'DeltaFIFO'] as const)(
    'FAULT-F10 never has an object again that was deleted in the turn of a resync (%s)',
    async (queue) => {
      await using world = await new ModelledInformer({ resyncPeriod: '2s', queue }).start('a', 'b')
      // The resync is due at the very time of the deletion, and right before and after it.
      for (const at of [999, 1, 1]) {
        // oxlint-disable-next-line no-await-in-loop -- one time after another
        await world.clock.advance(at)
        if (world.source.objects.has('default/a')) world.source.delete(pod('a'))
      }
      await world.clock.advance('10s')
      expect(world.keys).toEqual(['default/b'])
      const deleted = world.log.findIndex((told) => told.startsWith('-a'))
      expect(world.log.slice(deleted + 1).filter((told) => told.includes('a1'))).toEqual([])
    },
  )

  it('FAULT-F11 resyncs no faster than handlers can take it', async () => {
    await using world = new ModelledInformer({ resyncPeriod: '1s' })
    const registration = world.informer.addEventHandler({ updated: () => sleep(world.clock, 3000) })
    await world.start('a', 'b')
    let most = 0
    for (let second = 0; second < 60; second += 1) {
      // oxlint-disable-next-line no-await-in-loop -- second after second
      await world.clock.advance('1s')
      most = Math.max(most, registration.backlog)
    }
    expect(most).toBeLessThanOrEqual(2)
    expect(world.log.filter((told) => told === '=a11').length).toBeGreaterThan(40)
  })
})

describe('an informer', { timeout: 60_000 }, () => {
  it('FAULT-F12 leaves no timer, stream or request behind, a thousand times', async () => {
    for (let round = 0; round < 1000; round += 1) {
      const world = new ModelledInformer({ resyncPeriod: '5s' })
      world.source.add(pod('a'))
      if (round % 3 === 1) world.source.latency = 100
      if (round % 3 === 2)
        world.source.failNext('list', { type: 'status', status: statuses.internalError() }, 5)
      world.informer.addEventHandler(world.recorder)
      world.informer.start()
      // oxlint-disable-next-line no-await-in-loop -- one after another
      if (round % 2) await world.clock.settle()
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await world.informer.stop()
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await world.clock.settle()
      expect([world.clock.pending, world.source.streams]).toEqual([0, 0])
    }
  })

  it('FAULT-F12 leaves no socket behind when it is stopped at any moment', async () => {
    for (let turns = 0; turns < 40; turns += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await using world = await scriptedInformer('L10[a5] W10: +b11')
      world.informer.start()
      // oxlint-disable-next-line no-await-in-loop -- one after another
      for (let turn = 0; turn < turns; turn += 1) await world.clock.yield()
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await world.informer.stop()
      const { length } = world.sent
      const told = world.log.length
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await world.client.close()
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await world.server.until(({ sockets }) => sockets === 0)
      // oxlint-disable-next-line no-await-in-loop -- one after another
      await until(() => world.clock.pending === 0)
      expect([world.sent.length, world.log.length]).toEqual([length, told])
    }
  })

  it('FAULT-F13 that was stopped says so to who wants to add a handler or start it again', async () => {
    const world = await new ModelledInformer().start('a')
    await world.informer.stop()
    expect(() => world.informer.addEventHandler({})).toThrow(InformerStoppedError)
    expect(() => world.informer.start()).toThrow(/does not start again, make a new one/)
    await world.informer.run()
    expect(world.count('list')).toBe(1)
  })

  it('FAULT-F13 that runs reports a second run, which does nothing', async () => {
    await using world = await new ModelledInformer().start('a')
    await world.informer.run()
    world.informer.start()
    await world.clock.settle()
    expect(world.errors).toEqual([expect.any(InformerAlreadyRunError)])
    expect([world.count('list'), world.count('watch')]).toEqual([1, 1])
  })
})
