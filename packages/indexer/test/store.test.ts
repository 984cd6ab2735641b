import { describe, expect, it } from 'vitest'
import { type ContractObject, passesStore } from '@rxkube/testing'
import { ExpirationCache, Indexer, TransformError, UndeltaStore } from '@rxkube/indexer'
import { pod, type Pod } from './support/pods.ts'

describe('the contract of stores', () => {
  passesStore(it, 'Indexer', () => new Indexer<ContractObject>())
  passesStore(
    it,
    'Indexer with a transform',
    () => new Indexer<ContractObject>({ transform: (object) => ({ ...object, kind: 'Pod' }) }),
  )
  passesStore(it, 'ExpirationCache', () => new ExpirationCache({ policy: () => false }))
  passesStore(it, 'UndeltaStore', () => new UndeltaStore(() => undefined))
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
