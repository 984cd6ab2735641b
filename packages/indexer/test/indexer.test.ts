import { describe, expect, it } from 'vitest'
import { DeletedFinalStateUnknown } from '@rxkube/meta'
import { Indexer, IndexerConflictError, TransactionError, UnknownIndexError } from '@rxkube/indexer'
import { byNode, names, pod, type Pod } from './support/pods.ts'

const byLabels = (object: { readonly metadata?: { readonly labels?: Readonly<Record<string, string>> } }) =>
  Object.values(object.metadata?.labels ?? {})

function make() {
  return new Indexer<Pod, 'node' | 'label'>({ indexers: { node: byNode, label: byLabels } })
}

describe('index queries', () => {
  it('ST-2 FEAT-C2 return all that match and nothing else', () => {
    const indexer = make()
    indexer.add(pod('a', { node: 'n1' }))
    indexer.add(pod('b', { node: 'n1' }))
    indexer.add(pod('c', { node: 'n2' }))
    indexer.add(pod('d'))
    expect(names(indexer.byIndex('node', 'n1'))).toEqual(['a', 'b'])
    expect(names(indexer.index('node', pod('x', { node: 'n2' })))).toEqual(['c'])
    expect(indexer.byIndex('node', 'n3')).toEqual([])
  })

  it('ST-2 give the union of several values, each object once', () => {
    const indexer = make()
    indexer.add(pod('a', { labels: { x: 'red', y: 'blue' } }))
    indexer.add(pod('b', { labels: { x: 'blue' } }))
    indexer.add(pod('c', { labels: { x: 'green' } }))
    const probe = pod('probe', { labels: { x: 'red', y: 'blue', z: 'red' } })
    expect(names(indexer.index('label', probe))).toEqual(['a', 'b'])
  })

  it('ST-2 follow a set of values that shrinks and grows', () => {
    const indexer = make()
    const filed = () =>
      ['red', 'blue', 'green'].filter((value) => indexer.indexKeys('label', value).length > 0)
    indexer.add(pod('a', { labels: { x: 'red', y: 'blue', z: 'red' } }))
    expect(filed()).toEqual(['red', 'blue'])
    indexer.update(pod('a', { labels: { x: 'blue' } }))
    expect(filed()).toEqual(['blue'])
    indexer.update(pod('a', { labels: { x: 'blue', y: 'green' } }))
    expect(filed()).toEqual(['blue', 'green'])
    indexer.delete(pod('a'))
    expect(filed()).toEqual([])
  })

  it('ST-2 list keys in ascending order', () => {
    const indexer = make()
    for (const name of ['c', 'a', 'b']) indexer.add(pod(name, { node: 'n1' }))
    expect(indexer.indexKeys('node', 'n1')).toEqual(['default/a', 'default/b', 'default/c'])
  })

  it('ST-2 say which indices there are when asked for another', () => {
    const indexer = make() as Indexer<Pod>
    expect(() => indexer.byIndex('nodes', 'n1')).toThrow('no index named "nodes" (known: label, node)')
    expect(() => indexer.indexKeys('nodes', 'n1')).toThrow(UnknownIndexError)
    expect(() => indexer.index('nodes', pod('a'))).toThrow(UnknownIndexError)
  })

  it('ST-2 know index names by type', () => {
    // @ts-expect-error there is no such index
    expect(() => make().byIndex('nodes', 'n1')).toThrow(UnknownIndexError)
  })

  it('ST-2 can be asked where only some of the indices are known', () => {
    const some: Indexer<Pod, 'node'> = make()
    const any: Indexer<Pod> = some
    any.add(pod('a', { node: 'n1' }))
    expect(names(some.byIndex('node', 'n1'))).toEqual(['a'])
  })

  it('ST-2 work for values and names that every JavaScript object has', () => {
    const indexer = make()
    for (const word of ['__proto__', 'constructor', 'then', 'toJSON']) {
      indexer.add(pod(word, { namespace: '', node: word }))
    }
    expect(indexer.getByKey('__proto__')?.metadata?.name).toBe('__proto__')
    expect(names(indexer.byIndex('node', '__proto__'))).toEqual(['__proto__'])
    expect(indexer.getByKey('hasOwnProperty')).toBeUndefined()
    expect(indexer.byIndex('node', 'hasOwnProperty')).toEqual([])
  })
})

describe('index values', () => {
  it('ST-3 FEAT-C2 FAULT-F9 are listed as long as something is filed under them', () => {
    const indexer = make()
    indexer.add(pod('a', { node: 'n1' }))
    indexer.add(pod('b', { node: 'n1' }))
    indexer.delete(pod('a'))
    expect(indexer.listIndexFuncValues('node')).toEqual(['n1'])
    indexer.delete(pod('b'))
    expect(indexer.listIndexFuncValues('node')).toEqual([])
  })

  it('ST-3 FAULT-F9 move with the object, and leave no empty bucket', () => {
    const indexer = make()
    indexer.add(pod('a', { node: 'n1' }))
    indexer.update(pod('a', { node: 'n2' }))
    expect(indexer.byIndex('node', 'n1')).toEqual([])
    expect(names(indexer.byIndex('node', 'n2'))).toEqual(['a'])
    expect(indexer.listIndexFuncValues('node')).toEqual(['n2'])
  })

  it('ST-3 of an index that does not exist are none', () => {
    expect(make().listIndexFuncValues('nodes')).toEqual([])
  })

  it('ST-3 keep their bucket untouched when an update leaves the single value as it is', () => {
    const indexer = make()
    for (const name of ['a', 'b']) indexer.add(pod(name, { node: 'n1' }))
    indexer.update(pod('a', { node: 'n1', version: '2' }))
    // A key taken out and put back would have gone to the end of its bucket.
    expect(indexer.byIndex('node', 'n1').map(({ metadata }) => metadata?.name)).toEqual(['a', 'b'])
    expect(indexer.byIndex('node', 'n1')[0]?.metadata?.resourceVersion).toBe('2')
  })
})

describe('the version of the store', () => {
  it('ST-4 FEAT-C6 is that of the last write, whatever it was', () => {
    const indexer = make()
    const version = () => indexer.lastStoreSyncResourceVersion()
    expect(version()).toBe('')
    indexer.add(pod('a', { version: '10' }))
    expect(version()).toBe('10')
    indexer.update(pod('a', { version: '10' }))
    expect(version()).toBe('10')
    indexer.update(pod('a', { version: '12' }))
    expect(version()).toBe('12')
    indexer.update(pod('a', { version: '11' }))
    expect(version()).toBe('11')
    indexer.delete(pod('a', { version: '13' }))
    expect(version()).toBe('13')
    indexer.deleteWithObject('default/never-there', pod('never-there', { version: '14' }))
    expect(version()).toBe('14')
    indexer.replace([pod('b', { version: '3' })], '15')
    expect(version()).toBe('15')
    indexer.bookmark('16')
    expect(version()).toBe('16')
    indexer.add(pod('c'))
    expect(version()).toBe('')
  })

  it('ST-4 is left alone by objects without metadata, tombstones and deletions by key', () => {
    const indexer = new Indexer<Pod>({ keyFunc: (object) => object.metadata?.name ?? 'nameless' })
    indexer.add(pod('a', { version: '10' }))
    indexer.add({ spec: { nodeName: 'n1' } })
    indexer.delete({ spec: { nodeName: 'n1' } })
    indexer.delete(new DeletedFinalStateUnknown('a', pod('a', { version: '11' })))
    indexer.deleteByKey('a')
    expect(indexer.lastStoreSyncResourceVersion()).toBe('10')
  })

  it('ST-4 FEAT-C6 is that of the last operation of a transaction', () => {
    const indexer = make()
    indexer.transaction([
      { type: 'add', object: pod('a', { version: '10' }) },
      { type: 'delete', object: pod('a', { version: '12' }) },
      { type: 'add', object: pod('b', { version: '11' }) },
    ])
    expect(indexer.lastStoreSyncResourceVersion()).toBe('11')
    indexer.transaction([])
    expect(indexer.lastStoreSyncResourceVersion()).toBe('11')
  })
})

describe('a transaction', () => {
  it('ST-5 FEAT-C5 applies all but the operations without a key, and reports those', () => {
    const indexer = make()
    indexer.add(pod('gone', { node: 'n1' }))
    const operations = [
      { type: 'add' as const, object: pod('a', { node: 'n1' }) },
      { type: 'update' as const, object: {} },
      { type: 'delete' as const, object: pod('gone') },
    ]
    const error = catchError(() => indexer.transaction(operations))
    expect(error).toBeInstanceOf(TransactionError)
    expect(error).toMatchObject({ successfulIndices: [0, 2], total: 3, failures: [{ index: 1 }] })
    expect((error as TransactionError).errors).toHaveLength(1)
    expect(names(indexer.byIndex('node', 'n1'))).toEqual(['a'])
  })
})

describe('indexers added later', () => {
  it('ST-6 FEAT-C3 answer for what is there already, and for what comes', () => {
    const indexer = new Indexer<Pod>()
    indexer.add(pod('a', { node: 'n1' }))
    const indexed = indexer.addIndexers({ node: byNode })
    expect(names(indexed.byIndex('node', 'n1'))).toEqual(['a'])
    indexer.add(pod('b', { node: 'n1' }))
    expect(names(indexed.byIndex('node', 'n1'))).toEqual(['a', 'b'])
  })

  it('ST-6 FEAT-C3 are all refused when one name is taken', () => {
    const indexer = make() as Indexer<Pod>
    const added = { other: byNode, node: () => ['somewhere else'] }
    expect(() => indexer.addIndexers(added)).toThrow(IndexerConflictError)
    expect([...indexer.getIndexers().keys()]).toEqual(['node', 'label'])
    expect(indexer.getIndexers().get('node')).toBe(byNode)
  })

  it('ST-6 leave the map they were given in as it was', () => {
    const indexers = { node: byNode }
    new Indexer<Pod>({ indexers }).addIndexers({ label: byLabels })
    expect(Object.keys(indexers)).toEqual(['node'])
  })
})

describe('writes', () => {
  it('give back what was there', () => {
    const indexer = make()
    const first = pod('a')
    expect(indexer.add(first)).toBeUndefined()
    expect(indexer.update(pod('a', { node: 'n1' }))).toBe(first)
    expect(indexer.deleteByKey('default/a')?.spec?.nodeName).toBe('n1')
    expect(indexer.deleteByKey('default/a')).toBeUndefined()
    expect(indexer.size).toBe(0)
  })
})

function catchError(act: () => void): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return undefined
}
