import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ReflectorDiagnostic } from '@rxkube/reflector'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ControlledStream } from './support/controlled-stream.ts'
import { api, refused, statuses } from './support/failures.ts'
import { added, bookmark, errorEvent, foreign, page } from './support/objects.ts'
import { Running } from './support/running.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

describe('the status', () => {
  it('FAULT-A23 says at any time what is done and why it does not get on', async () => {
    const stream = new ControlledStream()
    const server = new ScriptedListerWatcher({
      lists: [api(statuses.forbidden), api(statuses.forbidden), page('10')],
      watches: [stream],
    })
    const running = new Running(server, { useWatchList: false, name: 'pods of web' })
    const phases: string[] = []
    running.reflector.status$.subscribe(({ phase }) => phases.push(phase))
    await running.settle()
    expect(running.reflector.status).toMatchObject({
      name: 'pods of web',
      phase: 'backoff',
      synced: false,
      attempts: 1,
      retryAt: running.clock.now() + 800,
      lastError: { name: 'ListFailedError', cause: { code: 403, reason: 'Forbidden' } },
    })
    await running.clock.advance(800 + 1600)
    stream.send(added('a@11'), foreign('ODD', {}), bookmark('12'))
    await running.settle()
    expect(running.reflector.status).toMatchObject({
      phase: 'watching',
      synced: true,
      resourceVersion: '12',
      attempts: 0,
      lastError: undefined,
      retryAt: undefined,
      lists: 3,
      watches: 1,
      events: 3,
      skipped: 1,
      bytes: 300,
      lastEventAt: running.clock.now(),
    })
    await running.stop()
    expect(phases).toEqual([
      'idle',
      'listing',
      'backoff',
      'listing',
      'backoff',
      'listing',
      'watching',
      'stopped',
    ])
  })

  it.each([
    ['429', api(statuses.tooManyRequests)],
    ['a refused connection', refused()],
  ])(
    'FAULT-A23 forgets %s at the opening of a watch once it opens, though nothing changes',
    async (_, failure) => {
      const server = new ScriptedListerWatcher({
        lists: [page('10')],
        watches: [failure, failure, new ControlledStream()],
      })
      const running = new Running(server, { useWatchList: false })
      const told: (readonly [string, number])[] = []
      running.reflector.status$.subscribe(({ phase, attempts }) => told.push([phase, attempts]))
      await running.settle()
      expect(running.reflector.status.attempts).toBe(1)
      await running.clock.advance(800)
      expect(running.reflector.status.attempts).toBe(2)
      await running.clock.advance(1600)
      expect(running.reflector.status).toMatchObject({
        phase: 'watching',
        attempts: 0,
        lastError: undefined,
      })
      expect(told.at(-1)).toEqual(['watching', 0])
    },
  )

  it('forgets a failure within a watch once changes come in again', async () => {
    const stream = new ControlledStream()
    const server = new ScriptedListerWatcher({
      lists: [page('10')],
      watches: [new ControlledStream().send(errorEvent(statuses.tooManyRequests)), stream],
    })
    const running = new Running(server, { useWatchList: false })
    await running.settle()
    expect(running.reflector.status.attempts).toBe(1)
    await running.clock.advance(800)
    stream.send(bookmark('11'))
    await running.settle()
    expect(running.reflector.status).toMatchObject({ attempts: 0, lastError: undefined })
  })

  it('can be watched without starting anything', async () => {
    const server = new ScriptedListerWatcher({})
    const running = new Running(server, { signal: AbortSignal.abort() })
    await running.run
    const seen: string[] = []
    running.reflector.status$.subscribe(({ phase }) => seen.push(phase))
    expect(seen).toEqual(['stopped'])
    expect(server.requests).toEqual([])
  })
})

describe('the diagnostics channel', () => {
  it('REF-26 tells of each list and watch, of what was skipped, and of an end of initial events that is overdue', async () => {
    const heard: ReflectorDiagnostic[] = []
    const listen = (message: unknown): number => heard.push(message as ReflectorDiagnostic)
    subscribe('rxkube:reflector', listen)
    onTestFinished(() => void unsubscribe('rxkube:reflector', listen))
    const watch = new ControlledStream().send(added('c@11'), foreign('ODD', {}))
    const server = new ScriptedListerWatcher({
      lists: [page('10', 'a@5', 'b@6')],
      watches: ['hang', watch],
    })
    const running = new Running(server, { watchListTimeout: '15s' })
    await running.clock.advance('20s')
    watch.send(errorEvent(statuses.expired))
    await running.settle()
    await running.stop()
    expect(heard.map(({ type }) => type)).toEqual([
      'bookmarkOverdue',
      'watchListFellBack',
      'failed',
      'list',
      'synced',
      'skipped',
      'failed',
      'watch',
    ])
    expect(heard[0]).toEqual({ type: 'bookmarkOverdue', name: 'pods', silentFor: 10_000, sinceStart: true })
    expect(heard[3]).toEqual({
      type: 'list',
      name: 'pods',
      resourceVersion: '0',
      duration: 0,
      items: 2,
      error: undefined,
    })
    expect(heard.at(-1)).toMatchObject({
      type: 'watch',
      resourceVersion: '10',
      duration: 5000,
      events: 3,
      bytes: 300,
    })
  })

  it('comes in order to everybody, also where one who hears of it stops the reflector', async () => {
    const stop = new AbortController()
    const server = new ScriptedListerWatcher({ lists: [page('10')] })
    const running = new Running(server, { useWatchList: false, signal: stop.signal })
    running.reflector.status$.subscribe(({ phase }) => phase === 'watching' && stop.abort())
    const phases: string[] = []
    running.reflector.status$.subscribe(({ phase }) => phases.push(phase))
    await running.run
    expect(phases.slice(-2)).toEqual(['watching', 'stopped'])
  })
})
