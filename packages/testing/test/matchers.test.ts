import { assertConverged, assertHolds, assertSynced, type Listing, matchers } from '@rxkube/testing'
import { describe, expect, it } from 'vitest'

const object = (name: string, resourceVersion: string) => ({
  metadata: { name, namespace: 'default', resourceVersion },
})
const listing = (...objects: ReturnType<typeof object>[]): Listing => ({ list: () => objects })

describe('assertSynced', () => {
  it('names the last error of what has not synced', () => {
    const lastError = new Error('403 Forbidden')
    const syncing = { hasSynced: () => false, status: { lastError } }
    expect(() => assertSynced(syncing)).toThrow('has not synced: 403 Forbidden')
    expect(() => assertSynced({ hasSynced: () => true })).not.toThrow()
  })
})

describe('assertHolds', () => {
  const cache = listing(object('a', '5'), object('b', '7'))

  it.each([
    ['names', ['a', 'b']],
    ['names with versions, in any order', ['b@7', 'a@5']],
    ['full names', ['default/a', 'default/b@7']],
  ])('takes %s', (_, expected) => {
    expect(() => assertHolds(cache, expected)).not.toThrow()
  })

  it.each([
    ['one is missing', ['a']],
    ['one is too many', ['a', 'b', 'c']],
    ['a version differs', ['a@6', 'b']],
  ])('throws when %s', (_, expected) => {
    expect(() => assertHolds(cache, expected)).toThrow('the cache lists other objects')
  })
})

describe('assertConverged', () => {
  it('compares a cache with what the server has, in any order', () => {
    const server = listing(object('b', '7'), object('a', '5'))
    expect(() => assertConverged(listing(object('a', '5'), object('b', '7')), server)).not.toThrow()
    expect(() => assertConverged(listing(object('a', '5')), server)).toThrow('not what the server has')
  })
})

describe('matchers', () => {
  it('are the assertions as expect.extend takes them', () => {
    const cache = listing(object('a', '5'))
    expect(matchers.toSatisfyHolds(cache, ['a']).pass).toBe(true)
    const failed = matchers.toSatisfyHolds(cache, ['b'])
    expect(failed.pass).toBe(false)
    expect(failed.message()).toContain('the cache lists other objects')
    expect(matchers.toSatisfySynced({ hasSynced: () => true }).message()).toContain('expected to fail')
    expect(matchers.toSatisfyConverged(cache, cache).pass).toBe(true)
  })
})
