import { TestClock } from '@rxkube/clock'
import { FakeControllerSource } from '@rxkube/client/testing'
import { describe, expect, it } from 'vitest'
import { Informer } from '../src/informer.ts'
import { gate, podOf, recorder, setUp, started, versionOf, type TestPod } from './support/informer.ts'

/** A handler of `every` change whose calls go on until they are let go; what comes meanwhile pauses the informer. */
async function held(resyncPeriod = '0s') {
  const setup = setUp({ pods: ['k'], queue: 'DeltaFIFO', resyncPeriod })
  const log: string[] = []
  const plain = recorder(log)
  let calls = gate()
  let isHeld = false
  const hold = () => (isHeld ? calls.closed : undefined)
  setup.informer.addEventHandler(
    {
      added: (...told) => (plain.added?.(...told), hold()),
      updated: (...told) => (plain.updated?.(...told), hold()),
      deleted: (...told) => (plain.deleted?.(...told), hold()),
    },
    { mailbox: { mode: 'every', highWaterMark: 1 } },
  )
  await started(setup)
  const { clock, informer } = setup
  const cached = () => informer.indexer.list().map(versionOf)
  return {
    ...setup,
    log,
    cached,
    close: () => {
      calls = gate()
      isHeld = true
    },
    open: async () => {
      isHeld = false
      calls.open()
      await clock.settle()
    },
    /** Has one delta call the handler, and another fill its mailbox; what comes now waits together. */
    fill: async () => {
      for (const value of [1, 2]) {
        setup.source.modify(podOf('k', { value }))
        await clock.settle()
      }
    },
    /** Ends one call: what waits is taken, and halts after its first delta. */
    openOne: async () => {
      const { open } = calls
      calls = gate()
      open()
      await clock.settle()
    },
  }
}

describe('an informer on a DeltaFIFO whose deltas take long to work off', () => {
  it('GUAR-G4 INV-I17 forgets an object that was deleted while its creation was worked off', async () => {
    const clock = new TestClock()
    const source = new FakeControllerSource<TestPod>({ apiVersion: 'v1', kind: 'Pod', clock })
    source.add(podOf('k'))
    const calls: PromiseWithResolvers<void>[] = []
    const log: string[] = []
    const call = (word: string): Promise<void> => {
      log.push(word)
      const { promise } = (calls[calls.length] = Promise.withResolvers<void>())
      return promise
    }
    const informer = new Informer<TestPod>({
      listerWatcher: source,
      clock,
      queue: 'DeltaFIFO',
      handler: {
        added: (pod, { initial }) => (initial ? undefined : call(`added ${pod.spec?.value}`)),
        updated: (_, pod) => call(`updated ${pod.spec?.value}`),
        deleted: (_, { key }) => call(`deleted ${key}`),
      },
    })
    const stop = new AbortController()
    const running = informer.run({ signal: stop.signal })
    await clock.settle()
    source.modify(podOf('k', { value: 1 }))
    await clock.settle()
    source.delete(podOf('k'))
    source.add(podOf('k', { value: 2 }))
    await clock.settle()
    calls[0]?.resolve()
    await clock.settle()
    source.delete(podOf('k'))
    await clock.settle()
    for (let index = 1; index < 4; index++) {
      calls[index]?.resolve()
      await clock.settle()
    }
    expect(log).toEqual(['updated 1', 'deleted default/k', 'added 2', 'deleted default/k'])
    expect(informer.store.size).toBe(0)
    stop.abort()
    await running
  })

  it('GUAR-G4 FEAT-D8 brings back nothing by a resync that is gone when all is worked off', async () => {
    const { clock, source, informer, log, cached, close, open, openOne, fill } = await held('1s')
    close()
    await fill()
    source.modify(podOf('k', { value: 6 }))
    source.delete(podOf('k'))
    await clock.settle()
    await openOne()
    await clock.advance('3s')
    await open()
    await clock.advance('1ms')
    expect(cached()).toEqual([])
    expect(log.filter((line) => line.startsWith('added'))).toEqual(['added k initial'])
    expect(log.at(-1)).toBe('deleted k')
    await informer.stop()
  })

  it('GUAR-G1 FEAT-D8 takes nothing back to an older version by a resync', async () => {
    const { clock, source, informer, log, cached, close, open, openOne, fill } = await held('1s')
    close()
    await fill()
    source.modify(podOf('k', { value: 6 }))
    source.modify(podOf('k', { value: 7 }))
    await clock.settle()
    await openOne()
    await clock.advance('3s')
    await open()
    await clock.advance('1ms')
    expect(cached()).toEqual([source.resourceVersion])
    const versions = log.slice(1).map((line) => /(\d+)->(\d+)/.exec(line)?.slice(1).map(Number))
    expect(versions.filter((pair) => (pair?.[1] ?? 0) < (pair?.[0] ?? 0))).toEqual([])
    await informer.stop()
  })

  it('GUAR-G4 FEAT-D3 forgets by a relist what is only now being worked off', async () => {
    const { clock, source, informer, cached, close, open, openOne, fill } = await held()
    close()
    await fill()
    source.delete(podOf('k'))
    source.add(podOf('k', { value: 7 }))
    await clock.settle()
    await openOne()
    source.deleteDropWatch(podOf('k'))
    source.resetWatch()
    await clock.advance('1m')
    await open()
    await clock.advance('1ms')
    expect(cached()).toEqual([])
    await informer.stop()
  })
})
