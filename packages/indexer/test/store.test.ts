import { describe, expect, it } from 'vitest'
import { DeletedFinalStateUnknown, KeyError } from '@rxkube/meta'
import { ExpirationCache, Indexer, type Store, TransformError, UndeltaStore } from '@rxkube/indexer'
import { names, pod, type Pod } from './support/pods.ts'

const stores: [string, () => Store<Pod>][] = [
  ['Indexer', () => new Indexer<Pod>()],
  [
    'Indexer with a transform',
    () => new Indexer<Pod>({ transform: (object) => ({ ...object, kind: 'Pod' }) }),
  ],
  ['ExpirationCache', () => new ExpirationCache<Pod>({ policy: () => false })],
  ['UndeltaStore', () => new UndeltaStore<Pod>(() => undefined)],
]

describe.each(stores)('%s', (_name, make) => {
  it('ST-1 gives back what was added, by object and by key', () => {
    const store = make()
    store.add(pod('a', { node: 'n1' }))
    expect(store.get(pod('a'))?.spec?.nodeName).toBe('n1')
    expect(store.getByKey('default/a')?.spec?.nodeName).toBe('n1')
    expect(store.getByKey('default/b')).toBeUndefined()
  })

  it('ST-1 keeps one object a key, the last that was added or updated', () => {
    const store = make()
    store.add(pod('a', { node: 'n1' }))
    store.update(pod('a', { node: 'n2' }))
    store.update(pod('b', { node: 'n3' }))
    expect(store.list().map(({ spec }) => spec?.nodeName)).toEqual(['n2', 'n3'])
  })

  it('ST-1 no longer has what was deleted, be it by object or by tombstone', () => {
    const store = make()
    for (const name of ['a', 'b', 'c']) store.add(pod(name))
    store.delete(pod('a'))
    store.delete(new DeletedFinalStateUnknown<Pod>('default/b', undefined))
    store.delete(pod('never-there'))
    expect(store.listKeys()).toEqual(['default/c'])
  })

  it('ST-1 FEAT-C4 has after a replacement what the list had and nothing else', () => {
    const store = make()
    store.add(pod('a'))
    store.replace([pod('b'), pod('c'), pod('c', { node: 'n1' })], '7')
    expect(names(store.list())).toEqual(['b', 'c'])
    expect(store.getByKey('default/c')?.spec?.nodeName).toBe('n1')
    store.replace(new Map([['default/d', pod('d')]]), '8')
    expect(store.listKeys()).toEqual(['default/d'])
  })

  it('ST-1 lists what a selector selects', () => {
    const store = make()
    store.add(pod('a', { labels: { app: 'web' } }))
    store.add(pod('b'))
    expect(names(store.list('app=web'))).toEqual(['a'])
    expect(names(store.list(''))).toEqual(['a', 'b'])
  })

  it('ST-1 writes nothing of a replacement in which one object has no key', () => {
    const store = make()
    store.add(pod('a'))
    expect(() => store.replace([pod('b'), {}], '7')).toThrow(KeyError)
    expect(store.listKeys()).toEqual(['default/a'])
  })

  it('ST-1 does not resync', () => {
    const store = make()
    store.add(pod('a'))
    store.resync()
    expect(names(store.list())).toEqual(['a'])
  })
})

describe('the transform of an indexer', () => {
  const transform = (object: Pod): Pod => {
    if (object.spec?.nodeName === 'bad') throw new Error('cannot')
    return { ...object, metadata: { ...object.metadata, name: `${object.metadata?.name}-transformed` } }
  }

  it('ST-1 FEAT-C7 is applied after the key was taken', () => {
    const store = new Indexer<Pod>({ transform })
    store.add(pod('a'))
    expect(store.getByKey('default/a')?.metadata?.name).toBe('a-transformed')
  })

  it('ST-1 FEAT-C7 that fails writes nothing and says of which object', () => {
    const store = new Indexer<Pod>({ transform })
    store.add(pod('a', { version: '1' }))
    expect(() => store.update(pod('a', { node: 'bad', version: '2' }))).toThrow(TransformError)
    expect(() => store.replace([pod('b'), pod('c', { node: 'bad' })], '9')).toThrow('default/c')
    expect(() => store.replace(new Map([['k', pod('c', { node: 'bad' })]]), '9')).toThrow(TransformError)
    expect(store.listKeys()).toEqual(['default/a'])
    expect(store.lastStoreSyncResourceVersion()).toBe('1')
  })

  it('FEAT-C7 is not applied by transactions and deletions', () => {
    const store = new Indexer<Pod>({ transform })
    store.transaction([{ type: 'add', object: pod('a', { node: 'bad' }) }])
    expect(store.delete(pod('a', { node: 'bad' }))?.metadata?.name).toBe('a')
  })
})
