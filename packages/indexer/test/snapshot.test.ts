import { describe, expect, it } from 'vitest'
import { Indexer, UnknownIndexError } from '@rxkube/indexer'
import { byNode, names, pod } from './support/pods.ts'

function make() {
  const indexer = new Indexer({ indexers: { node: byNode } })
  indexer.replace([pod('a', { node: 'n1' }), pod('b', { node: 'n1', labels: { app: 'web' } })], '1')
  return indexer
}

describe('a snapshot', () => {
  it('GUAR-G11 has what was there, and not what was written since', () => {
    const indexer = make()
    const snapshot = indexer.snapshot()
    indexer.delete(pod('a'))
    indexer.update(pod('b', { node: 'n2', version: '2' }))
    indexer.add(pod('c', { node: 'n1' }))
    expect(names(snapshot.list())).toEqual(['a', 'b'])
    expect(names(snapshot.list('app=web'))).toEqual(['b'])
    expect(names(snapshot.byIndex('node', 'n1'))).toEqual(['a', 'b'])
    expect(snapshot.byIndex('node', 'n2')).toEqual([])
    expect(snapshot.getByKey('default/b')?.spec?.nodeName).toBe('n1')
    expect(snapshot.getByKey('default/c')).toBeUndefined()
    expect([snapshot.size, snapshot.resourceVersion]).toEqual([2, '1'])
  })

  it('GUAR-G11 outlives a replacement', () => {
    const indexer = make()
    const snapshot = indexer.snapshot()
    indexer.replace([pod('z', { node: 'n1' })], '9')
    indexer.add(pod('y', { node: 'n1' }))
    expect(snapshot.indexKeys('node', 'n1')).toEqual(['default/a', 'default/b'])
  })

  it('GUAR-G11 can be iterated over while the store is written', () => {
    const indexer = make()
    const seen: string[] = []
    for (const [key] of indexer.snapshot().entries()) {
      seen.push(key)
      indexer.delete(pod('b'))
      indexer.add(pod(`${seen.length}`))
    }
    expect(seen).toEqual(['default/a', 'default/b'])
  })

  it('is the same one while nothing is written, and its own after each write', () => {
    const indexer = make()
    const first = indexer.snapshot()
    expect(indexer.snapshot()).toBe(first)
    indexer.add(pod('c'))
    const second = indexer.snapshot()
    indexer.add(pod('d'))
    expect([first.size, second.size, indexer.snapshot().size]).toEqual([2, 3, 4])
    expect(second.listKeys().toSorted()).toEqual(['default/a', 'default/b', 'default/c'])
  })

  it('tells a bookmark from the instant before it', () => {
    const indexer = make()
    const before = indexer.snapshot()
    indexer.bookmark('5')
    expect([before.resourceVersion, indexer.snapshot().resourceVersion]).toEqual(['1', '5'])
  })

  it('does not know indices that were added later', () => {
    const indexer = make()
    const before = indexer.snapshot()
    const indexed = indexer.addIndexers({ name: ({ metadata }) => [metadata?.name ?? ''] })
    expect(() => before.byIndex('name' as 'node', 'a')).toThrow(UnknownIndexError)
    expect(names(indexed.snapshot().byIndex('name', 'a'))).toEqual(['a'])
  })
})
