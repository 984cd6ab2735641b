import { DeliveryError } from '@rxkube/reflector'
import { describe, expect, it } from 'vitest'
import { ControlledStream } from './support/controlled-stream.ts'
import { added, initialEventsEnd, page } from './support/objects.ts'
import { Running } from './support/running.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

/** A consumer that throws at what `at` says, the first time. */
function failing(at: string) {
  let failed = false
  return (events: readonly { readonly type: string }[]) => {
    if (failed || !events.some(({ type }) => type === at)) return
    failed = true
    throw new Error('no space left')
  }
}

describe('the consumer', () => {
  it('holds reading back: the next batch is not asked for before it has taken the last', async () => {
    const stream = new ControlledStream().send(initialEventsEnd('1'))
    const gates: PromiseWithResolvers<void>[] = []
    const running = new Running(new ScriptedListerWatcher({ watches: [stream] }), {
      deliver: (events) => {
        if (events[0]?.type !== 'added') return undefined
        const gate = Promise.withResolvers<void>()
        gates.push(gate)
        return gate.promise
      },
    })
    await running.settle()
    stream.send(added('a@2')).send(added('b@3'))
    await running.settle()
    expect(running.told.at(-1)).toBe('+a@2')
    expect(running.reflector.lastSyncResourceVersion).toBe('1')
    gates[0]?.resolve()
    await running.settle()
    expect(running.told.at(-1)).toBe('+b@3')
    expect(running.reflector.lastSyncResourceVersion).toBe('2')
    gates[1]?.resolve()
  })

  it('that fails at a change gets the whole state anew: the version does not move past what it missed', async () => {
    const stream = new ControlledStream().send(added('b@11'))
    const server = new ScriptedListerWatcher({
      lists: [page('10', 'a@5'), page('12', 'b@11')],
      watches: [stream],
    })
    const running = new Running(server, { useWatchList: false, deliver: failing('added') })
    await running.settle()
    expect(running.reflector.lastSyncResourceVersion).toBe('10')
    expect(running.reflector.status).toMatchObject({ phase: 'backoff', consumerErrors: 1, attempts: 1 })
    expect(running.reflector.status.lastError).toBeInstanceOf(DeliveryError)
    await running.clock.advance(800)
    expect(server.asked('list', 'resourceVersion')).toEqual(['0', '10'])
    expect(stream.stops).toBe(1)
  })

  it.each([
    ['init', ['0', '0']],
    ['initApply', ['0', '0']],
    ['initDone', ['0', '0']],
  ])('that fails at %s of a list gets another list after a step', async (at, versions) => {
    const server = new ScriptedListerWatcher({
      lists: at === 'init' ? [page('10', 'a@5')] : [page('9', 'a@5'), page('10', 'a@5')],
    })
    const running = new Running(server, { useWatchList: false, deliver: failing(at) })
    await running.settle()
    expect(running.reflector.lastSyncResourceVersion).toBe('')
    await running.clock.advance(800)
    expect(running.told.at(-1)).toBe('done 10')
    expect(server.asked('list', 'resourceVersion')).toEqual(at === 'init' ? ['0'] : versions)
    expect(running.handled.map(({ name }) => name)).toEqual(at === 'init' ? [] : ['ListFailedError'])
  })

  it('that fails at a streamed snapshot gets a list in the same session', async () => {
    const stream = new ControlledStream().send(added('a@1'), initialEventsEnd('2'))
    const server = new ScriptedListerWatcher({ lists: [page('10')], watches: [stream] })
    const running = new Running(server, { deliver: failing('initDone') })
    await running.clock.advance(800)
    expect(server.requests.map(([verb]) => verb)).toEqual(['watch', 'list', 'watch'])
    expect(running.told.at(-1)).toBe('done 10')
  })

  it('that fails always is asked again after longer and longer steps, never in a loop', async () => {
    const server = new ScriptedListerWatcher({ lists: Array.from({ length: 99 }, () => page('10')) })
    const running = new Running(server, {
      useWatchList: false,
      deliver: () => Promise.reject(new Error('never')),
    })
    await running.clock.advance('1m')
    expect(running.batches.length).toBeLessThan(10)
    await running.stop()
  })

  it('a watch error handler or shouldResync that throws ends nothing', async () => {
    const server = new ScriptedListerWatcher({ lists: [new Error('no'), page('10')] })
    const running = new Running(server, {
      useWatchList: false,
      resyncPeriod: '1s',
      watchErrorHandler: () => {
        throw new Error('handler')
      },
      shouldResync: () => {
        throw new Error('resync')
      },
    })
    await running.clock.advance('2s')
    expect(running.told.slice(-2)).toEqual(['done 10', 'resync'])
    expect(running.reflector.status.consumerErrors).toBe(2)
  })

  it('FAULT-F15 survives a watch error handler that rejects, and counts it', async () => {
    const rejecting = (): unknown => Promise.reject(new Error('no'))
    const server = new ScriptedListerWatcher({ lists: [new Error('no'), page('10')] })
    const running = new Running(server, { useWatchList: false, watchErrorHandler: rejecting })
    await running.settle()
    expect(running.reflector.status.consumerErrors).toBe(1)
    await running.clock.advance('1s')
    expect(running.reflector.status.phase).toBe('watching')
  })
})
