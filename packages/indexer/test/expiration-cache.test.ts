import { describe, expect, it } from 'vitest'
import { TestClock } from '@rxkube/clock'
import { ExpirationCache, ttlPolicy, ttlStore } from '@rxkube/indexer'
import { names, pod, type Pod } from './support/pods.ts'

async function make() {
  const clock = new TestClock()
  const store = ttlStore<Pod>({ ttl: '10s', clock })
  store.add(pod('a'))
  await clock.advance(5000)
  store.add(pod('b'))
  return { clock, store }
}

describe('a TTL store', () => {
  it('ST-8 FEAT-C9 has an object whose age is exactly the TTL, and no older one', async () => {
    const { clock, store } = await make()
    await clock.advance(5000)
    expect(store.getByKey('default/a')?.metadata?.name).toBe('a')
    await clock.advance(1)
    expect(store.getByKey('default/a')).toBeUndefined()
    expect(store.get(pod('b'))?.metadata?.name).toBe('b')
  })

  it('ST-8 FEAT-C9 lists what has not expired, and forgets only the rest', async () => {
    const { clock, store } = await make()
    await clock.advance(6000)
    expect(store.listKeys()).toEqual(['default/a', 'default/b'])
    expect(names(store.list())).toEqual(['b'])
    expect(store.listKeys()).toEqual(['default/b'])
  })

  it('ST-8 FEAT-C9 has what was added again after it expired, from then on', async () => {
    const { clock, store } = await make()
    await clock.advance(20_000)
    store.add(pod('a', { node: 'n1' }))
    await clock.advance(10_000)
    expect(store.getByKey('default/a')?.spec?.nodeName).toBe('n1')
  })

  it('ST-8 counts the age from the last update', async () => {
    const { clock, store } = await make()
    store.update(pod('a'))
    await clock.advance(10_000)
    expect(names(store.list())).toEqual(['a', 'b'])
  })

  it('ST-8 gives everything that replaces the content the same age', async () => {
    const { clock, store } = await make()
    store.replace([pod('x'), pod('y')])
    await clock.advance(10_000)
    expect(names(store.list())).toEqual(['x', 'y'])
    await clock.advance(1)
    expect(store.list()).toEqual([])
  })

  it('ST-8 deletes an expired object as any other', async () => {
    const { clock, store } = await make()
    await clock.advance(60_000)
    store.delete(pod('a'))
    expect(store.listKeys()).toEqual(['default/b'])
  })
})

describe('an expiration cache', () => {
  it('ST-8 never forgets with a TTL of 0', () => {
    expect(ttlPolicy(0)({}, Number.MAX_VALUE)).toBe(false)
    expect(ttlPolicy(-5)({}, Number.MAX_VALUE)).toBe(false)
  })

  it('ST-8 FEAT-C9 does not remove what was added again while its policy looked at the one before', () => {
    const store = new ExpirationCache<Pod>({
      policy: ({ spec }) => {
        if (spec?.nodeName !== 'old') return false
        store.update(pod('a', { node: 'new' }))
        return true
      },
    })
    store.add(pod('a', { node: 'old' }))
    expect(store.getByKey('default/a')).toBeUndefined()
    expect(store.getByKey('default/a')?.spec?.nodeName).toBe('new')
  })
})
