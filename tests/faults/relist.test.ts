import { describe, expect, it } from 'vitest'
import { faults, FakeControllerSource } from '@rxkube/client/testing'
import { seededRandom, TestClock } from '@rxkube/clock'
import { DeletedFinalStateUnknown, type KubernetesObject } from '@rxkube/meta'
import { Indexer } from '@rxkube/indexer'
import { SharedInformer } from '@rxkube/shared-informer'
import { Recorder } from '../support/recorder.ts'
import { scriptedInformer } from '../support/scripted-informer.ts'

describe('relists', { timeout: 60_000 }, () => {
  it('FAULT-A1 carry the last version, so that a lagging server cannot take the cache back', async () => {
    await using world = await scriptedInformer(`
      L(0)100[a100] W100: *100 eof  W100: E410
      L(100)/504 L("")120[a120] W120:`)
    await world.play(() => world.watches.length === 3)
    expect(world.log).toEqual(['+a100*', '~a100>a120'])
    expect(world.lists).toEqual(['0', '100', ''])
    world.server.verify()
  })

  it('FAULT-A2 fall back to a consistent read exactly once, at once, when their version expired', async () => {
    await using world = await scriptedInformer('L10[] W10: E410 L(10)/410 L("")20[a20] W20:')
    await world.play(() => world.watches.length === 2)
    const [second, third] = world.sent.filter(({ watch }) => !watch).slice(1)
    expect((third?.at ?? 0) - (second?.at ?? 0)).toBe(0)
    expect(world.lists).toEqual(['0', '10', ''])
    expect(world.log).toEqual(['+a20'])
    world.server.verify()
  })

  it('FAULT-A3 never loop on a version that the server calls too large', async () => {
    await using world = await scriptedInformer(
      'L500[] W500: E410 L(500)/504 L("")/504 L("")/504 L("")510[a510] W510:',
    )
    await world.play(() => world.watches.length === 2)
    expect(world.lists.filter((version) => version === '500')).toHaveLength(1)
    expect(world.cached).toEqual(['a510'])
    world.server.verify()
  })

  it.each([
    ['an event with reason Expired', (reason: string) => ({ code: 410, reason })],
    ['an event with reason Gone', () => ({ code: 410, reason: 'Gone' })],
    ['a status', undefined],
  ] as const)('FAULT-A4 treat a 410 alike that comes as %s', async (_, event) => {
    await using world = await scriptedInformer('L(0)10[a5]')
    if (event === undefined) world.server.play('W10/410')
    else {
      world.server.answer('watch', async (exchange) => {
        exchange.head(200)
        const status = { kind: 'Status', status: 'Failure', ...event('Expired') }
        await exchange.write(`${JSON.stringify({ type: 'ERROR', object: status })}\n`)
        exchange.end()
      })
    }
    world.server.play('L(10)20[a5 b15] W20:')
    await world.play(() => world.watches.length === 2)
    expect(world.log).toEqual(['+a5*', '+b15'])
    world.server.verify()
  })

  it('FAULT-A5 of a whole fleet ask for what caches can serve, spread in time', async () => {
    const clock = new TestClock()
    const source = new FakeControllerSource({ clock, resourceVersion: 10, watchListUnsupported: true })
    const fleet = Array.from({ length: 50 }, (_, seed) => {
      return new SharedInformer(source, { clock, random: seededRandom(seed) })
    })
    for (const informer of fleet) informer.start()
    await clock.advance('2s')
    source.failNext('watch', faults.expired(), 50)
    const before = source.requests.length
    source.closeStreams()
    await clock.advance('5s')
    const relists = source.requests.slice(before).filter(({ verb }) => verb === 'list')
    expect(relists.map(({ options }) => options.resourceVersion)).toEqual(
      Array.from({ length: 50 }, () => '10'),
    )
    expect(new Set(relists.map(({ at }) => Math.floor(at / 20))).size).toBeGreaterThan(20)
    await Promise.all(fleet.map((informer) => informer.stop()))
  })

  it.each(['RealFIFO', 'DeltaFIFO'] as const)(
    'FAULT-A6 delete an object that came and went while its handler was stalled, in the order of %s',
    async (queue) => {
      await using world = await scriptedInformer('L10[z1] W10: +a11 E410 L(11)20[z1] W20:', {
        informer: { queue },
      })
      world.recorder.stall()
      await world.play(() => world.watches.length === 2)
      world.recorder.release()
      await world.pass(() => world.log.length >= 3)
      expect(world.log).toEqual(['+z1*', '+a11', '-a11?'])
      expect(world.cached).toEqual(['z1'])
    },
  )

  it('FAULT-A7 lose nothing when a deletion waits and the object is there again', async () => {
    await using world = await scriptedInformer("L10[z1 a5] W10: -a11 E410 L(11)20[z1 a'15] W20:")
    world.recorder.stall()
    await world.play(() => world.watches.length === 2)
    world.recorder.release()
    await world.pass(() => world.log.length >= 4)
    expect(world.log).toEqual([expect.any(String), expect.any(String), '-a11', "+a'15"])
  })

  it.each(['RealFIFO', 'DeltaFIFO'] as const)(
    'FAULT-A8 keep a deletion that comes while the first population is still on its way through %s',
    async (queue) => {
      await using world = await scriptedInformer('L10[a5 b6] W10: -a11', { informer: { queue } })
      world.recorder.stall()
      await world.play(() => world.cached.length === 1)
      world.recorder.release()
      await world.pass(() => world.log.length >= 3)
      expect(world.cached).toEqual(['b6'])
      expect(world.log.indexOf('-a11')).toBeGreaterThan(world.log.indexOf('+a5*'))
    },
  )

  it('FAULT-A9 tell handlers without resyncs of what changed meanwhile', async () => {
    await using world = await scriptedInformer('L10[a5] W10: E410 L(10)20[a15] W20:')
    await world.play(() => world.watches.length === 2)
    await world.pass(() => world.log.length === 2)
    expect(world.log).toEqual(['+a5*', '~a5>a15'])
  })

  it.each(['RealFIFO', 'DeltaFIFO'] as const)(
    'FAULT-A10 FAULT-A11 give handlers the deleted object itself, never a tombstone (%s)',
    async (queue) => {
      await using world = await scriptedInformer('L10[a5] W10: E410 L(10)20[] W20:', { informer: { queue } })
      const names: (string | undefined)[] = []
      world.informer.addEventHandler({ deleted: (object) => names.push(object.metadata.name) })
      await world.play(() => names.length === 1)
      expect(names).toEqual(['a'])
      expect(world.cached).toEqual([])
    },
  )

  it('FAULT-A10 delete by tombstone from an indexer with a key function of its own', () => {
    const indexer = new Indexer<KubernetesObject>({
      keyFunc: ({ metadata }) => `mine:${metadata?.name ?? ''}`,
    })
    indexer.add({ metadata: { name: 'a' } })
    indexer.delete(new DeletedFinalStateUnknown<KubernetesObject>('mine:a', undefined))
    expect(indexer.listKeys()).toEqual([])
  })

  it('FAULT-A12 say that the last state of an object is not known for sure', async () => {
    await using world = await scriptedInformer('L10[a5] W10: E410 L(10)20[] W20:')
    await world.play(() => world.log.length === 2)
    expect(world.log).toEqual(['+a5*', '-a5?'])
  })

  it('FAULT-A18 begin anew when the pages expire, and show no part of them', async () => {
    await using world = await scriptedInformer('L(0)10[a5]>next L/410 L(0)20[a15 b17] W20:')
    const seen = new Set<string>()
    world.informer.status$.subscribe(() => seen.add(world.cached.join(' ')))
    await world.play(() => world.watches.length === 1)
    await world.pass(() => world.log.length === 2)
    expect(world.log).toEqual(['+a15*', '+b17*'])
    expect(seen.isSubsetOf(new Set(['', 'a15 b17']))).toBe(true)
    world.server.verify()
  })

  it('FAULT-A19 show readers the old state or the new one while pages are on their way', async () => {
    await using world = await scriptedInformer('L(0)10[a5]>one L10[b7] W10: E410 L(10)20[a15]>two')
    const held = Promise.withResolvers<void>()
    world.server.answer('list', async (exchange) => {
      await held.promise
      const item = { metadata: { name: 'c', namespace: 'default', uid: 'c', resourceVersion: '18' } }
      const metadata = { resourceVersion: '20' }
      await exchange.answer(200, { apiVersion: 'v1', kind: 'ConfigMapList', metadata, items: [item] })
    })
    await world.play(() => world.lists.length === 4)
    expect(world.cached).toEqual(['a5', 'b7'])
    held.resolve()
    await world.pass(() => world.cached.includes('c18'))
    expect(world.cached).toEqual(['a15', 'c18'])
  })

  it('FAULT-A25 are the informer’s own, and tell only of differences', async () => {
    await using world = await scriptedInformer('L/500 L(0)10[a5] W/500 L(10)/500 L(10)20[a5 b15] W20:')
    await world.play(() => world.watches.length === 2)
    await world.pass(() => world.log.length === 2)
    expect(world.log).toEqual(['+a5*', '+b15'])
    expect(world.watchErrors.length).toBeGreaterThan(2)
    world.server.verify()
  })

  it('tell a handler that came late the same as the others', async () => {
    await using world = await scriptedInformer('L10[a5] W10: E410 L(10)20[a15] W20:')
    await world.play(() => world.watches.length === 2)
    const late = new Recorder()
    const registration = world.informer.addEventHandler(late)
    await registration.synced
    expect(late.log).toEqual(['+a15*'])
  })
})
