import { describe, expect, it } from 'vitest'
import { podOf, recorder, setUp } from './support/informer.ts'

const watches = ({ source }: ReturnType<typeof setUp>) =>
  source.requests.filter(({ verb }) => verb === 'watch').length

describe('an informer that only streams use', () => {
  it('starts with the first stream, once, and stops some time after the last', async () => {
    const setup = setUp({ pods: ['a'] })
    const { informer, clock, source } = setup
    expect(source.requests).toEqual([])
    const one = informer.changes().subscribe()
    const two = informer.select$({}).subscribe()
    await clock.settle()
    expect(watches(setup)).toBe(1)
    one.unsubscribe()
    two.unsubscribe()
    await clock.advance('29s')
    expect([informer.status.phase, source.streams]).toEqual(['watching', 1])
    await clock.advance('1s')
    expect([informer.status.phase, source.streams, informer.indexer.size, clock.pending]).toEqual([
      'new',
      0,
      0,
      0,
    ])
  })

  it('goes on for a stream that comes within the time, and starts anew for a later one', async () => {
    const setup = setUp({ pods: ['a'] })
    const { informer, clock, source } = setup
    informer.changes().subscribe().unsubscribe()
    await clock.advance('10s')
    const second: string[] = []
    const subscription = informer.changes().subscribe(({ type }) => second.push(type))
    await clock.advance('1m')
    expect([watches(setup), second]).toEqual([1, ['added', 'synced']])
    subscription.unsubscribe()
    await clock.advance('1m')
    source.add(podOf('b'))
    const third: string[] = []
    informer.changes().subscribe((change) => third.push('key' in change ? change.key : change.type))
    await clock.settle()
    expect([watches(setup), third]).toEqual([2, ['default/a', 'default/b', 'synced']])
    await informer.stop()
  })

  it('is held by its handlers once it runs, and not started by them', async () => {
    const setup = setUp({ pods: ['a'] })
    const { informer, clock, source } = setup
    const handler = recorder()
    const registration = informer.addEventHandler(handler)
    await clock.advance('1m')
    expect(source.requests).toEqual([])
    informer.changes().subscribe().unsubscribe()
    await clock.advance('1m')
    expect([source.streams, handler.log]).toEqual([1, ['added a initial']])
    await registration.remove()
    await clock.advance('30s')
    expect(source.streams).toBe(0)
  })

  it('runs for good once it was started, and is not started twice', async () => {
    const setup = setUp({ pods: ['a'] })
    const { informer, clock, source } = setup
    const subscription = informer.changes().subscribe()
    await clock.settle()
    informer.start()
    subscription.unsubscribe()
    await clock.advance('1m')
    expect([watches(setup), source.streams]).toEqual([1, 1])
    await informer.stop()
    expect([source.streams, clock.pending]).toEqual([0, 0])
  })

  it('is not started by looking at its status', async () => {
    const { informer, clock, source } = setUp()
    informer.status$.subscribe()
    await clock.settle()
    expect([source.requests, informer.status.phase]).toEqual([[], 'new'])
  })
})
