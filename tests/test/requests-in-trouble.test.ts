import { type FakeFault, faults, statuses } from '@rxkube/client/testing'
import { InvariantMonitor } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'
import { ModelledInformer, pod } from '../support/modelled-informer.ts'

type Trouble = readonly [name: string, list: FakeFault | undefined, watch: FakeFault | undefined]

const troubles: readonly Trouble[] = [
  ['lists answered with 500', faults.internalError(), undefined],
  ['lists answered with 403', faults.forbidden(), undefined],
  ['lists answered with 404', faults.notFound(), undefined],
  ['lists answered with 429', faults.tooManyRequests(), undefined],
  ['lists answered with a login page', faults.html(), undefined],
  ['lists that end in the middle', faults.truncated(0), undefined],
  ['lists without a version', faults.noResourceVersion(), undefined],
  ['lists refused', faults.refused(), undefined],
  ['watches answered with 500', undefined, faults.internalError()],
  ['watches answered with 403', undefined, faults.forbidden()],
  ['watches answered with 410', undefined, faults.expired()],
  ['watches answered with 429', undefined, faults.tooManyRequests()],
  ['watches refused', undefined, faults.refused()],
  ['watches reset before they open', undefined, faults.reset()],
  ['watches that end at once', undefined, faults.close()],
  ['watches that break at once', undefined, faults.interrupt()],
  ['watches with an ERROR event of 410', undefined, faults.error(statuses.expired())],
  ['watches with an ERROR event of 500', undefined, faults.error(statuses.internalError())],
  ['watches with an ERROR event of 429', undefined, faults.error(statuses.tooManyRequests())],
  ['watches with a frame that cannot be read', undefined, faults.undecodable()],
  ['everything refused', faults.refused(), faults.refused()],
]

describe('requests in trouble', { timeout: 60_000 }, () => {
  // Seven sessions of a list and a watch fit into the first minute when no jitter stretches the ramp.
  const budget = { firstMinute: 14, perMinute: 4 }

  it.each(troubles)('INV-I15 stay within their budget with %s', async (_, list, watch) => {
    const monitor = new InvariantMonitor({ budget })
    await using world = new ModelledInformer({ reflector: { backoff: { resetRule: 'sinceStep' } } })
    if (list !== undefined) world.source.failNext('list', list, 10_000)
    if (watch !== undefined) world.source.failNext('watch', watch, 10_000)
    monitor.requests.trouble(0)
    await world.start()
    await world.clock.advance('30m')
    for (const { verb, at } of world.source.requests) {
      monitor.requests.reasonToList()
      monitor.requests.observe({ verb, at, applied: '' })
    }
    monitor.verify()
    expect(monitor.checked.get('I15')).toBeGreaterThan(20)
    expect(world.source.requests.length).toBeLessThan(150)
  })

  it.each(troubles)('come back at most as often as client-go’s with %s', async (_, list, watch) => {
    await using world = await new ModelledInformer().start()
    if (list !== undefined) world.source.failNext('list', list, 10_000)
    world.source.failNext('watch', watch ?? faults.expired(), 10_000)
    world.source.closeStreams()
    await world.clock.advance('30m')
    // 0.053 sessions a second is what client-go's ramp comes to, which begins anew every two minutes.
    expect(world.source.requests.length).toBeLessThan(2 * 0.053 * 1800 * 1.4)
  })
})

describe('a single fault', { timeout: 60_000 }, () => {
  const step = 5000
  const idle = 605_000 + step

  const singles: readonly (readonly [string, number, (world: ModelledInformer) => void])[] = [
    ...troubles.map(
      ([name, list, watch]) =>
        [
          name,
          step,
          ({ source }: ModelledInformer) => {
            if (list !== undefined) source.failNext('list', list)
            source.failNext('watch', watch ?? faults.expired())
            source.closeStreams()
          },
        ] as const,
    ),
    ['a stream that breaks', step, ({ source }) => source.interruptStreams()],
    ['an ERROR event of 504', step, ({ source }) => source.sendError(statuses.tooLarge())],
    ['a silent stream', idle, ({ source }) => source.silenceStreams()],
    ['a forgotten history', step, ({ source }) => source.resetWatch()],
    ['an event that does not belong', step, ({ source }) => source.send({ type: 'SYNC', object: {} })],
  ]

  it.each(singles)('INV-I13 is over in time: %s', async (name, within, fault) => {
    await using world = await new ModelledInformer({
      reflector: { expectedType: { apiVersion: 'v1', kind: 'Pod' } },
    }).start('a')
    const monitor = new InvariantMonitor()
    const { requests } = monitor
    await world.clock.advance('10s')
    requests.fault(name, world.clock.monotonic(), within)
    fault(world)
    world.source.add(pod('b'))
    for (let waited = 0; waited <= within + 60_000 && !world.keys.includes('default/b'); waited += 100) {
      // oxlint-disable-next-line no-await-in-loop -- moment after moment
      await world.clock.advance(100)
    }
    requests.progress(world.clock.monotonic())
    monitor.verify()
    expect(world.keys).toEqual(['default/a', 'default/b'])
    expect(monitor.checked.get('I13')).toBe(1)
  })
})
