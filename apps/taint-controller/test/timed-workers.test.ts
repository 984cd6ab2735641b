import { TestClock } from '@rxkube/clock'
import { describe, expect, it } from 'vitest'
import { TimedWorkers } from '../src/writes/timed-workers.ts'

function workers(work?: (item: string) => Promise<boolean>) {
  const clock = new TestClock()
  const done: string[] = []
  const timed = new TimedWorkers<string>(clock, async ({ item }) => {
    done.push(item)
    return (await work?.(item)) ?? true
  })
  const after = (key: string, delay: number) => timed.add(key, key, clock.now(), clock.now() + delay)
  return { clock, done, timed, after }
}

const keys = ['1', '2', '3', '4', '5']

describe('work at its time', () => {
  it('T-12: is done at once when it is due', async () => {
    const { clock, done, after } = workers()
    for (const key of keys) after(key, 0)
    await clock.settle()
    expect(done).toEqual(keys)
  })

  it('T-12: is done once, when its time has come, however often it is added', async () => {
    const { clock, done, after } = workers()
    for (const key of [...keys, ...keys]) after(key, 10_000)
    await clock.advance('9999ms')
    expect(done).toEqual([])
    await clock.advance('1ms')
    expect(done).toEqual(keys)
    expect(after('1', 0)).toBe(false)
    await clock.settle()
    expect(done).toHaveLength(5)
  })

  it('T-12: what is cancelled is not done', async () => {
    const { clock, done, timed, after } = workers()
    for (const key of keys) after(key, 10_000)
    expect([timed.cancel('2'), timed.cancel('4'), timed.cancel('2'), timed.cancel('6')]).toEqual([
      true,
      true,
      false,
      false,
    ])
    await clock.advance('10s')
    expect(done).toEqual(['1', '3', '5'])
  })

  it('T-12: what is cancelled can be added again', async () => {
    const { clock, done, timed, after } = workers()
    for (const key of keys) after(key, 10_000)
    timed.cancel('2')
    timed.cancel('4')
    expect(after('2', 10_000)).toBe(true)
    await clock.advance('10s')
    expect(done).toEqual(['1', '3', '5', '2'])
  })

  it('T-12: waits from now on for as long as lies between creation and due time', async () => {
    const { clock, done, timed } = workers()
    timed.add('a', 'a', clock.now() - 60_000, clock.now() - 50_000)
    await clock.advance('9s')
    expect(done).toEqual([])
    await clock.advance('1s')
    expect(done).toEqual(['a'])
  })

  it('T-12: a time beyond what timers of Node hold is honoured', async () => {
    const { clock, done, after } = workers()
    after('a', 2 ** 31 + 5)
    await clock.advance(2 ** 31)
    expect(done).toEqual([])
    await clock.advance(5)
    expect(done).toEqual(['a'])
  })

  it('T-12: only what still waits can be got, and cancelling the rest says no', async () => {
    const { clock, timed, after } = workers()
    after('a', 10_000)
    expect(timed.get('a')).toMatchObject({ item: 'a', fireAt: clock.now() + 10_000 })
    await clock.advance('10s')
    expect(timed.get('a')).toBeUndefined()
    expect(timed.holder('a')).toBeDefined()
    expect(timed.cancel('a')).toBe(false)
    expect(timed.holder('a')).toBeUndefined()
  })

  it('T-12: a key whose work failed is free', async () => {
    const { clock, done, after } = workers(() => Promise.resolve(false))
    after('a', 0)
    await clock.settle()
    expect(after('a', 0)).toBe(true)
    await clock.settle()
    expect(done).toEqual(['a', 'a'])
  })

  it('T-12: work that ends late leaves alone what has taken its key', async () => {
    const first = Promise.withResolvers<boolean>()
    const { clock, done, timed, after } = workers((item) =>
      item === 'old' ? first.promise : Promise.resolve(true),
    )
    timed.add('a', 'old', clock.now(), clock.now())
    timed.cancel('a')
    after('a', 10_000)
    first.resolve(false)
    await clock.settle()
    expect(timed.get('a')).toMatchObject({ item: 'a' })
    await clock.advance('10s')
    expect(done).toEqual(['old', 'a'])
    expect(timed.size).toBe(1)
  })

  it('T-12: stopping leaves no timer, and waits for what is under way', async () => {
    const slow = Promise.withResolvers<boolean>()
    const { clock, timed, after } = workers(() => slow.promise)
    after('running', 0)
    after('waiting', 10_000)
    let stopped = false
    const stop = timed.stop().then(() => (stopped = true))
    await clock.settle()
    expect({ stopped, timers: clock.pending }).toEqual({ stopped: false, timers: 0 })
    slow.resolve(true)
    await stop
  })
})
