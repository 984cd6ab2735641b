import { ConsistencyError, ConsistencyStore } from '@rxkube/controller'
import { Indexer } from '@rxkube/indexer'
import { Pod, ReplicaSet } from '@rxkube/meta'
import { describe, expect, it } from 'vitest'

const owner = 'default/web'

const store = (versions: { pods?: string; sets?: string } = {}) => {
  const now = { pods: '10', sets: '10', ...versions }
  const consistency = new ConsistencyStore([
    [Pod, { lastStoreSyncResourceVersion: () => now.pods }],
    [ReplicaSet, { lastStoreSyncResourceVersion: () => now.sets }],
  ])
  return { now, consistency, ready: () => readiness(consistency, owner) }
}

const readiness = (consistency: ConsistencyStore, key: string): string => {
  try {
    consistency.ensureReady(key)
    return 'ready'
  } catch (error) {
    return error instanceof ConsistencyError
      ? `${error.groupResource} ${error.readResourceVersion} < ${error.wroteResourceVersion}`
      : String(error)
  }
}

describe('ConsistencyStore', () => {
  it('CH-8 FEAT-K7 refuses while the cache is behind the own write, and is ready at the bookmark of that version', () => {
    const pods = new Indexer<Pod>()
    pods.replace([], '10')
    const consistency = new ConsistencyStore([[Pod, pods]])
    consistency.wroteAt(owner, 'u1', Pod, '11')
    expect(readiness(consistency, owner)).toBe('pods 10 < 11')
    pods.bookmark('11')
    expect(readiness(consistency, owner)).toBe('ready')
    expect(consistency.size).toBe(0)
  })

  it('CH-8 FEAT-K7 keeps the newest version of each kind, compared as numbers of any length', () => {
    const { now, consistency, ready } = store({ pods: '9', sets: '9' })
    consistency.wroteAt(owner, 'u1', Pod, '10')
    consistency.wroteAt(owner, 'u1', Pod, '9')
    consistency.wroteAt(owner, 'u1', ReplicaSet, '18446744073709551616')
    expect(ready()).toBe('pods 9 < 10')
    now.pods = '10'
    expect(ready()).toBe('replicasets.apps 9 < 18446744073709551616')
    now.sets = '18446744073709551617'
    expect(ready()).toBe('ready')
  })

  it('CH-8 FEAT-K7 begins anew for an owner of another uid', () => {
    const { consistency, ready } = store()
    consistency.wroteAt(owner, 'u1', Pod, '99')
    consistency.wroteAt(owner, 'u2', ReplicaSet, '10')
    expect(ready()).toBe('ready')
  })

  it.each([
    ['nothing was written', undefined, {}],
    ['the cache is at that version', '10', {}],
    ['the cache is past it', '9', {}],
    ['the cache does not know its version', '99', { pods: '' }],
    ['the version of the cache has no order', '99', { pods: 'abc' }],
    ['the version written has no order', 'abc', {}],
  ])('CH-8 FEAT-K7 is ready when %s', (_, wrote, versions) => {
    const { consistency, ready } = store(versions)
    if (wrote !== undefined) consistency.wroteAt(owner, 'u1', Pod, wrote)
    expect(ready()).toBe('ready')
  })

  it('CH-8 FEAT-K7 does not wait for kinds without a cache, nor for other owners', () => {
    const consistency = new ConsistencyStore([[Pod, { lastStoreSyncResourceVersion: () => '10' }]])
    consistency.wroteAt(owner, 'u1', ReplicaSet, '99')
    consistency.wroteAt('default/other', 'u2', Pod, '99')
    expect([readiness(consistency, owner), readiness(consistency, 'default/other')]).toEqual([
      'ready',
      'pods 10 < 99',
    ])
  })

  it('CH-8 FEAT-K7 forgets an owner, or only the one of a uid', () => {
    const { consistency, ready } = store()
    consistency.wroteAt(owner, 'u1', Pod, '99')
    consistency.clear(owner, 'u2')
    expect(ready()).toBe('pods 10 < 99')
    consistency.clear(owner, 'u1')
    expect(ready()).toBe('ready')
    consistency.wroteAt(owner, 'u1', Pod, '99')
    consistency.clear(owner)
    expect(ready()).toBe('ready')
  })

  it('does not wait for a cache that went back in time: its server was restored', () => {
    const { now, consistency, ready } = store({ pods: '100' })
    consistency.wroteAt(owner, 'u1', Pod, '101')
    expect(ready()).toBe('pods 100 < 101')
    now.pods = '40'
    expect(ready()).toBe('ready')
  })
})
