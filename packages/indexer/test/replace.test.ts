import { describe, expect, it } from 'vitest'
import { Indexer, StageError } from '@rxkube/indexer'
import { byNode, names, pod, type Pod } from './support/pods.ts'

function make() {
  const indexer = new Indexer({ indexers: { node: byNode } })
  indexer.replace([pod('a', { node: 'n1' }), pod('b', { node: 'n1' })], '1')
  return indexer
}

describe('a staged replacement', () => {
  it('FAULT-A19 INV-I8 GUAR-G11 shows readers the old world until it is in place, then the new one', () => {
    const indexer = make()
    const seen = () => [names(indexer.list()), names(indexer.byIndex('node', 'n1')), indexer.size]
    const stage = indexer.prepareReplace()
    const before = seen()
    for (const name of ['b', 'c', 'd']) {
      stage.add(`default/${name}`, pod(name, { node: 'n1' }))
      expect(seen()).toEqual(before)
    }
    indexer.replace(stage, '2')
    expect(seen()).toEqual([['b', 'c', 'd'], ['b', 'c', 'd'], 3])
    expect(indexer.lastStoreSyncResourceVersion()).toBe('2')
  })

  it('FAULT-A19 INV-I8 lets whoever is told of it see the new world alone', () => {
    const indexer = make()
    const seen: unknown[] = []
    indexer.writes$.subscribe(() => {
      seen.push([
        names(indexer.list()),
        names(indexer.byIndex('node', 'n1')),
        names(indexer.byIndex('node', 'n2')),
      ])
    })
    indexer.replace(new Map([['default/c', pod('c', { node: 'n2' })]]), '2')
    expect(seen).toEqual([[['c'], [], ['c']]])
  })

  it('FAULT-A19 gives the world before, for its owner to compare', () => {
    const indexer = make()
    const stage = indexer.prepareReplace()
    stage.add('default/b', pod('b', { node: 'n2' }))
    const before = indexer.replace(stage, '2')
    expect([...before.keys()].filter((key) => indexer.getByKey(key) === undefined)).toEqual(['default/a'])
    expect(before.get('default/b')?.spec?.nodeName).toBe('n1')
  })

  it('FAULT-A19 loses nothing that is written to the store meanwhile, until it is in place', () => {
    const indexer = make()
    const stage = indexer.prepareReplace()
    stage.add('default/c', pod('c', { node: 'n1' }))
    indexer.add(pod('late', { node: 'n1' }))
    expect(names(indexer.byIndex('node', 'n1'))).toEqual(['a', 'b', 'late'])
    indexer.replace(stage, '2')
    expect(names(indexer.byIndex('node', 'n1'))).toEqual(['c'])
  })

  it('FEAT-C3 is filed under indexers that were added after it was prepared', () => {
    const indexer = make()
    const stage = indexer.prepareReplace()
    stage.add('default/c', pod('c'))
    const indexed = indexer.addIndexers({ name: ({ metadata }) => [metadata?.name ?? ''] })
    indexer.replace(stage, '2')
    expect(names(indexed.byIndex('name', 'c'))).toEqual(['c'])
    expect(indexed.listIndexFuncValues('name')).toEqual(['c'])
  })

  it('cannot be used again, nor in another indexer', () => {
    const indexer = make()
    const stage = indexer.prepareReplace()
    expect(() => new Indexer<Pod>().replace(stage, '2')).toThrow(StageError)
    indexer.replace(stage, '2')
    expect(() => stage.add('default/c', pod('c'))).toThrow(StageError)
    expect(() => indexer.replace(stage, '3')).toThrow(StageError)
    expect(indexer.size).toBe(0)
  })

  it('keeps the last object of a key, and counts what it has', () => {
    const indexer = make()
    const stage = indexer.prepareReplace()
    stage.add('default/c', pod('c', { node: 'n1' }))
    stage.add('default/c', pod('c', { node: 'n2' }))
    expect(stage.size).toBe(1)
    indexer.replace(stage, '2')
    expect(indexer.listIndexFuncValues('node')).toEqual(['n2'])
  })
})

describe('a replacement by a map', () => {
  it('FEAT-C4 takes the map over', () => {
    const indexer = make()
    const map = new Map([['default/c', pod('c', { node: 'n1' })]])
    indexer.replace(map, '2')
    indexer.add(pod('d'))
    expect([...map.keys()]).toEqual(['default/c', 'default/d'])
    expect(indexer.replace(new Map(), '3')).toBe(map)
  })

  it('FEAT-C4 leaves no key of before in any index', () => {
    const indexer = make()
    indexer.replace(new Map([['default/a', pod('a', { node: 'n2' })]]), '2')
    expect(indexer.listIndexFuncValues('node')).toEqual(['n2'])
    expect(indexer.indexKeys('node', 'n2')).toEqual(['default/a'])
  })
})
