import { faults, FakeControllerSource } from '@rxkube/client/testing'
import { TestClock } from '@rxkube/clock'
import { Reflector } from '@rxkube/reflector'
import { replies } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { ModelledInformer, pod } from '../support/modelled-informer.ts'
import { scriptedInformer } from '../support/scripted-informer.ts'

describe('consistency with the server', { timeout: 60_000 }, () => {
  it.each(['replayed', 'forgotten'] as const)(
    'FAULT-A13 learns of a deletion between the list and the watch whose history is %s',
    async (history) => {
      await using world = new ModelledInformer()
      const { clock, source, informer, recorder } = world
      informer.addEventHandler(recorder)
      source.add(pod('a'))
      source.add(pod('b'))
      source.latency = ({ verb }) => (verb === 'list' ? 500 : 0)
      informer.start()
      await clock.advance(100)
      source.delete(pod('a'))
      if (history === 'forgotten') source.compact()
      await clock.advance('5s')
      expect(world.keys).toEqual(['default/b'])
      expect(recorder.log.filter((told) => told.startsWith('-a'))).toHaveLength(1)
    },
  )

  it('FAULT-A14 drops and counts what a server repeats from before the stream', async () => {
    await using world = await scriptedInformer('L100[a100] W100: ~a90 ~a101 eof W101:')
    await world.play(() => world.watches.length === 2)
    expect(world.log).toEqual(['+a100*', '~a100>a101'])
    expect(world.informer.status.dropped).toBe(1)
    world.server.verify()
  })

  it('FAULT-A14 does not bring back what was deleted when a server repeats its creation', async () => {
    await using world = await scriptedInformer('L10[a5 b6] W10: -a11 +a5 +b6 +c12')
    await world.play(() => world.log.includes('+c12'))
    expect(world.cached).toEqual(['b6', 'c12'])
    expect(world.log).toEqual(['+a5*', '+b6*', '-a11', '+c12'])
  })

  it('FAULT-A15 takes no version from events that a server makes up for a start without one', async () => {
    await using world = await scriptedInformer(
      'L(0)0[] W0: +b950362 +a950361 rst W0: +b950362 +a950361 *950370 rst W950370:',
    )
    await world.play(() => world.watches.length === 3)
    expect(world.watches).toEqual(['0', '0', '950370'])
    expect(world.cached).toEqual(['a950361', 'b950362'])
    world.server.verify()
  })

  it('FAULT-A16 notices that versions went back and begins anew with a consistent list', async () => {
    await using world = await scriptedInformer('L1200[a1100] W1200: W1200: *1001 L("")1001[a900 b950] W1001:')
    await world.play(() => world.server.streams === 1)
    // A watch at a version that the server will not have for long is silent.
    await world.clock.advance('11m')
    await world.pass(() => world.watches.length === 3)
    expect(world.cached).toEqual(['a900', 'b950'])
    expect(world.log).toEqual(['+a1100*', '~a1100>a900', '+b950'])
    world.server.verify()
  })

  it('FAULT-A17 finds with its consistency check what a server keeps back, and says what', async () => {
    await using world = await scriptedInformer('S: +a5 *10!', {
      watchList: true,
      informer: { reflector: { consistencyCheck: true } },
    })
    world.server.play('L(10)10[a5 b7]')
    const ended = world.informer.run().then(
      () => undefined,
      (error: unknown) => error,
    )
    await world.pass(() => world.informer.isStopped())
    expect(await ended).toMatchObject({
      name: 'ConsistencyError',
      difference: { missing: [expect.stringContaining('default/b')] },
    })
  })

  it('FAULT-A17 reports what its consistency check found when nobody waits for its end', async () => {
    await using world = await scriptedInformer('S: +a5 *10!', {
      watchList: true,
      informer: { reflector: { consistencyCheck: true } },
    })
    world.server.play('L(10)10[a5 b7]')
    await world.play(() => world.informer.isStopped())
    expect(world.errors.map(({ name }) => name)).toContain('ConsistencyError')
  })

  it.each([
    ['a login page', replies.html()],
    [
      'a Status with code 200',
      replies.json({ kind: 'Status', apiVersion: 'v1', status: 'Failure', code: 500 }),
    ],
    ['a single object', replies.json({ kind: 'ConfigMap', apiVersion: 'v1', metadata: { name: 'a' } })],
    ['nothing', replies.json('')],
    [
      'a body that ends in the middle',
      replies.truncated('{"kind":"ConfigMapList","metadata":{"resourceVersion":"15"},"items":['),
    ],
  ])('FAULT-A20 keeps the cache when a relist is answered with %s', async (_, reply) => {
    await using world = await scriptedInformer('L10[a5 b7] W10: E410')
    world.server.answer('list', reply).play('L(10)20[a5 b7 c15] W20:')
    await world.play(() => world.watches.length === 2)
    await world.pass(() => world.log.length === 3)
    expect(world.log).toEqual(['+a5*', '+b7*', '+c15'])
    expect(world.watchErrors).toHaveLength(1)
    world.server.verify()
  })

  it('FAULT-A21 reads null items as none, and refuses a list without a version', async () => {
    await using world = await scriptedInformer('')
    world.server
      .answer('list', replies.json({ kind: 'ConfigMapList', apiVersion: 'v1', metadata: {}, items: [] }))
      .answer(
        'list',
        replies.json({
          kind: 'ConfigMapList',
          apiVersion: 'v1',
          metadata: { resourceVersion: '5' },
          items: null,
        }),
      )
      .play('W5:')
    await world.play(() => world.watches.length === 1)
    expect(world.watchErrors.map(String).join()).toContain('resourceVersion')
    expect(world.informer.hasSynced()).toBe(true)
    expect(world.cached).toEqual([])
  })

  it.each([
    ['never comes', 'S: +a5 +b7'],
    ['comes without its annotation', 'S: +a5 +b7 *10'],
  ])('FAULT-A23 lists within 31 s when the end of the initial events %s', async (_, script) => {
    await using world = await scriptedInformer(script, { watchList: true })
    world.server.play('L10[a5 b7] W10:')
    await world.play(() => world.watches.length === 1)
    const list = world.sent.find(({ watch }) => !watch)
    expect(list?.at).toBeLessThanOrEqual(31_000)
    expect(world.cached).toEqual(['a5', 'b7'])
    expect(world.server.streams).toBe(1)
    world.server.verify()
  })

  it('FAULT-A23 says why it listed, and before that how long it has waited', async () => {
    const clock = new TestClock()
    const source = new FakeControllerSource({ clock, resourceVersion: 10 })
    source.failNext('watch', faults.noInitialEventsEnd())
    const reflector = new Reflector(source, { clock })
    const over = new AbortController()
    const running = reflector.run(() => undefined, { signal: over.signal })
    await clock.advance('20s')
    expect(reflector.status.silentFor).toBe(20_000)
    await clock.advance('15s')
    expect(reflector.status.synced).toBe(true)
    expect(reflector.status.watchListError?.message).toMatch(/no end of the initial events for 30/)
    over.abort()
    await running
  })

  it.each([403, 422])(
    'FAULT-A24 lists at once when the server refuses initial events with %i',
    async (code) => {
      await using world = await scriptedInformer(`S/${code} L10[a5] W10:`, { watchList: true })
      world.informer.start()
      await world.arrive(() => world.watches.length === 1)
      expect(world.watchErrors).toEqual([])
      expect(world.cached).toEqual(['a5'])
      world.server.verify()
    },
  )

  it('FAULT-A1 keeps its cache when another server has an older state, and goes on from there', async () => {
    await using world = new ModelledInformer()
    const { clock, source, informer, recorder } = world
    informer.addEventHandler(recorder)
    source.add(pod('a'))
    source.view(1).lag = Infinity
    source.modify(pod('a'))
    informer.start()
    await clock.advance('1s')
    source.useView(1)
    source.failNext('watch', faults.expired())
    source.closeStreams()
    await clock.advance('10s')
    expect(recorder.log).toEqual(['+a12*', '=a12'])
    source.view(1).lag = 0
    source.modify(pod('a'))
    await clock.advance('1s')
    expect(recorder.log.at(-1)).toBe('~a12>a13')
  })
})
