import { describe, expect, it } from 'vitest'
import { ControlledStream } from './support/controlled-stream.ts'
import { api, statuses } from './support/failures.ts'
import { page } from './support/objects.ts'
import { Running } from './support/running.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

const resyncs = (running: Running) => running.told.filter((each) => each === 'resync').length

describe('the resync timer', () => {
  it('REF-10 FEAT-B19 ticks while watching, also while a watch is waited for, and not while listing', async () => {
    const stream = new ControlledStream()
    const server = new ScriptedListerWatcher({
      lists: [page('10'), 'hang'],
      watches: [api(statuses.tooManyRequests, 4), stream],
    })
    const running = new Running(server, { useWatchList: false, resyncPeriod: '1s' })
    await running.clock.advance('3s')
    expect(resyncs(running)).toBe(3)
    await running.clock.advance('2s')
    expect(resyncs(running)).toBe(5)
    stream.send({ type: 'ERROR', object: statuses.expired })
    await running.clock.advance('1m')
    expect(server.count('list')).toBe(2)
    expect(resyncs(running)).toBe(5)
  })

  it('REF-10 FEAT-B19 begins anew with each session', async () => {
    const stream = new ControlledStream()
    const server = new ScriptedListerWatcher({ lists: [page('10'), page('11')], watches: [stream] })
    const running = new Running(server, { useWatchList: false, resyncPeriod: '1s' })
    await running.clock.advance(900)
    stream.send({ type: 'ERROR', object: statuses.expired })
    await running.clock.advance(800 + 999)
    expect(resyncs(running)).toBe(0)
    await running.clock.advance(1)
    expect(resyncs(running)).toBe(1)
  })

  it('FEAT-B19 tells nothing when nobody wants it, and asks again the next time', async () => {
    let wanted = false
    const server = new ScriptedListerWatcher({ lists: [page('10')] })
    const running = new Running(server, {
      useWatchList: false,
      resyncPeriod: '1s',
      shouldResync: () => wanted,
    })
    await running.clock.advance('2s')
    expect(resyncs(running)).toBe(0)
    wanted = true
    await running.clock.advance('1s')
    expect(resyncs(running)).toBe(1)
  })

  it('REF-10 FEAT-B19 a consumer that fails at the second tick ends the session, and no handler is told', async () => {
    let ticks = 0
    const server = new ScriptedListerWatcher({ lists: [page('10'), page('11')] })
    const running = new Running(server, {
      useWatchList: false,
      resyncPeriod: '1s',
      deliver: (events) => {
        for (const { type } of events) if (type === 'resync' && ++ticks === 2) throw new Error('not now')
      },
    })
    await running.clock.advance('2s')
    expect(server.streams[0]?.stops).toBe(1)
    await running.clock.advance(800)
    expect(ticks).toBe(2)
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', '10'])
    expect(running.handled).toEqual([])
    expect(running.errors).toEqual([])
  })

  it('is not set without a period', async () => {
    const running = new Running(new ScriptedListerWatcher({ lists: [page('10')] }), { useWatchList: false })
    await running.settle()
    expect(running.clock.pending).toBe(0)
  })
})
