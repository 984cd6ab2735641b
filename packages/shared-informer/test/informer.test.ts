import { once } from 'node:events'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ResourceEventHandler } from '@rxkube/shared-informer'
import { Informer, type InformerOptions } from '../src/informer.ts'
import { InformerName, type InformerMetricsProvider } from '../src/informer-name.ts'
import type { Thing } from './support/deltas.ts'
import { fresh, sourceOf } from './support/source.ts'

type Options = Partial<InformerOptions<Thing>>

function start(names: readonly string[], options: Options = {}) {
  const { clock, source } = sourceOf(...names)
  const told: string[] = []
  const handler: ResourceEventHandler<Thing> = {
    added: ({ metadata, node }, { initial }) =>
      void told.push(`+${metadata.name}${node}${initial ? ' initial' : ''}`),
    updated: (_, { metadata, node }, { sync }) =>
      void told.push(`~${metadata.name}${node}${sync ? ' sync' : ''}`),
    deleted: (_, { key, finalStateUnknown }) =>
      void told.push(`-${key}${finalStateUnknown ? ' unknown' : ''}`),
  }
  const informer = new Informer<Thing>({ listerWatcher: source, handler, clock, ...options })
  const stop = new AbortController()
  const running = informer.run(stop)
  // Tests that expect a failure await `running` themselves.
  running.catch(() => undefined)
  const end = async (): Promise<void> => {
    stop.abort()
    await running
  }
  return { clock, source, told, informer, stop, running, end, take: () => told.splice(0) }
}

describe.each(['RealFIFO', 'DeltaFIFO'] as const)('Informer on a %s', (queue) => {
  it('CTL-1 FEAT-D9 survives a storm of three writers, and ends with what the server has', async () => {
    const { clock, source, informer, end } = start(['a'], { queue })
    expect(informer.hasSynced()).toBe(false)
    await clock.settle()
    expect(informer.hasSynced()).toBe(true)
    await informer.synced
    const random = clock.random
    const writer = async (id: number): Promise<void> => {
      for (let round = 0; round < 200; round++) {
        const name = `o${Math.floor(random.next() * 20)}`
        if (!source.objects.has(name)) source.add(fresh(name, `${id}`))
        else if (random.next() < 0.3) source.delete(fresh(name))
        else source.modify(fresh(name, `${id}-${round}`))
        if (random.next() < 0.02) source.closeStreams()
        if (random.next() < 0.01) source.resetWatch()
        await clock.settle()
      }
    }
    await Promise.all([writer(1), writer(2), writer(3)])
    await clock.advance('2m')
    const cached = informer.store.list().map(({ metadata, node }) => `${metadata.name} ${node}`)
    const served = [...source.objects.values()].map(({ metadata, node }) => `${metadata.name} ${node}`)
    expect(cached.toSorted()).toEqual(served.toSorted())
    await end()
    expect(source.streams).toBe(0)
    expect(clock.pending).toBe(0)
  })

  it('CTL-2 tells of additions, changes and deletions, each as what it is', async () => {
    const { clock, source, take, end } = start([], { queue })
    await clock.settle()
    source.add(fresh('a', '1'))
    await clock.settle()
    source.modify(fresh('a', '2'))
    await clock.settle()
    source.delete(fresh('a'))
    await clock.settle()
    expect(take()).toEqual(['+a1', '~a2', '-a'])
    await end()
  })

  it('CTL-7 FEAT-D12 FEAT-D3 tells after a reset watch of what was missed, none of it initial', async () => {
    const { clock, source, take, end } = start(['a', 'b'], { queue })
    await clock.settle()
    expect(take()).toEqual(['+a initial', '+b initial'])
    source.modifyDropWatch(fresh('a', '2'))
    source.deleteDropWatch(fresh('b'))
    source.addDropWatch(fresh('c'))
    source.resetWatch()
    await clock.advance('1m')
    expect(take().toSorted()).toEqual(['+c', '-b unknown', '~a2'])
    await end()
  })

  it('CTL-4 FAULT-F5 shows the transformed object everywhere, and transforms none twice while resyncing', async () => {
    const { clock, source, told, informer, end } = start(['a'], {
      queue,
      reflector: { resyncPeriod: '1s' },
      transform: (object) => ({ ...object, node: `${object.node}!` }),
    })
    await clock.advance('5s')
    source.modify(fresh('a', '2'))
    await clock.advance('5s')
    expect(informer.store.getByKey('a')?.node).toBe('2!')
    expect(new Set(told)).toEqual(new Set(['+a! initial', '~a! sync', '~a2!', '~a2! sync']))
    expect(told.filter((word) => word === '~a2! sync').length).toBeGreaterThan(3)
    await end()
  })

  it('FEAT-D9 INV-I6 has the cache show what a handler is told of', async () => {
    const seen: (string | undefined)[] = []
    const { clock, source, informer, end } = start(['a'], {
      queue,
      handler: {
        added: ({ metadata }) => void seen.push(informer.store.getByKey(metadata.name)?.metadata.name),
        deleted: (_, { key }) => void seen.push(informer.store.getByKey(key)?.metadata.name),
      },
    })
    await clock.settle()
    source.delete(fresh('a'))
    await clock.settle()
    expect(seen).toEqual(['a', undefined])
    await end()
  })
})

describe('Informer', () => {
  it('CTL-3 FEAT-D13 ends its run with what the handler throws or rejects with', async () => {
    const failure = new Error('handler is broken')
    const throwing = start(['a'], {
      handler: {
        added() {
          throw failure
        },
      },
    })
    await expect(throwing.running).rejects.toBe(failure)
    expect(throwing.source.streams).toBe(0)
    const rejecting = start(['a', 'b'], {
      onStoreError: () => undefined,
      handler: { added: () => Promise.reject(failure) },
    })
    await expect(rejecting.running).rejects.toBe(failure)
  })

  it('CTL-3 FEAT-D13 ends its run with what a promise of another realm rejects with', async () => {
    const failure = new Error('handler is broken')
    const { Promise: ForeignPromise } = runInNewContext('({ Promise })') as { Promise: PromiseConstructor }
    const rejecting = start(['a', 'b'], { handler: { added: () => ForeignPromise.reject(failure) } })
    await expect(rejecting.running).rejects.toBe(failure)
  })

  it('FEAT-D13 holds up the next write of the cache for a handler that takes its time', async () => {
    const gate = Promise.withResolvers<void>()
    const calls: string[] = []
    const { clock, source, informer, end } = start([], {
      handler: {
        added({ metadata }) {
          calls.push(metadata.name)
          return gate.promise
        },
      },
    })
    await clock.settle()
    source.add(fresh('a'))
    await clock.settle()
    source.add(fresh('b'))
    await clock.settle()
    expect(calls).toEqual(['a'])
    expect(informer.store.listKeys()).toEqual(['a'])
    gate.resolve()
    await clock.settle()
    expect(calls).toEqual(['a', 'b'])
    await end()
  })

  it('FEAT-E17 CTL-8 follows the version of the server, in the cache and in what it received', async () => {
    const { clock, source, informer, end } = start(['a'])
    expect(informer.lastSyncResourceVersion).toBe('')
    await clock.settle()
    source.modify(fresh('a', '2'))
    await clock.settle()
    expect(informer.lastSyncResourceVersion).toBe(source.resourceVersion)
    expect(informer.store.lastStoreSyncResourceVersion()).toBe(source.resourceVersion)
    source.delete(fresh('a'))
    await clock.settle()
    expect(informer.store.lastStoreSyncResourceVersion()).toBe(source.resourceVersion)
    await end()
  })

  it('CTL-8 keeps the version also under a transform that removes the metadata', async () => {
    const { clock, source, informer, end } = start(['a'], { transform: () => ({}) as Thing })
    await clock.settle()
    source.modify(fresh('a', '2'))
    await clock.settle()
    expect(informer.store.lastStoreSyncResourceVersion()).toBe(source.resourceVersion)
    expect(informer.store.getByKey('a')?.metadata.name).toBe('a')
    await end()
  })

  it('FAULT-A14 tells nobody of what a server says again', async () => {
    const { clock, source, informer, take, end } = start(['a'])
    await clock.settle()
    const old = { ...fresh('a', 'old'), metadata: { name: 'a', resourceVersion: '1', uid: 'x' } }
    source.modify(fresh('a', 'new'))
    await clock.settle()
    take()
    source.send({ type: 'MODIFIED', object: old })
    await clock.settle()
    expect(take()).toEqual([])
    expect(informer.store.getByKey('a')?.node).toBe('new')
    await end()
  })

  it('R8 goes on when one object has no name', async () => {
    const { clock, source, informer, take, end } = start(['a'])
    await clock.settle()
    take()
    const nameless = { apiVersion: 'v1', kind: 'Pod', metadata: { resourceVersion: '50' } }
    source.send({ type: 'ADDED', object: nameless })
    source.add(fresh('b'))
    await clock.settle()
    expect(take()).toEqual(['+b'])
    expect(informer.store.listKeys().toSorted()).toEqual(['a', 'b'])
    await end()
  })

  it('FEAT-E16 SI-17 tells its metrics under its identity, until the name is released', async () => {
    const told: string[] = []
    const metricsProvider: InformerMetricsProvider = {
      queuedDeltas: ({ name, resource }, count) =>
        void told.push(`${name} ${resource.resource} queued ${count}`),
      processingLatency: () => undefined,
      storeResourceVersion: ({ name }, version) => void told.push(`${name} at ${version}`),
    }
    const name = new InformerName('test-informer')
    const identity = name.withResource({ group: '', version: 'v1', resource: 'things' })
    const { clock, source, end } = start(['a'], { identity, metricsProvider })
    await clock.settle()
    expect(told).toEqual([
      'test-informer things queued 1',
      'test-informer things queued 0',
      `test-informer at ${source.resourceVersion}`,
    ])
    name.release()
    source.add(fresh('b'))
    await clock.settle()
    expect(told).toHaveLength(3)
    await end()
  })

  it('FEAT-E16 FAULT-F1 goes on when its metrics throw', async () => {
    const warning = once(process, 'warning')
    const fail = (): never => {
      throw new Error('no such gauge')
    }
    const name = new InformerName('broken-metrics')
    const { clock, source, take, end } = start(['a'], {
      identity: name.withResource({ group: '', version: 'v1', resource: 'things' }),
      metricsProvider: { queuedDeltas: fail, processingLatency: fail, storeResourceVersion: fail },
    })
    await clock.settle()
    source.add(fresh('b'))
    await clock.settle()
    expect(take()).toEqual(['+a initial', '+b'])
    await warning
    name.release()
    await end()
  })

  it('INV-I12 CTL-6 has what the server has after any history of seen and unseen writes', async () => {
    const step = fc.record({
      verb: fc.constantFrom('write' as const, 'remove', 'reset', 'close'),
      name: fc.constantFrom('a', 'b', 'c'),
      seen: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const { clock, source, informer, end } = start(['a'])
        for (const { verb, name, seen } of steps) {
          const there = source.objects.has(name)
          if (verb === 'reset') source.resetWatch()
          else if (verb === 'close') source.closeStreams()
          else if (verb === 'remove' && there) source[seen ? 'delete' : 'deleteDropWatch'](fresh(name))
          else if (verb === 'write' && there) source[seen ? 'modify' : 'modifyDropWatch'](fresh(name))
          else if (verb === 'write') source[seen ? 'add' : 'addDropWatch'](fresh(name))
          await clock.settle()
        }
        // A last write unseen, so that going on from the last version seen is refused and all is listed again.
        source.addDropWatch(fresh('last'))
        source.resetWatch()
        await clock.advance('2m')
        const versions = (objects: Iterable<Pick<Thing, 'metadata'>>): string[] =>
          Array.from(objects, ({ metadata }) => `${metadata.name}${metadata.resourceVersion}`).toSorted()
        expect(versions(informer.store.list() as Thing[])).toEqual(versions(source.objects.values()))
        await end()
      }),
      { numRuns: 30 },
    )
  })
})
