import { config } from 'rxjs'
import { afterEach, describe, expect, it } from 'vitest'
import { Indexer, IndexFuncError } from '@rxkube/indexer'
import { byNode, names, pod, type Pod } from './support/pods.ts'

const broken = (object: { readonly spec?: { readonly nodeName?: string } }): string[] => {
  if (object.spec?.nodeName === 'bad') throw new Error('cannot be filed')
  return ['fine']
}

describe('an index function that fails', () => {
  afterEach(() => {
    config.onUnhandledError = null
  })

  it('FAULT-F8 leaves the object in the store and in all other indices', () => {
    const indexer = new Indexer({ indexers: { broken, node: byNode } })
    indexer.add(pod('a', { node: 'n1' }))
    indexer.add(pod('b', { node: 'bad' }))
    expect(names(indexer.list())).toEqual(['a', 'b'])
    expect(names(indexer.byIndex('node', 'bad'))).toEqual(['b'])
    expect(names(indexer.byIndex('broken', 'fine'))).toEqual(['a'])
  })

  it('FAULT-F8 takes an object out of the buckets that it was in', () => {
    const indexer = new Indexer<Pod, 'broken'>({ indexers: { broken } })
    indexer.add(pod('a', { node: 'n1' }))
    indexer.update(pod('a', { node: 'bad' }))
    expect(indexer.listIndexFuncValues('broken')).toEqual([])
    indexer.update(pod('a', { node: 'n1' }))
    expect(names(indexer.byIndex('broken', 'fine'))).toEqual(['a'])
  })

  it('FAULT-F8 is counted and told, with its cause', () => {
    const errors: IndexFuncError[] = []
    const indexer = new Indexer<Pod, 'broken'>({
      indexers: { broken },
      onIndexError: (error) => errors.push(error),
    })
    indexer.add(pod('a', { node: 'bad' }))
    indexer.replace([pod('b', { node: 'bad' }), pod('c')], '5')
    expect(indexer.indexErrors).toBe(2)
    expect(errors).toMatchObject([
      { index: 'broken', key: 'default/a', cause: { message: 'cannot be filed' } },
      { index: 'broken', key: 'default/b' },
    ])
  })

  it.each([
    ['undefined', undefined],
    ['text', 'n1'],
    ['a list with undefined in it', ['n1', undefined]],
    ['numbers', [1]],
    ['a promise', Promise.resolve(['n1'])],
  ])('FAULT-F8 counts %s, which is no array of strings, as a failure', (_what, junk) => {
    const indexer = new Indexer<Pod, 'junk'>({ indexers: { junk: () => junk as string[] } })
    indexer.add(pod('a'))
    expect(indexer.size).toBe(1)
    expect(indexer.listIndexFuncValues('junk')).toEqual([])
    expect(indexer.indexErrors).toBe(1)
  })

  it('FAULT-F8 that gives values twice files the object once', () => {
    const indexer = new Indexer<Pod, 'twice'>({ indexers: { twice: () => ['x', 'x', 'y'] } })
    indexer.add(pod('a'))
    expect(indexer.indexKeys('twice', 'x')).toEqual(['default/a'])
    indexer.delete(pod('a'))
    expect(indexer.listIndexFuncValues('twice')).toEqual([])
  })

  it('FAULT-F8 that changes its answer for the same object leaves no key behind', () => {
    let calls = 0
    const indexer = new Indexer<Pod, 'impure'>({ indexers: { impure: () => [String(calls++)] } })
    indexer.add(pod('a'))
    indexer.update(pod('a', { node: 'n1' }))
    expect(indexer.listIndexFuncValues('impure')).toEqual(['1'])
    indexer.delete(pod('a'))
    expect(indexer.listIndexFuncValues('impure')).toEqual([])
  })

  it('FAULT-F8 that goes on to change the array it returned changes no index', () => {
    const values = ['x', 'y']
    const indexer = new Indexer<Pod, 'shared'>({ indexers: { shared: () => values } })
    indexer.add(pod('a'))
    values.pop()
    indexer.delete(pod('a'))
    expect(indexer.listIndexFuncValues('shared')).toEqual([])
  })

  it('FAULT-F8 is an error to whoever asks with an object that it cannot take', () => {
    const indexer = new Indexer<Pod, 'broken'>({ indexers: { broken } })
    expect(() => indexer.index('broken', pod('a', { node: 'bad' }))).toThrow(IndexFuncError)
    expect(indexer.indexErrors).toBe(0)
  })

  it('FAULT-F8 does not stop the write even if the one who is told throws as well', async () => {
    const unhandled = new Promise<unknown>((resolve) => {
      config.onUnhandledError = resolve
    })
    const indexer = new Indexer<Pod, 'broken'>({
      indexers: { broken },
      onIndexError: () => {
        throw new Error('a bad listener')
      },
    })
    indexer.add(pod('a', { node: 'bad' }))
    expect(indexer.size).toBe(1)
    await expect(unhandled).resolves.toMatchObject({ message: 'a bad listener' })
  })
})
