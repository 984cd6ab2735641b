import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { eachTurn, gate, nameOf, podOf, recorder, setUp, started, versionOf } from './support/informer.ts'

const queues = ['RealFIFO', 'DeltaFIFO'] as const

describe.each(queues)('with a %s, a shared informer', (queue) => {
  it('FAULT-A6 INV-I4 tells of an object that came and went unseen with an add and a delete, or not at all', async () => {
    const setup = setUp({ pods: ['first'], queue })
    const stall = gate()
    const handler = recorder()
    setup.informer.addEventHandler({
      ...handler,
      added(pod, info) {
        handler.added?.(pod, info)
        return nameOf(pod) === 'first' ? stall.closed : undefined
      },
    })
    const { source, clock, informer } = await started(setup)
    source.add(podOf('a'))
    await clock.settle()
    source.deleteDropWatch(podOf('a'))
    source.resetWatch()
    await clock.advance('5s')
    stall.open()
    await clock.settle()
    const about = handler.log.filter((line) => / a( |$)/.test(line))
    expect(about).toEqual(['added a', 'deleted a unknown'])
    await informer.stop()
  })

  it('FAULT-A7 loses nothing of an object that is deleted and made again around a relist', async () => {
    const setup = setUp({ pods: ['first'], queue })
    const stall = gate()
    const handler = recorder()
    setup.informer.addEventHandler({ ...handler, updated: () => stall.closed })
    const { source, clock, informer } = await started(setup)
    source.add(podOf('a'))
    await clock.settle()
    source.modify(podOf('first'))
    await clock.settle()
    source.delete(podOf('a'))
    source.addDropWatch(podOf('a', { value: 2 }))
    source.resetWatch()
    await clock.advance('5s')
    stall.open()
    await clock.settle()
    expect(handler.log.slice(1)).toEqual(['added a', 'deleted a', 'added a'])
    expect(informer.lister.get({ namespace: 'default', name: 'a' }).spec).toEqual({ value: 2 })
    await informer.stop()
  })

  it('FAULT-A8 takes the deletion of an object of the first list, however early', async () => {
    const setup = setUp({ pods: ['a', 'b'], queue })
    setup.informer.start()
    // Before anything of the list was worked off.
    for (let step = 0; step < 5; step++) await Promise.resolve()
    setup.source.delete(podOf('a'))
    await setup.clock.settle()
    expect(setup.informer.indexer.listKeys()).toEqual(['default/b'])
    await setup.informer.stop()
  })

  it('FAULT-A11 FAULT-A12 shows a deletion that it missed with the last known object, flagged', async () => {
    const setup = setUp({ queue })
    const gone: unknown[] = []
    setup.informer.addEventHandler({
      deleted: (pod, info) => void gone.push([nameOf(pod), pod.spec, info]),
    })
    setup.source.add(podOf('a', { value: 1 }))
    const { source, clock, informer } = await started(setup)
    source.modifyDropWatch(podOf('a', { value: 2 }))
    source.deleteDropWatch(podOf('a'))
    source.resetWatch()
    await clock.advance('5s')
    expect(gone).toEqual([
      ['a', { value: 1 }, expect.objectContaining({ key: 'default/a', finalStateUnknown: true })],
    ])
    await informer.stop()
  })

  it('FAULT-F5 INV-I18 transforms each object once, neither in resyncs nor in tombstones', async () => {
    const transformed: string[] = []
    const setup = setUp({
      pods: ['a'],
      queue,
      resyncPeriod: '1s',
      transform(pod) {
        transformed.push(`${nameOf(pod)} ${versionOf(pod)}`)
        return { ...pod, spec: { value: (pod.spec?.value ?? 0) + 1 } }
      },
    })
    setup.informer.addEventHandler(recorder())
    const { source, clock, informer } = await started(setup)
    await clock.advance('5s')
    source.modify(podOf('a', { value: 10 }))
    await clock.advance('1s')
    source.deleteDropWatch(podOf('a'))
    source.addDropWatch(podOf('b'))
    source.resetWatch()
    await clock.advance('900ms')
    expect(transformed).toEqual(['a 2', 'a 3', 'b 5'])
    expect(informer.lister.get({ namespace: 'default', name: 'b' }).spec).toEqual({ value: 1 })
    await informer.stop()
  })

  it('FAULT-F6 INV-I18 keeps name, uid and version of what a transform returns, so that changes count as changes', async () => {
    const setup = setUp({
      pods: ['a'],
      queue,
      resyncPeriod: '1s',
      transform: (pod) => ({ ...pod, metadata: { labels: { kept: 'yes' } } }),
    })
    const handler = recorder()
    setup.informer.addEventHandler(handler, { resyncPeriod: 0 })
    const { source, clock, informer } = await started(setup)
    await clock.advance('3s')
    source.modify(podOf('a', { value: 1 }))
    await clock.settle()
    expect(handler.log).toEqual(['added a initial', 'updated a 2->3'])
    expect(informer.lister.get({ namespace: 'default', name: 'a' }).metadata?.labels).toEqual({ kept: 'yes' })
    await informer.stop()
  })
})

describe('a shared informer', () => {
  it('FAULT-A19 GUAR-G11 INV-I8 shows readers the old world or the new one during a long relist, nothing in between', async () => {
    const count = 3000
    const setup = setUp({ pods: Array.from({ length: count }, (_, index) => `old-${index}`) })
    const { source, clock, informer } = await started(setup)
    for (let index = 0; index < count; index++) {
      source.deleteDropWatch(podOf(`old-${index}`))
      source.addDropWatch(podOf(`new-${index}`))
    }
    const seen = new Set<string>()
    const look = () => {
      const names = informer.lister.list().map(nameOf)
      const old = names.filter((name) => name.startsWith('old')).length
      seen.add(`${old} old, ${names.length - old} new`)
    }
    informer.addEventHandler({ added: look, deleted: look })
    await clock.settle()
    source.resetWatch()
    await eachTurn(clock.advance('5s'), look)
    expect([...seen]).toEqual([`${count} old, 0 new`, `0 old, ${count} new`])
    await informer.stop()
  })

  it('FAULT-F14 holds nothing of a list but the objects that are still in the cache', async () => {
    const names = Array.from({ length: 200 }, (_, index) => `pod-${index}`)
    const setup = setUp({ pods: names })
    setup.informer.addEventHandler(recorder())
    const { source, clock, informer } = await started(setup)
    const held = informer.lister.list().map((pod) => new WeakRef(pod))
    for (const name of names.slice(2)) source.delete(podOf(name))
    await clock.settle()
    setFlagsFromString('--expose-gc')
    const collectGarbage = runInNewContext('gc') as () => void
    for (let round = 0; round < 3; round++) {
      // oxlint-disable-next-line no-await-in-loop -- a weak reference holds its target for the rest of its turn
      await clock.yield()
      collectGarbage()
    }
    expect(held.filter((reference) => reference.deref() !== undefined)).toHaveLength(2)
    await informer.stop()
  })
})
