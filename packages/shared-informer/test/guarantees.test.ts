import { faults } from '@rxkube/client/testing'
import { seededRandom } from '@rxkube/clock'
import type { Cached } from '@rxkube/meta'
import type { ResourceEventHandler } from '@rxkube/shared-informer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gate, nameOf, podOf, recorder, setUp, started, versionOf, type TestPod } from './support/informer.ts'

describe('a shared informer guarantees', () => {
  it('GUAR-G1 that a key never goes back to an older state, even if the server replays', async () => {
    const setup = setUp()
    setup.source.add(podOf('a'))
    setup.source.failNext('watch', faults.replay(4))
    const versions: number[] = []
    const note = (pod: Cached<TestPod>) => void versions.push(Number(versionOf(pod)))
    setup.informer.addEventHandler(
      { added: note, updated: (_, pod) => note(pod) },
      { mailbox: { mode: 'every' } },
    )
    const { source, clock, informer } = await started(setup)
    for (let value = 1; value <= 10; value++) {
      source.modify(podOf('a', { value }))
      // oxlint-disable-next-line no-await-in-loop -- each is a state of its own
      await clock.advance('1s')
    }
    expect(versions).toEqual(versions.toSorted((a, b) => a - b))
    expect(informer.lister.get({ namespace: 'default', name: 'a' }).spec).toEqual({ value: 10 })
    await informer.stop()
  })

  it('GUAR-G2 one call at a time for each handler, in order for each key', async () => {
    const setup = setUp({ pods: ['a', 'b', 'c'] })
    let underWay = 0
    let most = 0
    const log: string[] = []
    const call = async (text: string) => {
      most = Math.max(most, ++underWay)
      await setup.clock.yield()
      log.push(text)
      underWay--
    }
    setup.informer.addEventHandler(
      {
        added: (pod) => call(`${nameOf(pod)} ${versionOf(pod)}`),
        updated: (_, pod) => call(`${nameOf(pod)} ${versionOf(pod)}`),
      },
      { mailbox: { mode: 'every' } },
    )
    const { source, clock, informer } = await started(setup)
    for (const value of [1, 2, 3]) for (const name of ['a', 'b', 'c']) source.modify(podOf(name, { value }))
    await clock.settle()
    expect(most).toBe(1)
    expect(log.filter((line) => line.startsWith('b'))).toEqual(['b 3', 'b 6', 'b 9', 'b 12'])
    await informer.stop()
  })

  it('GUAR-G3 INV-I6 that cache and indices show a change before a handler is told', async () => {
    const setup = setUp()
    const { informer } = setup
    const found: unknown[] = []
    const indexed = informer.addIndexers({ node: (pod) => [pod.spec?.nodeName ?? ''] })
    const look = (pod: Cached<TestPod>) => {
      const cached = informer.indexer.getByKey(`default/${nameOf(pod)}`)
      found.push([
        Number(cached && versionOf(cached)) >= Number(versionOf(pod)),
        indexed.indexer.indexKeys('node', 'n1').length,
      ])
    }
    informer.addEventHandler({
      added: look,
      updated: (_, pod) => look(pod),
      deleted: (pod) => void found.push(informer.indexer.getByKey(`default/${nameOf(pod)}`)),
    })
    const { source, clock } = await started(setup)
    source.add(podOf('a', { nodeName: 'n1' }))
    await clock.settle()
    source.modify(podOf('a', { nodeName: 'n2' }))
    await clock.settle()
    source.delete(podOf('a'))
    await clock.settle()
    expect(found).toEqual([[true, 1], [true, 0], undefined])
    await informer.stop()
  })

  it('GUAR-G4 INV-I4 that each deletion is told once, by the watch or by a relist', async () => {
    const setup = setUp({ pods: ['a', 'b'] })
    const handler = recorder()
    setup.informer.addEventHandler(handler)
    const { source, clock, informer } = await started(setup)
    source.delete(podOf('a'))
    await clock.settle()
    source.deleteDropWatch(podOf('b'))
    source.resetWatch()
    await clock.advance('5s')
    source.addDropWatch(podOf('c'))
    source.resetWatch()
    await clock.advance('5s')
    expect(handler.log.slice(2)).toEqual(['deleted a', 'deleted b unknown', 'added c'])
    await informer.stop()
  })

  it('GUAR-G5 that an object made anew under a name may come as an update, which then says so', async () => {
    const setup = setUp({ pods: ['a'] })
    const handler = recorder()
    setup.informer.addEventHandler(handler)
    const { source, clock, informer } = await started(setup)
    source.deleteDropWatch(podOf('a'))
    source.addDropWatch(podOf('a'))
    source.resetWatch()
    await clock.advance('5s')
    expect(handler.log).toEqual(['added a initial', 'updated a 2->4 replaced'])
    await informer.stop()
  })

  it('GUAR-G6 that what did not change is told as such: after a relist an update with sync', async () => {
    const setup = setUp({ pods: ['a'] })
    const flags: unknown[] = []
    setup.informer.addEventHandler({
      updated: (before, pod, info) => void flags.push([before === pod, info]),
    })
    const { source, clock, informer } = await started(setup)
    source.addDropWatch(podOf('b'))
    source.resetWatch()
    await clock.advance('5s')
    expect(flags).toEqual([[expect.any(Boolean), expect.objectContaining({ sync: true, replaced: false })]])
    await informer.stop()
  })

  it('GUAR-G7 INV-I9 that what has synced stays so, through errors, relists and the end', async () => {
    const setup = setUp({ pods: ['a'] })
    const registration = setup.informer.addEventHandler({})
    const states = new Set<string>()
    setup.informer.status$.subscribe(({ synced }) => states.add(`${synced} ${registration.hasSynced()}`))
    const { source, clock, informer } = await started(setup)
    states.clear()
    source.failNext('watch', faults.expired(), 3)
    source.failNext('list', faults.internalError(), 3)
    source.resetWatch()
    await clock.advance('5m')
    await informer.stop()
    await clock.settle()
    expect([...states]).toEqual(['true true'])
  })

  it('GUAR-G8 the order of arrival across keys, and deletions first in a relist', async () => {
    const setup = setUp({ pods: ['z'] })
    const handler = recorder()
    setup.informer.addEventHandler(handler, { mailbox: { mode: 'every' } })
    const { source, clock, informer } = await started(setup)
    for (const name of ['b', 'a']) source.add(podOf(name))
    for (const name of ['b', 'a']) source.modify(podOf(name, { value: 1 }))
    await clock.settle()
    source.addDropWatch(podOf('c'))
    source.deleteDropWatch(podOf('z'))
    source.resetWatch()
    await clock.advance('5s')
    expect(handler.log.filter((line) => !line.endsWith('sync'))).toEqual([
      'added z initial',
      'added b',
      'added a',
      'updated b 3->5',
      'updated a 4->6',
      'deleted z unknown',
      'added c',
    ])
    await informer.stop()
  })

  it('GUAR-G9 that a relist asks for nothing older than what was seen, and the cache does not go back', async () => {
    const setup = setUp({ pods: ['a'], source: { watchListUnsupported: true } })
    const { source, clock, informer } = await started(setup)
    source.modify(podOf('a', { value: 1 }))
    await clock.settle()
    const seen = informer.lastSyncResourceVersion
    source.addDropWatch(podOf('b'))
    source.resetWatch()
    await clock.advance('5s')
    const lists = source.requests.filter(({ verb }) => verb === 'list')
    expect(lists.at(-1)?.options.resourceVersion).toBe(seen)
    expect(informer.lister.get({ namespace: 'default', name: 'a' }).spec).toEqual({ value: 1 })
    await informer.stop()
  })

  it('GUAR-G10 that all readers get the same frozen object', async () => {
    const setup = setUp({ pods: ['a'] })
    const seen: unknown[] = []
    for (let count = 0; count < 2; count++)
      setup.informer.addEventHandler({ added: (pod) => void seen.push(pod) })
    const { informer } = await started(setup)
    const cached = informer.lister.get({ namespace: 'default', name: 'a' })
    expect(seen[0] === cached && seen[1] === cached).toBe(true)
    expect(Object.isFrozen(cached) && Object.isFrozen(cached.metadata)).toBe(true)
    await informer.stop()
  })

  it('GUAR-G11 that a list that was read does not change under its reader', async () => {
    const { informer, source, clock } = await started(setUp({ pods: ['a', 'b'] }))
    const listed = informer.lister.list()
    source.delete(podOf('a'))
    await clock.settle()
    expect(listed.map(nameOf)).toEqual(['a', 'b'])
    await informer.stop()
  })

  it('GUAR-G12 that a handler that never returns costs its own mailbox alone', async () => {
    const setup = setUp({ pods: ['a'] })
    const never = gate()
    const stuck = setup.informer.addEventHandler({ added: () => never.closed })
    const handler = recorder()
    setup.informer.addEventHandler(handler)
    const { source, clock, informer } = await started(setup)
    for (let value = 1; value <= 100; value++) source.modify(podOf('a', { value }))
    source.add(podOf('b'))
    await clock.settle()
    expect(handler.log.at(-1)).toBe('added b')
    expect(stuck.backlog).toBe(2)
    never.open()
    await informer.stop()
  })

  it('GUAR-G13 that a stop drops what waits', async () => {
    const setup = setUp({ pods: ['a', 'b', 'c'] })
    const running = gate()
    const seen: string[] = []
    setup.informer.addEventHandler({
      added(pod) {
        seen.push(nameOf(pod))
        return running.closed
      },
    })
    const { informer } = await started(setup)
    const stop = informer.stop()
    running.open()
    await stop
    expect(seen).toEqual(['a'])
  })
})

type Step = { readonly act: 'set' | 'delete' | 'drop' | 'relist' | 'wait'; readonly name: string }

describe('after any history of a server with faults', () => {
  const steps = fc.array(
    fc.record<Step>({
      act: fc.constantFrom('set', 'set', 'delete', 'drop', 'relist', 'wait'),
      name: fc.constantFrom('a', 'b', 'c'),
    }),
    { maxLength: 40 },
  )

  it('INV-I3 INV-I4 GUAR-G4 a slow handler has seen add, updates, delete of each key, and what the cache shows', async () => {
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.integer(),
        fc.constantFrom('RealFIFO' as const, 'DeltaFIFO' as const),
        async (history, seed, queue) => {
          const setup = setUp({ queue })
          const random = seededRandom(seed)
          const view = new Map<string, unknown>()
          const wrongs: string[] = []
          const slowly = () =>
            random.next() < 0.5
              ? undefined
              : new Promise<void>((resolve) => void setup.clock.setTimer(300, resolve))
          const handler: ResourceEventHandler<TestPod> = {
            added(pod) {
              if (view.has(nameOf(pod))) wrongs.push(`added ${nameOf(pod)} twice`)
              view.set(nameOf(pod), pod)
              return slowly()
            },
            updated(before, pod) {
              if (view.get(nameOf(pod)) !== before)
                wrongs.push(`updated ${nameOf(pod)} from something unseen`)
              view.set(nameOf(pod), pod)
              return slowly()
            },
            deleted(pod) {
              if (!view.delete(nameOf(pod))) wrongs.push(`deleted ${nameOf(pod)} unseen`)
              return slowly()
            },
          }
          setup.informer.addEventHandler(handler)
          const { source, clock, informer } = await started(setup)
          for (const { act, name } of history) {
            const present = source.objects.has(`default/${name}`)
            if (act === 'set') source[present ? 'modify' : 'add'](podOf(name))
            else if (act === 'delete' && present) source.delete(podOf(name))
            else if (act === 'drop' && present) source.deleteDropWatch(podOf(name))
            else if (act === 'relist') source.resetWatch()
            else await clock.advance('1s')
          }
          source.addDropWatch(podOf('last'))
          source.resetWatch()
          await clock.advance('2m')
          expect(wrongs).toEqual([])
          const cached = informer.lister.list().map((pod): [string, unknown] => [nameOf(pod), pod])
          expect(view).toEqual(new Map(cached))
          expect(new Set(view.keys())).toEqual(new Set([...source.objects.values()].map(nameOf)))
          await informer.stop()
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)
})
