import { FakeControllerSource, faults } from '@rxkube/client/testing'
import { BackoffManager, seededRandom, TestClock, type Random } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'
import { defaultBackoff, newBackoff, nextDelay, Reflector, type BackoffParameters } from '@rxkube/reflector'
import { api, refused, statuses } from './support/failures.ts'
import { page } from './support/objects.ts'
import { noChance, Running } from './support/running.ts'
import { ScriptedListerWatcher } from './support/scripted-lister-watcher.ts'

/** The delays of `count` steps, each asked for when the last has passed. */
function delays(parameters: BackoffParameters, count: number, random: Random): number[] {
  let [now, state] = [0, newBackoff(parameters, 0)]
  return Array.from({ length: count }, () => {
    const [delay, next] = nextDelay(parameters, state, now, random.next())
    state = next
    now += delay
    return delay
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

describe('the step of a reflector', () => {
  it('BO-1 FEAT-B16 doubles from 0.8 s to 30 s, each drawn from as much again', () => {
    const never = { ...defaultBackoff, resetAfter: Infinity }
    const [low, high] = [delays(never, 9, noChance), delays(never, 9, { next: () => 0.999_999 })]
    expect(low).toEqual([800, 1600, 3200, 6400, 12_800, 25_600, 30_000, 30_000, 30_000])
    for (const [at, most] of high.entries()) {
      expect(most).toBeGreaterThan((low[at] ?? 0) * 1.9)
      expect(most).toBeLessThan((low[at] ?? 0) * 2)
    }
  })

  it('BO-1 from 1 ms to 50 ms, five refusals take 31 to 62 ms, and forty some 34 times the cap, to twice that', () => {
    const parameters = { ...defaultBackoff, duration: 1, cap: 50 }
    const random = seededRandom(7)
    const five = sum(delays(parameters, 5, random))
    expect(five).toBeGreaterThanOrEqual(31)
    expect(five).toBeLessThan(62)
    const forty = sum(delays(parameters, 40, random))
    expect(forty).toBeGreaterThanOrEqual(63 + 34 * 50)
    expect(forty).toBeLessThan(2 * (63 + 34 * 50))
  })

  it('BO-2 FEAT-B16 a back-off of the user is followed: 10, 20, 40, 80, 100 ms', async () => {
    const server = new ScriptedListerWatcher({
      lists: [page('1')],
      watches: Array.from({ length: 5 }, refused),
    })
    const running = new Running(server, {
      useWatchList: false,
      random: seededRandom(1),
      backoff: { duration: '10ms', factor: 2, jitter: 0, cap: '100ms' },
    })
    await running.clock.advance(249)
    expect(server.count('watch')).toBe(5)
    await running.clock.advance(1)
    expect(server.count('watch')).toBe(6)
  })

  it('FEAT-B16 begins anew two minutes after it last began; by the older rule, after two minutes of quiet', () => {
    const since = { ...defaultBackoff, resetRule: 'sinceStep' } as const
    expect(delays(defaultBackoff, 12, noChance).filter((delay) => delay === 800)).toHaveLength(2)
    expect(delays(since, 12, noChance).filter((delay) => delay === 800)).toHaveLength(1)
    const [, used] = nextDelay(since, newBackoff(since, 0), 1000, 0)
    expect(nextDelay(since, used, 121_001, 0)[0]).toBe(800)
    expect(nextDelay(since, used, 121_000, 0)[0]).toBe(1600)
  })

  it('BO-1 gives the delays of a BackoffManager', async () => {
    const clock = new TestClock()
    const manager = new BackoffManager({ clock, random: seededRandom(4) })
    const theirs: number[] = []
    for (let step = 0; step < 40; step++) {
      const delay = manager.step()
      theirs.push(delay)
      await clock.advance(delay)
    }
    expect(delays(defaultBackoff, 40, seededRandom(4))).toEqual(theirs)
  })

  it('FEAT-B16 without growth there is nothing to begin anew', () => {
    expect(delays({ ...defaultBackoff, factor: 0 }, 3, noChance)).toEqual([800, 800, 800])
  })

  it('FEAT-B16 is one and the same for lists, watches and WatchLists', async () => {
    const server = new ScriptedListerWatcher({
      lists: [api(statuses.serverError)],
      watches: [api(statuses.tooManyRequests), api(statuses.invalid), api(statuses.tooManyRequests)],
    })
    const running = new Running(server)
    await running.clock.advance('10s')
    expect(running.told.filter((each) => each.startsWith('error'))).toEqual([
      'error WatchFailedError 800',
      'error ListFailedError 1600',
      'error WatchFailedError 3200',
    ])
  })

  it('FAULT-C12 FAULT-A5 fifty reflectors that are cut off together come back apart', async () => {
    const random = seededRandom(3)
    const fleet = Array.from({ length: 50 }, () => {
      const server = new ScriptedListerWatcher({
        lists: [page('10'), page('11')],
        watches: [api(statuses.expired)],
      })
      return { server, running: new Running(server, { useWatchList: false, random }) }
    })
    await Promise.all(fleet.map(({ running }) => running.settle()))
    const waits = fleet.map(
      ({ running: { reflector, clock } }) => (reflector.status.retryAt ?? 0) - clock.now(),
    )
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(800)
    const buckets = Map.groupBy(waits, (wait) => Math.floor(wait / 200))
    expect(Math.max(...[...buckets.values()].map(({ length }) => length))).toBeLessThan(25)
    await Promise.all(fleet.map(({ running }) => running.clock.advance('2s')))
    expect(fleet.every(({ server }) => server.asked('list', 'resourceVersion')[1] === '10')).toBe(true)
  })

  it.each([
    ['end at once', faults.close()],
    ['are forbidden', faults.forbidden('pods')],
  ])(
    'INV-I15 half an hour in which WatchLists and watches %s costs at most four requests a minute at the cap',
    async (_, fault) => {
      const clock = new TestClock()
      const source = new FakeControllerSource({ clock, apiVersion: 'v1', kind: 'Pod' })
      source.failNext('watch', fault, 10_000)
      const stop = new AbortController()
      const reflector = new Reflector(source, {
        clock,
        random: noChance,
        backoff: { resetRule: 'sinceStep' },
      })
      const running = reflector.run(() => undefined, { signal: stop.signal })
      await clock.advance('1m')
      expect(source.requests.length).toBeLessThanOrEqual(16)
      await clock.advance('5m')
      const before = source.requests.length
      await clock.advance('24m')
      expect(source.requests.length - before).toBeLessThanOrEqual(24 * 4)
      expect(source.requests.slice(before).some(({ options }) => options.sendInitialEvents)).toBe(false)
      source.heal()
      await clock.advance('20m')
      source.failNext('watch', faults.expired())
      source.closeStreams()
      await clock.advance('1m')
      expect(source.requests.at(-1)?.options.sendInitialEvents).toBe(true)
      stop.abort()
      await running
    },
  )

  it('INV-I13 INV-I15 an hour of failures is survived at no more than four requests a minute once at the cap', async () => {
    const server = new ScriptedListerWatcher({
      lists: Array.from({ length: 999 }, () => api(statuses.serverError)),
    })
    const running = new Running(server, {
      useWatchList: false,
      random: seededRandom(5),
      backoff: { resetRule: 'sinceStep' },
    })
    await running.clock.advance('1m')
    expect(server.requests.length).toBeLessThanOrEqual(12)
    await running.clock.advance('59m')
    expect(server.requests.length).toBeLessThanOrEqual(12 + 59 * 2)
  })
})
